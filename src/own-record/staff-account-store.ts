import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { AgencyRole } from '../identity/viewer.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { AccountLink, MemberAccount } from './staff-account.ts';

export interface AccountQuery {
  readonly shown: 'open' | 'linked' | 'all';
  /** A part of the name or the address. */
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

interface AccountRow {
  readonly person: PersonId;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly AgencyRole[];
  readonly link: 'linked' | 'proposed' | 'open';
  readonly staff_id: StaffId | null;
  readonly family_name: string | null;
  readonly given_name: string | null;
  readonly middle_name: string | null;
  readonly suffix: string | null;
  readonly number: string | null;
  readonly total: number;
}

/**
 * One page of who belongs to the agency and signs in, with whose account it is on the roster. Somebody is proposed
 * where one person of the roster, and only one, has the same address and no account yet.
 */
export async function listAccounts(
  tx: Transaction,
  agency: AgencyId,
  { shown, search, limit, offset }: AccountQuery,
): Promise<{ readonly accounts: readonly MemberAccount[]; readonly total: number }> {
  const pattern = `%${search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<AccountRow>`
    with member as (
      select m.person_id, array_agg(m.role order by m.role) as roles
      from agency_membership m where m.agency_id = ${agency} and m.ended_at is null group by m.person_id
    ), proposal as (
      select lower(s.email) as email, min(s.id::text)::uuid as staff_id
      from staff_member s
      where s.agency_id = ${agency} and s.email <> '' and s.separated_on is null and not exists (
        select from staff_account a where a.agency_id = ${agency} and a.staff_id = s.id and a.ended_at is null)
      group by lower(s.email) having count(*) = 1
    )
    select p.id as person, p.name, p.email, member.roles,
      case when a.staff_id is not null then 'linked' when proposal.staff_id is not null then 'proposed'
        else 'open' end as link,
      s.id as staff_id, s.family_name, s.given_name, s.middle_name, s.suffix,
      coalesce(nullif(s.employee_number, ''), s.badge) as number, count(*) over () as total
    from member
    join person p on p.id = member.person_id
    left join staff_account a on a.agency_id = ${agency} and a.person_id = p.id and a.ended_at is null
    left join proposal on proposal.email = p.email and a.staff_id is null
    left join staff_member s on s.agency_id = ${agency} and s.id = coalesce(a.staff_id, proposal.staff_id)
    where (${shown} = 'all' or (a.staff_id is not null) = (${shown} = 'linked'))
      and (p.name ilike ${pattern} or p.email ilike ${pattern})
    order by proposal.staff_id is null, p.name, p.email
    limit ${limit} offset ${offset}`.execute(tx);
  return { accounts: rows.map(accountOf), total: Number(rows[0]?.total ?? 0) };
}

function accountOf(row: AccountRow): MemberAccount {
  const { person, name, email, roles } = row;
  return { person, name, email, roles, link: linkOf(row) };
}

function linkOf(row: AccountRow): AccountLink {
  if (row.link === 'open' || row.staff_id === null) return { is: 'open' };
  const name = {
    family: row.family_name ?? '',
    given: row.given_name ?? '',
    middle: row.middle_name ?? '',
    suffix: row.suffix ?? '',
  };
  return { is: row.link, staff: { id: row.staff_id, name, number: row.number ?? '' } };
}

/** Who the person is on the roster. */
export async function findStaffOf(
  tx: Transaction,
  agency: AgencyId,
  person: PersonId,
): Promise<StaffId | undefined> {
  const row = await liveAccounts(tx, agency).where('person_id', '=', person).executeTakeFirst();
  return row && (row.staff_id as StaffId);
}

/** Whose account is linked to somebody of the roster. */
export async function findAccountOf(
  tx: Transaction,
  agency: AgencyId,
  staff: StaffId,
): Promise<PersonId | undefined> {
  const row = await liveAccounts(tx, agency).where('staff_id', '=', staff).executeTakeFirst();
  return row && (row.person_id as PersonId);
}

/** The id of the new link; undefined when the account or the person of the roster is linked already. */
export async function insertAccount(
  tx: Transaction,
  agency: AgencyId,
  link: { readonly staff: StaffId; readonly person: PersonId; readonly by: PersonId },
): Promise<string | undefined> {
  const row = await tx
    .insertInto('staff_account')
    .values({ agency_id: agency, staff_id: link.staff, person_id: link.person, linked_by: link.by })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** The id of the link that was ended; undefined when there was none. */
export async function updateAccountEnded(
  tx: Transaction,
  agency: AgencyId,
  person: PersonId,
  by: PersonId,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('staff_account')
    .set({ ended_at: sql<Date>`now()`, ended_by: by })
    .where('agency_id', '=', agency)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** Remembers for whom on the roster an invitation was sent; the database links who accepts it. */
export async function upsertStaffInvitation(
  tx: Transaction,
  agency: AgencyId,
  invitation: string,
  staff: StaffId,
): Promise<void> {
  await tx
    .insertInto('staff_invitation')
    .values({ agency_id: agency, invitation_id: invitation, staff_id: staff })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'invitation_id']).doUpdateSet({ staff_id: staff }),
    )
    .execute();
}

function liveAccounts(tx: Transaction, agency: AgencyId) {
  return tx
    .selectFrom('staff_account')
    .select(['staff_id', 'person_id'])
    .where('agency_id', '=', agency)
    .where('ended_at', 'is', null);
}
