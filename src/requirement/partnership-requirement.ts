import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { requiredLacks, sustainability } from '../joint-work/sustainability.ts';
import type { Assessment } from './assessment.ts';
import type { PartnershipFacts } from './requirement-facts.ts';
import type { Notice, Outstanding } from './requirement-reason.ts';

/**
 * Met by one partnership that both sides confirmed, that has an agreement in term and every other sign of lasting
 * that the rules require. Otherwise what is missing from the one that is nearest to it: an agency needs only one.
 */
export function assessPartnership(
  rules: Pick<CampaignRules, 'sustainability'>,
  partnerships: readonly PartnershipFacts[],
  today: CalendarDate,
): Assessment {
  const notices = partnerships.flatMap((partnership) => reviewNotice(partnership, today));
  const [nearest] = partnerships
    .map((partnership) => ({ partnership, lacking: lackingIn(rules, partnership, today) }))
    .sort((a, b) => distance(a.partnership, a.lacking) - distance(b.partnership, b.lacking));
  if (!nearest) {
    const missing: Outstanding = { requirement: 'partnership', code: 'partnership-missing' };
    return { state: 'not-started', outstanding: [missing], notices };
  }
  const { partnership, lacking } = nearest;
  if (lacking.length > 0)
    return { state: isLive(partnership) ? 'in-progress' : 'not-started', outstanding: lacking, notices };
  const { partner, termEndsOn } = partnership;
  const until = termEndsOn && { termEndsOn };
  return {
    state: 'met',
    achievement: { requirement: 'partnership', code: 'partnership-in-place', partner, ...until },
    notices,
  };
}

function lackingIn(
  rules: Pick<CampaignRules, 'sustainability'>,
  partnership: PartnershipFacts,
  today: CalendarDate,
): readonly Outstanding[] {
  const { partner, state } = partnership;
  const requirement = 'partnership';
  switch (state) {
    case 'ended':
      return [{ requirement, code: 'partnership-ended', partner }];
    case 'declined':
      return [{ requirement, code: 'partner-declined', partner }];
    case 'draft':
      return [
        { requirement, code: 'partnership-not-sent', partner },
        ...lackingInAgreement(partnership, today),
      ];
    case 'awaiting-partner':
      return [
        {
          requirement,
          code: 'partner-not-confirmed',
          partner,
          ...(partnership.isAgain && { isRenewal: true }),
        },
        ...lackingInAgreement(partnership, today),
      ];
    case 'confirmed':
      return [...lackingInAgreement(partnership, today), ...lackingInJointWork(rules, partnership, today)];
  }
}

/** What is required beyond the confirmation and the term, which have reasons of their own. */
function lackingInJointWork(
  rules: Pick<CampaignRules, 'sustainability'>,
  partnership: PartnershipFacts,
  today: CalendarDate,
): readonly Outstanding[] {
  const { partner } = partnership;
  return requiredLacks(sustainability(rules.sustainability, partnership, today))
    .filter(({ code }) => code !== 'confirmed-by-both' && code !== 'agreement-in-term')
    .map((lack) => ({ requirement: 'partnership', code: 'partnership-not-sustained', partner, lack }));
}

/** The term's first and last day both belong to it. */
function lackingInAgreement(
  {
    partner,
    hasAgreement,
    termStartsOn,
    termEndsOn,
    lastEndedOn,
    renewalWaitsFor,
    isAgain,
  }: PartnershipFacts,
  today: CalendarDate,
): readonly Outstanding[] {
  const requirement = 'partnership';
  if (!hasAgreement)
    return [{ requirement, code: 'agreement-missing', partner, ...(isAgain && { isRenewal: true }) }];
  if (termStartsOn !== undefined && termStartsOn > today)
    return [
      {
        requirement,
        code: 'agreement-not-begun',
        partner,
        startsOn: termStartsOn,
        ...(lastEndedOn && { lastEndedOn }),
      },
    ];
  if (termEndsOn !== undefined && termEndsOn < today)
    return [
      {
        requirement,
        code: 'agreement-term-over',
        partner,
        endedOn: termEndsOn,
        ...(renewalWaitsFor && { renewalWaitsFor }),
      },
    ];
  return [];
}

/** Fewer missing things are nearer; a partnership that is over is farther than any live one. */
function distance(partnership: PartnershipFacts, lacking: readonly Outstanding[]): number {
  const stages = { confirmed: 0, 'awaiting-partner': 1, draft: 2, declined: 3, ended: 4 };
  return (isLive(partnership) ? 0 : 100) + lacking.length * 10 + stages[partnership.state];
}

function isLive({ state }: PartnershipFacts): boolean {
  return state !== 'declined' && state !== 'ended';
}

function reviewNotice(partnership: PartnershipFacts, today: CalendarDate): readonly Notice[] {
  const { partner, reviewOn } = partnership;
  if (!isLive(partnership) || reviewOn === undefined || reviewOn >= today) return [];
  return [{ requirement: 'partnership', code: 'partnership-review-overdue', partner, reviewOn }];
}
