import { agencyById } from '../agency/agency-actions.ts';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { postMail } from '../mail/mail.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { agencyLeaders } from '../pledge/agency-leader-actions.ts';
import { signatureFits } from '../pledge/signature.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { AgencyPolicy } from './policy.ts';
import { recordPolicy } from './policy-actions.ts';
import { updateRescinded } from './policy-change-store.ts';
import { versionInEffect } from './policy-life.ts';
import { policyRescindedMail } from './policy-mail-content.ts';
import type { RefusedWith } from './policy-refusal.ts';
import { listPolicies, lockAdopted } from './policy-store.ts';

/** The version that the agency's staff follow on a day: what they read and acknowledge. Undefined while there is none. */
export async function policyInEffect(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<AgencyPolicy | undefined> {
  return versionInEffect(await listPolicies(tx, agency), today);
}

export interface RescissionGiven {
  /** As typed by the executive. */
  readonly name: string;
  readonly on: CalendarDate;
  readonly reason: string;
}

/** The executive's own act: the policy in force ends, and none takes its place. */
export async function rescindPolicy(
  tx: Transaction,
  act: AgencyAct,
  given: RescissionGiven,
): Promise<
  Outcome<undefined, RefusedWith<'adopted-not-found' | 'signature-unlike' | 'rescinded-in-future'>>
> {
  const policy = await lockAdopted(tx, act.agency);
  if (!policy) return refused({ code: 'adopted-not-found' });
  if (!signatureFits(given.name, act.personName)) {
    return refused({ code: 'signature-unlike', expected: act.personName });
  }
  const agency = await agencyById(tx, act.agency);
  if (given.on > dayIn(agency.timeZone, act.now)) return refused({ code: 'rescinded-in-future' });
  await updateRescinded(tx, policy, { ...given, at: act.now, by: act.person });
  await recordPolicy(tx, act, policy.id, 'policy-rescinded', { on: given.on, reason: given.reason });
  const { coordinator } = await agencyLeaders(tx, act.agency);
  if (coordinator && coordinator.person !== act.person) {
    const url = `${act.siteUrl}/workspace/${agency.slug}/policy`;
    const about = { agency: agency.name, title: policy.title, url, campaign: act.campaign };
    await postMail(tx, policyRescindedMail({ ...about, ...given, to: coordinator.email }));
  }
  return done(undefined);
}
