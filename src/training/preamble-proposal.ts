import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { type PreambleFact, preambleFacts } from '../columns/preamble-facts.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { courseRecognizer } from './course-recognition.ts';
import type { TrainingField } from './training-headings.ts';
import type { WholeFileFacts } from './training-row.ts';

export interface PreambleProposal {
  readonly facts: WholeFileFacts;
  /** The lines they were read from. */
  readonly from: readonly { readonly row: number; readonly text: string }[];
}

/** What the lines above a sign-in sheet's table say of all its rows, as far as no column says it for each. */
export function preambleProposal(
  preamble: readonly SheetRow[],
  mapping: ColumnMapping<TrainingField>,
  today: CalendarDate,
): PreambleProposal {
  if (mapping.courseTitle !== undefined || mapping.courseCode !== undefined) return { facts: {}, from: [] };
  const found = preambleFacts(preamble, { today, isCourseTitle });
  const unsaid = <Value>(field: TrainingField, fact: PreambleFact<Value> | undefined) =>
    mapping[field] === undefined ? fact : undefined;
  const course = found.course;
  const hours = unsaid('hours', found.hours);
  const provider = unsaid('provider', found.provider);
  const completedOn = unsaid('completedOn', found.date);
  const facts = {
    title: course?.value,
    hours: hours?.value,
    provider: provider?.value,
    completedOn: completedOn?.value,
  };
  const read = [course, hours, provider, completedOn].filter((fact) => fact !== undefined);
  const lines = new Map(read.map(({ row, text }) => [row, text]));
  return { facts, from: Array.from(lines, ([row, text]) => ({ row, text })) };
}

function isCourseTitle(text: string): boolean {
  return courseRecognizer()({ title: text }).program !== 'none';
}
