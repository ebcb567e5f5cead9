import { shownAcknowledgment } from './acknowledgment-rule.ts';
import type { CampaignRules } from './campaign-rules.ts';
import { policyElements } from './policy-element.ts';
import { advancedTraining, everyoneTrained, partnership, policy } from './requirement-wording.ts';
import { discoverySampling } from './sampling-rule.ts';
import type { Source } from './source.ts';
import { sustainabilityCriteria } from './sustainability-criterion.ts';

const projectPage: Source = {
  title: 'One Mind Campaign, project page (earlier copy)',
  url: 'https://www.theiacp.org/projects/one-mind-campaign',
};

export const rulesOf2018: CampaignRules = {
  version: '2018',
  title: 'Rules of 2018',
  summary:
    'As in 2016, but equivalents count: every sworn officer takes Mental Health First Aid or an equivalent, and at least 20 percent also take CIT or equivalent crisis training.',
  advanced: {
    percent: 20,
    of: 'sworn',
    programs: ['cit', 'crit', 'advanced-equivalent'],
    source: {
      ...projectPage,
      note: 'CRIT came later and counts as “equivalent crisis response training”. The page adds “and selected non-sworn staff” to the 20 percent; the pledge page puts it on sworn officers only, and so do we.',
    },
  },
  trained: {
    percent: 100,
    of: 'sworn-and-selected-non-sworn',
    basePrograms: ['mhfa', 'base-equivalent'],
    baseNeededBy: 'everyone',
    source: projectPage,
  },
  term: { shortestMonths: 12, longestMonths: 36, source: projectPage },
  requirements: [
    partnership('community health organization'),
    policy,
    advancedTraining(20, 'Crisis Intervention Team (CIT) training or an equivalent crisis response course'),
    everyoneTrained(
      'Every sworn officer, and the non-sworn staff the agency selects, such as dispatchers, completes Mental Health First Aid or an equivalent course. Officers with crisis training complete it too.',
    ),
  ],
  policyElements,
  acknowledgment: shownAcknowledgment,
  sustainability: sustainabilityCriteria,
  sampling: discoverySampling,
};
