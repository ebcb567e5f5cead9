import { acknowledgmentStanding } from '../acknowledgment/acknowledgment-actions.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type CampaignRules, campaignRules, currentRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { withJointWork } from '../joint-work/joint-facts-actions.ts';
import { partnershipStandings } from '../partnership/partnership-actions.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { policyStanding } from '../policy/policy-actions.ts';
import { outstandingRequirements, requirementStatuses } from '../requirement/requirement.ts';
import type { PolicyFacts, RequirementFacts } from '../requirement/requirement-facts.ts';
import { coverageAsOf } from '../training/coverage-actions.ts';
import type { Standing } from './standing.ts';

/** Where the agency stands on `today`, by the rules its pledge is bound to (by the current ones without a pledge). */
export async function standingOf(tx: Transaction, agency: AgencyId, today: CalendarDate): Promise<Standing> {
  const pledge = await pledgeOf(tx, agency);
  const rules = pledge ? campaignRules(pledge.rulesVersion) : currentRules;
  const facts = await requirementFacts(tx, agency, rules, today);
  return {
    rules,
    facts,
    statuses: requirementStatuses(rules, facts),
    outstanding: outstandingRequirements(rules, facts),
  };
}

/** What each slice knows about its requirement. */
async function requirementFacts(
  tx: Transaction,
  agency: AgencyId,
  rules: CampaignRules,
  today: CalendarDate,
): Promise<RequirementFacts> {
  return {
    today,
    partnerships: await withJointWork(tx, agency, await partnershipStandings(tx, agency, today)),
    policy: await policyFacts(tx, agency, rules, today),
    coverage: await coverageAsOf(tx, agency, rules, today),
  };
}

/** Who acknowledged the policy is counted only where the rules ask for it; the roster is the agency's alone to see. */
async function policyFacts(
  tx: Transaction,
  agency: AgencyId,
  rules: CampaignRules,
  today: CalendarDate,
): Promise<PolicyFacts | undefined> {
  const facts = await policyStanding(tx, agency);
  if (!facts || !rules.acknowledgment.isRequired) return facts;
  return { ...facts, acknowledgment: await acknowledgmentStanding(tx, agency, today) };
}
