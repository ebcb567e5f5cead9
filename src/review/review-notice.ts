import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { SubmissionState } from './submission.ts';

/** What is told ahead and when a day has passed; each once about a day. */
export type ReviewNotice = 'target-near' | 'target-passed' | 'answer-near' | 'answer-soon' | 'appeal-passed';

export interface NoticeDue {
  readonly notice: ReviewNotice;
  /** The day it is about: the target, or the last day to answer. */
  readonly aboutDay: CalendarDate;
}

/** Local discretion: time to finish a review, to gather an answer, and to send it. */
const targetDaysAhead = 3;
const answerDaysAhead = { near: 14, soon: 3 } as const;

/** What is to be told about a round today; only the latest word, when earlier ones were never said. */
export function noticeDue(
  round: {
    readonly state: SubmissionState;
    readonly targetOn: CalendarDate;
    readonly answerBy: CalendarDate | undefined;
  },
  today: CalendarDate,
): NoticeDue | undefined {
  switch (round.state) {
    case 'waiting':
    case 'in-review':
    case 'awaiting-approval':
      return targetNotice(round.targetOn, today);
    case 'returned':
      return round.answerBy && answerNotice(round.answerBy, today);
    case 'approved':
    case 'taken-back':
    case 'closed':
      return undefined;
  }
}

function targetNotice(targetOn: CalendarDate, today: CalendarDate): NoticeDue | undefined {
  if (today > targetOn) return { notice: 'target-passed', aboutDay: targetOn };
  if (today >= addDays(targetOn, -targetDaysAhead)) return { notice: 'target-near', aboutDay: targetOn };
  return undefined;
}

function answerNotice(answerBy: CalendarDate, today: CalendarDate): NoticeDue | undefined {
  if (today > answerBy) return undefined;
  if (today >= addDays(answerBy, -answerDaysAhead.soon)) return { notice: 'answer-soon', aboutDay: answerBy };
  if (today >= addDays(answerBy, -answerDaysAhead.near)) return { notice: 'answer-near', aboutDay: answerBy };
  return undefined;
}
