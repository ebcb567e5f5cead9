import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts';
import type { ColumnProposal, ProposedColumn } from '../columns/column-proposal.ts';
import { columnValues } from '../columns/column-values.ts';
import { isEmptyHeading } from '../columns/heading.ts';
import { looksLikeFullNames, looksLikeSingleNames, shareOf } from '../columns/value-shapes.ts';
import { nameOrder } from '../person-name/name-order.ts';
import { readDateText } from '../spreadsheet/date-text.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { recognizeCourse } from './course-recognition.ts';
import type { TrainingField } from './training-headings.ts';
import { readTrainingResult } from './training-result.ts';

type Proposal = ColumnProposal<TrainingField>;

/** Told by values alone: a person should look. */
const confidence = 0.5;

/**
 * What the columns of a file without headings hold, as far as their values tell: courses that are known, names
 * whose order shows, results, and two dates of which one follows the other. The rest is left for a person to say.
 */
export function withUnheadedColumns(
  proposal: Proposal,
  headings: readonly string[],
  sample: readonly SheetRow[],
): Proposal {
  if (headings.some((heading) => !isEmptyHeading(heading)) || sample.length === 0) return proposal;
  const cellsOf = (index: number) => sample.flatMap((row) => row.cells[index] ?? []);
  return [withDates, withResult, withCourse, withNames].reduce(
    (told, step) => withFields(told, step(openColumns(told, cellsOf), told)),
    proposal,
  );
}

interface OpenColumn {
  readonly index: number;
  readonly cells: readonly Cell[];
}

type Found = readonly (readonly [index: number, field: TrainingField])[];

function openColumns(proposal: Proposal, cellsOf: (index: number) => readonly Cell[]): readonly OpenColumn[] {
  return proposal.columns
    .filter(({ field, dropped }) => field === undefined && dropped === undefined)
    .map(({ index }) => ({ index, cells: cellsOf(index) }));
}

function withFields(proposal: Proposal, found: Found): Proposal {
  const fields = new Map(found);
  return {
    columns: proposal.columns.map((column): ProposedColumn<TrainingField> => {
      const field = fields.get(column.index);
      if (field === undefined) return column;
      const { index, heading } = column;
      return { index, heading, field, confidence, why: 'values' };
    }),
  };
}

const has = ({ columns }: Proposal, field: TrainingField) => columns.some((column) => column.field === field);

function withResult(open: readonly OpenColumn[], told: Proposal): Found {
  if (has(told, 'result')) return [];
  const results = open.filter(
    ({ cells }) => shareOf(cells, ({ text }) => /\p{L}{4}/u.test(text) && isResult(text)) >= 0.8,
  );
  const [only, ...others] = results;
  return only && others.length === 0 ? [[only.index, 'result']] : [];
}

function isResult(text: string): boolean {
  return ['completed', 'not-completed'].includes(readTrainingResult(text).kind);
}

const courseWords =
  /\b(?:training|course|academy|qualification|tactics|firearms?|refresher|in-?service|report writing|first aid|cpr|awareness|certification|response|law update)\b/i;

/** The column most of whose texts are courses, when a fifth of them are. */
function withCourse(open: readonly OpenColumn[], told: Proposal): Found {
  if (has(told, 'courseTitle')) return [];
  const [likeliest] = open
    .map(({ index, cells }) => ({ index, share: shareOf(cells, ({ text }) => isCourse(text)) }))
    .filter(({ share }) => share >= 0.2)
    .sort((one, other) => other.share - one.share || one.index - other.index);
  return likeliest ? [[likeliest.index, 'courseTitle']] : [];
}

function isCourse(title: string): boolean {
  const { code } = recognizeCourse({ title }).reason;
  return (code !== 'other-course' && code !== 'title-missing') || courseWords.test(title);
}

/** One column of full names, or two neighbors of single ones, whose order the names themselves show. */
function withNames(open: readonly OpenColumn[], told: Proposal): Found {
  if (has(told, 'fullName') || has(told, 'familyName')) return [];
  const full = open.find(
    ({ cells }) => looksLikeFullNames(cells) >= 0.8 && nameOrder(cells.map(({ text }) => text)) !== undefined,
  );
  if (full) return [[full.index, 'fullName']];
  for (const [at, first] of open.entries()) {
    const second = open[at + 1];
    if (second?.index !== first.index + 1) continue;
    if (looksLikeSingleNames(first.cells) < 0.8 || looksLikeSingleNames(second.cells) < 0.8) continue;
    const order = nameOrder(first.cells.map(({ text }, row) => `${text} ${second.cells[row]?.text ?? ''}`));
    if (order === 'filed') return pair(first, second, 'familyName', 'givenName');
    if (order === 'spoken') return pair(first, second, 'givenName', 'familyName');
  }
  return [];
}

/** Certificates end most of a year or more after the class, classes within weeks of their start. In days. */
const shortestValidity = 300;
const longestClass = 60;
/** Two digits of a year lie in this century: ends of validity too. */
const horizon = '2079-12-31' as CalendarDate;

function withDates(open: readonly OpenColumn[], told: Proposal): Found {
  if (has(told, 'completedOn')) return [];
  const dates = open.filter(({ cells }) => columnValues(cells)?.kind === 'dates');
  const [first, second] = dates;
  if (!first || !second || dates.length > 2) return [];
  const apart = first.cells.flatMap((cell, row) => daysApart(cell, second.cells[row]) ?? []);
  if (apart.length === 0) return [];
  if (apart.every((days) => days >= shortestValidity)) return pair(first, second, 'completedOn', 'expiresOn');
  if (apart.every((days) => days >= 0 && days <= longestClass))
    return pair(first, second, 'startedOn', 'completedOn');
  return [];
}

function daysApart(from: Cell, to: Cell | undefined): number | undefined {
  const [start, end] = [dayOf(from), to && dayOf(to)];
  return start && end ? daysBetween(start, end) : undefined;
}

function dayOf(cell: Cell) {
  return cell.kind === 'date' ? cell.date : readDateText(cell.text, horizon)?.date;
}

function pair(first: OpenColumn, second: OpenColumn, one: TrainingField, other: TrainingField): Found {
  return [
    [first.index, one],
    [second.index, other],
  ];
}
