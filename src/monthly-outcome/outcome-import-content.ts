import { longDate } from '../calendar/calendar-date.ts';
import { readRefusalSentence } from '../spreadsheet/read-refusal-content.ts';
import type { PersonColumn } from './column-watch.ts';
import type {
  CountedFile,
  CountRefusal,
  CountSource,
  ImpossibleMonth,
  UnderstoodColumn,
} from './counted-file.ts';
import { type Month, monthName } from './month.ts';
import { number } from './outcome-content.ts';
import { isOutcomeMeasure, measureLabel } from './outcome-measure.ts';
import type { Skipped, SkipReason } from './outcome-tally.ts';
import type { PersonTrace } from './person-trace.ts';

export const outcomeImportContent = {
  title: 'Import counts',
  lead: 'A file with monthly totals, or a list of calls that is counted here and thrown away.',
  privacy: {
    heading: 'Take names out first',
    text: 'A list of calls is counted in memory. The file and its rows are never kept. A file with anything about a person is turned away: names, birth dates, Social Security numbers, addresses, telephone numbers, numbers of people, or notes in free text. Delete such columns before you choose the file.',
  },
  kinds: {
    label: 'What is in the file?',
    unsaid: 'Find out',
    totals: 'Monthly totals: numbers for each month',
    events: 'A list of calls: one row for each call',
  },
  columns: {
    heading: 'Which columns are understood',
    totals:
      'Monthly totals: a column “Month” (such as 2025-03 or Mar 2025) and a column for each count. Or the columns “Month”, “Measure” and “Count”. Or a row for each count and a column for each month.',
    events:
      'A list of calls: a column “Date”, and a column with yes or no (also x, 1, true) for each thing that is counted, such as “CIT officer”, “Transport” or “Arrest”. A column “Disposition” with words such as “Referral” is understood too. A column “Mental health” with yes or no tells which calls count; without it every row does.',
    own: 'The names of the counts on the outcomes page always work. So does the file you download there.',
  },
  file: 'File',
  fileError: 'Choose the file that holds the counts',
  submit: 'Count the file',
  back: 'Back to outcomes',
  refusedHeading: 'The file was turned away',
  uncounted: 'What was found instead',
  refusedLead:
    'Nothing of it was kept. Delete these columns and lines in your spreadsheet, save it, and choose the file again:',
  preview: {
    title: 'What the file comes to',
    lead: 'Nothing is saved yet. The file itself is gone already.',
    understood: 'How it was understood',
    layouts: {
      wide: 'Monthly totals, with a column for each count',
      long: 'Monthly totals, with a row for each count',
      'months-across': 'Monthly totals, with a column for each month',
      events: 'A list of calls: each row was counted as one call',
    },
    looksLikeCalls:
      'This looks like a list of calls, but it was counted as monthly totals. If each row is one call, go back, choose “A list of calls” or “Find out”, and choose the file again.',
    layout: 'The file is',
    sheet: 'Sheet read',
    rows: 'Rows read',
    days: 'Days',
    partial: 'The first and the last month may not be whole: compare them with the days.',
    columns: 'Columns',
    column: 'Column',
    use: 'Taken for',
    wrong:
      'Is a column not read, or taken for the wrong thing? Change its heading to the name of the count and choose the file again.',
    left: 'What was left out',
    nothingLeft: 'Nothing was left out.',
    counts: 'Counts that will be saved',
    was: 'was',
    replaced: (count: number) =>
      count === 1
        ? 'One count that is saved already will be replaced. What it was stands beside it.'
        : `${number(count)} counts that are saved already will be replaced. What they were stands beside them.`,
    same: 'Counts that are the same as before stay as they are. What the file does not have stays as it is.',
    confirm: 'Save these counts',
    again: 'Choose another file',
    nothing: 'All these counts are saved already.',
    noneLeft: 'No count of this file can be saved. Above you read why.',
    changed:
      'Somebody changed these months while you were looking. Here is the file again beside what is saved now.',
  },
  stale: 'The counts of your file are no longer held: choose the file again',
} as const;

const traces: Readonly<Record<PersonTrace, string>> = {
  name: 'names of people',
  'person-number': 'numbers that stand for people, such as badges',
  'birth-date': 'birth dates or ages',
  ssn: 'Social Security numbers',
  address: 'addresses',
  phone: 'telephone numbers',
  email: 'email addresses',
  'details-of-people': 'details of people',
  narrative: 'notes in free text',
  'may-be-names': 'words that may be names of people',
};

