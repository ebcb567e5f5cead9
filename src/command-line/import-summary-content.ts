import type { FileImport, ImportTypes } from '../file-import/file-import.ts';
import type { ImportSubject } from '../file-import/import-subject.ts';
import { troubleSentence } from '../spreadsheet/reading-fact-content.ts';
import type { ImportOptions } from './import-options.ts';
import type { ImportWords } from './import-words.ts';

/** What a file would change: the rows of each kind, and what was unclear in reading it. */
export function importSummary<T extends ImportTypes>(
  found: FileImport<T>,
  subject: ImportSubject<T>,
  words: ImportWords<T>,
  report: T['report'],
): string {
  const kinds: readonly T['kind'][] = subject.kinds;
  const counts = kinds
    .filter((kind) => (report.counts[kind] ?? 0) > 0)
    .map((kind) => `  ${words.kinds[kind]}: ${(report.counts[kind] ?? 0).toLocaleString('en-US')}`);
  const rows = report.rowsRead.toLocaleString('en-US');
  const looks = words.rowsToLookAt(report);
  return [
    `${found.file.name}, sheet “${found.sheet}”: ${rows} rows read`,
    ...counts,
    ...(looks > 0 ? [`  Rows to look at: ${looks.toLocaleString('en-US')}`] : []),
    ...(report.troubles ?? []).map((trouble) => `  ${troubleSentence(trouble)}`),
  ].join('\n');
}

/** Kinds of staged rows that change nothing because it holds already, and those that nobody could use or decide. */
const hereKinds: ReadonlySet<string> = new Set(['unchanged', 'here', 'missing', 'folded']);
const waitingKinds: ReadonlySet<string> = new Set(['refused', 'undecided']);

/** Whether a committed import changed anything, by the rows of each kind. */
export function importDone(counts: Readonly<Record<string, number>>, options: ImportOptions): string {
  const found = Object.keys(counts).filter((kind) => (counts[kind] ?? 0) > 0 && !hereKinds.has(kind));
  if (options.subject === 'roster' && options.separateMissing && (counts.missing ?? 0) > 0)
    return 'Imported.';
  // A training record in doubt is kept, and waits in its queue; a signature in doubt is nobody's.
  const waits = (kind: string) =>
    waitingKinds.has(kind) || (kind === 'review' && options.subject === 'acknowledgments');
  if (found.some((kind) => !waits(kind))) return 'Imported.';
  return found.length === 0
    ? 'Nothing new: everything in the file is here already.'
    : 'Nothing new: what could be used of the file is here already.';
}
