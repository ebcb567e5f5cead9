import { type ActivityWording, detailText } from '../workspace/activity.ts';

const people = (count: string) =>
  count === '1' ? '1 person' : `${Number(count).toLocaleString('en-US')} people`;

export const acknowledgmentActivity: ActivityWording = {
  'policy-roll-call-held': (details) =>
    `${people(detailText(details, 'people'))} acknowledged the policy at roll call`,
  'policy-roll-call-undone': (details) =>
    `A roll call was taken back: ${people(detailText(details, 'people'))} are asked again`,
  'policy-acknowledgment-revoked': () => 'An acknowledgment of the policy was taken back',
  'policy-links-sent': (details) =>
    `Links to read and acknowledge the policy were sent to ${people(detailText(details, 'people'))}`,
  'policy-asking-set': () => 'How staff are asked to acknowledge the policy was set',
  'policy-acknowledgments-exported': () => 'The list of who acknowledged the policy was downloaded',
  'policy-signers-settled': (details) =>
    `Somebody said who ${people(detailText(details, 'people'))} of a sign-off list are`,
  'policy-signer-reopened': () => 'An answer about who signed the policy was taken back',
  'acknowledgment-imported': () => 'A sign-off list of the policy was imported',
  'acknowledgment-doubts-settled': () => 'Lines in doubt of an imported sign-off list were settled',
  'acknowledgment-import-undone': () => 'The import of a sign-off list was undone',
  'acknowledgment-file-downloaded': () => 'An imported sign-off list was downloaded',
  'acknowledgment-import-downloaded': () => 'The rows of a sign-off list were downloaded',
  'acknowledgment-import-given-up': () => 'The import of a sign-off list was given up',
};
