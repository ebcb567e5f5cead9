const otherAccount = 'If you have more than one account, sign out and sign in with the other one.';

/** What went wrong, in words anyone can use, and what to do now. */
export const errorPagesContent = {
  forbidden: {
    title: 'You can’t open this page',
    what: 'You are signed in, but this page belongs to other roles or to another agency.',
    steps: [otherAccount, 'If you need this page for your work, ask your agency’s coordinator for access.'],
  },
  notFound: {
    title: 'We can’t find this page',
    what: 'The address may have a typing mistake, or the page may have moved.',
    steps: [
      'If you typed the address, check it.',
      'If you followed a link, go back and try the page it should lead to.',
    ],
    signedIn: [
      'If a mail from us brought you here: its link is for the address that the mail was sent to. Sign out, then sign in with that address.',
      otherAccount,
    ],
  },
  unprocessable: {
    title: 'We could not use what you sent',
    what: 'Something in it was missing or not as we need it. Nothing was saved.',
    steps: [
      'Go back to the form. Your browser most often keeps what you typed.',
      'Check it and send it again.',
    ],
  },
  tooManyRequests: {
    title: 'Too many tries',
    what: 'To keep accounts safe, we take only so many tries in a short time.',
    steps: [
      'Wait a little, then try again.',
      'If you asked for a link by email, look in your spam folder too.',
    ],
  },
  serverError: {
    title: 'Something went wrong on our side',
    what: 'It is not your fault. We have a record of it and will look into it.',
    steps: [
      'Try again. If you sent a form, check first whether it was saved.',
      'If it happens again, write to us and tell us the number below.',
    ],
  },
  unavailable: {
    title: 'We will be back in a minute',
    what: 'The place where we keep our records does not answer right now. Nothing you sent was saved.',
    steps: [
      'Try again in a minute.',
      'If you sent a form, go back to it. Your browser most often keeps what you typed.',
    ],
  },
  whatNow: 'What you can do',
  home: 'Go to the home page',
  contact: 'If you need help, write to',
  tell: 'and tell us this number:',
  waitSeconds: (seconds: number) =>
    seconds < 90
      ? `Wait ${seconds} seconds, then try again.`
      : `Wait ${Math.ceil(seconds / 60)} minutes, then try again.`,
} as const;
