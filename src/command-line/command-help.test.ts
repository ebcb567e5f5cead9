import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { packageRoot } from '../package-root.ts';
import { helpAsked } from './command-help.ts';
import { usage } from './usage.ts';

const run = promisify(execFile);
const commands = [...new Set([...usage.matchAll(/^ {2}onemind (\w+)/gm)].map(([, command = '']) => command))];
/** These say it themselves. */
const withOwnHelp = new Set(['check', 'import']);

describe('asking a command for help', () => {
  it.each(commands.filter((command) => !withOwnHelp.has(command)))('gets words about %s', (command) => {
    for (const word of ['--help', '-h']) {
      expect(helpAsked(command, ['more', word])).toContain(`onemind ${command}`);
    }
    expect(helpAsked(command, [])).toBeUndefined();
  });

  it('is answered before anything is set up, with exit status 0', async () => {
    const main = join(packageRoot, 'src', 'main.ts');
    const environment = { ...process.env, DATABASE_URL: 'not an address' };
    const { stdout } = await run(process.execPath, [main, 'keys', '--help'], { env: environment });
    expect(stdout).toContain('onemind keys rotate');
  });
});
