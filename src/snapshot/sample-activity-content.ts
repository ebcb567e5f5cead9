import { type ActivityWording, detailText } from '../workspace/activity.ts';

/** What the workspace says of these acts. */
export const sampleActivity: ActivityWording = {
  'sample-drawn': (details) => `A sample of ${detailText(details, 'size')} training records was drawn`,
  'sample-proof-shown': (details) =>
    `Proof was sent for record ${detailText(details, 'place')} of the sample`,
  'sample-proof-accepted': (details) => `Record ${detailText(details, 'place')} of the sample held`,
  'sample-proof-failed': (details) => `Record ${detailText(details, 'place')} of the sample did not hold`,
  'sample-proof-asked-again': (details) =>
    `Another proof was asked for record ${detailText(details, 'place')} of the sample`,
};
