import { recordAudit } from '../audit/audit.ts';
import { type Acting, actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { rowPages } from '../table-export/row-pages.ts';
import type { ExportFormat } from '../table-export/table-download.ts';
import type { AskedStaff } from './acknowledgment.ts';
import { type AskedAbout, type AskedSelection, listAskedStaffAfter } from './asked-staff-store.ts';

const peopleAtOnce = 2_000;

/** Hands a list of the people asked out, by name. That somebody took it is written down first. */
export async function exportAskedStaff(
  db: Database,
  acting: Acting & { readonly as: 'agency' },
  about: AskedAbout,
  selection: AskedSelection,
  format: ExportFormat,
): Promise<AsyncIterable<readonly AskedStaff[]>> {
  const { agency } = acting;
  await actingAs(db, acting, (tx) =>
    recordAudit(
      tx,
      { agency },
      {
        action: 'policy-acknowledgments-exported',
        subject: { kind: 'policy', id: about.policy },
        details: { format, standing: selection.standing },
      },
    ),
  );
  return rowPages<AskedStaff>(peopleAtOnce, (after, limit) =>
    actingAs(db, acting, (tx) => listAskedStaffAfter(tx, agency, about, selection, after, limit)),
  );
}
