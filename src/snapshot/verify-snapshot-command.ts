import { createReadStream } from 'node:fs';
import type { CommandIo, ExitCode } from '../command-line/usage.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { reasonSentence } from '../requirement/requirement-content.ts';
import { examineSnapshot, type SnapshotReport } from './examine-snapshot.ts';
import { readSnapshotFile, referenceOf } from './snapshot-file.ts';
import {
  type FileUnread,
  findingSentence,
  snapshotRefusalSentence,
  snapshotText,
} from './verify-snapshot-content.ts';

/** The largest agencies come to some 10 MB. */
const mostBytes = 64 * 1_048_576;

/**
 * `onemind verify --snapshot FILE`: computes everything in a published snapshot again, without a database. Answers 0 when
 * it is whole, comes to what it says, and every requirement is met; 1 when not; 2 when there is no snapshot to check.
 */
export async function verifySnapshot(
  path: string,
  options: { readonly json: boolean },
  io: CommandIo,
): Promise<ExitCode> {
  const text = await boundedText(path, mostBytes);
  const read = text.ok ? readSnapshotFile(text.value) : text;
  if (!read.ok) {
    const sentence = snapshotRefusalSentence(read.refusal);
    if (options.json) io.out(JSON.stringify({ isEqual: false, refused: read.refusal.code, sentence }));
    else io.err(`onemind verify: ${sentence}`);
    return 2;
  }
  const report = examineSnapshot(read.value);
  io.out(options.json ? JSON.stringify(shown(report), undefined, 2) : snapshotText(report));
  const isMet = report.requirements.every(({ state }) => state === 'met');
  return report.findings.length === 0 && isMet ? 0 : 1;
}

/** A file as text, unless it is larger than anything of ours: then no more than that is read. */
async function boundedText(path: string, most: number): Promise<Outcome<string, FileUnread>> {
  const parts: Buffer[] = [];
  try {
    for await (const part of createReadStream(path, { end: most })) parts.push(part);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return refused(code === 'ENOENT' ? { code: 'file-not-found' } : { code: 'file-unreadable', why: code });
  }
  const bytes = Buffer.concat(parts);
  if (bytes.length > most) return refused({ code: 'file-too-large', megabytes: most / 1_048_576 });
  return done(bytes.toString('utf8'));
}

/** The report for machines. */
function shown(report: SnapshotReport) {
  const { snapshot, rules, sha256, coverage, requirements, outstanding, people } = report;
  return {
    isEqual: report.findings.length === 0,
    findings: report.findings.map((finding) => ({ ...finding, sentence: findingSentence(finding, report) })),
    sha256,
    rules: rules.version,
    asOf: snapshot.asOf,
    agency: snapshot.agency,
    people,
    coverage,
    requirements: requirements.map(({ requirement, state, reasons }) => ({
      requirement,
      state,
      reasons: reasons.map((reason) => reasonSentence(rules, reason)),
    })),
    outstanding,
    sample: report.draw && {
      seed: report.draw.seed,
      drawnFor: report.draw.drawnFor,
      draws: report.draw.draws,
      carried: report.draw.carried,
      of: report.sampledOf,
      drawn: report.sampled.map((one) => ({ ...referenceOf(one), program: one.record.program })),
    },
  };
}
