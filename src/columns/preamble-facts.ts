import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { readDateCell } from './date-answer.ts';
import { type LabelledText, labelledTexts } from './preamble-label.ts';

/** What a line above the headings says, and where it says it: to be proposed to a person, never applied unasked. */
export interface PreambleFact<T> {
  readonly value: T;
  /** 1-based, as the spreadsheet shows it. */
  readonly row: number;
  /** The words it was read from. */
  readonly text: string;
  /** `label`: the file names it (`Course: …`). `title`: it was read out of the report's title. */
  readonly why: 'label' | 'title';
}

export interface PreambleFacts {
  /** The first line that is no parameter. */
  readonly title?: PreambleFact<string>;
  readonly course?: PreambleFact<string>;
  readonly hours?: PreambleFact<number>;
  readonly provider?: PreambleFact<string>;
  /** The day the course was completed. */
  readonly date?: PreambleFact<CalendarDate>;
  /** The days a report covers; its rows may be of any of them. */
  readonly period?: PreambleFact<{ readonly from?: CalendarDate; readonly to?: CalendarDate }>;
  readonly runBy?: PreambleFact<string>;
  readonly runOn?: PreambleFact<CalendarDate>;
}

export interface PreambleContext {
  readonly today: CalendarDate;
  /** Whether a text names a course the caller knows: then a title is one even if it gives no hours. */
  readonly isCourseTitle?: ((text: string) => boolean) | undefined;
}

/** What the lines above the headings say about every row below them. */
export function preambleFacts(rows: readonly SheetRow[], context: PreambleContext): PreambleFacts {
  const texts = rows.flatMap(labelledTexts);
  const labelled = (label: LabelledText['label']) => texts.find((one) => one.label === label);
  const title = texts.find((one) => one.label === undefined);
  const named = labelled('course');
  const course = named ?? courseInTitle(texts, context);
  const hours = labelled('hours') ?? course;
  return {
    ...present('title', title, title?.text),
    ...present('course', course, course && courseName(course)),
    ...present('hours', hours, hours && hoursIn(hours)),
    ...present('provider', labelled('provider'), labelled('provider')?.text),
    ...present('date', labelled('date'), dayIn(labelled('date'), context)),
    ...periodOf(texts, context),
    ...present('runBy', labelled('run-by'), labelled('run-by')?.text),
    ...present('runOn', labelled('run-on'), dayIn(labelled('run-on'), context)),
  };
}

function present<Name extends keyof PreambleFacts, T>(
  name: Name,
  from: LabelledText | undefined,
  value: T | undefined,
): { readonly [name in Name]?: PreambleFact<T> } {
  if (!from || value === undefined) return {};
  const { row, text, label } = from;
  const fact: PreambleFact<T> = { value, row, text, why: label === undefined ? 'title' : 'label' };
  return { [name]: fact } as { readonly [one in Name]: PreambleFact<T> };
}

const hoursText =
  /(?<![\d/.])(\d{1,3}(?:[.,]\d{1,2})?)[ -]?(?:h|hrs?|hours?|credit hours?|contact hours?)\b\.?/i;

/** A title without a label names a course when it gives its hours, or when the caller knows the course. */
function courseInTitle(
  texts: readonly LabelledText[],
  { isCourseTitle }: PreambleContext,
): LabelledText | undefined {
  return texts
    .filter(({ label }) => label === undefined)
    .find((one) => {
      const name = courseName(one);
      return name !== undefined && (hoursText.test(one.text) || isCourseTitle?.(name) === true);
    });
}

/** Words of any report's title: they name no course by themselves. */
const reportWords = new Set(
  `training course class program completion attendance roster report record records transcript transcripts summary list
  sheet log of for the by employee employees officer officers staff sworn personnel hour hours total totals all any and in
  service annual monthly year to date department police sheriff history detail export credit each per`.split(
    /\s+/,
  ),
);

function saysMore(text: string): boolean {
  const words =
    text
      .replace(hoursText, '')
      .toLowerCase()
      .match(/\p{L}{2,}/gu) ?? [];
  return words.some((word) => !reportWords.has(word));
}

/** The course a text names: a title loses words such as “Training report:”, a label's text stays whole. */
function courseName({ text, label }: LabelledText): string | undefined {
  if (/^(?:all|any|\*|all courses|various|multiple)$/i.test(text)) return undefined;
  if (label !== undefined) return text;
  const parts = text.split(/\s*:\s+|\s+[-–—|]\s+/);
  const name = parts.filter(saysMore).join(' - ');
  return name === '' ? undefined : name;
}

function hoursIn({ text, label }: LabelledText): number | undefined {
  const plain = label === 'hours' ? /^(\d{1,3}(?:[.,]\d{1,2})?)\b/.exec(text)?.[1] : undefined;
  const hours = Number((plain ?? hoursText.exec(text)?.[1] ?? '').replace(',', '.'));
  return hours > 0 ? hours : undefined;
}

function dayIn(from: LabelledText | undefined, { today }: PreambleContext): CalendarDate | undefined {
  if (!from) return undefined;
  const answer = readDateCell(from.cell, { today });
  if (answer.kind === 'date') return answer.date;
  return answer.kind === 'doubtful' && answer.why === 'several-dates' ? answer.proposal : undefined;
}

function periodOf(texts: readonly LabelledText[], context: PreambleContext): Pick<PreambleFacts, 'period'> {
  const range = texts.find(({ label }) => label === 'period');
  const [first, last] = range ? range.text.split(/\s+(?:-|–|—|to|thru|through)\s+|[–—]/i) : [];
  const from = range ? part(range, first) : texts.find(({ label }) => label === 'from');
  const to = range ? part(range, last) : texts.find(({ label }) => label === 'to');
  const [start, end] = [dayIn(from, context), dayIn(to, context)];
  if (start === undefined && end === undefined) return {};
  const value = { ...(start && { from: start }), ...(end && { to: end }) };
  return present('period', range ?? from ?? to, value);
}

function part(range: LabelledText, text: string | undefined): LabelledText | undefined {
  return text === undefined ? undefined : { ...range, text, cell: { kind: 'text', text } };
}
