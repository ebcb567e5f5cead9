import type { MessageRefusal, ReviewThread } from './review-message.ts';

export const messageContent = {
  title: 'Messages',
  file: 'Back to the case',
  threads: {
    shared: {
      heading: 'With the agency',
      lead: 'The agency reads this and can answer. It does not see your name.',
      label: 'Your message to the agency',
      send: 'Send to the agency',
      none: 'Nobody has written yet.',
    },
    internal: {
      heading: 'Among the campaign’s people',
      lead: 'The agency never sees this.',
      label: 'Your note for colleagues',
      send: 'Save the note',
      none: 'There are no notes yet.',
    },
  } satisfies Record<ReviewThread, Readonly<Record<string, string>>>,
  agency: {
    heading: 'Messages with the reviewers',
    lead: 'Ask or explain here. The reviewers are told by mail. What is written stays with your case.',
    label: 'Your message to the reviewers',
    send: 'Send to the reviewers',
    none: 'Nobody has written yet.',
  },
  campaignSide: 'The campaign',
  formerColleague: 'The agency',
  tied: 'You have ties to this agency. You can read what the agency reads, and write nothing.',
  notices: { sent: 'The message was sent.', noted: 'The note was saved.' },
} as const;

export function messageRefusalSentence({ code }: MessageRefusal): string {
  switch (code) {
    case 'case-not-found':
      return 'This case is no longer here. Go back to the list.';
    case 'message-empty':
      return 'Write your message';
    case 'message-too-long':
      return 'Shorten this to 4,000 letters or fewer';
    case 'has-ties':
      return messageContent.tied;
  }
}
