import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { journeyData } from './journey-site.ts';

const lookMilliseconds = 250;

/**
 * Makes something on the site once for all tests: the first that asks makes it, in whichever worker, the others wait and
 * read what it was. It has to survive being written as JSON. Where making it failed, the next one tries.
 */
export async function madeOnce<Made extends object>(name: string, make: () => Promise<Made>): Promise<Made> {
  const file = join(journeyData(), `${name}.json`);
  const turn = join(journeyData(), `${name}.turn`);
  for (;;) {
    if (await isThere(file)) return JSON.parse(await readFile(file, 'utf8'));
    if (await takeTurn(turn)) break;
    await pause(lookMilliseconds);
  }
  try {
    const made = await make();
    await writeFile(`${file}.part`, JSON.stringify(made));
    await rename(`${file}.part`, file);
    return made;
  } finally {
    await rm(turn, { recursive: true });
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/** A folder is made by one process alone. */
async function takeTurn(turn: string): Promise<boolean> {
  try {
    await mkdir(turn);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
