import { sql } from 'kysely';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { joiningManyRows } from '../database/many-rows.ts';
import type { PolicyId } from '../policy/policy.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { type AskedAbout, isAsked } from './asked-staff-store.ts';
import type { Mailing, MailingAudience, MailingId } from './mailing.ts';

/** Held until the end of the transaction: of two who send at once, the second sees the first's sending. */
export async function lockMailings(tx: Transaction, agency: AgencyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`acknowledgment-mailing ${agency}`}, 0))`.execute(
    tx,
  );
}

export async function insertMailing(
  tx: Transaction,
  agency: AgencyId,
  mailing: {
    readonly policy: PolicyId;
    readonly audience: MailingAudience;
    readonly by: PersonId;
    readonly at: Date;
  },
): Promise<MailingId> {
  const { audience } = mailing;
  const { id } = await tx
    .insertInto('acknowledgment_mailing')
    .values({
      agency_id: agency,
      policy_id: mailing.policy,
      audience: audience.is,
      unit: audience.is === 'unit' ? audience.unit : null,
      asked_by: mailing.by,
      asked_at: mailing.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as MailingId;
}

/** The newest sending, or the one of this id. */
export async function findMailing(
  tx: Transaction,
  agency: AgencyId,
  id?: MailingId,
): Promise<Mailing | undefined> {
  let rows = tx
    .selectFrom('acknowledgment_mailing')
    .select(['id', 'policy_id', 'audience', 'unit', 'asked_at', 'mailed'])
    .where('agency_id', '=', agency);
  if (id) rows = rows.where('id', '=', id);
  const row = await rows.orderBy('asked_at', 'desc').limit(1).executeTakeFirst();
  if (!row) return undefined;
  return {
    id: row.id as MailingId,
    policy: row.policy_id as PolicyId,
    audience: audienceOf(row.audience, row.unit),
    askedAt: row.asked_at,
    mailed: row.mailed,
  };
}

function audienceOf(is: string, unit: string | null): MailingAudience {
  if (is === 'unit') return { is: 'unit', unit: unit ?? '' };
  return { is: is === 'reminder' ? 'reminder' : 'not-asked' };
}

/** Somebody to mail. */
export interface Addressee {
  readonly staff: StaffId;
  readonly name: string;
  readonly email: string;
}

/** Whom a reminder reaches: those whose last mail is older than `before`, and who had at most `mails`. */
export interface ReminderLimit {
  readonly before: Date;
  readonly mails: number;
}

/** Whether a link `l` is used, as the one who holds it is told: who gave a word that was taken back needs a new one. */
const isUsed = sql`exists (select from policy_acknowledgment u where u.agency_id = l.agency_id
  and u.policy_id = l.policy_id and u.staff_id = l.staff_id and u.how = 'link' and u.revoked_at >= l.mailed_at)`;

/** Of a person `m` with the address `e.email`: whether a sending to this audience reaches them. */
function isReached(agency: AgencyId, about: AskedAbout, audience: MailingAudience, limit: ReminderLimit) {
  const links = sql`select from acknowledgment_link l
    where l.agency_id = ${agency} and l.policy_id = ${about.policy} and l.staff_id = m.id and not ${isUsed}`;
  const reached = {
    'not-asked': sql`not exists (${links})`,
    unit: sql`not exists (${links}) and m.unit = ${audience.is === 'unit' ? audience.unit : ''}`,
    reminder: sql`exists (${links} having count(*) between 1 and ${limit.mails} and max(l.mailed_at) < ${limit.before})`,
  };
  return sql`${isAsked(agency, about)} and e.email <> '' and not exists (
      select from policy_acknowledgment k where k.agency_id = ${agency} and k.policy_id = ${about.policy}
        and k.staff_id = m.id and k.revoked_at is null and k.gave_way_in is null)
    and ${reached[audience.is]}`;
}

/** The work address the roster has, else that of the person's own account. */
function addresses(agency: AgencyId) {
  return sql`left join staff_account c on c.agency_id = ${agency} and c.staff_id = m.id and c.ended_at is null
    left join person p on p.id = c.person_id
    cross join lateral (select coalesce(nullif(m.email, ''), p.email, '') as email) e`;
}

/** The next people after `after` whom a sending reaches and who have no link of it yet. */
export async function listAddressees(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
  mailing: { readonly id: MailingId; readonly audience: MailingAudience },
  limit: ReminderLimit & { readonly people: number; readonly after?: StaffId | undefined },
): Promise<readonly Addressee[]> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<Addressee>`
    select m.id as staff, trim(m.given_name || ' ' || m.family_name) as name, e.email
    from staff_member m ${addresses(agency)}
    where ${isReached(agency, about, mailing.audience, limit)}
      and not exists (select from acknowledgment_link l
        where l.agency_id = ${agency} and l.mailing_id = ${mailing.id} and l.staff_id = m.id)
      ${limit.after ? sql`and m.id > ${limit.after}::uuid` : sql``}
    order by m.id limit ${limit.people}`.execute(tx),
  );
  return rows;
}

/** How many people a sending would reach. */
export async function countAddressees(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
  audience: MailingAudience,
  limit: ReminderLimit,
): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*) as people from staff_member m ${addresses(agency)}
    where ${isReached(agency, about, audience, limit)}`.execute(tx);
  return rows[0]?.people ?? 0;
}

