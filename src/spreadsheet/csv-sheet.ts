import { basename, extname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { done, type Outcome, refused } from '../outcome.ts';
import { cellFromText } from './cell.ts';
import { CsvRecords } from './csv-records.ts';
import { declaredDelimiter, detectDelimiter } from './delimiter.ts';
import { cutLines, lineDelimiter } from './lines-in-cells.ts';
import type { ReadLimits } from './read-limits.ts';
import { type ReadRefusal, SheetUnreadable } from './read-refusal.ts';
import type { ReadingFact } from './reading-fact.ts';
import type { Cell, SheetContent, SheetRow } from './sheet.ts';
import { StartRows } from './start-rows.ts';
import { findTable, type TableChoice } from './table.ts';
import { surveyText, type TextSurvey, textChunks } from './text-source.ts';

/** How much text decides about delimiter and headings. */
const startLength = 256 * 1024;
const startRows = 400;
const longestField = 2_000_000;
/** Sheets are at most 16,384 columns wide, and some exports write out every blank one. */
const mostBlankFields = 100_000;
/** So many records are cut at once; then others have their turn. A quote that was never closed may let loose a million. */
const recordsAtOnce = 5_000;

interface CsvShape {
  readonly path: string;
  readonly survey: TextSurvey;
  readonly delimiter: string;
  /** Characters before the first record: a `sep=` line. */
  readonly skip: number;
  readonly limits: ReadLimits;
  /** Ends the opening; a reading of all rows takes as long as it takes. */
  readonly signal: AbortSignal;
}

/** Opens delimited text. Only its start is parsed now; `rows()` streams the file from disk. */
export async function openCsv(
  file: { readonly name: string; readonly path: string },
  limits: ReadLimits,
  choice: TableChoice,
  signal: AbortSignal,
): Promise<Outcome<SheetContent, ReadRefusal>> {
  const survey = await surveyText(file.path);
  const text = await startOf(file.path, survey);
  if (text.trim() === '') return refused({ code: 'empty-file' });
  const declared = declaredDelimiter(text);
  const delimiter = declared?.delimiter ?? detectDelimiter(text);
  const shape = { path: file.path, survey, delimiter, skip: declared?.length ?? 0, limits, signal };
  const first = await firstRows(shape, choice);
  const inner = lineDelimiter(first);
  const table = findTable(cutLines(first, inner), choice);
  if (!table.ok) return table;
  // Counting records is worth it only when there are line ends enough for too many.
  if (survey.lineEnds > limits.textRows) for await (const _ of sheetRows(shape));
  const name = basename(file.name, extname(file.name));
  return done({
    format: 'csv',
    sheet: name,
    sheets: [{ name, hidden: false }],
    rowsAtMost: survey.lineEnds + 1,
    ...table.value,
    facts: [
      ...textFacts(shape, declared !== undefined),
      ...(inner === undefined ? [] : [{ code: 'lines-cut', delimiter: inner } as const]),
      ...table.value.facts,
    ],
    rows: () => dataRows(shape, table.value.headerRow, inner),
    close: async () => {},
  });
}

function textFacts({ delimiter, survey }: CsvShape, isDeclared: boolean): ReadingFact[] {
  const { encoding } = survey;
  return [
    { code: 'delimiter', delimiter, isDeclared },
    ...(encoding === 'mixed' || encoding === 'macintosh'
      ? [{ code: 'encoding-guessed', encoding } as const]
      : []),
  ];
}

async function startOf(path: string, survey: TextSurvey): Promise<string> {
  let text = '';
  for await (const chunk of textChunks(path, survey.encoding)) {
    text += chunk;
    if (text.length > startLength) return text;
  }
  return text;
}

async function firstRows(shape: CsvShape, choice: TableChoice): Promise<SheetRow[]> {
  const start = new StartRows(startRows + (choice.headerRow ?? 0));
  for await (const batch of sheetRows(shape)) {
    start.add(batch);
    if (start.areEnough) break;
  }
  return start.rows;
}

async function* dataRows(
  shape: CsvShape,
  headerRow: number,
  inner: string | undefined,
): AsyncGenerator<readonly SheetRow[]> {
  for await (const batch of sheetRows(shape)) {
    const data =
      batch[0] && batch[0].number > headerRow ? batch : batch.filter((row) => row.number > headerRow);
    if (data.length > 0) yield cutLines(data, inner);
  }
}

/** Every row that holds something, numbered by record: a quoted line end does not start a row. */
async function* sheetRows(shape: CsvShape): AsyncGenerator<SheetRow[]> {
  const records = new CsvRecords(shape.delimiter);
  let number = 0;
  let filled = 0;
  let skip = shape.skip;
  function* batches(taken: string[][]): Generator<SheetRow[]> {
    const rows: SheetRow[] = [];
    for (const fields of taken) {
      number++;
      const cells = cellsOf(fields, shape.limits);
      if (cells.length > 0) rows.push({ number, cells });
    }
    filled += rows.length;
    if (filled > shape.limits.textRows)
      throw new SheetUnreadable({ code: 'too-many-rows', limit: shape.limits.textRows, format: 'text' });
    if (rows.length > 0) yield rows;
  }
  async function* cut(text: string, isLast: boolean): AsyncGenerator<SheetRow[]> {
    let taken = records.take(text, isLast, recordsAtOnce);
    yield* batches(taken);
    while (taken.length === recordsAtOnce) {
      await turn();
      taken = records.take('', isLast, recordsAtOnce);
      yield* batches(taken);
    }
  }
  for await (const chunk of textChunks(shape.path, shape.survey.encoding)) {
    if (shape.signal.aborted)
      throw new SheetUnreadable({ code: 'took-too-long', seconds: shape.limits.seconds });
    const text = skip > 0 ? chunk.slice(skip) : chunk;
    skip = Math.max(0, skip - chunk.length);
    yield* cut(text, false);
    checkUnderWay(records, shape.limits);
  }
  yield* cut('', true);
}

/** A record that goes on and on must not be gathered in memory. */
function checkUnderWay(records: CsvRecords, { columns }: ReadLimits): void {
  if (records.charactersUnderWay > longestField)
    throw new SheetUnreadable({ code: 'not-a-spreadsheet', found: '' });
  const fields = records.fieldsUnderWay;
  if (fields.length <= columns) return;
  if (widthOf(fields) > columns) throw new SheetUnreadable({ code: 'too-many-columns', limit: columns });
  if (fields.length > mostBlankFields) throw new SheetUnreadable({ code: 'corrupt' });
}

/** The cells of a record without trailing blanks; none at all for a blank row. */
function cellsOf(fields: readonly string[], limits: ReadLimits): Cell[] {
  const width = widthOf(fields);
  if (width > limits.columns) throw new SheetUnreadable({ code: 'too-many-columns', limit: limits.columns });
  const cells: Cell[] = new Array(width);
  for (let column = 0; column < width; column++) cells[column] = cellFromText(fields[column] ?? '');
  return cells;
}

function widthOf(fields: readonly string[]): number {
  let width = fields.length;
  while (width > 0 && isBlankField(fields[width - 1])) width--;
  return width;
}

function isBlankField(field: string | undefined): boolean {
  const text = field?.trim();
  return text === '' || text === '\u001A';
}
