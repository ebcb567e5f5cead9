import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';

/** What ends soon, as its mail says it: how many, never who. */
export interface EndingSoon {
  readonly program: string;
  readonly people: number;
  readonly firstDay: CalendarDate;
}

/** To the coordinator and the training officers, once a month while something ends within 180 days. */
export function expiryReminderMail(about: {
  readonly to: string;
  readonly agency: string;
  readonly ending: readonly EndingSoon[];
  readonly url: string;
  readonly campaign: string;
}): MailMessage {
  const lines = about.ending.map(
    ({ program, people, firstDay }) =>
      `- ${program}: ${people} ${people === 1 ? 'person' : 'people'}, the first on ${longDate(firstDay)}`,
  );
  const text = [
    'Hello,',
    `Training that counts toward the One Mind pledge of ${about.agency} ends in the next 180 days:`,
    lines.join('\n'),
    'From the day after, these people no longer count as trained. See who they are, and plan a class in time:',
    about.url,
    about.campaign,
    '',
  ].join('\n\n');
  return { kind: 'training-ending', to: about.to, subject: `Training ends soon at ${about.agency}`, text };
}
