import { parseArgs } from 'node:util';
import { verifySnapshot } from '../snapshot/verify-snapshot-command.ts';
import { verifyFile } from '../verification/verify-file-command.ts';
import { issuerMissing } from '../verification/verify-file-content.ts';
import { type CommandIo, type ExitCode, UsageError } from './usage.ts';

/** `onemind verify`: whether something that One Mind published is what it says, without a database. */
export async function runVerify(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: {
      snapshot: { type: 'string' },
      issuer: { type: 'string', multiple: true },
      json: { type: 'boolean' },
    },
    allowPositionals: true,
  });
  const json = values.json ?? false;
  const issuers = values.issuer ?? [];
  const [file, ...more] = positionals;
  if (values.snapshot !== undefined && positionals.length === 0 && issuers.length === 0) {
    return verifySnapshot(values.snapshot, { json }, io);
  }
  if (file === undefined || more.length > 0 || issuers.length === 0 || values.snapshot !== undefined) {
    throw new UsageError(issuerMissing);
  }
  return verifyFile(file, { issuers, json, now: new Date() }, io);
}
