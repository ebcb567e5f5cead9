import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { categoryOf, type TrainingCategory } from '../campaign-rules/training-category.ts';
import { count } from '../requirement/plain-words.ts';
import type { QualifyingRecord } from '../training/qualifying-record.ts';
import type { RecordsOfPerson } from './records-of-person.ts';

/** Training that counted once, whose validity is over, and whose holder has nothing of the same kind instead. */
export interface LapsedTraining {
  readonly category: TrainingCategory;
  /** The row of the training file that held longest. */
  readonly row: number;
  readonly course: string;
  /** The last day it counted. */
  readonly lapsedOn: CalendarDate;
}

type Counting = Extract<QualifyingRecord, { readonly verdict: 'counts' }>;

/** What one person has let lapse by `asOf`: of each category that they no longer hold, the class that held longest. */
export function lapsedTraining(
  { classes }: RecordsOfPerson,
  rules: CampaignRules,
  asOf: CalendarDate,
): readonly LapsedTraining[] {
  const begun = classes.flatMap(({ record, rows, qualifying }) =>
    qualifying.verdict === 'counts' && qualifying.completedOn <= asOf
      ? held(record.title || (record.code ?? ''), rows.at(-1)?.row ?? 0, qualifying, rules)
      : [],
  );
  const valid = new Set(begun.filter(({ lapsedOn }) => lapsedOn >= asOf).map(({ category }) => category));
  // Under rules that ask the base course of those without an advanced one, who is advanced needs no renewal of it.
  const isDone = valid.has('advanced') && rules.trained.baseNeededBy !== 'everyone';
  return (['advanced', 'base'] as const).flatMap((category) => {
    if (valid.has(category) || isDone) return [];
    const [last] = begun
      .filter((one) => one.category === category)
      .toSorted((one, other) => (one.lapsedOn < other.lapsedOn ? 1 : -1));
    return last ? [last] : [];
  });
}

const never = '9999-12-31' as CalendarDate;

function held(
  course: string,
  row: number,
  { program, validUntil }: Counting,
  rules: CampaignRules,
): readonly LapsedTraining[] {
  const category = categoryOf(rules, program);
  return category ? [{ row, course, lapsedOn: validUntil ?? never, category }] : [];
}

const mostNamed = 5;

/** “Renew Mental Health First Aid for 2 people: it lapsed on May 31, 2025 (row 4) and June 2, 2025 (row 9).” */
export function lapsedSentence(course: string, lapsed: readonly LapsedTraining[]): string {
  const named = lapsed
    .slice(0, mostNamed)
    .map(({ row, lapsedOn }) => `on ${longDate(lapsedOn)} (training row ${row})`);
  const rest = lapsed.length - named.length;
  const days = new Intl.ListFormat('en-US').format(rest > 0 ? [...named, `${rest} more`] : named);
  return `Renew ${course} for ${count(lapsed.length, 'person', 'people')}: it lapsed ${days}.`;
}
