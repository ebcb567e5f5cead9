import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { Course } from './course.ts';
import { recognizeCourse } from './course-recognition.ts';
import { courseKey, partInTitle, titleOfWhole, titleWords } from './course-title.ts';
import type { Recognition } from './recognition.ts';
import type { TrainingRecord } from './training-record.ts';
import { readTrainingResult } from './training-result.ts';

/** One class as taken: a record, and the rows it was read from (several when a class came as one row per day). */
export interface ClassTaken<R extends TrainingRecord> {
  readonly record: TrainingRecord;
  readonly rows: readonly R[];
  /** Of a row that is one of several days which together are still too short: what they come to. */
  readonly soFar?: DaysSoFar;
}

/** Days of one class that don't reach its hours yet. */
export interface DaysSoFar {
  readonly hours: number;
  readonly rows: number;
}

interface Day<R> {
  readonly row: R;
  readonly hours: number;
  readonly completedOn: CalendarDate;
  /** The hours of the class so far. */
  readonly reached: number;
}

/** A class of forty hours may be split over weeks; refreshers lie a year or more apart. */
export const daysOfOneClass = 60;

/**
 * Folds the rows of one person: rows of one course that are each too short, but within `withinDays` reach the
 * hours it needs, become one class, completed on the day they reach them. Every row is in exactly one class.
 * Hours count once: the same day from two systems, “Day 1” taken twice, and a day inside a row of several days add
 * nothing, or what they have in excess.
 */
export function addUpDailyRows<R extends TrainingRecord>(
  records: readonly R[],
  recognize: (course: Course) => Recognition = recognizeCourse,
  withinDays = daysOfOneClass,
): readonly ClassTaken<R>[] {
  const byCourse = Map.groupBy(records, (record) => dayOfClassKey(record, recognize(record)));
  return Array.from(byCourse, ([course, rows]) =>
    course === undefined ? rows.map(alone) : classesOf(rows, neededHours(rows, recognize), withinDays),
  ).flat();
}

/** Rows of one person that may be days of one class share a key: `program|hours needed|course`; others have none. */
export function dayOfClassKey(record: TrainingRecord, { reason }: Recognition): string | undefined {
  const isShort = reason.code === 'too-few-hours' && reason.known.from === 'record';
  if (!isShort || record.completedOn === undefined || record.isRecordedAhead) return undefined;
  const result = readTrainingResult(record.result).kind;
  if (result !== 'completed' && result !== 'not-stated') return undefined;
  return `${reason.program}|${reason.neededHours}|${courseKey(record.title, record.code)}`;
}

function neededHours(rows: readonly TrainingRecord[], recognize: (course: Course) => Recognition): number {
  const reason = rows[0] && recognize(rows[0]).reason;
  return reason?.code === 'too-few-hours' ? reason.neededHours : Number.POSITIVE_INFINITY;
}

function classesOf<R extends TrainingRecord>(
  rows: readonly R[],
  needed: number,
  withinDays: number,
): readonly ClassTaken<R>[] {
  const classes: ClassTaken<R>[] = [];
  const short: Day<R>[] = [];
  let rest = rows.flatMap(dated).sort(byDay);
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const days = daysReaching(needed, rest, first, withinDays);
    if (days) classes.push(together(first.row, days));
    else short.push(first);
    rest = rest.slice(days?.length ?? 1);
  }
  return [...classes, ...tooShort(short, withinDays)];
}

/** Days, in order, that reach no class: each by itself, with what those that lie close enough come to. */
function tooShort<R extends TrainingRecord>(
  days: readonly Day<R>[],
  withinDays: number,
): readonly ClassTaken<R>[] {
  const classes: ClassTaken<R>[] = [];
  let rest = days;
  for (let first = rest[0]; first !== undefined; first = rest[0]) {
    const { completedOn } = first;
    const close = rest.filter((day) => daysBetween(completedOn, day.completedOn) <= withinDays);
    const attended: Attended[] = [];
    const hours = close.reduce((sum, day) => sum + newHours(attended, day), 0);
    const soFar = { hours, rows: close.length };
    classes.push(...close.map(({ row }) => (close.length > 1 ? { ...alone(row), soFar } : alone(row))));
    rest = rest.slice(close.length);
  }
  return classes;
}

/** The first days of `rest` that together have the hours needed, or undefined when they don't in time. */
function daysReaching<R extends TrainingRecord>(
  needed: number,
  rest: readonly Day<R>[],
  first: Day<R>,
  withinDays: number,
): readonly Day<R>[] | undefined {
  const attended: Attended[] = [];
  let hours = 0;
  for (const [position, day] of rest.entries()) {
    if (daysBetween(first.completedOn, day.completedOn) > withinDays) return undefined;
    hours += newHours(attended, day);
    if (hours >= needed) return rest.slice(0, position + 1).with(position, { ...day, reached: hours });
  }
  return undefined;
}

/** Hours that were counted: of a numbered part, or of the days a row spans. */
interface Attended {
  readonly part: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly hours: number;
}

/** What a row adds to the hours counted before, and remembers it. */
function newHours(attended: Attended[], { row, hours, completedOn: to }: Day<TrainingRecord>): number {
  const part = partInTitle(titleWords(row.title));
  const from = firstDay(row, hours, to);
  const before = attended
    .filter((one) => (part === '' || one.part === '' ? one.from <= to && from <= one.to : one.part === part))
    .reduce((sum, one) => sum + one.hours, 0);
  const added = Math.max(0, hours - before);
  attended.push({ part, from, to, hours: added });
  return added;
}

/** Nobody sits in class longer on one day: such a row stands for the days since it started. */
const longestDay = 12;

function firstDay({ startedOn }: TrainingRecord, hours: number, completedOn: CalendarDate): CalendarDate {
  return hours > longestDay && startedOn !== undefined && startedOn < completedOn ? startedOn : completedOn;
}

function dated<R extends TrainingRecord>(row: R): readonly Day<R>[] {
  const { completedOn, hours } = row;
  return completedOn === undefined || hours === undefined
    ? []
    : [{ row, hours, completedOn, reached: hours }];
}

function byDay(one: Day<TrainingRecord>, other: Day<TrainingRecord>): number {
  if (one.completedOn !== other.completedOn) return one.completedOn < other.completedOn ? -1 : 1;
  if (one.hours !== other.hours) return other.hours - one.hours;
  return one.row.title < other.row.title ? -1 : Number(one.row.title > other.row.title);
}

function alone<R extends TrainingRecord>(row: R): ClassTaken<R> {
  return { record: row, rows: [row] };
}

function together<R extends TrainingRecord>(first: R, days: readonly Day<R>[]): ClassTaken<R> {
  const last = days.at(-1);
  if (!last) return alone(first);
  const { completedOn, reached, row } = last;
  return {
    record: {
      ...row,
      title: titleOfWhole(row.title),
      hours: reached,
      startedOn: first.completedOn,
      completedOn,
    },
    rows: days.map((day) => day.row),
  };
}
