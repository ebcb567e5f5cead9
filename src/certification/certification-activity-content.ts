import type { ActivityWording } from '../workspace/activity.ts';

/** What the workspace says of these acts. */
export const certificationActivity: ActivityWording = {
  'certificate-announced': ({ measure }) =>
    measure === 'revoke'
      ? 'The campaign announced that it means to revoke the certificate'
      : 'The campaign announced that it means to suspend the certificate',
  'certificate-answered': () => 'The agency answered the campaign about the certificate',
  'certificate-dropped': () => 'The campaign gave up what it had announced',
  'certificate-suspended': () => 'The certificate was suspended',
  'certificate-reinstated': () => 'The certificate is valid again',
  'certificate-revoked': () => 'The certificate was revoked',
  'certificate-lapsed': () => 'The term of the certificate ended',
  'certificate-withdrawn': () => 'The certificate was given back',
  'certificate-check-in': () => 'The yearly check-in was sent',
};
