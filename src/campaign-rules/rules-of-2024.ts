import { shownAcknowledgment } from './acknowledgment-rule.ts';
import type { CampaignRules } from './campaign-rules.ts';
import { policyElements } from './policy-element.ts';
import { advancedTraining, everyoneTrained, partnership, policy } from './requirement-wording.ts';
import { discoverySampling } from './sampling-rule.ts';
import type { Source } from './source.ts';
import { sustainabilityCriteria } from './sustainability-criterion.ts';

const pledgePage: Source = {
  title: 'One Mind Pledge',
  url: 'https://www.theiacp.org/one-mind-pledge',
};

export const rulesOf2024: CampaignRules = {
  version: '2024',
  title: 'Rules of 2024',
  summary:
    'At least 20 percent of sworn officers take CIT, CRIT or an equivalent; everyone else takes Mental Health First Aid or an equivalent.',
  advanced: {
    percent: 20,
    of: 'sworn',
    programs: ['cit', 'crit', 'advanced-equivalent'],
    source: {
      ...pledgePage,
      note: 'The pledge page puts the 20 percent on sworn officers only; another page of the campaign adds selected non-sworn staff.',
    },
  },
  trained: {
    percent: 100,
    of: 'sworn-and-selected-non-sworn',
    basePrograms: ['mhfa', 'base-equivalent'],
    baseNeededBy: 'everyone-without-advanced',
    source: pledgePage,
  },
  term: { shortestMonths: 12, longestMonths: 36, source: pledgePage },
  requirements: [
    partnership('community health organization'),
    policy,
    advancedTraining(
      20,
      'Crisis Intervention Team (CIT) training, Crisis Response and Intervention Training (CRIT) or an equivalent crisis course',
    ),
    everyoneTrained(
      'Every other sworn officer, and the non-sworn staff the agency selects, such as dispatchers, completes Mental Health First Aid or an equivalent course.',
    ),
  ],
  policyElements,
  acknowledgment: shownAcknowledgment,
  sustainability: sustainabilityCriteria,
  sampling: discoverySampling,
};
