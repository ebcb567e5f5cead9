import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';
import type { DueCheckIn } from './check-in.ts';
import type { StandingMailAbout } from './standing-mail-content.ts';

/** What a certificate needs soon. */
export interface CertificateReminder {
  readonly endsOn: CalendarDate | undefined;
  readonly checkIn: DueCheckIn | undefined;
}

/** To the agency's leaders, once a month at most; undefined when there is nothing to say. */
export function certificateReminderMail(
  { endsOn, checkIn }: CertificateReminder,
  { agency, number, url, campaign }: StandingMailAbout,
): Omit<MailMessage, 'to'> | undefined {
  const sentences = [
    ...(endsOn
      ? [
          `Certificate ${number} ends on ${longDate(endsOn)}. To stay certified, look at what is left to do today, and send in your work again.`,
        ]
      : []),
    ...(checkIn
      ? [
          `The yearly check-in is due on ${longDate(checkIn.dueOn)}. It takes a few minutes: the figures are counted for you.`,
        ]
      : []),
  ];
  if (sentences.length === 0) return undefined;
  const subject = endsOn ? `The certificate of ${agency} ends soon` : `Yearly check-in of ${agency}`;
  return {
    kind: 'certificate-reminder',
    subject,
    text: ['Hello,', ...sentences, url, campaign, ''].join('\n\n'),
  };
}
