import { recordAudit } from '../audit/audit.ts';
import { type AgencyId, type PartnerId, switchActing, type Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import type { JointGroup, JointGroupId, JointMemberId } from './joint-agreement.ts';
import { lockGroup } from './joint-agreement-store.ts';
import { listPairs } from './joint-list-store.ts';
import { type LeftOutPair, lockAnswers } from './joint-pair-store.ts';
import { listPairsThatWait } from './joint-reading-actions.ts';
import type { AnswerToGroup } from './joint-refusal.ts';

/** What becomes of the partnerships that came out of the group, when a party leaves it. */
export interface Leaving {
  readonly reason: string;
  readonly endsPartnerships: boolean;
}

/** The group while it can be answered, kept for this transaction; with a version only while that is the present one. */
export async function lockOpen(
  tx: Transaction,
  id: JointGroupId,
  version?: number,
): Promise<Outcome<JointGroup, AnswerToGroup>> {
  await lockAnswers(tx);
  const group = await lockGroup(tx, id);
  if (!group) return refused({ code: 'group-not-found' });
  if (group.state.is !== 'open') return refused({ code: 'group-ended' });
  return version === undefined || version === group.version
    ? done(group)
    : refused({ code: 'version-changed' });
}

export type Answering =
  | { readonly agency: AgencyId; readonly member: JointMemberId }
  | { readonly partner: PartnerId };

/** Writes an answer into the trail of who gave it, and into the lead's, which asked for it. */
export async function recordAnswer(
  tx: Transaction,
  { id, lead }: JointGroup,
  who: Answering,
  did: 'joined' | 'confirmed' | 'declined' | 'left',
  at: Date,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const details = { ...more, on: at.toISOString() };
  const subject = { kind: 'joint-group', id };
  const own = 'agency' in who ? { agency: who.agency } : { partner: who.partner };
  await recordAudit(tx, own, { action: `joint-agreement-${did}`, subject, details });
  const [party, named] =
    'agency' in who ? ['member', { member: who.member }] : ['partner', { partner: who.partner }];
  // The program writes it: nobody writes in another's trail.
  await switchActing(tx, { as: 'system' }, (system) =>
    recordAudit(
      system,
      { agency: lead.agency },
      { action: `joint-${party}-${did}`, subject, details: { ...details, ...named } },
    ),
  );
}

/** Pairs of the party that wait because one person would speak for both sides. */
export async function leftOutOf(
  tx: Transaction,
  group: JointGroup,
  of: { readonly agency: AgencyId } | { readonly partner: PartnerId },
): Promise<readonly LeftOutPair[]> {
  const pairs = await listPairsThatWait(tx, group);
  return pairs.filter((pair) => ('agency' in of ? pair.agency === of.agency : pair.partner === of.partner));
}

export async function partnershipsOut(tx: Transaction, id: JointGroupId): Promise<readonly PartnershipId[]> {
  return [...new Set((await listPairs(tx, id)).map(({ partnership }) => partnership))];
}
