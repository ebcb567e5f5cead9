import { sql } from 'kysely';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { JointGroup, JointGroupId, JointMemberId } from './joint-agreement.ts';
import { groupOf } from './joint-agreement-store.ts';

/** A group in a list, with where the reader stands to it. */
export interface ListedGroup {
  readonly group: JointGroup;
  /** The reader's own answer; undefined for the campaign, and for a lead that has not opened it. */
  readonly state: string | undefined;
  readonly answeredVersion: number | undefined;
  readonly agencies: number;
  readonly joined: number;
}

export interface GroupsAsked {
  readonly search: string;
  readonly sort: 'name' | 'state' | 'joined';
  readonly direction: 'ascending' | 'descending';
  readonly limit: number;
  readonly offset: number;
}

/** One page of the groups that the acting party has a place in; all of them for the campaign. */
export async function listGroups(
  tx: Transaction,
  of: { readonly agency: AgencyId } | { readonly partner: PartnerId } | 'campaign',
  asked: GroupsAsked,
): Promise<{ readonly groups: readonly ListedGroup[]; readonly total: number }> {
  const agency = of !== 'campaign' && 'agency' in of ? of.agency : null;
  const partner = of !== 'campaign' && 'partner' in of ? of.partner : null;
  const pattern = `%${asked.search.trim().replace(/[\\%_]/g, '\\$&')}%`;
  const direction = asked.direction === 'ascending' ? 'asc' : 'desc';
  const column = { name: 'g.name', state: 'g.state', joined: 'joined' } as const;
  const rows = await tx
    .selectFrom('joint_group as g')
    .leftJoin('joint_member as m', (join) =>
      join.onRef('m.group_id', '=', 'g.id').on('m.agency_id', '=', agency),
    )
    .leftJoin('joint_partner as p', (join) =>
      join.onRef('p.group_id', '=', 'g.id').on('p.partner_id', '=', partner),
    )
    .selectAll('g')
    .select(['m.state as member_state', 'p.state as partner_state', 'm.version as member_version'])
    .select('p.version as partner_version')
    .select(
      sql<number>`(select count(*)::int from joint_member_names(g.id) n where n.has_joined)`.as('joined'),
    )
    .select(
      sql<number>`(select count(*)::int from joint_member a where a.group_id = g.id and a.state <> 'withdrawn')`.as(
        'agencies',
      ),
    )
    .select(sql<number>`count(*) over ()`.as('total'))
    .where('g.name', 'ilike', pattern)
    .where((is) =>
      of === 'campaign'
        ? is.lit(true)
        : is.or([
            is('g.lead_agency_id', '=', agency),
            is('m.state', '<>', 'withdrawn'),
            is('p.state', '<>', 'withdrawn'),
          ]),
    )
    .orderBy(column[asked.sort], (order) =>
      (asked.sort === 'name' ? order.collate('und-x-icu') : order)[direction](),
    )
    .orderBy('g.id')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute();
  return {
    groups: rows.map((row) => ({
      group: groupOf(row),
      state: row.member_state ?? row.partner_state ?? undefined,
      answeredVersion: row.member_version ?? row.partner_version ?? undefined,
      agencies: row.agencies,
      joined: row.joined,
    })),
    total: Number(rows[0]?.total ?? 0),
  };
}

/** How many groups await the acting party's answer. */
export async function countAwaiting(
  tx: Transaction,
  of: { readonly agency: AgencyId } | { readonly partner: PartnerId },
): Promise<number> {
  const awaited = sql<{
    waiting: number;
  }>`select count(*)::int as waiting from joint_group g where g.state = 'open'
    and exists (${
      'agency' in of
        ? sql`select from joint_member m where m.group_id = g.id and m.agency_id = ${of.agency}
            and (m.state = 'asked' or m.state = 'joined' and m.version < g.version)`
        : sql`select from joint_partner p where p.group_id = g.id and p.partner_id = ${of.partner}
            and (p.state = 'asked' or p.state = 'confirmed' and (p.version < g.version
              or exists (select from joint_member_names(g.id) n where n.awaits_partner)))`
    })`;
  const { rows } = await awaited.execute(tx);
  return rows[0]?.waiting ?? 0;
}

/** Agencies of the public directory by their ids; others are left out. */
export async function findDirectoryAgencies(
  tx: Transaction,
  ids: readonly string[],
): Promise<readonly { readonly agency: AgencyId; readonly name: string }[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('directory_entry')
    .select(['agency_id', 'name'])
    .where('agency_id', 'in', [...ids])
    .execute();
  return rows.map(({ agency_id, name }) => ({ agency: agency_id as AgencyId, name }));
}

/** The public name of an agency, for the group that it leads. */
export async function findAgencyName(tx: Transaction, agency: AgencyId): Promise<string | undefined> {
  const row = await tx.selectFrom('agency').select('name').where('id', '=', agency).executeTakeFirst();
  return row?.name;
}

/** Partnerships that came out of a group, as the acting party may see them: with which partner or agency. */
export async function listPairs(
  tx: Transaction,
  group: JointGroupId,
): Promise<
  readonly {
    readonly agency: AgencyId;
    readonly partner: PartnerId;
    readonly partnership: PartnershipId;
    readonly version: number;
  }[]
> {
  const rows = await tx
    .selectFrom('joint_partnership')
    .select(['agency_id', 'partner_id', 'partnership_id', 'version'])
    .where('group_id', '=', group)
    .orderBy('version')
    .execute();
  return rows.map((row) => ({
    agency: row.agency_id as AgencyId,
    partner: row.partner_id as PartnerId,
    partnership: row.partnership_id as PartnershipId,
    version: row.version,
  }));
}

export async function findAgencySlug(tx: Transaction, agency: AgencyId): Promise<string | undefined> {
  const row = await tx.selectFrom('agency').select('slug').where('id', '=', agency).executeTakeFirst();
  return row?.slug;
}

export interface LeaderAddress {
  readonly member: JointMemberId;
  readonly agency: AgencyId;
  readonly slug: string;
  readonly name: string;
  readonly email: string;
}

/** Coordinators and executives of the group's agencies in the given states, for mail. The transaction acts as the program. */
export async function listLeaderAddresses(
  tx: Transaction,
  group: JointGroupId,
  states: readonly string[],
): Promise<readonly LeaderAddress[]> {
  const rows = await tx
    .selectFrom('joint_member as m')
    .innerJoin('agency_membership as a', 'a.agency_id', 'm.agency_id')
    .innerJoin('agency as g', 'g.id', 'a.agency_id')
    .innerJoin('person as p', 'p.id', 'a.person_id')
    .select(['m.id', 'a.agency_id', 'g.slug', 'g.name', 'p.email'])
    .distinct()
    .where('m.group_id', '=', group)
    .where('m.state', 'in', [...states])
    .where('a.ended_at', 'is', null)
    .where('a.role', 'in', ['coordinator', 'executive'])
    .execute();
  return rows.flatMap(({ id, agency_id, slug, name, email }) =>
    email ? [{ member: id as JointMemberId, agency: agency_id as AgencyId, slug, name, email }] : [],
  );
}
