import type { PartnerId, Transaction } from '../database/acting.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import type { JointGroupId } from './joint-agreement.ts';
import type { NoGiven, WordGiven } from './joint-word.ts';
import { signedBy, wordColumns } from './party-columns-store.ts';

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
