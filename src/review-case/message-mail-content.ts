import type { MailMessage } from '../mail/mail.ts';

type Written = Omit<MailMessage, 'to'>;

interface About {
  readonly agency: string;
  readonly url: string;
  readonly campaign: string;
}

/** What was written stays on the page: mail travels in the clear. */
function notice(kind: string, subject: string, sentence: string, about: About): Written {
  return { kind, subject, text: ['Hello,', sentence, about.url, about.campaign, ''].join('\n\n') };
}

/** To the agency's leaders. */
export function campaignWroteMail(about: About): Written {
  const subject = `${about.agency}: a message from the reviewers`;
  return notice(
    'review-message',
    subject,
    'The reviewers of your work wrote to you. Read and answer it here:',
    about,
  );
}

/** To the reviewer, or to everybody who reviews while nobody has taken it on. */
export function agencyWroteMail(about: About): Written {
  const subject = `A message about its review: ${about.agency}`;
  return notice(
    'review-message',
    subject,
    `${about.agency} wrote about its review. Read and answer it here:`,
    about,
  );
}

/** To colleagues on the case. */
export function internalNoteMail(about: About): Written {
  const subject = `An internal note about: ${about.agency}`;
  return notice(
    'review-note',
    subject,
    `A colleague left a note about the review of ${about.agency}:`,
    about,
  );
}
