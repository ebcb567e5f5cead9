import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { AgreementNotice } from './agreement-standing.ts';

export interface NoticeAbout {
  /** Who reads it, and the other side. */
  readonly to: string;
  readonly with: string;
  readonly notice: AgreementNotice;
  readonly day: CalendarDate;
  /** The agreement's page on the reader's side. */
  readonly url: string;
  readonly campaign: string;
}

interface Words {
  readonly subject: string;
  readonly says: string;
  readonly does: string;
}

/** To each side alike: a date that comes near, or what the day made of the agreement. */
export function agreementNoticeMail(about: NoticeAbout): Omit<MailMessage, 'to'> {
  const { subject, says, does } = wordsFor(about);
  const text = ['Hello,', says, does, about.url, about.campaign, ''].join('\n\n');
  return { kind: `agreement-${about.notice}`, subject, text };
}

const talk =
  'Talk with each other about how it goes. Then either side can renew the agreement or propose a change, and the other confirms it:';
const renew =
  'Nothing renews by itself. Either side can propose a new term and review date, and the other confirms it:';

function wordsFor({ notice, to, with: other, day }: NoticeAbout): Words {
  const on = longDate(day);
  switch (notice) {
    case 'review-60':
    case 'review-30':
    case 'review-7':
      return {
        subject: `Review of your agreement with ${other} by ${on}`,
        says: `${to} and ${other} agreed to review their agreement by ${on}.`,
        does: talk,
      };
    case 'due-for-review':
      return {
        subject: `Your agreement with ${other} is due for review`,
        says: `The review of the agreement between ${to} and ${other} was set for ${on}. It is due now; the agreement stays in effect.`,
        does: talk,
      };
    case 'term-60':
    case 'term-30':
    case 'term-7':
      return {
        subject: `Your agreement with ${other} ends on ${on}`,
        says: `The term of the agreement between ${to} and ${other} ends on ${on}.`,
        does: renew,
      };
    case 'lapsed':
      return {
        subject: `Your agreement with ${other} has lapsed`,
        says: `The term of the agreement between ${to} and ${other} ended on ${on}. It no longer counts as in effect.`,
        does: renew,
      };
  }
}
