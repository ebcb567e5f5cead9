import { recordAudit } from '../audit/audit.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { fitCounts, type ImpossibleMonth } from './counted-file.ts';
import { outcomeCounts } from './outcome-actions.ts';
import type { CountedCell, OutcomeCounts } from './outcome-counts.ts';
import { findRevision, listChangedMonths, lockCounts, upsertCounts } from './outcome-store.ts';

/** What taking counts in would do, held against what stands. */
export interface ImportPreview {
  readonly cells: readonly CountedCell[];
  /** Months whose counts can't be right beside what stands: left out. */
  readonly impossible: readonly ImpossibleMonth[];
  readonly standing: OutcomeCounts;
  readonly revision: number;
}

export async function previewImport(
  tx: Transaction,
  agency: AgencyId,
  cells: readonly CountedCell[],
): Promise<ImportPreview> {
  const standing = await outcomeCounts(tx, agency);
  return { ...fitCounts(standing, cells), standing, revision: await findRevision(tx, agency) };
}

/**
 * Takes in the counts that a person has seen and confirmed. Refused when one of their months has changed since: then they
 * are to be seen again beside what stands now.
 */
export async function takeCountsIn(
  tx: Transaction,
  agency: AgencyId,
  { cells, revision }: { readonly cells: readonly CountedCell[]; readonly revision: number },
): Promise<Outcome<number, { readonly code: 'counts-changed' }>> {
  await lockCounts(tx, agency);
  const months = new Set(cells.map(({ month }) => month));
  const changedMeanwhile = await listChangedMonths(tx, agency, revision);
  if (changedMeanwhile.some((month) => months.has(month))) return refused({ code: 'counts-changed' });
  const changed = await upsertCounts(tx, agency, cells);
  if (changed > 0)
    await recordAudit(
      tx,
      { agency },
      {
        action: 'outcomes-imported',
        subject: { kind: 'monthly-outcome', id: agency },
        details: { months: months.size, changed },
      },
    );
  return done(changed);
}
