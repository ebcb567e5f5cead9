/** A row, 1-based as a spreadsheet shows it, what is to say about it as a code, and the same as a sentence. */
export interface RowReason {
  readonly row: number;
  readonly reason: string;
  readonly sentence: string;
}

type Said = Pick<RowReason, 'row' | 'sentence'>;

export function byRow(one: Said, other: Said): number {
  return one.row - other.row || (one.sentence < other.sentence ? -1 : Number(one.sentence > other.sentence));
}
