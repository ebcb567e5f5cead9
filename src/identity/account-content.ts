/** The words of the account page and what hangs on it. */
export const accountContent = {
  title: 'Your account',
  done: {
    'name-saved': 'Your name is saved.',
    'session-ended': 'That device is signed out.',
    'others-ended': 'You are signed out everywhere else.',
    'passkey-added': 'Your passkey is added.',
    'passkey-removed': 'The passkey is removed. You can’t sign in with it any more.',
    'second-step-off': 'Sign-in codes are off.',
  },
  you: {
    heading: 'You',
    name: 'Your name',
    nameMissing: 'Enter your name',
    nameTooLong: 'Enter a name of at most 100 characters',
    save: 'Save name',
    email: 'Email address',
    emailWhy: 'You sign in with this address. To use another, ask to be invited there.',
  },
  places: {
    heading: 'Where you work',
    none: 'You have no role yet. Take the pledge for your agency, or ask your coordinator to invite you.',
    pledge: 'Take the pledge',
  },
  secondStep: {
    heading: 'Sign-in codes',
    off: 'After the emailed link, we can also ask for a code from an app on your phone. Then nobody gets in with your email alone.',
    setUp: 'Set up sign-in codes',
    on: 'On. After the emailed link we ask for a code from your app.',
    renew: 'Get new backup codes',
    remove: 'Turn off sign-in codes',
  },
  passkeys: {
    heading: 'Passkeys',
    text: 'With a passkey you sign in by fingerprint, face, or the PIN of your device. You need no email and no code.',
    none: 'You have no passkey yet.',
    name: 'Name for the new passkey',
    nameHint: 'For example, “Work laptop”.',
    add: 'Add a passkey',
    added: (day: string) => `Added ${day}`,
    remove: 'Remove',
    unnamed: 'Passkey',
    needsScript: 'To add a passkey, your browser needs JavaScript. It is off in this browser.',
    unsupported: 'This browser can’t use passkeys.',
    failed: 'The passkey was not added. Try again.',
    notFresh: 'For your safety, sign out and in again. Then add the passkey.',
  },
  sessions: {
    heading: 'Where you are signed in',
    caption: 'Devices that are signed in',
    device: 'Device',
    since: 'Signed in',
    lastUsed: 'Last used',
    action: 'Sign out',
    here: 'This device',
    end: 'Sign out',
    endOthers: 'Sign out everywhere else',
    rule: 'A device is signed out after 12 hours without use, and after 30 days at the latest.',
  },
} as const;

export type AccountDone = keyof typeof accountContent.done;

export function isAccountDone(text: string | undefined): text is AccountDone {
  return text !== undefined && Object.hasOwn(accountContent.done, text);
}
