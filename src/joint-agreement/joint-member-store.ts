import { sql } from 'kysely';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { JointGroupId, JointMemberId } from './joint-agreement.ts';
import type { NoGiven, WordGiven } from './joint-word.ts';
import { signedBy, wordColumns } from './party-columns-store.ts';
import type { ListedAgency } from './pasted-agencies.ts';

/** Puts agencies on the list; who declined, left or was taken off is asked anew. Answers how many are new on it. */
export async function insertMembers(
  tx: Transaction,
  group: JointGroupId,
  agencies: readonly Pick<ListedAgency, 'agency' | 'name'>[],
  askedAt: Date | undefined,
): Promise<readonly JointMemberId[]> {
  if (agencies.length === 0) return [];
  const { rows } = await sql<{ id: JointMemberId }>`
    insert into joint_member as m (group_id, agency_id, name, asked_at)
    select ${group}::uuid, agency, name, ${askedAt ?? null}::timestamptz
    from unnest(${agencies.map(({ agency }) => agency)}::uuid[], ${agencies.map(({ name }) => name)}::text[]) as a (agency, name)
    on conflict (group_id, agency_id) where agency_id is not null
      do update set state = 'asked', asked_at = excluded.asked_at, name = excluded.name
      where m.state in ('declined', 'left', 'withdrawn')
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The same for addresses of agencies that are not in the program. */
export async function insertAddresses(
  tx: Transaction,
  group: JointGroupId,
  emails: readonly string[],
  askedAt: Date | undefined,
): Promise<readonly JointMemberId[]> {
  if (emails.length === 0) return [];
  const { rows } = await sql<{ id: JointMemberId }>`
    insert into joint_member as m (group_id, email, name, asked_at)
    select ${group}::uuid, email, email, ${askedAt ?? null}::timestamptz from unnest(${[...emails]}::text[]) as a (email)
    on conflict (group_id, email) where agency_id is null
      do update set state = 'asked', asked_at = excluded.asked_at where m.state = 'withdrawn'
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function updateMembersAsked(
  tx: Transaction,
  group: JointGroupId,
  ids: readonly JointMemberId[],
  at: Date,
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('joint_member')
    .set({ asked_at: at })
    .where('group_id', '=', group)
    .where('id', 'in', [...ids])
    .execute();
}

/** False when it has answered, or isn't on the list. */
export async function updateMemberWithdrawn(
  tx: Transaction,
  group: JointGroupId,
  id: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('joint_member')
    .set({ state: 'withdrawn' })
    .where('group_id', '=', group)
    .where('id', '=', id)
    .where('state', 'in', ['asked', 'declined'])
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The agency's word. The database makes partnerships with the partners whose word holds for later joiners. */
export async function updateMemberJoined(
  tx: Transaction,
  group: JointGroupId,
  agency: AgencyId,
  word: WordGiven,
): Promise<void> {
  await tx
    .updateTable('joint_member')
    .set({ state: 'joined', ...wordColumns(word) })
    .where('group_id', '=', group)
    .where('agency_id', '=', agency)
    .returning('id')
    .executeTakeFirstOrThrow();
}

export async function updateMemberNo(
  tx: Transaction,
  group: JointGroupId,
  agency: AgencyId,
  { state, by, signature, reason }: NoGiven,
): Promise<void> {
  await tx
    .updateTable('joint_member')
    .set({ state, reason, ...signedBy(by, signature) })
    .where('group_id', '=', group)
    .where('agency_id', '=', agency)
    .returning('id')
    .executeTakeFirstOrThrow();
}
