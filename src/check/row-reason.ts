/** A row, 1-based as a spreadsheet shows it, and a sentence about it. */
export interface RowReason {
  readonly row: number;
  readonly reason: string;
}

export function byRow(one: RowReason, other: RowReason): number {
  return one.row - other.row || (one.reason < other.reason ? -1 : Number(one.reason > other.reason));
}