/** The people missing, by whether they can be mailed. */
export interface MailableCounts {
  /** With an address, and not asked yet. */
  readonly notAsked: number;
  readonly toRemind: number;
  readonly withoutAddress: number;
  /** All of them, also those whose last mail is too new for another. */
  readonly missing: number;
}

/** How many people are missing, and how each of them can be reached, in one query. */
export async function countMailable(
  tx: Transaction,
  agency: AgencyId,
  about: AskedAbout,
  limit: ReminderLimit,
): Promise<MailableCounts> {
  const { rows } = await joiningManyRows(tx, () =>
    sql<MailableCounts>`
    select count(*) filter (where e.email <> '' and l.mails is null) as "notAsked",
      count(*) filter (where e.email <> '' and l.mails <= ${limit.mails} and l.last_at < ${limit.before}) as "toRemind",
      count(*) filter (where e.email = '') as "withoutAddress", count(*) as missing
    from staff_member m ${addresses(agency)}
    left join (select staff_id, count(*) as mails, max(mailed_at) as last_at from acknowledgment_link l
      where agency_id = ${agency} and policy_id = ${about.policy} and not ${isUsed} group by staff_id) l on l.staff_id = m.id
    left join (select staff_id from policy_acknowledgment where agency_id = ${agency} and policy_id = ${about.policy}
      and revoked_at is null and gave_way_in is null) k on k.staff_id = m.id
    where ${isAsked(agency, about)} and k.staff_id is null`.execute(tx),
  );
  return rows[0] ?? { notAsked: 0, toRemind: 0, withoutAddress: 0, missing: 0 };
}

export interface NewLink {
  readonly staff: StaffId;
  readonly hash: Buffer;
}

/** Writes links of one sending and counts them. Answers for whom: whoever has one already is left out, and gets no mail. */
export async function insertLinks(
  tx: Transaction,
  agency: AgencyId,
  mailing: Mailing,
  links: readonly NewLink[],
  { at, days }: { readonly at: Date; readonly days: number },
): Promise<ReadonlySet<StaffId>> {
  const { rows } = await sql<{ staff_id: StaffId }>`
    insert into acknowledgment_link
      (agency_id, mailing_id, policy_id, staff_id, is_first, token_hash, mailed_at, expires_at)
    select ${agency}, ${mailing.id}, ${mailing.policy}, staff, ${mailing.audience.is !== 'reminder'} and not exists (
        select from acknowledgment_link l where l.agency_id = ${agency} and l.policy_id = ${mailing.policy}
          and l.staff_id = staff and ${isUsed}), hash, ${at},
      ${at}::timestamptz + make_interval(days => ${days})
    from unnest(${links.map(({ staff }) => staff)}::uuid[], ${links.map(({ hash }) => hash)}::bytea[]) as n (staff, hash)
    on conflict do nothing
    returning staff_id`.execute(tx);
  await sql`update acknowledgment_mailing set mailed = mailed + ${rows.length}
    where agency_id = ${agency} and id = ${mailing.id}`.execute(tx);
  return new Set(rows.map(({ staff_id }) => staff_id));
}

export async function updateMailingEnded(
  tx: Transaction,
  agency: AgencyId,
  id: MailingId,
  at: Date,
): Promise<void> {
  await tx
    .updateTable('acknowledgment_mailing')
    .set({ ended_at: at })
    .where('agency_id', '=', agency)
    .where('id', '=', id)
    .execute();
}
