import { execFile } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import type { CampaignRole } from '../../src/identity/viewer.ts';

const run = promisify(execFile);
const main = join(import.meta.dirname, '../../dist/main.js');

/** Where the journeys' site keeps its data; `playwright.config.ts` chooses it for site and journeys alike. */
export function journeyData(): string {
  const folder = process.env.JOURNEY_DATA;
  if (!folder) throw new Error('JOURNEY_DATA is not set: start the journeys with Playwright.');
  return folder;
}

/** `onemind user add`, as the person who runs the server makes the campaign's first accounts. */
export async function addToCampaign(person: {
  readonly email: string;
  readonly name: string;
  readonly role: CampaignRole;
}): Promise<void> {
  const { email, name, role } = person;
  await run(process.execPath, [main, 'user', 'add', email, '--name', name, '--campaign', role], {
    env: { ...process.env, ONEMIND_DATA: journeyData() },
  });
}
