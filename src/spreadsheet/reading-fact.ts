import type { CellTrouble } from './cell-trouble.ts';
import type { GarbledText } from './garbled-text.ts';
import type { ColumnRange } from './list-beside.ts';
import type { SheetFormat, SheetName } from './sheet.ts';
import type { TextEncoding } from './text-encoding.ts';

/** What a file's content proves to be, whatever its name says. */
export type FoundFormat = SheetFormat | 'web-page' | 'xml-spreadsheet' | 'sylk';

/**
 * What a person should know of how a file was read: each is a choice that the reader made for them, or
 * something that the file did not say outright.
 */
export type ReadingFact =
  /** `says` is the name's ending in lower case, such as `xlsx`. */
  | { readonly code: 'name-says-otherwise'; readonly says: string; readonly found: FoundFormat }
  | { readonly code: 'delimiter'; readonly delimiter: string; readonly isDeclared: boolean }
  /** The file doesn't say its encoding and is no UTF-8: accents may have come out wrong. */
  | { readonly code: 'encoding-guessed'; readonly encoding: TextEncoding }
  /** Sheets that hold something besides the one that is read. */
  | { readonly code: 'sheets-not-read'; readonly sheets: readonly SheetName[] }
  /** Sheets with the same headings as the one that is read: often one for each month or year. */
  | { readonly code: 'sheets-alike'; readonly sheets: readonly string[] }
  | { readonly code: 'sheet-hidden'; readonly sheet: string }
  /** Headings that were put together from several rows; `rows` counts them all. */
  | { readonly code: 'headings-joined'; readonly rows: number }
  | { readonly code: 'lines-above'; readonly count: number }
  | { readonly code: 'no-headings' }
  /** Another program spoiled letters before; met in the first rows, and kept as they are. */
  | { readonly code: 'letters-garbled'; readonly found: GarbledText }
  /** Whole lines lay in one column and were cut. */
  | { readonly code: 'lines-cut'; readonly delimiter: string }
  /** Merged cells below the headings that count for every row they span. */
  | { readonly code: 'cells-over-rows'; readonly cells: number }
  /** A second list beside the first, under the same headings; it isn't read. */
  | { readonly code: 'list-beside'; readonly columns: ColumnRange }
  /** Met in the first rows of the table; `SheetReading.troubles` knows of all that were read. */
  | { readonly code: 'cells-in-trouble'; readonly trouble: CellTrouble };

const formatsByEnding: { readonly [ending: string]: readonly FoundFormat[] } = {
  csv: ['csv'],
  tsv: ['csv'],
  tab: ['csv'],
  psv: ['csv'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xltx: ['xlsx'],
  xltm: ['xlsx'],
  xlsb: ['xlsx'],
  xls: ['xls'],
  xlt: ['xls'],
  ods: ['ods'],
  ots: ['ods'],
  fods: ['ods'],
  htm: ['web-page'],
  html: ['web-page'],
  xml: ['xml-spreadsheet'],
  slk: ['sylk'],
};

/** The fact that a name's ending lies about what was found in the file; endings that say nothing don't lie. */
export function nameFact(fileName: string, found: FoundFormat): ReadingFact | undefined {
  const says = /\.([a-z0-9]{1,5})$/i.exec(fileName.trim())?.[1]?.toLowerCase();
  const expected = says === undefined ? undefined : formatsByEnding[says];
  if (says === undefined || !expected || expected.includes(found)) return undefined;
  return { code: 'name-says-otherwise', says, found };
}
