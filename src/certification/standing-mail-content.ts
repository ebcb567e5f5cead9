import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { CertificateEvent } from './certificate-standing.ts';

export interface StandingMailAbout {
  readonly agency: string;
  readonly number: string;
  readonly url: string;
  readonly campaign: string;
}

/** To the agency's leaders, about what happened to their certificate. */
export function standingMail(event: CertificateEvent, about: StandingMailAbout): Omit<MailMessage, 'to'> {
  const { subject, paragraphs } = wording(event, about);
  const quoted = event.words === '' ? [] : [event.words];
  return {
    kind: `certificate-${event.act}`,
    subject: `${about.agency}: ${subject}`,
    text: ['Hello,', paragraphs[0], ...quoted, ...paragraphs.slice(1), about.url, about.campaign, ''].join(
      '\n\n',
    ),
  };
}

/** To those of the campaign who may decide what was announced. */
export function answeredMail(event: CertificateEvent, about: StandingMailAbout): Omit<MailMessage, 'to'> {
  return {
    kind: 'certificate-to-decide',
    subject: `Please decide: ${about.agency} has answered about certificate ${about.number}`,
    text: [
      'Hello,',
      `${about.agency} has answered what the campaign announced about certificate ${about.number}:`,
      event.words,
      'Somebody who did not announce it can decide now:',
      about.url,
      about.campaign,
      '',
    ].join('\n\n'),
  };
}

/** To those of the campaign who may decide what was announced, when nobody has. */
export function decisionDueMail(
  about: StandingMailAbout & { readonly targetOn: CalendarDate; readonly isOverdue: boolean },
): Omit<MailMessage, 'to'> {
  const { agency, number, targetOn, isOverdue } = about;
  return {
    kind: 'certificate-decision-due',
    subject: isOverdue
      ? `Overdue: decide about certificate ${number} of ${agency}`
      : `Please decide: the time of ${agency} to answer is over`,
    text: [
      'Hello,',
      `${agency} was told what the campaign means to do about certificate ${number}, and was heard. Nobody has decided.`,
      isOverdue
        ? `The decision was to be made by ${longDate(targetOn)}.`
        : `Please decide by ${longDate(targetOn)}.`,
      'Somebody who did not announce it can decide:',
      about.url,
      about.campaign,
      '',
    ].join('\n\n'),
  };
}

function wording(
  { act, measure, answerBy }: CertificateEvent,
  { number }: StandingMailAbout,
): { readonly subject: string; readonly paragraphs: readonly string[] } {
  switch (act) {
    case 'announced':
      return {
        subject: `please answer about certificate ${number}`,
        paragraphs: [
          `The campaign means to ${measure ?? 'suspend'} certificate ${number}. Nothing has changed yet, and nothing is public. These are the grounds:`,
          `You can answer ${answerBy ? `until ${longDate(answerBy)}` : ''} on this page. Send your answer when it is complete: a second person of the campaign reads it, and may decide as soon as you have answered:`,
        ],
      };
    case 'answered':
      return {
        subject: 'your answer has reached the campaign',
        paragraphs: [
          `This is your answer about certificate ${number}:`,
          'A second person of the campaign may decide from now on. You find your answer on this page:',
        ],
      };
    case 'dropped':
      return {
        subject: `certificate ${number} stays as it is`,
        paragraphs: [`The campaign gave up what it had announced about certificate ${number}:`, 'Your page:'],
      };
    case 'suspended':
      return {
        subject: `certificate ${number} is suspended`,
        paragraphs: [
          `Certificate ${number} is suspended from today. Anyone who checks it sees that, with these grounds:`,
          'This page says what you can do:',
        ],
      };
    case 'reinstated':
      return {
        subject: `certificate ${number} is valid again`,
        paragraphs: [`The suspension of certificate ${number} has ended:`, 'Your page:'],
      };
    case 'revoked':
      return {
        subject: `certificate ${number} is revoked`,
        paragraphs: [
          `Certificate ${number} is revoked from today. Anyone who checks it sees that, with these grounds:`,
          'This page says what you can do:',
        ],
      };
    case 'lapsed':
      return {
        subject: `certificate ${number} has ended`,
        paragraphs: [
          `The term of certificate ${number} is over. Your agency can be certified again: send in your work as it stands now.`,
          'Your page:',
        ],
      };
    case 'withdrawn':
      return {
        subject: `you gave certificate ${number} back`,
        paragraphs: [`You gave certificate ${number} back. This is the reason you wrote:`, 'Your page:'],
      };
  }
}
