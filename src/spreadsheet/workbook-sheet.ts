import { done, type Outcome, refused } from '../outcome.ts';
import { cutLines, lineDelimiter } from './lines-in-cells.ts';
import { blocksOverRows, MergedRows } from './merged-rows.ts';
import type { ReadLimits } from './read-limits.ts';
import { type ReadRefusal, SheetUnreadable } from './read-refusal.ts';
import type { SheetContent, SheetRow } from './sheet.ts';
import { knownHeadings, likeliestSheet, type SheetCandidate, sheetFacts } from './sheet-choice.ts';
import { StartRows } from './start-rows.ts';
import { findTable, type TableChoice } from './table.ts';
import type { Workbook } from './workbook.ts';

const startRows = 400;
/** A workbook with more sheets than this is looked through no further. */
const searchedSheets = 100;

export interface SheetChoice extends TableChoice {
  readonly sheet?: string | undefined;
}

/** Chooses the likely sheet of a workbook, or the one asked for, and makes it readable. */
export async function readWorkbook(
  workbook: Workbook,
  limits: ReadLimits,
  choice: SheetChoice,
): Promise<Outcome<SheetContent, ReadRefusal>> {
  const chosen = await chooseSheet(workbook, choice);
  if (!chosen.ok) return chosen;
  const { candidate, seen } = chosen.value;
  const { sheet, survey, inner, table } = candidate;
  if (!table.ok) return table;
  // Counting to the end is worth it only when the quick count leaves room for doubt.
  if (survey.rowsAtMost > limits.workbookRows) await countRows(limitedRows(workbook, sheet, limits));
  const { headerRow, sample } = table.value;
  const blocks = blocksOverRows(survey.merged, headerRow);
  return done({
    format: workbook.format,
    sheet: workbook.sheets[sheet]?.name ?? '',
    sheets: workbook.sheets,
    rowsAtMost: survey.rowsAtMost,
    ...table.value,
    sample: new MergedRows(blocks).filled(sample),
    facts: [
      ...sheetFacts(candidate, workbook.sheets, seen),
      ...(inner === undefined ? [] : [{ code: 'lines-cut', delimiter: inner } as const]),
      ...table.value.facts,
      ...(blocks.length > 0 ? [{ code: 'cells-over-rows', cells: blocks.length } as const] : []),
    ],
    rows: () => {
      const merged = new MergedRows(blocks);
      return below(limitedRows(workbook, sheet, limits), headerRow, (rows) =>
        cutLines(merged.filled(rows), inner),
      );
    },
    close: () => workbook.close(),
  });
}

interface ChosenSheet {
  readonly candidate: SheetCandidate;
  /** All that were looked at, the chosen one among them. */
  readonly seen: readonly SheetCandidate[];
}

async function chooseSheet(
  workbook: Workbook,
  choice: SheetChoice,
): Promise<Outcome<ChosenSheet, ReadRefusal>> {
  if (choice.sheet !== undefined) {
    const sheet = sheetNamed(workbook, choice.sheet);
    if (sheet >= 0) return done({ candidate: await candidateAt(workbook, sheet, choice), seen: [] });
    const sheets = workbook.sheets.map(({ name }) => name);
    return refused({ code: 'no-such-sheet', sheet: choice.sheet, sheets });
  }
  const visible = await candidates(workbook, false, choice);
  const best = likeliestSheet(visible, choice);
  if (best && (!choice.isKnownHeading || knownHeadings(best, choice) > 0))
    return done({ candidate: best, seen: visible });
  const hidden = await candidates(workbook, true, choice);
  const seen = [...visible, ...hidden];
  const behind = likeliestSheet(hidden, choice);
  // A cover sheet may look like a table; a hidden one is better only when its headings say so.
  if (best && !(behind && knownHeadings(behind, choice) > 1)) return done({ candidate: best, seen });
  if (behind) return done({ candidate: behind, seen });
  const refusal = visible.find(({ table }) => !table.ok && table.refusal.code === 'no-header')?.table;
  return refusal && !refusal.ok ? refusal : refused({ code: 'empty-file' });
}

function sheetNamed(workbook: Workbook, wanted: string): number {
  const exact = workbook.sheets.findIndex(({ name }) => name === wanted);
  if (exact >= 0) return exact;
  return workbook.sheets.findIndex(({ name }) => name.trim().toLowerCase() === wanted.trim().toLowerCase());
}

async function candidates(
  workbook: Workbook,
  hidden: boolean,
  choice: TableChoice,
): Promise<SheetCandidate[]> {
  const found: SheetCandidate[] = [];
  for (const [sheet, name] of workbook.sheets.slice(0, searchedSheets).entries())
    if (name.hidden === hidden) found.push(await candidateAt(workbook, sheet, choice));
  return found;
}

async function candidateAt(workbook: Workbook, sheet: number, choice: TableChoice): Promise<SheetCandidate> {
  const survey = await workbook.survey(sheet);
  const start = new StartRows(startRows + (choice.headerRow ?? 0));
  for await (const batch of workbook.rows(sheet)) {
    start.add(batch);
    if (start.areEnough) break;
  }
  const { rows } = start;
  const name = workbook.sheets[sheet] ?? { name: '', hidden: false };
  const inner = lineDelimiter(rows);
  return { sheet, name, survey, inner, table: findTable(cutLines(rows, inner), choice, survey.merged) };
}

async function* below(
  batches: AsyncIterable<readonly SheetRow[]>,
  headerRow: number,
  finished: (rows: readonly SheetRow[]) => readonly SheetRow[],
): AsyncGenerator<readonly SheetRow[]> {
  for await (const batch of batches) {
    const rows =
      batch[0] && batch[0].number > headerRow ? batch : batch.filter((row) => row.number > headerRow);
    if (rows.length > 0) yield finished(rows);
  }
}

async function* limitedRows(
  workbook: Workbook,
  sheet: number,
  limits: ReadLimits,
): AsyncGenerator<readonly SheetRow[]> {
  let count = 0;
  for await (const batch of workbook.rows(sheet)) {
    count += batch.length;
    if (count > limits.workbookRows)
      throw new SheetUnreadable({ code: 'too-many-rows', limit: limits.workbookRows, format: 'workbook' });
    yield batch;
  }
}

async function countRows(batches: AsyncIterable<readonly SheetRow[]>): Promise<number> {
  let count = 0;
  for await (const batch of batches) count += batch.length;
  return count;
}
