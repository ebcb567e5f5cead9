import { parseArgs } from 'node:util';
import pg from 'pg';
import type { Config } from '../config.ts';
import { migrate } from '../database/migrate.ts';
import { isEmpty } from '../demo/demo.ts';
import { fillNationalScale } from '../demo/national-scale.ts';
import { openServer } from './open-database.ts';
import { type CommandIo, type ExitCode, UsageError } from './usage.ts';

/** `onemind demo`: fills an empty database with fictional agencies and their rosters. */
export async function runDemo(argv: readonly string[], config: Config, io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...argv],
    options: { agencies: { type: 'string', default: '40' }, staff: { type: 'string', default: '1200' } },
  });
  const size = {
    agencies: wholeNumber('--agencies', values.agencies, 25_000),
    staff: wholeNumber('--staff', values.staff, 5_000_000),
  };
  const server = await openServer(config);
  try {
    await migrate(server.ownerUrl, config.secret);
    if (!(await isEmpty(server.ownerUrl))) {
      throw new UsageError(
        'The database holds agencies already. Use an empty one: ONEMIND_DATA=/some/empty/folder',
      );
    }
    const started = performance.now();
    const owner = new pg.Client({ connectionString: server.ownerUrl });
    await owner.connect();
    await fillNationalScale(owner, size).finally(() => owner.end());
    io.out(
      `${size.agencies} fictional agencies are there, after ${((performance.now() - started) / 1000).toFixed(1)} s.`,
    );
    return 0;
  } finally {
    await server.stop();
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= most) return number;
  throw new UsageError(`${option} takes a whole number from 1 to ${most}.`);
}
