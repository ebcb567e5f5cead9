import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { lackSentence } from '../joint-work/sustainability-content.ts';
import { advancedCourses, baseCourses, count, elementTitles } from './plain-words.ts';
import type { Outstanding } from './requirement-reason.ts';

/** What to do about something outstanding: “Train 3 more sworn officers in CIT, CRIT or an equivalent: …”. */
export function outstandingSentence(rules: CampaignRules, outstanding: Outstanding): string {
  switch (outstanding.requirement) {
    case 'partnership':
      return partnershipSentence(outstanding);
    case 'policy':
      return policySentence(rules, outstanding);
    case 'advanced-training':
    case 'everyone-trained':
      return trainingSentence(rules, outstanding);
  }
}

function partnershipSentence(
  outstanding: Extract<Outstanding, { readonly requirement: 'partnership' }>,
): string {
  switch (outstanding.code) {
    case 'partnership-missing':
      return 'Add a mental health or community organization that your agency works with.';
    case 'partnership-not-sent':
      return `Ask ${outstanding.partner} to confirm the partnership.`;
    case 'partner-not-confirmed':
      return `Wait for ${outstanding.partner} to confirm the ${outstanding.isRenewal ? 'renewed partnership' : 'partnership'}, or remind them.`;
    case 'partner-declined':
      return `${outstanding.partner} declined. Settle it with them, or add another partner.`;
    case 'partnership-ended':
      return `The partnership with ${outstanding.partner} has ended. Add a partner.`;
    case 'agreement-missing':
      return `Upload the ${outstanding.isRenewal ? 'renewed agreement' : 'agreement'} with ${outstanding.partner}.`;
    case 'agreement-not-begun':
      return notBegunSentence(outstanding);
    case 'agreement-term-over':
      return termOverSentence(outstanding);
    case 'partnership-not-sustained':
      return lackSentence(outstanding.lack, {
        agency: 'your agency',
        partner: outstanding.partner,
        other: outstanding.partner,
      });
  }
}

type OfCode<Code extends Outstanding['code']> = Extract<Outstanding, { readonly code: Code }>;

function notBegunSentence({ partner, startsOn, lastEndedOn }: OfCode<'agreement-not-begun'>): string {
  return lastEndedOn
    ? `No agreed term with ${partner} is in effect: the last one ended on ${longDate(lastEndedOn)}, the next begins on ${longDate(startsOn)}. Propose an earlier first day, or wait.`
    : `Wait until the agreement with ${partner} begins on ${longDate(startsOn)}.`;
}

function termOverSentence({ partner, endedOn, renewalWaitsFor }: OfCode<'agreement-term-over'>): string {
  const since = `the last term ended on ${longDate(endedOn)}`;
  if (renewalWaitsFor === 'partner')
    return `Wait for ${partner} to confirm the renewal of the agreement, or remind them: ${since}.`;
  if (renewalWaitsFor === 'agency')
    return `Confirm the renewal of the agreement that ${partner} proposed, or answer it: ${since}.`;
  return `Renew the agreement with ${partner}: it ended on ${longDate(endedOn)}.`;
}

function policySentence(
  rules: CampaignRules,
  outstanding: Extract<Outstanding, { readonly requirement: 'policy' }>,
): string {
  switch (outstanding.code) {
    case 'policy-missing':
      return 'Begin your policy on responding to people with mental health conditions.';
    case 'policy-document-missing':
      return 'Upload the policy.';
    case 'policy-elements-open':
      return `Answer ${outstanding.elements.length} of ${outstanding.of} elements of the policy checklist: ${elementTitles(rules, outstanding.elements)}.`;
    case 'policy-element-reasons-missing':
      return `Say why these elements do not apply: ${elementTitles(rules, outstanding.elements)}.`;
    case 'policy-not-adopted':
      return 'Have the executive adopt the policy.';
    case 'policy-effective-date-missing':
      return 'Enter the day the policy takes effect.';
    case 'policy-not-in-effect':
      return `Wait until the policy takes effect on ${longDate(outstanding.effectiveOn)}.`;
    case 'policy-not-acknowledged': {
      const { acknowledged, missing, of } = outstanding;
      return `Have ${count(missing, 'more staff member')} read and acknowledge the policy: ${acknowledged.toLocaleString('en-US')} of ${of.toLocaleString('en-US')} have.`;
    }
  }
}

function trainingSentence(
  rules: CampaignRules,
  outstanding: Extract<Outstanding, { readonly requirement: 'advanced-training' | 'everyone-trained' }>,
): string {
  switch (outstanding.code) {
    case 'roster-missing':
      return 'Upload your roster and training records, so that we can count.';
    case 'sworn-officers-missing':
      return 'Add your sworn officers: the roster names none who are on staff.';
    case 'advanced-training-short': {
      const { missing, have, required } = outstanding;
      return `Train ${missing.toLocaleString('en-US')} more ${missing === 1 ? 'sworn officer' : 'sworn officers'} in ${advancedCourses(rules)}: ${have} of ${required} needed ${have === 1 ? 'has' : 'have'} it.`;
    }
    case 'sworn-training-short':
      return `Train ${count(outstanding.untrained, 'more sworn officer')} in ${baseCourses(rules)}: ${outstanding.of - outstanding.untrained} of ${outstanding.of} are trained.`;
    case 'base-training-short':
      return `Train ${count(outstanding.missing, 'sworn officer')} who ${outstanding.missing === 1 ? 'has' : 'have'} crisis training in ${baseCourses(rules)} too: these rules ask it of everyone.`;
    case 'non-sworn-training-short':
      return `Train ${count(outstanding.untrained, 'more non-sworn staff member')} in ${baseCourses(rules)}: ${outstanding.of - outstanding.untrained} of ${outstanding.of} are trained.`;
  }
}
