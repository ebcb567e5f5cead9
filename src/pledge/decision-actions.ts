import { agencyById } from '../agency/agency-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, PersonId, Transaction } from '../database/acting.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { Pledge, PledgeTerm } from './pledge.ts';
import { lockPledgeIn, type PledgeElsewhere } from './pledge-actions.ts';
import { pledgeAcceptedMail, pledgeReturnedMail } from './pledge-mail-content.ts';
import { mailAbout, mailLeaders, pledgePage, recordPledge } from './pledge-step-actions.ts';
import { updateAccepted, updateReturned } from './pledge-store.ts';
import { beginTerm } from './pledge-term.ts';

/** Nobody decides for the campaign about an agency they belong to. */
export type OwnAgency = { readonly code: 'own-agency' };

export async function belongsTo(tx: Transaction, person: PersonId, agency: AgencyId): Promise<boolean> {
  return (await listAgencyMembers(tx, agency)).some((member) => member.person === person);
}

/** The campaign accepts: the term begins today, as the day is where the agency is. */
export async function acceptPledge(
  tx: Transaction,
  act: AgencyAct,
): Promise<Outcome<PledgeTerm, PledgeElsewhere | OwnAgency>> {
  if (await belongsTo(tx, act.person, act.agency)) return refused({ code: 'own-agency' });
  const found = await lockPledgeIn(tx, act.agency, 'awaiting-acceptance');
  if (!found.ok) return found;
  const pledge = found.value;
  const { timeZone } = await agencyById(tx, act.agency);
  const takenOn = dayIn(timeZone, act.now);
  const term = beginTerm(campaignRules(pledge.rulesVersion), takenOn, pledge.targetMonths);
  await updateAccepted(tx, pledge, { term, by: act.person, at: act.now });
  await recordPledge(tx, pledge, 'pledge-accepted', { ...term });
  await mailLeaders(tx, act, pledgeAcceptedMail({ ...(await mailAbout(tx, act, workspacePage)), term }));
  return done(term);
}

/** The campaign returns a signed pledge with what has to change. */
export async function returnPledge(
  tx: Transaction,
  act: AgencyAct,
  reason: string,
): Promise<Outcome<Pledge, PledgeElsewhere | OwnAgency>> {
  if (await belongsTo(tx, act.person, act.agency)) return refused({ code: 'own-agency' });
  const found = await lockPledgeIn(tx, act.agency, 'awaiting-acceptance');
  if (!found.ok) return found;
  await updateReturned(tx, found.value, { by: 'campaign', reason, at: act.now });
  await recordPledge(tx, found.value, 'pledge-returned');
  await mailLeaders(tx, act, pledgeReturnedMail({ ...(await mailAbout(tx, act, pledgePage)), reason }));
  return found;
}

const workspacePage = ({ slug }: { readonly slug: string }) => `/workspace/${slug}`;
