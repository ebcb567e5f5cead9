import type { MergedCells } from './workbook.ts';

/**
 * The merged cells of a sheet by the row they begin in. Merged cells of a sound workbook never overlap and end where
 * the sheet ends; here what overlaps or lies outside is left out, so that a file which repeats one block over the
 * whole sheet a million times costs no more than one block.
 */
export class HeadingBlocks {
  readonly #byRow = new Map<number, MergedCells[]>();

  /** `width`: how many columns the sheet's rows fill. */
  constructor(blocks: readonly MergedCells[], width: number) {
    for (const block of blocks) {
      if (block.firstColumn >= width) continue;
      const row = this.#byRow.get(block.firstRow) ?? [];
      row.push({ ...block, lastColumn: Math.min(block.lastColumn, width - 1) });
      this.#byRow.set(block.firstRow, row);
    }
    for (const [number, row] of this.#byRow) this.#byRow.set(number, besideEachOther(row));
  }

  /** From left to right; none of them shares a column with another. */
  startingIn(row: number): readonly MergedCells[] {
    return this.#byRow.get(row) ?? [];
  }
}

function besideEachOther(blocks: readonly MergedCells[]): MergedCells[] {
  const kept: MergedCells[] = [];
  for (const block of blocks.toSorted((a, b) => a.firstColumn - b.firstColumn))
    if (block.firstColumn > (kept.at(-1)?.lastColumn ?? -1)) kept.push(block);
  return kept;
}
