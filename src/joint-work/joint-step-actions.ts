import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { Side } from '../partnership/partnership.ts';
import {
  agencyPath,
  type Letter,
  mailAgency,
  mailRepresentatives,
  partnerPath,
  worksAtAgency,
} from '../partnership/partnership-step-actions.ts';
import type { JointAct, NoJointAct } from './joint-act.ts';
import { insertChange } from './joint-change-store.ts';
import { isShared } from './joint-place.ts';

/** What was done to what; `fields` say what of it changed. */
export interface JointStep {
  readonly act: string;
  readonly kind: 'joint-meeting' | 'joint-action' | 'joint-training' | 'joint-check-in';
  readonly id: string;
  readonly fields?: readonly string[];
}

/**
 * Whether somebody may do anything for their side now. What both do together counts for the requirement, so nobody who
 * works at the agency acts for its partner too.
 */
export async function mayAct(
  tx: Transaction,
  { partnership, side, person }: Pick<JointAct, 'partnership' | 'side' | 'person'>,
): Promise<Outcome<undefined, NoJointAct>> {
  if (!isShared(partnership)) return refused({ code: 'partnership-not-shared' });
  const isOfBoth = side === 'partner' && (await worksAtAgency(tx, person, partnership.agency.id));
  return isOfBoth ? refused({ code: 'own-agency' }) : done(undefined);
}

/** Writes a step down twice: for both sides beside the thing itself, and into the agency's trail. */
export async function recordJointStep(tx: Transaction, act: JointAct, step: JointStep): Promise<void> {
  const { partnership, side } = act;
  const fields = step.fields ?? [];
  await insertChange(tx, act, { subject: step.id, act: step.act, fields });
  await recordAudit(
    tx,
    { agency: partnership.agency.id, partner: partnership.partner.id },
    {
      action: step.act,
      subject: { kind: step.kind, id: step.id },
      details: { partnership: partnership.id, side, ...(fields.length > 0 ? { fields } : {}) },
    },
  );
}

/** Mails whoever speaks for each side; `write` gets the reader's side, and its path of the partnership. */
export async function mailBothSides(
  tx: Transaction,
  { partnership }: JointAct,
  write: (reader: Side, path: string) => Letter,
): Promise<void> {
  await mailAgency(tx, partnership, write('agency', agencyPath(partnership)));
  await mailRepresentatives(tx, partnership, write('partner', partnerPath(partnership)));
}
