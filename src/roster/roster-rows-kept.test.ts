import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { mappingOf } from '../columns/column-proposal.ts';
import { cellFromText } from '../spreadsheet/cell.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { proposeRosterColumns } from './roster-columns.ts';
import { foldPeople } from './roster-people.ts';
import { planRoster } from './roster-plan.ts';
import { columnHabits, interpretRosterRow, type RosterRow } from './roster-row.ts';

const today = '2025-06-01' as CalendarDate;
const headings = ['Employee ID', 'Badge', 'Name', 'Rank', 'Sworn', 'Hire Date', 'Term Date', 'Status'];
const mapping = mappingOf(proposeRosterColumns(headings, []));

const columns: readonly (readonly string[])[] = [
  ['', '7', '007', '8', 'N/A', '0'],
  ['', '9', '12', 'B-9'],
  [
    'Ash, Mary',
    'ASH MARY J',
    'Mary Ash',
    'Ash, M.',
    'Birch, Tom Jr',
    'Birch, Tom Sr',
    'REDACTED',
    '',
    'Vacant',
    'Total',
  ],
  ['', 'Officer', 'Sgt', 'Sargent', 'Dispatcher', 'Widget', '12'],
  ['', 'Y', 'N', 'maybe'],
  ['', '1/4/2010', '2010-01-04', '1/4/10', '1/1/1950', '40241', '1/4/2O10', 'soon', '2/2/2099'],
  ['', '', '', '1/4/2020', '2030-01-01'],
  ['', 'Active', 'Retired', 'R'],
];

/** Random bytes beside the usual messes: nothing a file can hold makes a row disappear. */
const cells = fc.tuple(
  ...columns.map((values) => fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...values) }, fc.string())),
);
const files = fc
  .array(fc.oneof(cells, fc.constantFrom(headings, ['Total', '12'], ['PATROL DIVISION'])), { maxLength: 12 })
  .map((rows) => rows.map((row, at): SheetRow => ({ number: at + 2, cells: row.map(cellFromText) })));

function read(sheet: readonly SheetRow[]) {
  const context = { today, ...columnHabits(sheet, mapping) };
  const rows: RosterRow[] = [];
  const refused: number[] = [];
  for (const row of sheet) {
    const outcome = interpretRosterRow(row, mapping, context);
    if (outcome.ok) rows.push(outcome.value);
    else refused.push(outcome.refusal.row);
  }
  return { ...foldPeople(rows, today), refused };
}

describe('every row of a roster', () => {
  it('is a person, folded into one, or refused, and never two of these', () => {
    fc.assert(
      fc.property(files, (sheet) => {
        const { people, folded, refused } = read(sheet);
        const kept = [...people.map(({ rows: [row] }) => row), ...folded.map(({ row }) => row), ...refused];
        expect(kept.toSorted((a, b) => Number(a) - Number(b))).toEqual(sheet.map(({ number }) => number));
      }),
      { numRuns: 300 },
    );
  });

  it('is accounted for in what an import would do', () => {
    fc.assert(
      fc.property(files, (sheet) => {
        const { people } = read(sheet);
        const plan = planRoster([], people, { today, fullRoster: true });
        expect(plan.added.length + plan.undecided.length).toBe(people.length);
        for (const { person, facts } of plan.added)
          expect(facts.separatedOn !== undefined && facts.separatedOn <= today).toBe(person.isSeparated);
      }),
      { numRuns: 300 },
    );
  });
});
