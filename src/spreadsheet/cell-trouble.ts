import type { SheetRow } from './sheet.ts';

/** Cells of one column that hold no value, or less of it than they should: somebody should know. */
export interface CellTrouble {
  /**
   * `error`: `#N/A` and its like. `uncalculated`: a formula whose result the file doesn't hold; both count as
   * missing. `digits-lost`: a text such as `1.2E+10`, which a program made of a long number before it saved it.
   */
  readonly code: 'error' | 'uncalculated' | 'digits-lost';
  /** 0-based. */
  readonly column: number;
  readonly cells: number;
  /** The first few of them, 1-based as the spreadsheet shows them. */
  readonly rows: readonly number[];
  /** What the first such cell shows; '' for one that was never calculated. */
  readonly text: string;
}

/** How many rows are named; all are counted. */
const namedRows = 3;

const shortened = /^\d(?:\.\d{1,6})?E\+\d{1,2}$/;

/**
 * Takes note of the troubled cells of rows that pass by. However many there are, it keeps a count and a few rows for each
 * column; where there are none, it costs next to nothing.
 */
export class CellTroubles {
  readonly #found = new Map<string, CellTrouble>();

  add(rows: readonly SheetRow[]): void {
    for (const { number, cells } of rows)
      for (let column = 0; column < cells.length; column++) {
        const cell = cells[column];
        if (cell?.kind === 'error')
          this.#note(cell.text === '' ? 'uncalculated' : 'error', number, column, cell.text);
        else if (cell?.kind === 'text' && isShortened(cell.text))
          this.#note('digits-lost', number, column, cell.text);
      }
  }

  /** By column, errors first. */
  get found(): readonly CellTrouble[] {
    return [...this.#found.values()].toSorted((a, b) => a.column - b.column || a.code.localeCompare(b.code));
  }

  #note(code: CellTrouble['code'], row: number, column: number, text: string): void {
    const key = `${column} ${code}`;
    const { cells, rows, ...known } = this.#found.get(key) ?? { code, column, cells: 0, rows: [], text };
    const named = rows.length < namedRows ? [...rows, row] : rows;
    this.#found.set(key, { ...known, cells: cells + 1, rows: named });
  }
}

function isShortened(text: string): boolean {
  return text.length <= 14 && text.includes('E+') && shortened.test(text);
}

/** The troubled cells of a few rows, such as a reading's sample. */
export function cellTroubles(rows: readonly SheetRow[]): readonly CellTrouble[] {
  const troubles = new CellTroubles();
  troubles.add(rows);
  return troubles.found;
}
