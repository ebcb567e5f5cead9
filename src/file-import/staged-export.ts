import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { ExportTable } from '../table-export/export-table.ts';
import type { ImportId, ImportTypes } from './file-import.ts';
import type { ImportSubject } from './import-subject.ts';

/** Which staged rows are handed out. */
export interface StagedSelection<Kind extends string> {
  readonly import: ImportId;
  readonly kind: Kind;
  /** Whatever its kind, only what somebody should look at. */
  readonly toLookAt?: boolean;
  /** Words that name or number begin with. */
  readonly search: string;
}

/** How the staged rows of one subject are handed out. */
export interface StagedExport<T extends ImportTypes, Row> {
  readonly subject: ImportSubject<T>;
  /** The table they stand in, made once a download. */
  table(tx: Transaction, agency: AgencyId, today: CalendarDate): Promise<ExportTable<Row>>;
  /** The next rows after `after`, in the order of the file. */
  read(
    tx: Transaction,
    agency: AgencyId,
    selection: StagedSelection<T['kind']>,
    after: Row | undefined,
    limit: number,
  ): Promise<readonly Row[]>;
}
