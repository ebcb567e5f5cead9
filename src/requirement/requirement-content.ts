import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { RequirementState } from './assessment.ts';
import { outstandingSentence } from './outstanding-content.ts';
import { advancedCourses, count } from './plain-words.ts';
import type { Achievement, Reason } from './requirement-reason.ts';

export const stateLabels: Readonly<Record<RequirementState, string>> = {
  met: 'Met',
  'in-progress': 'In progress',
  'not-started': 'Not started',
};

/** What a reason says to a person; for something outstanding, what to do about it. */
export function reasonSentence(rules: CampaignRules, reason: Reason): string {
  switch (reason.code) {
    case 'partnership-in-place':
    case 'policy-in-effect':
    case 'advanced-training-reached':
    case 'everyone-trained':
      return achievementSentence(rules, reason);
    case 'partnership-review-overdue':
      return `Review the partnership with ${reason.partner}: that was due on ${longDate(reason.reviewOn)}.`;
    case 'policy-review-overdue':
      return `Review the policy: that was due on ${longDate(reason.reviewOn)}.`;
    default:
      return outstandingSentence(rules, reason);
  }
}

function achievementSentence(rules: CampaignRules, achievement: Achievement): string {
  switch (achievement.code) {
    case 'partnership-in-place': {
      const { partner, termEndsOn } = achievement;
      const term = termEndsOn ? `runs until ${longDate(termEndsOn)}` : 'has no end date';
      return `${partner} confirmed the partnership, and the agreement ${term}.`;
    }
    case 'policy-in-effect':
      return `The policy has been in effect since ${longDate(achievement.effectiveOn)} and answers all ${achievement.elements} elements.`;
    case 'advanced-training-reached': {
      const { have, sworn, required } = achievement;
      return `${have.toLocaleString('en-US')} of ${count(sworn, 'sworn officer')} ${have === 1 ? 'has' : 'have'} ${advancedCourses(rules)}; at least ${required.toLocaleString('en-US')} must.`;
    }
    case 'everyone-trained': {
      const staff = achievement.nonSworn > 0 ? [count(achievement.nonSworn, 'non-sworn staff member')] : [];
      return `Everyone is trained: ${[count(achievement.sworn, 'sworn officer'), ...staff].join(' and ')}.`;
    }
  }
}
