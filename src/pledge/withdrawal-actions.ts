import type { Transaction } from '../database/acting.ts';
import { type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { belongsTo, type OwnAgency } from './decision-actions.ts';
import { dropAskedExtension } from './extension-store.ts';
import type { Pledge } from './pledge.ts';
import { lockPledgeIn, type PledgeElsewhere } from './pledge-actions.ts';
import { type CertifiedAlready, isCertified } from './pledge-certificate-actions.ts';
import { pledgeWithdrawnMail } from './pledge-mail-content.ts';
import { mailAbout, mailLeaders, pledgePage, recordPledge } from './pledge-step-actions.ts';
import { updateWithdrawn } from './pledge-store.ts';
import { revokeExecutiveInvitations } from './signature-request-actions.ts';

export interface Withdrawal {
  readonly by: 'agency' | 'campaign';
  readonly reason: string;
}

/**
 * Ends the pledge. What was recorded stays, and the agency may pledge again; what waits for review is taken back by
 * the database. Once a certificate was issued for it, only the campaign ends a pledge.
 */
export async function withdrawPledge(
  tx: Transaction,
  act: AgencyAct,
  withdrawal: Withdrawal,
): Promise<Outcome<Pledge, PledgeElsewhere | OwnAgency | CertifiedAlready>> {
  if (withdrawal.by === 'campaign' && (await belongsTo(tx, act.person, act.agency))) {
    return refused({ code: 'own-agency' });
  }
  const found = await lockPledgeIn(
    tx,
    act.agency,
    'awaiting-signature',
    'awaiting-acceptance',
    'returned',
    'active',
  );
  if (!found.ok) return found;
  const pledge = found.value;
  if (withdrawal.by === 'agency' && (await isCertified(tx, pledge))) {
    return refused({ code: 'certified-already' });
  }
  await updateWithdrawn(tx, pledge, { ...withdrawal, at: act.now });
  await dropAskedExtension(tx, act.agency, act.now);
  await revokeExecutiveInvitations(tx, act.agency);
  await recordPledge(tx, pledge, 'pledge-withdrawn', { by: withdrawal.by, from: pledge.state.is });
  await mailLeaders(
    tx,
    act,
    pledgeWithdrawnMail({ ...(await mailAbout(tx, act, pledgePage)), ...withdrawal }),
  );
  return found;
}
