import { parseArgs } from 'node:util';
import { verifySnapshot } from '../snapshot/verify-snapshot-command.ts';
import { type CommandIo, type ExitCode, UsageError } from './usage.ts';

/** `onemind verify`: whether something that One Mind published is what it says, without a database. */
export async function runVerify(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values } = parseArgs({
    args: [...argv],
    options: { snapshot: { type: 'string' }, json: { type: 'boolean' } },
  });
  if (values.snapshot === undefined) throw new UsageError('Write "onemind verify --snapshot FILE".');
  return verifySnapshot(values.snapshot, { json: values.json ?? false }, io);
}
