import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import type { ColumnProposal, ProposedColumn } from './column-proposal.ts';
import { isEmptyHeading } from './heading.ts';
import { looksLikeFullNames, looksLikeSingleNames } from './value-shapes.ts';

interface NameFields<F extends string> {
  readonly full: F;
  readonly family: F;
  readonly given: F;
}

/**
 * One merged heading `Name` often stands over two columns, family name first. When the column taken for full names
 * holds single words and the unnamed column beside it does too, they are taken for family and given name.
 */
export function withSplitName<F extends string>(
  proposal: ColumnProposal<F>,
  sample: readonly SheetRow[],
  fields: NameFields<F>,
): ColumnProposal<F> {
  const full = proposal.columns.find((column) => column.field === fields.full);
  const beside = full && proposal.columns[full.index + 1];
  const isTaken = proposal.columns.some(({ field }) => field === fields.family || field === fields.given);
  if (!full || !beside || isTaken || !isUnnamed(beside, full)) return proposal;
  const [first, second] = [cellsOf(sample, full.index), cellsOf(sample, beside.index)];
  if (looksLikeFullNames(first) > 0.4 || looksLikeSingleNames(second) < 0.8) return proposal;
  return {
    columns: proposal.columns.map((column) => {
      if (column === full) return { ...column, field: fields.family, confidence: 0.6, why: 'values' };
      return column === beside ? { ...column, field: fields.given, confidence: 0.6, why: 'values' } : column;
    }),
  };
}

function isUnnamed<F extends string>(beside: ProposedColumn<F>, full: ProposedColumn<F>): boolean {
  if (beside.dropped || beside.field !== undefined) return false;
  return isEmptyHeading(beside.heading) || beside.heading === full.heading;
}

function cellsOf(sample: readonly SheetRow[], index: number): readonly Cell[] {
  return sample.flatMap((row) => row.cells[index] ?? []);
}
