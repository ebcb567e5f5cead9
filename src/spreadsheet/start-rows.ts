import type { Cell, SheetRow } from './sheet.ts';

/** Of a longer text, the start tells enough of what its column is. */
const judgedText = 500;
/** Characters that are looked at in all; a cell counts as some however short it is. */
const judgedLength = 4_000_000;
const lengthOfCell = 40;

/**
 * The first rows of a sheet, by which headings and columns are told before anybody has an answer. However large a
 * file makes its cells, only so much of them is looked at: the rest comes with the reading of all rows.
 */
export class StartRows {
  readonly rows: SheetRow[] = [];
  readonly #wanted: number;
  #length = 0;

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  get areEnough(): boolean {
    return this.rows.length >= this.#wanted || this.#length >= judgedLength;
  }

  add(batch: readonly SheetRow[]): void {
    for (const { number, cells } of batch) {
      if (this.areEnough) return;
      for (const { text } of cells) this.#length += Math.min(text.length, judgedText) + lengthOfCell;
      this.rows.push({ number, cells: cells.map(startOf) });
    }
  }
}

function startOf(cell: Cell): Cell {
  if (cell.text.length <= judgedText) return cell;
  return { kind: 'text', text: cell.text.slice(0, judgedText).toWellFormed() };
}
