import type { ActivityWording } from '../workspace/activity.ts';

/** What the workspace says of these acts. */
export const reviewActivity: ActivityWording = {
  'submission-sent': () => 'The work was sent in for review',
  'submission-taken-back': () => 'The submission was taken back',
  'review-begun': () => 'A reviewer began to look at the work',
  'review-released': () => 'The review went back to the queue',
  'review-handed-over': () => 'The review was handed to another reviewer',
  'decisions-set-aside': () => 'Decisions of the review were set aside and are made anew by others',
  'submission-returned': () => 'The reviewer returned the work with things to do',
  'review-finished': () => 'The first reviewer found every requirement met',
  'approval-declined': () => 'The second reviewer asked the first to look again',
  'submission-approved': () => 'The second reviewer approved',
  'case-closed': () => 'The review was closed',
  'case-reopened': () => 'The review was opened again after an appeal',
  'appeal-filed': () => 'A decision of the review was appealed',
  'appeal-withdrawn': () => 'The appeal was taken back',
  'appeal-upheld': () => 'The appeal was decided: the decision stands',
  'appeal-allowed': () => 'The appeal was decided: the agency was right',
  'agency-certified': () => 'The agency was certified',
};
