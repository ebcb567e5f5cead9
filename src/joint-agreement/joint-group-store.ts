import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import type { Signature } from '../agreement/agreement-version.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import type { GroupKind, JointGroup, JointGroupId } from './joint-agreement.ts';

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
