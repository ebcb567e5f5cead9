import { recordAudit } from '../audit/audit.ts';
import { type Acting, actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { rowPages } from '../table-export/row-pages.ts';
import type { ExportFormat } from '../table-export/table-download.ts';
import { listStaffAfter, type StaffSelection } from './roster-export-store.ts';
import type { StaffMember } from './staff-member.ts';

export { listStaffAfter, type StaffSelection } from './roster-export-store.ts';

const peopleAtOnce = 2_000;

/**
 * Hands the roster out. That somebody took it is written down before the first person is read; people are then read
 * some at a time.
 */
export async function exportRoster(
  db: Database,
  acting: Acting & { readonly as: 'agency' },
  selection: StaffSelection,
  format: ExportFormat,
): Promise<AsyncIterable<readonly StaffMember[]>> {
  const { agency } = acting;
  await actingAs(db, acting, (tx) =>
    recordAudit(
      tx,
      { agency },
      {
        action: 'roster-exported',
        subject: { kind: 'agency', id: agency },
        details: { format, standing: selection.standing },
      },
    ),
  );
  return rowPages<StaffMember>(peopleAtOnce, (after, limit) =>
    actingAs(db, acting, (tx) => listStaffAfter(tx, agency, selection, after, limit)),
  );
}
