import type { FileImport } from '../file-import/file-import.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { TrainingImportTypes } from '../training/training-import.ts';
import type { WholeFileFacts } from '../training/training-row.ts';
import { linesWords, wholeFileWords } from '../training/whole-file-content.ts';
import type { CommandIo } from './usage.ts';

export interface TitleNotAgreed {
  readonly code: 'title-not-agreed';
  /** What nobody has agreed to. */
  readonly question: string;
}

/**
 * What holds for every row of a training file. What the title says is applied only once somebody agreed: with
 * `--accept-title`, or asked at a terminal. Whoever names the course themselves leaves out the rest of the title.
 */
export async function wholeFileFacts(
  { facts: inTitle, columns: { proposedFrom } }: Pick<FileImport<TrainingImportTypes>, 'facts' | 'columns'>,
  { wholeFile, acceptTitle }: { readonly wholeFile: WholeFileFacts; readonly acceptTitle: boolean },
  io: CommandIo,
): Promise<Outcome<WholeFileFacts, TitleNotAgreed>> {
  const said = withoutBlanks(wholeFile);
  const proposed = proposedFrom.length > 0 ? withoutBlanks(inTitle) : {};
  const both = { ...proposed, ...said };
  const title = `${wholeFileWords(proposed)} (${linesWords(proposedFrom)})`;
  if (Object.keys(both).length === Object.keys(said).length) return settled(said, io);
  if (acceptTitle) return settled(both, io, title);
  if (said.title !== undefined) {
    io.out(`Not used from the title: ${title}. --accept-title uses it for every row.`);
    return settled(said, io);
  }
  const question = `The title of the file says: ${title}. Does that hold for every row?`;
  if (await io.ask?.(question)) return settled(both, io, title);
  return refused({ code: 'title-not-agreed', question });
}

function settled(facts: WholeFileFacts, io: CommandIo, title?: string) {
  const words = wholeFileWords(facts);
  if (words !== '') io.out(`Applied to every row that does not say otherwise: ${words}.`);
  if (title !== undefined) io.out(`  Taken from the title: ${title}`);
  return done(facts);
}

/** What the command line didn't say leaves what the file itself proposes. */
export function withoutBlanks<Facts extends object>(facts: Facts): Partial<Facts> {
  return Object.fromEntries(
    Object.entries(facts).filter(([, value]) => value !== undefined),
  ) as Partial<Facts>;
}
