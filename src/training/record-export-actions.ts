import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { type Acting, type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { listStaffAfter } from '../roster/roster-export-actions.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import type { ExportFormat } from '../table-export/table-download.ts';
import { rulesOf } from './coverage-actions.ts';
import { catchUpWithDecisions, recognizerOf } from './judging-actions.ts';
import {
  type ExportedRecord,
  exportedRecordOfNobody,
  exportedRecordsOf,
  type RecordJudging,
} from './record-export.ts';
import { listRecordsOfNobody, listRecordsOfPeople } from './record-export-store.ts';
import type { TrainingRecordId } from './stored-record.ts';

type AgencyActing = Acting & { readonly as: 'agency' };

const peopleAtOnce = 250;
const recordsAtOnce = 2_000;

/** Hands all training records out, person by person and last those of nobody known; that somebody took them is written down. */
export async function exportRecords(
  db: Database,
  acting: AgencyActing,
  today: CalendarDate,
  format: ExportFormat,
): Promise<{ readonly rules: CampaignRules; readonly rows: AsyncIterable<readonly ExportedRecord[]> }> {
  return actingAs(db, acting, async (tx) => {
    await recordExported(tx, acting.agency, 'training-records-exported', { format });
    await catchUpWithDecisions(tx, acting.agency);
    const judging = { today, recognize: await recognizerOf(tx, acting.agency) };
    return { rules: await rulesOf(tx, acting.agency), rows: allRecords(db, acting, judging) };
  });
}

export function recordExported(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'agency', id: agency }, details });
}

async function* allRecords(
  db: Database,
  acting: AgencyActing,
  judging: RecordJudging,
): AsyncGenerator<readonly ExportedRecord[]> {
  const { agency } = acting;
  let person: StaffMember | undefined;
  do {
    const page = await actingAs(db, acting, (tx) => pageOfPeople(tx, agency, person, judging));
    yield page.rows;
    person = page.last;
  } while (person);
  let record: TrainingRecordId | undefined;
  do {
    const records = await actingAs(db, acting, (tx) =>
      listRecordsOfNobody(tx, agency, record, recordsAtOnce),
    );
    yield records.map((found) => exportedRecordOfNobody(found, judging));
    record = records.length === recordsAtOnce ? records.at(-1)?.id : undefined;
  } while (record);
}

/** The records of the next people by name. `last` is undefined when nobody is left. */
async function pageOfPeople(
  tx: Transaction,
  agency: AgencyId,
  after: StaffMember | undefined,
  judging: RecordJudging,
) {
  const everybody = {
    search: '',
    kind: undefined,
    standing: 'all',
    sort: 'name',
    descending: false,
  } as const;
  const selection = { ...everybody, today: judging.today };
  const people = await listStaffAfter(tx, agency, selection, after, peopleAtOnce);
  const records = Map.groupBy(
    await listRecordsOfPeople(
      tx,
      agency,
      people.map(({ id }) => id),
    ),
    ({ staffId }) => staffId,
  );
  return {
    rows: people.flatMap((member) => exportedRecordsOf(member, records.get(member.id) ?? [], judging)),
    last: people.length === peopleAtOnce ? people.at(-1) : undefined,
  };
}
