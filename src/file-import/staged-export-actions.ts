import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type Acting, actingAs } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import type { ExportTable } from '../table-export/export-table.ts';
import { rowPages } from '../table-export/row-pages.ts';
import type { ImportTypes } from './file-import.ts';
import { toLookAtName } from './import-subject.ts';
import type { StagedExport, StagedSelection } from './staged-export.ts';

const rowsAtOnce = 2_000;

/** Hands out what an import would do, or did, to rows of one kind; that somebody took them is written down. */
export async function exportStagedRows<T extends ImportTypes, Row>(
  db: Database,
  acting: Acting & { readonly as: 'agency' },
  handout: StagedExport<T, Row>,
  selection: StagedSelection<T['kind']>,
  today: CalendarDate,
): Promise<{ readonly table: ExportTable<Row>; readonly rows: AsyncIterable<readonly Row[]> }> {
  const { agency } = acting;
  const table = await actingAs(db, acting, async (tx) => {
    await recordAudit(
      tx,
      { agency },
      {
        action: `${handout.subject.name}-import-downloaded`,
        subject: { kind: 'file-import', id: selection.import },
        details: { kind: selection.toLookAt ? toLookAtName : selection.kind },
      },
    );
    return handout.table(tx, agency, today);
  });
  const rows = rowPages<Row>(rowsAtOnce, (after, limit) =>
    actingAs(db, acting, (tx) => handout.read(tx, agency, selection, after, limit)),
  );
  return { table, rows };
}
