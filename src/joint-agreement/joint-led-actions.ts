import { recordAudit } from '../audit/audit.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { JointGroup, JointGroupId } from './joint-agreement.ts';
import { lockGroup } from './joint-agreement-store.ts';
import type { LeadRefusal } from './joint-refusal.ts';

/** The group that the acting agency leads, kept for this transaction; refused once it has ended. */
export async function lockLed(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
): Promise<Outcome<JointGroup, LeadRefusal>> {
  const group = await lockGroup(tx, id);
  if (!group || group.lead.agency !== act.agency) return refused({ code: 'group-not-found' });
  return group.state.is === 'ended' ? refused({ code: 'group-ended' }) : done(group);
}

/** What the lead did, in its own trail. */
export function recordOfLead(
  tx: Transaction,
  { agency, now }: Pick<AgencyAct, 'agency' | 'now'>,
  id: JointGroupId,
  action: string,
  details: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return recordAudit(
    tx,
    { agency },
    { action, subject: { kind: 'joint-group', id }, details: { ...details, on: now.toISOString() } },
  );
}
