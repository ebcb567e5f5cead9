import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import type { QualifyingRecord } from './qualifying-record.ts';
import type { RecognitionReason } from './recognition.ts';

/** Why a recertification does not count, or not yet. `windowDays` after the end of the last course it is still open. */
export type RecertificationReason =
  /** Seen by itself: the person's other records decide. */
  | { readonly code: 'recertification-alone'; readonly windowDays: number }
  /** No earlier record of the course is here. */
  | { readonly code: 'recertification-without-course' }
  /** There is an earlier record, but whether it counts is open itself. */
  | { readonly code: 'recertification-after-doubtful' }
  | {
      readonly code: 'recertification-too-late';
      readonly completedOn: CalendarDate;
      /** The last day of the course that was to be renewed. */
      readonly endedOn: CalendarDate;
      readonly windowDays: number;
    };

/** A class of the same person and program, taken before, and what it is worth. */
export interface EarlierClass {
  readonly completedOn: CalendarDate | undefined;
  readonly qualifying: QualifyingRecord;
}

export interface RecertificationDoubt {
  readonly verdict: 'doubtful' | 'does-not-count';
  readonly why: RecertificationReason;
}

/** Whether a course is the short one for people who hold the program already. */
export function isRecertification(reason: RecognitionReason): boolean {
  return reason.code === 'program-named' && reason.variant === 'recertification';
}

/** The verdict waits for the person's other records. */
export function waitsForEarlier({ verdict, why }: QualifyingRecord): boolean {
  return verdict === 'doubtful' && why.code === 'recertification-alone';
}

/**
 * What keeps an MHFA recertification from counting; undefined when nothing does. It needs a course that counts (the
 * full one, or a recertification that counts itself) and was still valid, or ended no longer ago than the program's
 * standard allows. After that the full course is needed again, so it doesn't count.
 *
 * Without any earlier record it is in doubt, neither counted nor refused: agencies import only recent years, and the
 * provider gives the short course to holders of a certificate, so the full course was likely taken; but nothing here
 * proves it. Somebody adds that record (it then counts by itself) or leaves the doubt. `earlier` is undefined where a
 * record is judged without its person's others.
 */
export function recertificationDoubt(
  completedOn: CalendarDate,
  earlier: readonly EarlierClass[] | undefined,
): RecertificationDoubt | undefined {
  const windowDays = programStandards.mhfa.recertificationDays ?? 0;
  if (!earlier) return { verdict: 'doubtful', why: { code: 'recertification-alone', windowDays } };
  const before = earlier.filter((one) => one.completedOn === undefined || one.completedOn < completedOn);
  const ends = before.flatMap(({ qualifying }) =>
    qualifying.verdict === 'counts' ? [qualifying.validUntil ?? completedOn] : [],
  );
  const endedOn = ends.toSorted().at(-1);
  if (endedOn !== undefined && completedOn <= addDays(endedOn, windowDays)) return undefined;
  if (before.some(isInDoubtItself))
    return { verdict: 'doubtful', why: { code: 'recertification-after-doubtful' } };
  if (endedOn === undefined) return { verdict: 'doubtful', why: { code: 'recertification-without-course' } };
  return {
    verdict: 'does-not-count',
    why: { code: 'recertification-too-late', completedOn, endedOn, windowDays },
  };
}

/** A recertification that waits for its course proves no course for the next one. */
function isInDoubtItself({ qualifying: { verdict, why } }: EarlierClass): boolean {
  return verdict === 'doubtful' && !why.code.startsWith('recertification-');
}
