export const outboxContent = {
  withoutServer: 'No mail server is set, so mail waits here. This page exists in development mode only.',
  withServer:
    'Mail leaves through the mail server that is set. Mail to fictional people stays here. This page exists in development mode only.',
  fictional: ' (fictional, never sent)',
  left: 'The words are gone: this mail has left, or was given up.',
} as const;
