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

/** How many days, and how many rows of each, are named. */
const mostNamed = 5;

/**
 * “Renew Mental Health First Aid for 3 people, who are among those to train: it lapsed on May 31, 2025 (training rows
 * 4 and 7) and on June 2, 2025 (training row 9).” `category` is what the course counted as.
 */
export function lapsedSentence(
  course: string,
  category: TrainingCategory,
  lapsed: readonly LapsedTraining[],
): string {
  const byDay = Map.groupBy(
    lapsed.toSorted((one, other) => (one.lapsedOn < other.lapsedOn ? -1 : 1)),
    ({ lapsedOn }) => lapsedOn,
  );
  const days = Array.from(byDay, ([day, same]) => `on ${longDate(day)} (${rowsWords(same)})`);
  const named = listed(days, (rest) => count(rest, 'more day'));
  const people = count(lapsed.length, 'person', 'people');
  return `Renew ${course} for ${people}${amongWords(category, lapsed.length)}: it lapsed ${named}.`;
}

/** Who is short of crisis training may be anybody, so a renewal brings the number down without naming who is meant. */
function amongWords(category: TrainingCategory, people: number): string {
  if (category === 'advanced') return ', which counts toward the training above';
  return people === 1 ? ', who is among those to train' : ', who are among those to train';
}

function rowsWords(lapsed: readonly LapsedTraining[]): string {
  const rows = lapsed.map(({ row }) => row).toSorted((one, other) => one - other);
  return `training ${rows.length === 1 ? 'row' : 'rows'} ${listed(rows.map(String), (rest) => `${rest} more`)}`;
}

function listed(texts: readonly string[], more: (rest: number) => string): string {
  const rest = texts.length - mostNamed;
  const named = rest > 0 ? [...texts.slice(0, mostNamed), more(rest)] : texts;
  return new Intl.ListFormat('en-US').format(named);
}
