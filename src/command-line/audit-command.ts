import { type AuditBreak, findAuditBreaks } from '../audit/audit-verification.ts';
import type { Config } from '../config.ts';
import { ownerClient } from '../database/owner-client.ts';
import { openServer } from './open-database.ts';
import { type CommandIo, type ExitCode, UsageError } from './usage.ts';

/** `onemind audit verify`: computes every hash again; exit 1 names the first broken link of each chain, and every changed row. */
export async function runAudit(argv: readonly string[], config: Config, io: CommandIo): Promise<ExitCode> {
  if (argv.length !== 1 || argv[0] !== 'verify') throw new UsageError('Write "onemind audit verify".');
  const server = await openServer(config);
  const owner = ownerClient(server.ownerUrl);
  try {
    await owner.connect();
    const found = await findAuditBreaks(owner);
    for (const broken of found.breaks) io.out(lineOf(broken));
    io.out(
      `${found.events} events in ${found.chains} chains: ${found.breaks.length === 0 ? 'whole' : 'BROKEN'}.`,
    );
    return found.breaks.length === 0 ? 0 : 1;
  } finally {
    await owner.end();
    await server.stop();
  }
}

/** A row that no event knows has no place in its chain. */
function lineOf({ chain, seq, problem, subject }: AuditBreak): string {
  const row = subject === null ? '' : ` ${subject}`;
  return `${chain}: ${problem}${row}${seq === 0 && subject !== null ? '' : ` at event ${seq}`}`;
}
