import { sql } from 'kysely';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { wordPatterns } from '../database/word-patterns.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type {
  CertificateFacts,
  CertificateState,
  CertificateStateName,
  SubmittedCertificate,
  SubmittedCertificateId,
} from './submitted-certificate.ts';

export interface CertificateQuery {
  readonly state: CertificateStateName;
  /** Words that the person's name or number or the course begins with. */
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** One page of what was sent in: what waits, the longest waiting first; what was decided, the latest first. */
export async function listCertificates(
  tx: Transaction,
  agency: AgencyId,
  { state, search, limit, offset }: CertificateQuery,
): Promise<{ readonly certificates: readonly SubmittedCertificate[]; readonly total: number }> {
  let rows = certificateRows(tx, agency)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('c.state', '=', state);
  for (const pattern of wordPatterns(search)) {
    rows = rows.where(
      sql<boolean>`(lower(m.family_name) like ${pattern} or lower(m.given_name) like ${pattern}
        or lower(m.employee_number) like ${pattern} or lower(m.badge) like ${pattern}
        or lower(c.course_title) like ${`%${pattern}`})`,
    );
  }
  const found = await rows
    .orderBy('c.submitted_at', state === 'submitted' ? 'asc' : 'desc')
    .orderBy('c.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return { certificates: found.map(certificateOf), total: Number(found[0]?.total ?? 0) };
}

/** What one person sent in, the latest first. */
export async function listCertificatesOf(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
  limit: number,
): Promise<readonly SubmittedCertificate[]> {
  const rows = await certificateRows(tx, agency)
    .where('c.staff_id', '=', staff)
    .orderBy('c.submitted_at', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .execute();
  return rows.map(certificateOf);
}

export async function countWaiting(tx: Transaction, agency: AgencyId, staff?: StaffId): Promise<number> {
  let rows = tx
    .selectFrom('submitted_certificate')
    .select((expression) => expression.fn.countAll<number>().as('count'))
    .where('agency_id', '=', agency)
    .where('state', '=', 'submitted');
  if (staff) rows = rows.where('staff_id', '=', staff);
  return Number((await rows.executeTakeFirstOrThrow()).count);
}

/** The certificate if the acting party may see it. */
export async function findCertificate(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<SubmittedCertificate | undefined> {
  const row = await certificateRows(tx, agency).where('c.id', '=', id).executeTakeFirst();
  return row && certificateOf(row);
}

/** The certificate, locked, if it still waits and the acting party may settle it. */
export async function lockWaiting(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<SubmittedCertificate | undefined> {
  const locked = await tx
    .selectFrom('submitted_certificate')
    .select('id')
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('state', '=', 'submitted')
    .forUpdate()
    .executeTakeFirst();
  return locked && findCertificate(tx, agency, id);
}

export async function insertCertificate(
  tx: Transaction,
  agency: AgencyId,
  sent: {
    readonly staff: StaffId;
    readonly facts: CertificateFacts;
    readonly file: StoredFileId;
    readonly by: PersonId;
  },
): Promise<SubmittedCertificateId> {
  const { facts } = sent;
  const { id } = await tx
    .insertInto('submitted_certificate')
    .values({
      agency_id: agency,
      staff_id: sent.staff,
      file_id: sent.file,
      course_title: facts.title,
      hours: facts.hours === undefined ? null : String(facts.hours),
      completed_on: facts.completedOn,
      expires_on: facts.expiresOn ?? null,
      provider: facts.provider,
      state: 'submitted',
      submitted_by: sent.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as SubmittedCertificateId;
}

/** Settles a certificate that is locked. */
export async function updateSettled(
  tx: Transaction,
  agency: AgencyId,
  id: SubmittedCertificateId,
  to:
    | { readonly state: 'confirmed'; readonly by: PersonId; readonly record: string }
    | { readonly state: 'returned'; readonly by: PersonId; readonly reason: string }
    | { readonly state: 'taken-back' },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('submitted_certificate')
    .set({
      state: to.state,
      decided_by: to.state === 'taken-back' ? null : to.by,
      decided_at: to.state === 'taken-back' ? null : sql<Date>`now()`,
      record_id: to.state === 'confirmed' ? to.record : null,
      return_reason: to.state === 'returned' ? to.reason : null,
    })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('state', '=', 'submitted')
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`The certificate ${id} was settled while it was locked.`);
}

/** Where to write to whoever sent a certificate in; undefined when the acting party may not know. */
export async function findSender(
  tx: Transaction,
  agency: AgencyId,
  id: SubmittedCertificateId,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('submitted_certificate as c')
    .innerJoin('person as p', 'p.id', 'c.submitted_by')
    .select('p.email')
    .where('c.agency_id', '=', agency)
    .where('c.id', '=', id)
    .executeTakeFirst();
  return row?.email ?? undefined;
}

function certificateRows(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('submitted_certificate as c')
    .innerJoin('staff_member as m', (join) =>
      join.onRef('m.agency_id', '=', 'c.agency_id').onRef('m.id', '=', 'c.staff_id'),
    )
    .innerJoin('stored_file as f', (join) =>
      join.onRef('f.agency_id', '=', 'c.agency_id').onRef('f.id', '=', 'c.file_id'),
    )
    .select(['c.id', 'c.staff_id', 'c.course_title', 'c.hours', 'c.completed_on', 'c.expires_on'])
    .select(['c.provider', 'c.state', 'c.submitted_at', 'c.decided_at', 'c.return_reason', 'c.record_id'])
    .select(['m.family_name', 'm.given_name', 'm.middle_name', 'm.suffix', 'm.employee_number', 'm.badge'])
    .select(['f.id as file_id', 'f.name as file_name', 'f.media_type', 'f.size', 'f.sha256'])
    .where('c.agency_id', '=', agency);
}

type CertificateRow = Awaited<ReturnType<ReturnType<typeof certificateRows>['execute']>>[number];

function certificateOf(row: CertificateRow): SubmittedCertificate {
  return {
    id: row.id as SubmittedCertificateId,
    staff: {
      id: row.staff_id as StaffId,
      name: { family: row.family_name, given: row.given_name, middle: row.middle_name, suffix: row.suffix },
      number: row.employee_number || row.badge,
    },
    facts: {
      title: row.course_title,
      hours: row.hours === null ? undefined : Number(row.hours),
      completedOn: row.completed_on as CalendarDate,
      expiresOn: (row.expires_on as CalendarDate | null) ?? undefined,
      provider: row.provider,
    },
    file: {
      id: row.file_id as StoredFileId,
      name: row.file_name,
      mediaType: row.media_type,
      size: row.size,
      sha256: row.sha256,
    },
    submittedAt: row.submitted_at,
    state: stateOf(row),
  };
}

/** The table's checks hold what is assumed here about reason, record and day. */
function stateOf(row: CertificateRow): CertificateState {
  const at = row.decided_at;
  if (at && row.record_id) return { is: 'confirmed', at, record: row.record_id };
  if (at && row.return_reason !== null) return { is: 'returned', at, reason: row.return_reason };
  return { is: row.state === 'taken-back' ? 'taken-back' : 'submitted' };
}
