import type { ActivityWording } from '../workspace/activity.ts';

/** Acts about an organization's record, its people, and its merging. */
export const organizationActivity: ActivityWording = {
  'partner-organization-changed': () => 'The facts of a partner organization were changed',
  'partner-contact-added': () => 'A person whom agencies turn to was added',
  'partner-contact-changed': () => 'A person whom agencies turn to was changed',
  'partner-contact-removed': () => 'A person whom agencies turn to was removed',
  'partner-representative-ended': (details) =>
    details.isSelf === true
      ? 'A representative left the organization’s account'
      : 'A representative’s place was ended',
  'partner-merge-asked': () => 'The campaign was asked to merge two records of an organization',
  'partner-organizations-merged': () => 'The campaign merged two records of a partner organization',
  'partner-merge-undone': () => 'The campaign took the merge of two partner organizations back',
  'partnership-ended-by-merge': () =>
    'A partnership ended because the campaign merged two records of the partner',
  'partner-organizations-kept-apart': () => 'The campaign decided that two records are two organizations',
};
