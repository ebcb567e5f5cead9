import { addMonths, type CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { categoryOf, type TrainingCategory } from '../campaign-rules/training-category.ts';
import type { Course } from './course.ts';
import { recognizeCourse } from './course-recognition.ts';
import {
  type EarlierClass,
  isRecertification,
  type RecertificationReason,
  recertificationDoubt,
} from './recertification.ts';
import type { Recognition, RecognitionReason } from './recognition.ts';
import type { TrainingRecord } from './training-record.ts';
import { type ResultReading, readTrainingResult } from './training-result.ts';

/** Why a record counts. */
export interface CountingReason {
  readonly code: 'qualifies';
  readonly course: RecognitionReason;
  readonly result: ResultReading;
  /** How many rows of one class were added up. */
  readonly rows: number;
}

/** What keeps a record from counting, for certain or until a person has looked. */
export type BlockingReason =
  | RecognitionReason
  | RecertificationReason
  | { readonly code: 'result-does-not-count' | 'result-unknown'; readonly text: string }
  | { readonly code: 'completed-in-future'; readonly completedOn: CalendarDate }
  /** Its day has come, but it was written down before: see `isRecordedAhead`. */
  | { readonly code: 'recorded-ahead'; readonly completedOn: CalendarDate }
  | { readonly code: 'completion-date-missing' }
  | {
      readonly code: 'expires-before-completion';
      readonly completedOn: CalendarDate;
      readonly expiresOn: CalendarDate;
    };

/** The facts behind a verdict; `qualifying-content.ts` makes the sentence. */
export type QualifyingReason = CountingReason | BlockingReason;

/**
 * What one record is worth, before any version of the rules: `counts` from its completion to `validUntil` (the
 * last day, inclusive; absent when it doesn't expire). `doubtful` would count once a person has looked.
 */
export type QualifyingRecord =
  | {
      readonly verdict: 'counts';
      readonly program: Program;
      readonly completedOn: CalendarDate;
      readonly validUntil?: CalendarDate;
      /** Its last valid day lies before the day it was judged on. */
      readonly hasLapsed?: true;
      readonly why: CountingReason;
    }
  | { readonly verdict: 'doubtful'; readonly program: Program; readonly why: BlockingReason }
  | {
      readonly verdict: 'does-not-count';
      readonly program: Program | 'none';
      readonly why: BlockingReason;
    };

export interface QualifyingContext {
  readonly today: CalendarDate;
  /** From `courseRecognizer`, so that decisions about courses apply. */
  readonly recognize?: (course: Course) => Recognition;
  /** How many rows the record stands for (see `addUpDailyRows`). */
  readonly rows?: number;
  /** The person's other classes of the program; a recertification by itself stays in doubt. */
  readonly earlier?: readonly EarlierClass[];
}

/** Judges one record. What is certain comes before what is doubtful, and the course before result and dates. */
export function qualifyRecord(record: TrainingRecord, context: QualifyingContext): QualifyingRecord {
  const course = (context.recognize ?? recognizeCourse)(record);
  const { program } = course;
  if (program === 'none') return doesNotCount('none', course.reason);
  const result = readTrainingResult(record.result);
  if (result.kind === 'not-completed')
    return doesNotCount(program, { code: 'result-does-not-count', text: result.text });
  const { completedOn } = record;
  if (completedOn !== undefined && completedOn > context.today)
    return doesNotCount(program, { code: 'completed-in-future', completedOn });
  if (completedOn !== undefined && record.isRecordedAhead)
    return { verdict: 'doubtful', program, why: { code: 'recorded-ahead', completedOn } };
  const doubt = doubtAbout(record, course, result);
  if (doubt) return { verdict: 'doubtful', program, why: doubt };
  if (completedOn === undefined)
    return { verdict: 'doubtful', program, why: { code: 'completion-date-missing' } };
  const renewal = isRecertification(course.reason) && recertificationDoubt(completedOn, context.earlier);
  if (renewal) return { program, ...renewal };
  const validUntil = lastValidDay(record, completedOn, course);
  const why: CountingReason = { code: 'qualifies', course: course.reason, result, rows: context.rows ?? 1 };
  const hasLapsed = validUntil !== undefined && validUntil < context.today;
  return {
    verdict: 'counts',
    program,
    completedOn,
    ...(validUntil && { validUntil }),
    ...(hasLapsed && { hasLapsed }),
    why,
  };
}

/** What a record counts as under a version of the rules; undefined when it counts for nothing there. */
export function categoryOfRecord(
  rules: CampaignRules,
  record: QualifyingRecord,
): TrainingCategory | undefined {
  return record.verdict === 'counts' ? categoryOf(rules, record.program) : undefined;
}

/** Whether a record holds on a day: from its completion to its last valid day, both included. */
export function isHeldOn(record: QualifyingRecord, day: CalendarDate): boolean {
  if (record.verdict !== 'counts' || record.completedOn > day) return false;
  return record.validUntil === undefined || day <= record.validUntil;
}

function doubtAbout(
  record: TrainingRecord,
  course: Recognition,
  result: ResultReading,
): BlockingReason | undefined {
  if (course.doubtful) return course.reason;
  if (result.kind === 'doubtful') return { code: 'result-unknown', text: result.text };
  const { completedOn, expiresOn } = record;
  if (completedOn !== undefined && expiresOn !== undefined && expiresOn < completedOn)
    return { code: 'expires-before-completion', completedOn, expiresOn };
  return undefined;
}

/** The record's own end date goes before the program's usual validity. */
function lastValidDay(
  record: TrainingRecord,
  completedOn: CalendarDate,
  { validityMonths }: Recognition,
): CalendarDate | undefined {
  if (record.expiresOn !== undefined) return record.expiresOn;
  return validityMonths === undefined ? undefined : addMonths(completedOn, validityMonths);
}

function doesNotCount(program: Program | 'none', why: BlockingReason): QualifyingRecord {
  return { verdict: 'does-not-count', program, why };
}
