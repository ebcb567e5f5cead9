export const outboxContent = {
  withoutServer: 'No mail server is set, so mail waits here. This page exists in development mode only.',
  withServer:
    'Mail leaves through the mail server that is set. Mail to fictional people stays here. This page exists in development mode only.',
  fictional: ' (fictional, never sent)',
  recipient: 'Recipient’s address, or a part of it',
  found: (total: number) => (total === 1 ? '1 message' : `${total.toLocaleString('en-US')} messages`),
  empty: {
    heading: 'No mail here',
    none: 'Sign in or send an invitation. The mail then shows here.',
    filtered: 'There is no mail to such an address. Search for another one.',
  },
  attachment: (name: string) => `Attached: ${name}`,
  left: 'The words are gone: this mail has left, or was given up.',
} as const;
