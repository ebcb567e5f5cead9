import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const tick = 10;

/**
 * Processor milliseconds of a process and of all beneath it so far; undefined where /proc doesn't tell. On a machine
 * that does other things besides, they say more than a clock.
 */
export function processorMilliseconds(root) {
  try {
    const found = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => statOf(Number(name)));
    const family = new Set([root]);
    // Children come after their parents but for numbers that ran over: a few turns find them all.
    for (let turn = 0; turn < 5; turn++)
      for (const one of found) if (family.has(one.parent)) family.add(one.id);
    return found.filter(({ id }) => family.has(id)).reduce((sum, { ticks }) => sum + ticks, 0) * tick;
  } catch {
    return undefined;
  }
}

function statOf(id) {
  try {
    const text = readFileSync(`/proc/${id}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return [{ id, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return [];
  }
}
