import type { ActivityWording } from '../workspace/activity.ts';

/** What the workspace says of these acts, never who. */
export const credentialActivity: ActivityWording = {
  'credential-issued': () => 'The certificate’s digital credential was issued',
  'staff-credential-issued': () => 'A person asked for a digital credential of their training',
  'staff-credential-given-up': () => 'A person gave up a digital credential of their training',
  'staff-credential-revoked': () => 'A digital credential of a training was revoked',
};
