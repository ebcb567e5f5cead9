import { sql } from 'kysely';
import { readTerms } from '../agreement/agreement-terms.ts';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type {
  GroupKind,
  GroupProgress,
  JointGroup,
  JointGroupId,
  JointMember,
  JointMemberId,
  JointPartner,
  JointVersion,
  MemberName,
  MemberStateName,
  PartnerStateName,
} from './joint-agreement.ts';

/** The group, where the acting party has a place in it. */
export async function findGroup(tx: Transaction, id: JointGroupId): Promise<JointGroup | undefined> {
  const row = await tx.selectFrom('joint_group').selectAll().where('id', '=', id).executeTakeFirst();
  return row && groupOf(row);
}

/** The same, kept for this transaction: acts about one group follow each other. */
export async function lockGroup(tx: Transaction, id: JointGroupId): Promise<JointGroup | undefined> {
  const { rows } = await sql<{ locked: boolean }>`select lock_joint_group(${id}) as locked`.execute(tx);
  // A statement of its own, so that it reads what whoever held the lock has written.
  return rows[0]?.locked ? findGroup(tx, id) : undefined;
}

interface GroupRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly lead_agency_id: string;
  readonly lead_name: string;
  readonly state: string;
  readonly version: number;
  readonly ended_at: Date | null;
  readonly end_reason: string | null;
}

export function groupOf(row: GroupRow): JointGroup {
  return {
    id: row.id as JointGroupId,
    name: row.name,
    kind: row.kind as GroupKind,
    lead: { agency: row.lead_agency_id as AgencyId, name: row.lead_name },
    state:
      row.state === 'ended' && row.ended_at
        ? { is: 'ended', at: row.ended_at, reason: row.end_reason ?? '' }
        : { is: row.state === 'open' ? 'open' : 'preparing' },
    version: row.version,
  };
}

/** One version; the one before everybody without a number. */
export async function findVersion(
  tx: Transaction,
  group: JointGroupId,
  number: number,
): Promise<JointVersion | undefined> {
  const row = await tx
    .selectFrom('joint_version')
    .selectAll()
    .where('group_id', '=', group)
    .where('number', '=', number)
    .executeTakeFirst();
  return (
    row && {
      number: row.number,
      terms: readTerms(row.terms),
      note: row.note,
      proposed: { name: row.proposed_name, title: row.proposed_title, at: row.proposed_at },
    }
  );
}

function memberRows(tx: Transaction, group: JointGroupId) {
  return tx.selectFrom('joint_member').selectAll().where('group_id', '=', group);
}
type MemberRow = Awaited<ReturnType<ReturnType<typeof memberRows>['execute']>>[number];

export const membersSorted = ['name', 'state', 'answered'] as const;
export interface MembersAsked {
  readonly search: string;
  readonly sort: (typeof membersSorted)[number];
  readonly direction: 'ascending' | 'descending';
  readonly limit: number;
  readonly offset: number;
}

