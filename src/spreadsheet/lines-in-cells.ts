import { cellFromText } from './cell.ts';
import { CsvRecords } from './csv-records.ts';
import type { Cell, SheetRow } from './sheet.ts';

const candidates = [',', ';', '\t', '|'] as const;
/** Fewer parts make no table: `Last, First` has two. */
const leastParts = 3;
const judgedRows = 200;

/**
 * The delimiter inside the cells of a sheet that has but one column: somebody opened a text file in a spreadsheet
 * program, which left whole lines in column A, and saved it. Undefined for any other sheet.
 */
export function lineDelimiter(rows: readonly SheetRow[]): string | undefined {
  const lines = rows.slice(0, judgedRows).map(onlyText);
  if (lines.length < 2 || lines.includes(undefined)) return undefined;
  return candidates.find((delimiter) => {
    const counts = lines
      .map((line) => partsOf(line ?? '', delimiter).length)
      .filter((count) => count >= leastParts);
    const usual = Math.max(...counts);
    return counts.filter((count) => count === usual).length * 5 >= lines.length * 4;
  });
}

/** Rows as they would be, had the program cut its lines. */
export function cutLines(rows: readonly SheetRow[], delimiter: string | undefined): readonly SheetRow[] {
  if (delimiter === undefined) return rows;
  return rows.map((row) => {
    const line = onlyText(row);
    return line === undefined ? row : { number: row.number, cells: cellsOf(line, delimiter) };
  });
}

function cellsOf(line: string, delimiter: string): Cell[] {
  const cells = partsOf(line, delimiter).map(cellFromText);
  while (cells.length > 0 && cells.at(-1)?.kind === 'blank') cells.pop();
  return cells;
}

function partsOf(line: string, delimiter: string): readonly string[] {
  return new CsvRecords(delimiter).take(line, true)[0] ?? [];
}

function onlyText({ cells }: SheetRow): string | undefined {
  return cells.length === 1 ? cells[0]?.text : undefined;
}
