import type { ColumnProposal, ProposedColumn } from '../columns/column-proposal.ts';
import { foldHeading, isEmptyHeading } from '../columns/heading.ts';
import { isBlank, looksLikeDates } from '../columns/value-shapes.ts';
import { isTypingSlip } from '../person-name/typing-slip.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import type { RosterField } from './roster-columns.ts';

/** Sure enough to be proposed, and so unsure that a person is asked. */
const middling = 0.5;

/** Headings that mean the day of hire over a column of days, and may mean anything else: the start of a shift. */
const startWords =
  /^(start|started|starting|starts|since|from|employed|employed since|in service since|service|service since|on staff since|appointed|appointment|joined|entered|began|beginning|hiring|engaged)$/;

/** Headings of one word, misspelled or without their vowels. */
const nearWords: readonly (readonly [RosterField, readonly string[]])[] = [
  ['shift', ['shift', 'watch', 'platoon']],
  ['unit', ['division', 'assignment', 'precinct', 'bureau', 'district']],
  ['rank', ['title', 'position']],
  ['badge', ['badge', 'shield']],
];

/** What is left unrecognized is proposed with middling confidence where its heading or its days hint at a field. */
export function withUnsureColumns(
  proposal: ColumnProposal<RosterField>,
  sample: readonly SheetRow[],
): ColumnProposal<RosterField> {
  const taken = new Set(proposal.columns.map(({ field }) => field));
  const guesses = new Map<number, RosterField>();
  const hired = taken.has('hiredOn') ? undefined : hireDateColumn(proposal.columns, sample);
  if (hired !== undefined) guesses.set(hired, 'hiredOn');
  for (const { index, heading, field, dropped, held } of proposal.columns) {
    if (field !== undefined || dropped || held || guesses.has(index)) continue;
    const near = nearField(foldHeading(heading));
    if (near === undefined || taken.has(near)) continue;
    taken.add(near);
    guesses.set(index, near);
  }
  if (guesses.size === 0) return proposal;
  return {
    columns: proposal.columns.map((column) => {
      const field = guesses.get(column.index);
      if (field === undefined) return column;
      const { index, heading } = column;
      return {
        index,
        heading,
        field,
        confidence: middling,
        why: isEmptyHeading(heading) ? 'values' : 'part-of-name',
      };
    }),
  };
}

/** The one column of days whose heading speaks of a start; else the only column of days, when nothing heads it. */
function hireDateColumn(
  columns: readonly ProposedColumn<RosterField>[],
  sample: readonly SheetRow[],
): number | undefined {
  const ofDates = columns.filter(({ index }) => isOfDates(index, sample));
  const open = ofDates.filter(({ field, dropped, held }) => field === undefined && !dropped && !held);
  const started = open.filter(({ heading }) => startWords.test(foldHeading(heading)));
  if (started.length === 1) return started[0]?.index;
  const [only] = open;
  return only && ofDates.length === 1 && isEmptyHeading(only.heading) ? only.index : undefined;
}

function isOfDates(index: number, sample: readonly SheetRow[]): boolean {
  const filled = sample.flatMap((row) => row.cells[index] ?? []).filter((cell) => !isBlank(cell));
  return filled.length > 0 && looksLikeDates(filled) >= 0.8;
}

/** `Wtch` is watch, `Shft` is shift; under a heading over several columns the last word is the column's own. */
function nearField(heading: string): RosterField | undefined {
  const own = heading.split(' ').at(-1) ?? '';
  return nearWords.find(([, words]) => words.some((word) => isTypingSlip(word, own)))?.[0];
}
