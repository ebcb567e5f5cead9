import type { ActivityWording } from '../workspace/activity.ts';

/** What the workspace says of these acts, never who. */
export const ownRecordActivity: ActivityWording = {
  'certificate-submitted': () => 'A certificate was sent in',
  'certificate-taken-back': () => 'A certificate that was sent in was taken back',
  'certificate-confirmed': () => 'A certificate that was sent in was confirmed',
  'certificate-returned': () => 'A certificate that was sent in was returned',
  'account-linked': () => 'An account was linked to the roster',
  'account-unlinked': () => 'An account was unlinked from the roster',
};
