import { longDate, parseCalendarDate } from '../calendar/calendar-date.ts';
import { type ActivityWording, detailText } from '../workspace/activity.ts';

export const policyActivity: ActivityWording = {
  'policy-drafted': () => 'A draft of the policy was uploaded',
  'policy-revised': () => 'The facts of the draft policy were changed',
  'policy-document-replaced': () => 'The document of the draft policy was replaced',
  'policy-checklist-saved': (details) =>
    detailText(details, 'unsettled') === '0'
      ? 'The checklist of the policy was saved, with every element settled'
      : `The checklist of the policy was saved, with ${detailText(details, 'unsettled')} of ${detailText(details, 'of')} elements open`,
  'policy-passage-accepted': () => 'A passage of the policy was taken for an element of the checklist',
  'policy-passage-taken-back': () => 'A passage of the policy was taken back from the checklist',
  'policy-shared': () => 'The draft policy was opened to the partners',
  'policy-review-ended': () => 'Partner review of the draft policy was ended',
  'policy-commented': () => 'The partner commented on the draft policy',
  'policy-comment-answered': () => 'A partner’s comment on the policy was answered',
  'policy-comment-settled': () => 'A partner’s comment on the policy was settled',
  'policy-comment-reopened': () => 'A partner’s comment on the policy was opened again',
  'policy-adoption-asked': () => 'The executive was asked to adopt the policy',
  'policy-adopted': () => 'The executive adopted the policy',
  'policy-rescinded': () => 'The executive rescinded the policy',
  'policy-review-set': (details) => {
    const day = parseCalendarDate(detailText(details, 'reviewOn'));
    return day
      ? `The next review of the policy was set to ${longDate(day)}`
      : 'The next review of the policy was set';
  },
};
