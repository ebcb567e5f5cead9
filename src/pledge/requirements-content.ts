import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';

export const requirementsContent = {
  version: (rules: CampaignRules) => `${rules.title} of the campaign`,
  term: ({ term }: CampaignRules) =>
    `You have up to ${term.longestMonths} months from the day the campaign accepts your pledge. You choose a target between ${term.shortestMonths} and ${term.longestMonths} months.`,
  shares: {
    heading: 'How the shares are counted',
    advanced: ({ advanced }: CampaignRules) =>
      `At least ${advanced.percent} percent of sworn officers need a crisis course. A share is never rounded down: in an agency with four officers, one officer is needed.`,
    trained: ({ trained }: CampaignRules) =>
      trained.baseNeededBy === 'everyone'
        ? 'Everyone needs the base course, also those who take the crisis course.'
        : 'Everyone else needs the base course. Who has the crisis course is trained already.',
    discretion:
      'Which non-sworn staff to select, how to pay for the training and how to schedule it is up to your agency.',
  },
  policy: {
    heading: 'What we look for in the policy',
    lead: 'The campaign publishes no fixed list. This checklist is our reading of model policies; an element that does not apply to you needs only a reason.',
  },
  evidence: {
    heading: 'What you show at the end',
    items: [
      'The partner confirms the partnership, and you upload the agreement.',
      'You upload the policy and mark where each element stands. Your executive adopts it.',
      'You upload your roster and the training records. Names stay inside your agency.',
    ],
  },
  sources: 'Where this is written',
} as const;
