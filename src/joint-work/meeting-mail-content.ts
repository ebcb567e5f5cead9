import type { MailMessage } from '../mail/mail.ts';
import { whenWords } from './clock-words.ts';
import type { MeetingPlan } from './meeting.ts';

export type MeetingNews = 'planned' | 'moved' | 'cancelled' | 'restored';

const did: Readonly<Record<MeetingNews, string>> = {
  planned: 'planned a meeting',
  moved: 'changed when or where you meet',
  cancelled: 'cancelled a meeting',
  restored: 'put a cancelled meeting back',
};

/** To the side that did not act. Mails carry no attachments: the calendar entry is behind the link. */
export function meetingMail(
  news: MeetingNews,
  about: {
    readonly meeting: MeetingPlan;
    /** Why it was cancelled. */
    readonly reason: string;
    /** The side that acted. */
    readonly from: string;
    readonly timeZone: string;
    /** The meeting's page on the reader's side. */
    readonly url: string;
    readonly campaign: string;
  },
): Omit<MailMessage, 'to'> {
  const { meeting, from, url } = about;
  const where = [meeting.place, meeting.link].filter(Boolean).join(', ');
  const paragraphs = [
    'Hello,',
    `${from} ${did[news]}:`,
    [meeting.title, whenWords(meeting, about.timeZone), where].join('\n'),
    ...(news === 'cancelled' ? [`The reason: ${about.reason}`] : []),
    news === 'cancelled' ? 'Here you can see it:' : 'Here you can see the agenda and change it:',
    url,
    `The entry for your calendar:\n${url}/calendar.ics`,
    about.campaign,
    '',
  ];
  return {
    kind: `meeting-${news}`,
    subject: `${from} ${did[news]}: ${meeting.title}`,
    text: paragraphs.join('\n\n'),
  };
}
