import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PersonId } from '../database/acting.ts';
import type { SubmissionId, SubmissionState } from './submission.ts';
import type { SubmissionChange } from './submission-change.ts';

export const queueShows = ['open', 'mine', 'waiting', 'overdue', 'approval', 'appeals', 'decided'] as const;
export type QueueShow = (typeof queueShows)[number];

export const queueSorts = ['agency', 'size', 'submitted', 'reviewer'] as const;
export type QueueSort = (typeof queueSorts)[number];

/** One submission as the queue shows it. */
export interface QueueEntry {
  readonly id: SubmissionId;
  readonly agencyName: string;
  readonly place: string;
  /** Sworn officers, as pledged. */
  readonly sworn: number;
  readonly round: number;
  readonly state: SubmissionState;
  readonly submittedAt: Date;
  readonly reviewerName: string | undefined;
  readonly hasAppeal: boolean;
  /** The agency's last day to answer; undefined unless it is its turn. */
  readonly answerBy: CalendarDate | undefined;
  /** How many of the things asked for in the round before it answered. */
  readonly answers: number;
  /** Undefined for a first round. */
  readonly changes: readonly SubmissionChange[] | undefined;
}

export interface QueueQuery {
  readonly show: QueueShow;
  readonly search: string;
  readonly sort: QueueSort;
  readonly descending: boolean;
  readonly limit: number;
  readonly offset: number;
  /** Whose queue it is, for what is theirs. */
  readonly me: PersonId;
  /** What was sent in on this day or later is not overdue yet. */
  readonly overdueBefore: CalendarDate;
}

export interface QueuePage {
  readonly entries: readonly QueueEntry[];
  readonly total: number;
}
