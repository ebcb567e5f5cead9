import type { MailMessage } from '../mail/mail.ts';

type Written = Omit<MailMessage, 'to'>;

interface About {
  readonly agency: string;
  readonly url: string;
  readonly campaign: string;
  /** How many records are asked for. */
  readonly wanted: number;
}

function letter(kind: string, subject: string, about: About, paragraphs: readonly string[]): Written {
  return { kind, subject, text: ['Hello,', ...paragraphs, about.url, about.campaign, ''].join('\n\n') };
}

function records(count: number): string {
  return count === 1 ? '1 training record' : `${count} training records`;
}

/** To the agency's leaders, when the work was sent in. */
export function sampleWantedMail(about: About): Written {
  return letter('sample-wanted', `Show proof for ${records(about.wanted)} of ${about.agency}`, about, [
    `Your work is sent in. The reviewer checks a few training records, and not all of them. ${records(about.wanted)} were picked by chance.`,
    'Please send a certificate or a sign-in sheet for each of them. This page lists them:',
  ]);
}

/** To the agency's leaders, when a record failed and more are asked for. */
export function sampleWidenedMail(about: About): Written {
  return letter('sample-widened', `${about.agency}: the reviewer asks for more proof`, about, [
    `One of the training records did not hold. So the reviewer now asks for ${records(about.wanted)} in all.`,
    'Please send proof for the new ones. This page lists them:',
  ]);
}

/** To the agency's leaders, when a proof could not be used. */
export function proofAskedAgainMail(about: Omit<About, 'wanted'>): Written {
  return letter('proof-asked-again', `${about.agency}: please send another proof`, { ...about, wanted: 1 }, [
    'The reviewer could not use a proof that you sent. The page says which one, and why. Please send another one:',
  ]);
}
