import type { Brand } from '../brand.ts';
import { addDays, type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';
import type { SubmissionId } from './submission.ts';

export type AppealId = Brand<'AppealId'>;

export type AppealState =
  | { readonly is: 'waiting' }
  | { readonly is: 'withdrawn' }
  | {
      readonly is: 'upheld' | 'allowed';
      readonly by: PersonId;
      readonly at: Date;
      readonly grounds: string;
    };

/** An agency's word against a decision. Upheld: the decision stands. Allowed: the agency was right. */
export interface Appeal {
  readonly id: AppealId;
  readonly agency: AgencyId;
  readonly submission: SubmissionId;
  /** The requirement that was returned; undefined when the closing of the case is appealed. */
  readonly requirement: Requirement | undefined;
  /** When the decision was made. */
  readonly aboutAt: Date;
  readonly grounds: string;
  readonly filedAt: Date;
  readonly state: AppealState;
}

export type AppealRefusal =
  | { readonly code: 'submission-not-found' }
  /** Answered, closed or decided a moment before. */
  | { readonly code: 'submission-moved-on' }
  | { readonly code: 'appeal-too-late' }
  /** Each decision is appealed once. */
  | { readonly code: 'appealed-already' }
  | { readonly code: 'grounds-missing' };

export type AppealDecisionRefusal =
  | { readonly code: 'appeal-not-found' }
  | { readonly code: 'appeal-moved-on' }
  /** Whoever had a hand in a decision of the case decides no appeal in it. */
  | { readonly code: 'decided-in-case' }
  | { readonly code: 'has-ties' }
  | { readonly code: 'grounds-missing' };

/** The last day to answer, after the time stood still from the day an appeal was filed until it was decided. */
export function resumedAnswerDay(
  answerBy: CalendarDate,
  { filedOn, decidedOn }: { readonly filedOn: CalendarDate; readonly decidedOn: CalendarDate },
): CalendarDate {
  return addDays(answerBy, Math.max(0, daysBetween(filedOn, decidedOn)));
}
