import type { SubmissionId } from '../review/submission.ts';
import type { ZipEntry } from '../table-export/zip-writer.ts';
import type { CaseFile } from './case-file.ts';
import { isEnded } from './ended-round.ts';

/** Where the archive takes what is too large to be held all at once. */
export interface CaseSources {
  /** The content of a document, by its SHA-256. */
  document(sha256: string): Promise<AsyncIterable<Buffer>>;
  /** A round's snapshot with its people and its sample, as `onemind verify --snapshot` takes it. */
  published(id: SubmissionId): Promise<string | undefined>;
}

/**
 * The case as the files of an archive, each opened when its turn has come: a page to read, every snapshot as the very text
 * that was hashed, the decisions and messages for machines, the documents, and the proofs of sampled records.
 */
export async function* caseEntries(
  file: CaseFile,
  page: string,
  sources: CaseSources,
): AsyncGenerator<ZipEntry> {
  yield textEntry('index.html', page);
  for (const { id, round, snapshotText, snapshotSha256 } of file.rounds) {
    yield textEntry(`round-${round}/snapshot.json`, snapshotText);
    yield textEntry(`round-${round}/snapshot.json.sha256`, `${snapshotSha256}  snapshot.json\n`);
    const published = await sources.published(id);
    if (published !== undefined) yield textEntry(`round-${round}/published.json`, published);
  }
  yield textEntry('decisions.json', `${JSON.stringify(decisionsOf(file), null, 2)}\n`);
  yield textEntry('messages.json', `${JSON.stringify(file.messages, null, 2)}\n`);
  for (const { document, path } of file.documents) {
    if (path) yield { name: path, content: await sources.document(document.sha256) };
  }
  for (const { path, sha256 } of file.proofs) yield { name: path, content: await sources.document(sha256) };
}

function textEntry(name: string, text: string): ZipEntry {
  return { name, content: oneBlock(text) };
}

async function* oneBlock(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}

/** What was shown for the sampled records of a round and found about it, which the agency reads while the review goes on. */
function sampleOf({ proofs }: CaseFile, round: number) {
  return proofs
    .filter((proof) => proof.round === round)
    .map(({ place, person, program, course, completedOn, shownAt, sha256, path, finding }) => ({
      record: place,
      person,
      program,
      course,
      completedOn,
      proof: { file: path, sha256, shownAt },
      ...(finding ? { decision: finding.decision, grounds: finding.word, decidedAt: finding.at } : {}),
    }));
}

/** Decisions of rounds that have ended; until then they are the reviewer's alone. */
function decisionsOf(file: CaseFile) {
  const { rounds, appeals } = file;
  return {
    rounds: rounds.map((round) => ({
      round: round.round,
      state: round.state,
      sentAt: round.submittedAt,
      snapshotSha256: round.snapshotSha256,
      note: round.note,
      answerBy: round.answerBy,
      closing: round.closing,
      requirements: round.reviews.map(({ requirement, answer, decision, comment, isAllowedOnAppeal }) => ({
        requirement,
        answer,
        ...(isEnded(round) ? { decision, grounds: comment, isAllowedOnAppeal } : {}),
      })),
      sample: sampleOf(file, round.round),
    })),
    appeals: appeals.map(({ requirement, grounds, filedAt, state }) => ({
      requirement: requirement ?? 'closing',
      grounds,
      filedAt,
      state: state.is,
      ...('grounds' in state ? { decidedAt: state.at, decisionGrounds: state.grounds } : {}),
    })),
  };
}
