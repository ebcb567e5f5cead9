import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MailMessage } from '../mail/mail.ts';

/** What both letters name. `url` is the page on the reader's side. */
interface About {
  /** The reader's side. */
  readonly own: string;
  readonly other: string;
  readonly url: string;
  readonly campaign: string;
}

/** To the side that sees to the actions, once a week while something is due. */
export function actionsDueMail(
  about: About & {
    readonly due: readonly {
      readonly what: string;
      readonly dueOn: CalendarDate;
      readonly ownerName: string;
    }[];
    readonly today: CalendarDate;
  },
): Omit<MailMessage, 'to'> {
  const { own, other, due, today } = about;
  const lines = due.map(({ what, dueOn, ownerName }) => {
    const late = dueOn < today ? ', overdue' : '';
    return `- ${what} (${[ownerName, longDate(dueOn)].filter(Boolean).join(', ')}${late})`;
  });
  return {
    kind: 'joint-actions-due',
    subject: `${due.length === 1 ? '1 action is' : `${due.length} actions are`} due in the partnership with ${other}`,
    text: [
      'Hello,',
      `On the joint list of ${own} and ${other}, this is for your side, due by next week:`,
      lines.join('\n'),
      'Mark it done, change the date, or drop it with a reason:',
      about.url,
      about.campaign,
      '',
    ].join('\n\n'),
  };
}

/** To a side that has not answered “How is it going?” for the half-year. */
export function checkInAskedMail(
  about: About & { readonly half: string; readonly dueOn: CalendarDate },
): Omit<MailMessage, 'to'> {
  const { own, other, half, dueOn } = about;
  return {
    kind: 'check-in-asked',
    subject: `How is the partnership with ${other} going?`,
    text: [
      'Hello,',
      `Twice a year both sides say how their partnership is going. Please answer for ${own}: ${half}, by ${longDate(dueOn)}. It takes about five minutes.`,
      about.url,
      `${other} answers on its own. You can read each other’s answers once you have given yours.`,
      about.campaign,
      '',
    ].join('\n\n'),
  };
}
