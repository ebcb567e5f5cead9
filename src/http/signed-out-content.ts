export const signedOutContent = {
  title: 'You were signed out',
  keptHeading: 'What you typed is not lost',
  kept: 'It is kept on this page. Leave this page open and do these two steps.',
  signIn: {
    heading: 'Sign in in a new tab',
    link: 'Open the sign-in page in a new tab',
    plainLink: 'Sign in',
  },
  sendAgain: {
    heading: 'Come back here and send it again',
    text: 'The button below sends what you typed.',
    button: 'Send again',
  },
  filesHeading: 'Sign in and send it again',
  files: 'You were signed out before your file arrived. Nothing was saved.',
} as const;
