import { signInLinkMinutes } from './session-rules.ts';

/** The words of signing in. */
export const signInContent = {
  signIn: {
    title: 'Sign in',
    lead: 'We send you an email with a link. You need no password, and no account beforehand.',
    email: 'Email address',
    emailHint: 'Use your work email. If you were invited, use the address that got the invitation.',
    emailMissing: 'Enter your email address, like name@example.gov',
    submit: 'Email me a sign-in link',
  },
  passkey: {
    heading: 'Sign in with a passkey',
    text: 'If you added a passkey to your account, you can use it instead of an email.',
    button: 'Use a passkey',
    needsScript: 'Passkeys need JavaScript. It is off in this browser, so use the email link.',
    unsupported: 'This browser can’t use passkeys. Use the email link.',
    failed: 'The passkey did not work. Try again, or use the email link.',
  },
  checkEmail: {
    title: 'Check your email',
    lead: 'If the address is right, an email with your sign-in link is on its way.',
    steps: [
      { heading: 'Open the email', text: 'It comes within a minute or two. Look in your junk folder too.' },
      {
        heading: 'Open the link and press “Sign in”',
        text: `The link works once, for ${signInLinkMinutes} minutes.`,
      },
    ],
    again: 'No email? Check the address and ask again.',
    againLink: 'Ask for another link',
    outbox: 'This site runs in development mode. It sends no email. Read it in the',
    outboxLink: 'mail outbox',
  },
  link: {
    title: 'Sign in',
    lead: (email: string) => `You are about to sign in as ${email}.`,
    submit: 'Sign in',
  },
  linkGone: {
    title: 'This sign-in link does not work',
    text: `A link works once, for ${signInLinkMinutes} minutes. This one was used, is too old, or is not complete.`,
    next: 'Ask for a new link. Then open it from the newest email.',
    button: 'Get a new sign-in link',
  },
  name: {
    title: 'What is your name?',
    lead: 'People you work with here see your name next to what you do.',
    name: 'Your name',
    nameHint: 'First and last name, as you use them at work.',
    missing: 'Enter your name',
    tooLong: 'Enter a name of at most 100 characters',
    submit: 'Save and go on',
  },
  signedOut: { title: 'You are signed out', text: 'You can close this page.', button: 'Sign in again' },
} as const;
