import type { MailMessage } from '../mail/mail.ts';

type Written = Omit<MailMessage, 'to'>;

interface About {
  readonly agency: string;
  readonly url: string;
  readonly campaign: string;
}

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): Written {
  return { kind, subject, text: ['Hello,', ...paragraphs, about.url, about.campaign, ''].join('\n\n') };
}

/** To the campaign's reviewers. */
export function submissionWaitingMail(about: About & { readonly round: number }): Written {
  const again = about.round > 1 ? ` This is round ${about.round}.` : '';
  return letter('submission-waiting', `Ready for review: ${about.agency}`, about, [
    `${about.agency} has sent in its work on the pledge.${again} Please look at it:`,
  ]);
}

/** To the agency's leaders. */
export function submissionReturnedMail(about: About): Written {
  return letter('submission-returned', `${about.agency}: a few things to do before certification`, about, [
    'A reviewer has looked at your work. Some things need a change. The page says what to do for each:',
  ]);
}

/** To those who may approve. */
export function approvalWaitingMail(about: About): Written {
  return letter('approval-waiting', `Ready for a second look: ${about.agency}`, about, [
    `Every requirement of ${about.agency} was found met. A second reviewer must approve:`,
  ]);
}

/** To the agency's leaders, with the good news. */
export function certifiedMail(
  about: About & { readonly number: string; readonly verifyUrl: string },
): Written {
  return letter('certified', `${about.agency} is One Mind Certified`, about, [
    `Congratulations. ${about.agency} has completed the One Mind pledge. Your certificate has the number ${about.number}.`,
    `Anyone can check it at ${about.verifyUrl}`,
    'Your certificate and your letter are ready to download and print:',
  ]);
}
