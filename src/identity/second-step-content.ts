/** The words around sign-in codes. */
export const secondStepContent = {
  signIn: {
    title: 'Enter your sign-in code',
    lead: 'Open your authenticator app and enter the 6 digits it shows for this site.',
    code: 'Code',
    codeHint: 'If you don’t have your phone, enter one of your backup codes.',
    submit: 'Go on',
    lost: 'If you lost both, write to',
  },
  setUp: {
    title: 'Set up sign-in codes',
    lead: 'You need an authenticator app on your phone. Any app for 6-digit codes works.',
    steps: {
      scan: 'Scan this picture with the app',
      type: 'Or type this key into the app',
      confirm: 'Enter the code that the app shows',
    },
    picture: 'QR code with the key below',
    code: '6-digit code',
    submit: 'Turn on sign-in codes',
    cancel: 'Not now',
  },
  backup: {
    title: 'Save your backup codes',
    on: 'Sign-in codes are on.',
    renewed: 'You have new backup codes. The old ones no longer work.',
    text: 'If you lose your phone, you can sign in with one of these codes. Each works once. Print them or write them down now. We can’t show them again.',
    button: 'I saved them',
  },
  remove: {
    title: 'Turn off sign-in codes',
    lead: 'Then the emailed link alone signs you in.',
    code: 'Code from your app, or a backup code',
    submit: 'Turn off sign-in codes',
    cancel: 'Keep them on',
  },
  renew: {
    title: 'Get new backup codes',
    lead: 'Your old backup codes stop working.',
    code: 'Code from your app, or a backup code',
    submit: 'Make new backup codes',
    cancel: 'Keep the old ones',
  },
  wrongCode: 'That code is not right. Enter the newest code your app shows. Each code works once.',
} as const;
