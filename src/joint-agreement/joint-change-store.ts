import { sql } from 'kysely';
import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import type { Signature } from '../agreement/agreement-version.ts';
import type { AgencyId, PartnerId, PersonId, Transaction } from '../database/acting.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import type { GroupKind, JointGroup, JointGroupId, JointMemberId, PartyContact } from './joint-agreement.ts';
import type { ListedAgency } from './pasted-agencies.ts';

export async function insertGroup(
  tx: Transaction,
  group: {
    readonly name: string;
    readonly kind: GroupKind;
    readonly lead: { readonly agency: AgencyId; readonly name: string };
    readonly by: PersonId;
    readonly side: 'agency' | 'campaign';
    readonly at: Date;
  },
): Promise<JointGroupId> {
  const { id } = await tx
    .insertInto('joint_group')
    .values({
      name: group.name,
      kind: group.kind,
      lead_agency_id: group.lead.agency,
      lead_name: group.lead.name,
      begun_by: group.by,
      begun_by_side: group.side,
      begun_at: group.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id as JointGroupId;
}

/** Writes the next version and puts it before everybody. */
export async function insertVersion(
  tx: Transaction,
  { id, version }: Pick<JointGroup, 'id' | 'version'>,
  written: {
    readonly terms: AgreementTerms;
    readonly note: string;
    readonly by: PersonId;
    readonly signature: Signature;
  },
): Promise<number> {
  const number = version + 1;
  const { name, title, at } = written.signature;
  await tx
    .insertInto('joint_version')
    .values({
      group_id: id,
      number,
      terms: JSON.stringify(written.terms),
      note: written.note,
      proposed_by: written.by,
      proposed_name: name,
      proposed_title: title,
      proposed_at: at,
    })
    .execute();
  await tx
    .updateTable('joint_group')
    .set({ version: number, state: 'open' })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirstOrThrow();
  return number;
}

export async function updateGroupEnded(
  tx: Transaction,
  id: JointGroupId,
  ended: { readonly by: PersonId; readonly at: Date; readonly reason: string },
): Promise<void> {
  await tx
    .updateTable('joint_group')
    .set({ state: 'ended', ended_at: ended.at, ended_by: ended.by, end_reason: ended.reason })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirstOrThrow();
}

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

export interface WordGiven {
  readonly version: number;
  readonly contact: PartyContact;
  readonly by: PersonId;
  readonly signature: Signature;
}

function wordColumns({ version, contact, by, signature }: WordGiven) {
  return {
    version,
    contact_name: contact.name,
    contact_email: contact.email,
    contact_phone: contact.phone,
    always: contact.always,
    ...signedBy(by, signature),
    reason: null,
  };
}

function signedBy(by: PersonId, { name, title, at }: Signature) {
  return { answered_by: by, answered_name: name, answered_title: title, answered_at: at };
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

export interface NoGiven {
  readonly state: 'declined' | 'left';
  readonly by: PersonId;
  readonly signature: Signature;
  readonly reason: string;
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

/** Puts a partner on the list, or asks it anew. */
export async function upsertPartner(
  tx: Transaction,
  group: JointGroupId,
  partner: {
    readonly partner: PartnerId;
    readonly name: string;
    readonly representativeEmail: string | undefined;
    readonly askedAt: Date | undefined;
  },
): Promise<void> {
  const asked = {
    name: partner.name,
    representative_email: partner.representativeEmail ?? null,
    asked_at: partner.askedAt ?? null,
  };
  await tx
    .insertInto('joint_partner')
    .values({ group_id: group, partner_id: partner.partner, ...asked })
    .onConflict((conflict) =>
      conflict
        .columns(['group_id', 'partner_id'])
        .doUpdateSet({ ...asked, state: 'asked' })
        .where('joint_partner.state', 'in', ['declined', 'left', 'withdrawn']),
    )
    .execute();
}

export async function updatePartnersAsked(tx: Transaction, group: JointGroupId, at: Date): Promise<void> {
  await tx.updateTable('joint_partner').set({ asked_at: at }).where('group_id', '=', group).execute();
}

export async function updatePartnerWithdrawn(
  tx: Transaction,
  group: JointGroupId,
  partner: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('joint_partner')
    .set({ state: 'withdrawn' })
    .where('group_id', '=', group)
    .where('partner_id', '=', partner)
    .where('state', 'in', ['asked', 'declined'])
    .returning('partner_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** The partner's word for the group. The database makes a partnership with every agency that has joined. */
export async function updatePartnerConfirmed(
  tx: Transaction,
  group: JointGroupId,
  partner: PartnerId,
  word: WordGiven & {
    readonly coversLater: boolean;
    readonly isNamedInPublic: boolean;
    readonly document: Pick<AdmittedFile, 'sha256' | 'name' | 'mediaType' | 'size'> | undefined;
  },
): Promise<void> {
  const { document } = word;
  await tx
    .updateTable('joint_partner')
    .set({
      state: 'confirmed',
      ...wordColumns(word),
      covers_later: word.coversLater,
      named_in_public: word.isNamedInPublic,
      document_sha256: document?.sha256 ?? null,
      document_name: document?.name ?? null,
      document_type: document?.mediaType ?? null,
      document_size: document?.size ?? null,
    })
    .where('group_id', '=', group)
    .where('partner_id', '=', partner)
    .returning('partner_id')
    .executeTakeFirstOrThrow();
}

export async function updatePartnerNo(
  tx: Transaction,
  group: JointGroupId,
  partner: PartnerId,
  { state, by, signature, reason }: NoGiven,
): Promise<void> {
  await tx
    .updateTable('joint_partner')
    .set({ state, reason, ...signedBy(by, signature) })
    .where('group_id', '=', group)
    .where('partner_id', '=', partner)
    .returning('partner_id')
    .executeTakeFirstOrThrow();
}
