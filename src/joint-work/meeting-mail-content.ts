import type { MailAttachment, MailMessage } from '../mail/mail.ts';
import { whenWords } from './clock-words.ts';
import type { Meeting, MeetingPlan } from './meeting.ts';

export type MeetingNews = 'planned' | 'moved' | 'cancelled' | 'restored';

const did: Readonly<Record<MeetingNews, string>> = {
  planned: 'planned a meeting',
  moved: 'changed when or where you meet',
  cancelled: 'cancelled a meeting',
  restored: 'put a cancelled meeting back',
};

/** To either side, with the entry for calendars attached. */
export function meetingMail(
  news: MeetingNews,
  about: {
    readonly meeting: Pick<Meeting, keyof MeetingPlan | 'state'>;
    /** Who acted: the other side, or a colleague. */
    readonly from: string;
    readonly timeZone: string;
    /** The meeting's page on the reader's side. */
    readonly url: string;
    /** The entry for calendars. */
    readonly entry: MailAttachment;
    readonly campaign: string;
  },
): Omit<MailMessage, 'to'> {
  const { meeting, from, url } = about;
  const where = [meeting.place, meeting.link].filter(Boolean).join(', ');
  const paragraphs = [
    'Hello,',
    `${from} ${did[news]}:`,
    [meeting.title, whenWords(meeting, about.timeZone), where].join('\n'),
    ...(meeting.state.is === 'cancelled' ? [`The reason: ${meeting.state.reason}`] : []),
    news === 'cancelled' ? 'Here you can see it:' : 'Here you can see the agenda and change it:',
    url,
    news === 'cancelled'
      ? 'Open the attached file to take it out of your calendar.'
      : 'Open the attached file to put it into your calendar.',
    about.campaign,
    '',
  ];
  return {
    kind: `meeting-${news}`,
    subject: `${from} ${did[news]}: ${meeting.title}`,
    text: paragraphs.join('\n\n'),
    attachment: about.entry,
  };
}
