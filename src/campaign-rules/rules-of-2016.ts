import { shownAcknowledgment } from './acknowledgment-rule.ts';
import type { CampaignRules } from './campaign-rules.ts';
import { policyElements } from './policy-element.ts';
import { advancedTraining, everyoneTrained, partnership, policy } from './requirement-wording.ts';
import { discoverySampling } from './sampling-rule.ts';
import type { Source } from './source.ts';
import { sustainabilityCriteria } from './sustainability-criterion.ts';

const campaignPage: Source = {
  title: 'One Mind Campaign, first campaign page',
  url: 'http://www.theiacp.org/onemindcampaign',
};

export const rulesOf2016: CampaignRules = {
  version: '2016',
  title: 'Rules of 2016',
  summary:
    'Every sworn officer takes Mental Health First Aid, and at least 20 percent of them also take Crisis Intervention Team training. No other courses count.',
  advanced: {
    percent: 20,
    of: 'sworn',
    programs: ['cit'],
    source: {
      ...campaignPage,
      note: 'The page adds “and selected non-sworn staff” to the 20 percent; later pages of the campaign disagree. We measure sworn officers, so training a dispatcher neither raises nor lowers the share.',
    },
  },
  trained: {
    percent: 100,
    of: 'sworn-and-selected-non-sworn',
    basePrograms: ['mhfa'],
    baseNeededBy: 'everyone',
    source: {
      ...campaignPage,
      note: 'The page names MHFA for Public Safety. Whether another MHFA course will do is local discretion; we count it and say so.',
    },
  },
  term: { shortestMonths: 12, longestMonths: 36, source: campaignPage },
  requirements: [
    partnership('community mental health organization'),
    policy,
    advancedTraining(20, 'Crisis Intervention Team (CIT) training'),
    everyoneTrained(
      'Every sworn officer, and the non-sworn staff the agency selects, such as dispatchers, completes Mental Health First Aid for Public Safety. Officers with CIT training complete it too.',
    ),
  ],
  policyElements,
  acknowledgment: shownAcknowledgment,
  sustainability: sustainabilityCriteria,
  sampling: discoverySampling,
};
