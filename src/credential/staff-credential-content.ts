import type { StaffCredentialRefusal } from './staff-credential-actions.ts';

/** The words of the pages about credentials of one's own training, and of the agency's list of them. */
export const staffCredentialContent = {
  own: {
    title: 'My digital credentials',
    lead: 'A digital credential proves to others that you completed a training. You get one only when you ask for it.',
    trainings: 'Trainings that count',
    noTrainings: 'No training of yours counts yet.',
    ask: 'Get a credential',
    has: 'You have one',
    yours: 'Credentials you asked for',
    none: 'You have asked for no credential.',
    giveUp: 'Give up',
    ended: { 'own-wish': 'You gave it up', agency: 'Your agency revoked it' },
    live: 'Valid',
    notLinked: {
      heading: 'We do not know yet who you are on the roster',
      text: 'Ask your training officer to link your account to your name on the roster.',
    },
    notices: {
      issued: 'Your credential is ready. Download it below and keep it.',
      'given-up': 'You gave up the credential. Copies of it show as ended from now on.',
    } satisfies Readonly<Record<string, string>>,
  },
  form: {
    title: 'Get a digital credential',
    lead: 'The credential is a file that you keep. Whoever gets it from you can check it without asking us.',
    name: 'Your name on the credential',
    nameHint: 'As you want others to read it.',
    nameMissing: 'Enter your name as you want it on the credential',
    whatItHolds: 'What it holds',
    holds: [
      'your name as you enter it here',
      'the training, the day you completed it, and the name of your agency',
      'a fingerprint of your email address, from which nobody can read the address',
    ],
    publicity: 'It is not listed anywhere. You can give it up at any time.',
    submit: 'Get the credential',
    back: 'Go back without a change',
  },
  forms: {
    png: 'Image (PNG)',
    svg: 'Image (SVG)',
    json: 'File (JSON-LD)',
    jwt: 'File (VC-JWT)',
  },
  desk: {
    title: 'Digital credentials of staff',
    lead: 'People of your agency asked for these themselves. Revoke one when the record behind it was wrong.',
    search: 'Search names and trainings',
    shown: 'Shown',
    states: { live: 'Valid', ended: 'Ended' },
    none: { heading: 'No credentials', text: 'None that fits what you look for.' },
    revoke: 'Revoke',
    ended: { 'own-wish': 'The person gave it up', agency: 'Your agency revoked it' },
    notices: {
      revoked: 'The credential was revoked. Copies of it show as ended from now on.',
    } satisfies Readonly<Record<string, string>>,
  },
} as const;

export function staffCredentialRefusalSentence({ code }: StaffCredentialRefusal): string {
  switch (code) {
    case 'account-not-linked':
      return staffCredentialContent.own.notLinked.text;
    case 'training-does-not-count':
      return 'This training does not count. Choose another from the list';
    case 'credential-here-already':
      return 'You have a credential of this training already. Go back to the list';
  }
}
