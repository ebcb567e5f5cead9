import { blankCell } from './cell.ts';
import type { Cell, SheetRow } from './sheet.ts';
import type { MergedCells } from './workbook.ts';

/** Headings stand near the top: other merged cells further down are of no use. */
const lastHeadingRow = 1_000;
/** More blocks than this are not remembered. */
const mostBlocks = 100_000;

/**
 * The merged cells of a sheet that may be needed: for headings, or because one cell stands for several rows of data.
 * A block that begins where another does, or that is none, is left out: no program writes it.
 */
export class MergedBlocks {
  readonly #blocks: MergedCells[] = [];
  readonly #corners = new Set<string>();

  add(block: MergedCells): void {
    if (this.#blocks.length >= mostBlocks || !isSound(block)) return;
    if (block.firstRow > lastHeadingRow && !isDownward(block)) return;
    const corner = `${block.firstRow} ${block.firstColumn}`;
    if (this.#corners.has(corner)) return;
    this.#corners.add(corner);
    this.#blocks.push(block);
  }

  get found(): readonly MergedCells[] {
    return this.#blocks;
  }
}

function isSound({ firstRow, lastRow, firstColumn, lastColumn }: MergedCells): boolean {
  const isWhole = [firstRow, lastRow, firstColumn, lastColumn].every(Number.isSafeInteger);
  return isWhole && firstRow > 0 && lastRow >= firstRow && firstColumn >= 0 && lastColumn >= firstColumn;
}

function isDownward({ firstRow, lastRow, firstColumn, lastColumn }: MergedCells): boolean {
  return lastRow > firstRow && firstColumn === lastColumn;
}

/** The blocks below the headings whose one cell stands for several rows: a name beside all of a person's courses. */
export function blocksOverRows(merged: readonly MergedCells[], headerRow: number): readonly MergedCells[] {
  return merged
    .filter((block) => block.firstRow > headerRow && isDownward(block))
    .toSorted((a, b) => a.firstRow - b.firstRow);
}

/** Writes what a merged cell shows into every row that it spans. Rows come in order, over any number of calls. */
export class MergedRows {
  readonly #blocks: readonly MergedCells[];
  #next = 0;
  readonly #open = new Map<number, { readonly lastRow: number; readonly cell: Cell }>();

  constructor(blocks: readonly MergedCells[]) {
    this.#blocks = blocks;
  }

  filled(rows: readonly SheetRow[]): readonly SheetRow[] {
    return this.#blocks.length === 0 ? rows : rows.map((row) => this.#filledRow(row));
  }

  #filledRow(row: SheetRow): SheetRow {
    for (; (this.#blocks[this.#next]?.firstRow ?? Number.POSITIVE_INFINITY) <= row.number; this.#next++) {
      const block = this.#blocks[this.#next];
      const cell = row.number === block?.firstRow ? row.cells[block.firstColumn] : undefined;
      if (block && cell) this.#open.set(block.firstColumn, { lastRow: block.lastRow, cell });
    }
    const cells = [...row.cells];
    for (const [column, { lastRow, cell }] of this.#open) {
      if (lastRow < row.number) this.#open.delete(column);
      else if ((cells[column]?.kind ?? 'blank') === 'blank') {
        while (cells.length < column) cells.push(blankCell);
        cells[column] = cell;
      }
    }
    return { number: row.number, cells };
  }
}
