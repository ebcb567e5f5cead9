import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { AgencyPolicy } from '../policy/policy.ts';
import { policyInEffect } from '../policy/policy-life-actions.ts';
import { rulesOf } from '../training/coverage-actions.ts';
import { type AcknowledgmentFigures, asksNonSworn } from './acknowledgment.ts';
import { type AskedAbout, countAcknowledged } from './asked-staff-store.ts';

export {
  type AskedAbout,
  type AskedSelection,
  countAcknowledged,
  listAskedStaff,
  listParts,
  listUnitsAndShifts,
} from './asked-staff-store.ts';

export { type DepartedSigner, listDeparted } from './departed-store.ts';

/** The version that staff are asked to acknowledge on a day, and who is asked. */
export interface AskedVersion {
  readonly policy: AgencyPolicy;
  readonly rules: CampaignRules;
  readonly about: AskedAbout;
}

/** Undefined while no version is in effect: then nobody is asked. Acts for the agency. */
export async function askedVersion(
  tx: Transaction,
  agency: AgencyId,
  day: CalendarDate,
): Promise<AskedVersion | undefined> {
  const policy = await policyInEffect(tx, agency, day);
  if (!policy) return undefined;
  const rules = await rulesOf(tx, agency);
  return { policy, rules, about: { policy: policy.id, day, nonSworn: asksNonSworn(rules) } };
}

/** How many of the people asked have acknowledged the version in effect; undefined while there is none. */
export async function acknowledgmentStanding(
  tx: Transaction,
  agency: AgencyId,
  day: CalendarDate,
): Promise<AcknowledgmentFigures | undefined> {
  const asked = await askedVersion(tx, agency, day);
  return asked && countAcknowledged(tx, agency, asked.about);
}
