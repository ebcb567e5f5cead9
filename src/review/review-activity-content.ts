import type { ActivityWording } from '../workspace/activity.ts';

/** What the workspace says of these acts. */
export const reviewActivity: ActivityWording = {
  'submission-sent': () => 'The work was sent in for review',
  'submission-taken-back': () => 'The submission was taken back',
  'review-begun': () => 'A reviewer began to look at the work',
  'review-released': () => 'The review went back to the queue',
  'submission-returned': () => 'The reviewer returned the work with things to do',
  'review-finished': () => 'The first reviewer found every requirement met',
  'approval-declined': () => 'The second reviewer asked the first to look again',
  'submission-approved': () => 'The second reviewer approved',
  'agency-certified': () => 'The agency was certified',
};