/** One page of the agencies of a group, as its lead or the campaign sees them. */
export async function listMembers(
  tx: Transaction,
  group: JointGroupId,
  asked: MembersAsked,
): Promise<{ readonly members: readonly JointMember[]; readonly total: number }> {
  const direction = asked.direction === 'ascending' ? 'asc' : 'desc';
  const column = { name: 'name', state: 'state', answered: 'answered_at' } as const;
  const pattern = `%${asked.search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await memberRows(tx, group)
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('state', '<>', 'withdrawn')
    .where((is) => is.or([is('name', 'ilike', pattern), is('email', 'ilike', pattern)]))
    .orderBy(column[asked.sort], (order) =>
      (asked.sort === 'name' ? order.collate('und-x-icu') : order)[direction]().nullsLast(),
    )
    .orderBy('name')
    .orderBy('id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return { members: rows.map(memberOf), total: Number(rows[0]?.total ?? 0) };
}

/** What an agency answered for itself, or is asked. */
export async function findMember(
  tx: Transaction,
  group: JointGroupId,
  agency: AgencyId,
): Promise<JointMember | undefined> {
  const row = await memberRows(tx, group).where('agency_id', '=', agency).executeTakeFirst();
  return row && memberOf(row);
}

/** Everybody whose answer to the version before them is awaited. */
export async function listAwaitedMembers(
  tx: Transaction,
  { id, version }: Pick<JointGroup, 'id' | 'version'>,
): Promise<readonly JointMember[]> {
  const rows = await memberRows(tx, id)
    .where((is) =>
      is.or([is('state', '=', 'asked'), is.and([is('state', '=', 'joined'), is('version', '<', version)])]),
    )
    .orderBy('name')
    .execute();
  return rows.map(memberOf);
}

function memberOf(row: MemberRow): JointMember {
  return {
    ...partyOf(row),
    id: row.id as JointMemberId,
    agency: (row.agency_id as AgencyId | null) ?? undefined,
    email: row.email ?? undefined,
    state: row.state as MemberStateName,
  };
}

function partnerRows(tx: Transaction, group: JointGroupId) {
  return tx.selectFrom('joint_partner').selectAll().where('group_id', '=', group);
}
type PartnerRow = Awaited<ReturnType<ReturnType<typeof partnerRows>['execute']>>[number];

/** The partners of a group, as its lead or the campaign sees them. */
export async function listPartners(tx: Transaction, group: JointGroupId): Promise<readonly JointPartner[]> {
  const rows = await partnerRows(tx, group)
    .where('state', '<>', 'withdrawn')
    .orderBy('name', (order) => order.collate('und-x-icu'))
    .execute();
  return rows.map(partnerOf);
}

export async function findPartner(
  tx: Transaction,
  group: JointGroupId,
  partner: PartnerId,
): Promise<JointPartner | undefined> {
  const row = await partnerRows(tx, group).where('partner_id', '=', partner).executeTakeFirst();
  return row && partnerOf(row);
}

function partnerOf(row: PartnerRow): JointPartner {
  return {
    ...partyOf(row),
    partner: row.partner_id as PartnerId,
    state: row.state as PartnerStateName,
    representativeEmail: row.representative_email ?? undefined,
    coversLater: row.covers_later,
    covers: row.covers as AgencyId[],
    isNamedInPublic: row.named_in_public,
  };
}

function partyOf(row: Pick<MemberRow, keyof MemberRow & keyof PartnerRow>) {
  return {
    name: row.name,
    askedAt: row.asked_at ?? undefined,
    version: row.version ?? undefined,
    contact: {
      name: row.contact_name,
      email: row.contact_email,
      phone: row.contact_phone,
      always: row.always,
    },
    answered: row.answered_at
      ? { name: row.answered_name ?? '', title: row.answered_title ?? '', at: row.answered_at }
      : undefined,
    reason: row.reason ?? '',
  };
}

/** Names of the agencies, for whoever has a place in the group: see the function in the migration. */
export async function listMemberNames(tx: Transaction, group: JointGroupId): Promise<readonly MemberName[]> {
  const { rows } = await sql<{ name: string; has_joined: boolean; awaits_partner: boolean }>`
    select name, has_joined, awaits_partner from joint_member_names(${group})`.execute(tx);
  return rows.map((row) => ({
    name: row.name,
    hasJoined: row.has_joined,
    awaitsPartner: row.awaits_partner,
  }));
}

export interface PartnerName {
  readonly partner: PartnerId;
  readonly name: string;
  readonly hasConfirmed: boolean;
}

export async function listPartnerNames(
  tx: Transaction,
  group: JointGroupId,
): Promise<readonly PartnerName[]> {
  const { rows } = await sql<{ partner_id: PartnerId; name: string; has_confirmed: boolean }>`
    select partner_id, name, has_confirmed from joint_partner_names(${group})`.execute(tx);
  return rows.map((row) => ({ partner: row.partner_id, name: row.name, hasConfirmed: row.has_confirmed }));
}

/** How far the group has come, as its lead or the campaign sees it. */
export async function countProgress(
  tx: Transaction,
  { id, version }: Pick<JointGroup, 'id' | 'version'>,
): Promise<GroupProgress> {
  const { rows } = await sql<GroupProgress>`
    select (select count(*)::int from joint_member m where m.group_id = ${id} and m.state in ('asked', 'joined')) as agencies,
      (select count(*)::int from joint_member m where m.group_id = ${id} and m.state = 'joined' and m.version = ${version}) as joined,
      (select count(*)::int from joint_member m where m.group_id = ${id} and m.state in ('declined', 'left')) as declined,
      (select count(*)::int from joint_partner p where p.group_id = ${id} and p.state in ('asked', 'confirmed')) as partners,
      (select count(*)::int from joint_partner p where p.group_id = ${id} and p.state in ('declined', 'left')) as "partnersDeclined",
      (select count(*)::int from joint_partner p
       where p.group_id = ${id} and p.state = 'confirmed' and p.version = ${version}) as confirmed`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('The group was not counted.');
  return row;
}
