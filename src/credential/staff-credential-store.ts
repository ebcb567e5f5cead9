import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';
import type { SignedCredential } from './signed-credential.ts';
import type { StatusPlace } from './status-entry.ts';

export type StaffCredentialId = Brand<'StaffCredentialId'>;

/** Who ended a credential: the person it is about, or their agency. */
export type EndedBecause = 'own-wish' | 'agency';

/** A person's credential as lists show it. */
export interface ListedStaffCredential {
  readonly id: StaffCredentialId;
  readonly record: TrainingRecordId;
  readonly holder: string;
  readonly training: string;
  readonly completedOn: CalendarDate;
  readonly issuedAt: Date;
  readonly ended: { readonly at: Date; readonly because: EndedBecause } | undefined;
}

export interface NewStaffCredential {
  readonly agency: AgencyId;
  readonly id: StaffCredentialId;
  readonly staff: StaffId;
  readonly person: PersonId;
  readonly record: TrainingRecordId;
  readonly holder: string;
  readonly training: string;
  readonly completedOn: CalendarDate;
  readonly status: StatusPlace;
  readonly key: string;
  readonly at: Date;
}

/** False when the record has a credential already. */
export async function insertStaffCredential(
  tx: Transaction,
  made: NewStaffCredential,
  signed: SignedCredential,
): Promise<boolean> {
  const row = await tx
    .insertInto('staff_credential')
    .values({
      agency_id: made.agency,
      id: made.id,
      staff_id: made.staff,
      person_id: made.person,
      record_id: made.record,
      holder: made.holder,
      training: made.training,
      completed_on: made.completedOn,
      list: made.status.list,
      place: made.status.index,
      signing_key_id: made.key,
      issued_at: made.at,
      json_ld: signed.json,
      jwt: signed.jwt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The signed credential, unless it was ended: then it is given out no more. */
export async function findLiveStaffCredential(
  tx: Transaction,
  agency: AgencyId,
  id: StaffCredentialId,
): Promise<(SignedCredential & { readonly training: string }) | undefined> {
  const row = await tx
    .selectFrom('staff_credential')
    .select(['json_ld', 'jwt', 'training'])
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row && { json: row.json_ld, jwt: row.jwt, training: row.training };
}

/** A person's own, the newest first. */
export async function listStaffCredentialsOf(
  tx: Transaction,
  agency: AgencyId,
  person: PersonId,
  limit: number,
): Promise<readonly ListedStaffCredential[]> {
  const rows = await listed(tx, agency)
    .where('person_id', '=', person)
    .orderBy('issued_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(toListed);
}

export interface StaffCredentialQuery {
  readonly search: string;
  readonly state: 'live' | 'ended';
  readonly limit: number;
  readonly offset: number;
}

/** One page of those that people of the agency asked for, the newest first. */
export async function listStaffCredentials(
  tx: Transaction,
  agency: AgencyId,
  { search, state, limit, offset }: StaffCredentialQuery,
): Promise<{ readonly credentials: readonly ListedStaffCredential[]; readonly total: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await listed(tx, agency)
    .select((build) => build.fn.countAll().over().as('total'))
    .where('ended_at', state === 'live' ? 'is' : 'is not', null)
    .where((build) => build.or([build('holder', 'ilike', pattern), build('training', 'ilike', pattern)]))
    .orderBy('issued_at', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { credentials: rows.map(toListed), total: Number(rows[0]?.total ?? 0) };
}

/** The database ends its status along with it. False when there is none that could be ended. */
export async function updateStaffCredentialEnded(
  tx: Transaction,
  agency: AgencyId,
  id: StaffCredentialId,
  ended: { readonly by: PersonId; readonly because: EndedBecause; readonly at: Date },
): Promise<boolean> {
  const row = await tx
    .updateTable('staff_credential')
    .set({ ended_at: ended.at, ended_by: ended.by, ended_because: ended.because })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

function listed(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('staff_credential')
    .select([
      'id',
      'record_id',
      'holder',
      'training',
      'completed_on',
      'issued_at',
      'ended_at',
      'ended_because',
    ])
    .where('agency_id', '=', agency);
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof listed>['execute']>>[number];

function toListed(row: ListedRow): ListedStaffCredential {
  return {
    id: row.id as StaffCredentialId,
    record: row.record_id as TrainingRecordId,
    holder: row.holder,
    training: row.training,
    completedOn: row.completed_on as CalendarDate,
    issuedAt: row.issued_at,
    ended: row.ended_at ? { at: row.ended_at, because: row.ended_because as EndedBecause } : undefined,
  };
}