/** Names the column and what is wrong with it, and never what stands in it. */
export function personColumnSentence({ column, row, heading, trace }: PersonColumn): string {
  if (row !== undefined) return `Row ${number(row)}, outside of the table, holds ${traces[trace]}.`;
  const named = trace === 'name' && heading.includes(',') ? '' : ` (“${heading}”)`;
  return `Column ${columnLetters(column)}${heading === '' ? '' : named} holds ${traces[trace]}.`;
}

/** A column by its heading, or by its place where the heading may name somebody. */
export function columnName({ column, heading }: Pick<UnderstoodColumn, 'column' | 'heading'>): string {
  return heading === ''
    ? `Column ${columnLetters(column)} (its heading has words that are not known)`
    : heading;
}

export function countRefusalSentence(fileName: string, refusal: CountRefusal): string {
  switch (refusal.code) {
    case 'file-unreadable':
      return readRefusalSentence(fileName, refusal.read);
    case 'person-columns':
      return 'Choose a file without anything about people';
    case 'no-month-column':
      return 'Choose a file with a column that says when: “Month” or “Date”';
    case 'no-counts':
      return refusal.looksLikeCalls
        ? 'This looks like a list of calls, not like monthly totals. Choose “A list of calls” or “Find out”, then choose the file again'
        : 'Nothing in this file could be counted. Choose a file with whole numbers for months that have begun';
  }
}

export function useWords(use: UnderstoodColumn['use']): string {
  if (isOutcomeMeasure(use)) return measureLabel(use);
  const words = {
    when: 'When',
    'outcome-words': 'What came of the call, in words',
    'measure-names': 'The names of the counts',
    counts: 'The counts',
    'not-read': 'Not read',
  } as const;
  return words[use];
}

const reasons: Readonly<Record<SkipReason, (times: number) => string>> = {
  'no-date': (times) => `${rows(times)} without a month or day that can be read, such as a line of totals`,
  ahead: (times) => `${rows(times)} of days or months that lie ahead`,
  'not-a-mental-health-call': (times) => `${rows(times)} of calls without a mental health part`,
  'unknown-measure': (times) => `${rows(times)} of something that is not counted here`,
  'not-a-count': (times) => `${cells(times)} that are no whole number`,
  formula: (times) => `${cells(times)} with a formula instead of a number`,
  'too-large': (times) => `${cells(times)} larger than a million`,
};

export function leftOutSentences(
  { skipped, unclear, added }: Pick<CountedFile, 'skipped' | 'unclear' | 'added'>,
  impossible: readonly ImpossibleMonth[],
): readonly string[] {
  return [
    ...skipped.map(skippedSentence),
    ...unclear.map(
      ({ heading, cells: count }) =>
        `${cells(count)} of “${heading}” that are neither yes nor no: counted as no.`,
    ),
    ...(added.length > 0 ? [`Several rows for ${listed(added)}: they were added up.`] : []),
    ...impossible.flatMap(impossibleSentences),
  ];
}

/** What can't be right together, where each of the two numbers comes from, and what to do. */
export function impossibleSentences({ month, crossed }: ImpossibleMonth): readonly string[] {
  return crossed.map(({ measure, count, of, limit, countFrom, limitFrom }) => {
    const [part, whole] = [`“${measureLabel(measure)}”`, `“${measureLabel(of)}”`];
    const what = `${part} is ${number(count)} ${sources[countFrom]}, and ${whole} is ${number(limit)} ${sources[limitFrom]}. The first counts some of the second and can’t be more.`;
    return `${monthName(month)}: ${what} Nothing of this month is saved. ${remedy(countFrom, limitFrom, part, whole)}`;
  });
}

const sources: Readonly<Record<CountSource, string>> = { file: 'in the file', saved: 'as saved before' };

function remedy(countFrom: CountSource, limitFrom: CountSource, part: string, whole: string): string {
  if (countFrom === 'file' && limitFrom === 'file') return 'Correct the file and choose it again.';
  const saved = countFrom === 'saved' ? part : whole;
  return `Put ${saved} into the file too, or correct the saved count on the page of the month, and choose the file again.`;
}

export function skippedSentence({ why, times, firstRow }: Skipped): string {
  return `${reasons[why](times)}, first in row ${number(firstRow)}.`;
}

export function daysWords(days: NonNullable<CountedFile['days']>): string {
  return `${longDate(days.first)} to ${longDate(days.last)}`;
}

function rows(times: number): string {
  return times === 1 ? '1 row' : `${number(times)} rows`;
}

function cells(times: number): string {
  return times === 1 ? '1 cell' : `${number(times)} cells`;
}

function listed(months: readonly Month[]): string {
  return new Intl.ListFormat('en-US', { type: 'conjunction' }).format(months.map(monthName));
}

function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}
