import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { mappingOf } from '../columns/column-proposal.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { proposeRosterColumns } from './roster-columns.ts';
import { columnHabits, interpretRosterRow, type RosterRow } from './roster-row.ts';

const today = '2025-06-01' as CalendarDate;
const headings = ['Emp #', 'Badge', 'Name', 'Rank', 'Unit', 'E-mail', 'Hire Date', 'Term Date', 'Status'];
const mapping = mappingOf(proposeRosterColumns(headings, []));

const cell = (value: string | Cell): Cell => {
  if (typeof value !== 'string') return value;
  return value === '' ? { kind: 'blank', text: '' } : { kind: 'text', text: value };
};

const sheetRow = (values: readonly (string | Cell)[]): SheetRow => ({ number: 7, cells: values.map(cell) });

const interpret = (...values: readonly (string | Cell)[]) =>
  interpretRosterRow(sheetRow(values), mapping, { today });

const read = (...values: readonly (string | Cell)[]): RosterRow => {
  const outcome = interpret(...values);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
};

describe('one row of a roster', () => {
  it('is read with its cells', () => {
    const date: Cell = { kind: 'date', text: '3/4/2010', date: '2010-03-04' as CalendarDate };
    expect(
      read('00412', '#17', 'ASH, MARY J.', 'Sgt', 'Patrol', 'MAsh@Example.org', date, '', 'Active'),
    ).toMatchObject({
      row: 7,
      name: { family: 'ASH', given: 'MARY', middle: 'J.' },
      employeeNumber: '00412',
      badge: '17',
      rank: 'Sergeant',
      title: 'Sgt',
      kind: { kind: 'sworn' },
      unit: 'Patrol',
      email: 'mash@example.org',
      hiredOn: '2010-03-04',
      separatedOn: undefined,
      status: 'employed',
      notes: [],
    });
  });

  it.each([
    ['3/4/2010', '2010-03-04'],
    ['2010-03-04', '2010-03-04'],
    ['4-Mar-10', '2010-03-04'],
    ['1/1/1950', undefined],
    ['0000-00-00', undefined],
    ['', undefined],
    ['N/A', undefined],
    ['7/1/2025', '2025-07-01'],
    ['3/4/2068', undefined],
    ['soon', undefined],
  ])('hired %s is %s', (text, date) => {
    expect(read('1', '', 'Ash, Mary', '', '', '', text).hiredOn).toBe(date);
  });

  it.each([
    ['1/4/2005', '2/1/2010', '3/1/2015', undefined],
    ['1/4/2005', '2/1/2010', '', '2010-02-01'],
    ['1/4/2005', '2/1/2020', '3/1/2015', '2020-02-01'],
    ['1/4/2005', '2/1/29', '', '2029-02-01'],
  ])('hired %s, separated %s and rehired "%s": separated on %s', (hired, separated, rehired, expected) => {
    const columns = mappingOf(proposeRosterColumns(['Name', 'Hire Date', 'Term Date', 'Rehire Date'], []));
    const outcome = interpretRosterRow(sheetRow(['Ash, Mary', hired, separated, rehired]), columns, {
      today,
    });
    expect(outcome).toMatchObject({ ok: true, value: { hiredOn: '2005-01-04', separatedOn: expected } });
  });

  it.each([
    ['soon', undefined, { code: 'date-unreadable', field: 'hiredOn', text: 'soon' }],
    ['3/4/2O10', undefined, { code: 'date-unreadable', text: '3/4/2O10', proposal: '2010-03-04' }],
    ['3/4/2068', undefined, { code: 'hired-far-in-future', date: '2068-03-04' }],
    ['7/1/25', undefined, { code: 'date-unreadable', text: '7/1/25' }],
    ['40241', '2010-03-04', { code: 'date-guessed', text: '40241', date: '2010-03-04' }],
  ])('a hire date of %s is %s, and noted', (text, date, note) => {
    const { hiredOn, notes } = read('1', '', 'Ash, Mary', '', '', '', text);
    expect(hiredOn).toBe(date);
    expect(notes).toMatchObject([note]);
  });

  it('a column that puts days first is read so', () => {
    const columns = mappingOf(proposeRosterColumns(['Name', 'Hire Date'], []));
    const rows = ['25/12/2010', '3/4/2010', '31/1/2011'].map((text) => sheetRow(['Ash, Mary', text]));
    const context = { today, ...columnHabits(rows, columns) };
    const hired = rows.map((row) => {
      const outcome = interpretRosterRow(row, columns, context);
      return outcome.ok && outcome.value.hiredOn;
    });
    expect(hired).toEqual(['2010-12-25', '2010-04-03', '2011-01-31']);
  });

  it.each([
    ['0', ''],
    ['N/A', ''],
    ['078-05-1120', ''],
    ['1234.0', '1234'],
    ['A-17', 'A-17'],
  ])('the number %s is kept as "%s"', (text, kept) => {
    expect(read(text, '', 'Ash, Mary').employeeNumber).toBe(kept);
  });

  it.each([
    ['Active', 'employed'],
    ['A', 'employed'],
    ['On leave', 'employed'],
    ['FMLA', 'employed'],
    ['Retired', 'separated'],
    ['Resigned in lieu', 'separated'],
    ['TERMINATED', 'separated'],
    ['Inactive', 'separated'],
    ['Deceased', 'separated'],
    ['Puzzled', undefined],
  ])('a status of %s is %s', (text, status) => {
    expect(read('1', '', 'Ash, Mary', '', '', '', '', '', text).status).toBe(status);
  });

  it.each([
    ['Retired 06/30/24', '', '2024-06-30'],
    ['Resigned - effective 2025-02-14', '', '2025-02-14'],
    ['Separated (June 30, 2024)', '', '2024-06-30'],
    ['Retired 06/30/26', '', '2026-06-30'],
    ['Retired 06/30/24', '07/01/2024', '2024-07-01'],
    ['Retired', '', undefined],
    ['Retired code 12', '', undefined],
    ['Active 06/30/24', '', undefined],
  ])('a status of “%s” beside a last day of “%s” puts the last day on %s', (status, term, last) => {
    const { separatedOn, notes } = read('1', '', 'Ash, Mary', '', '', '', '', term, status);
    expect({ separatedOn, notes }).toEqual({ separatedOn: last, notes: [] });
  });

  it.each([
    ['R', [{ code: 'status-unreadable', text: 'R' }]],
    ['Active', []],
    ['-', []],
    ['', []],
  ])('a status of “%s” is noted when nobody can read it', (text, notes) => {
    expect(read('1', '', 'Ash, Mary', '', '', '', '', '', text).notes).toEqual(notes);
  });

  it('a column of statuses that holds none is left in peace', () => {
    const row = sheetRow(['1', '', 'Ash, Mary', '', '', '', '', '', 'Beat 4']);
    const outcome = interpretRosterRow(row, mapping, { today, ...columnHabits([row], mapping) });
    expect(outcome).toMatchObject({ ok: true, value: { notes: [] } });
  });

  it('a title typed into the name tells the work when there is no other', () => {
    const names = mappingOf(proposeRosterColumns(['Name'], []));
    const told = (text: string) => {
      const outcome = interpretRosterRow(sheetRow([text]), names, { today });
      return outcome.ok ? [outcome.value.rank, outcome.value.kind.kind] : outcome.refusal.code;
    };
    expect(told('Sgt. Mary Ash')).toEqual(['Sergeant', 'sworn']);
    expect(told('Ash, Mary (Dispatcher)')).toEqual(['Dispatcher', 'non-sworn']);
    expect(told('Mary Marshall')).toEqual(['', 'undecided']);
  });

  it.each([
    ['Sergeant', 'Records Supervisor', 'Sergeant', 'sworn'],
    ['', 'Dispatcher I', 'Dispatcher I', 'non-sworn'],
    ['Civilian', 'Dispatcher I', 'Civilian', 'non-sworn'],
    ['Grade 7', 'Police Officer', 'Grade 7', 'sworn'],
  ])('rank "%s" beside job title "%s" is shown as %s and is %s', (rank, title, shown, kind) => {
    const columns = mappingOf(proposeRosterColumns(['Name', 'Job Title', 'Rank'], []));
    const outcome = interpretRosterRow(sheetRow(['Ash, Mary', title, rank]), columns, { today });
    expect(outcome).toMatchObject({ ok: true, value: { rank: shown, kind: { kind } } });
    if (kind === 'non-sworn') expect(outcome).toMatchObject({ value: { kind: { category: 'dispatcher' } } });
  });

  it('a column of family names first is read so, whatever the row', () => {
    const columns = mappingOf(proposeRosterColumns(['Name', 'Rank'], []));
    const rows = ['ASH MARY', 'BIRCH TOM R', 'ELM ROBERT', 'OAK QUINCY'].map((name) =>
      sheetRow([name, 'Officer']),
    );
    const context = { today, ...columnHabits(rows, columns) };
    const names = rows.map((row) => {
      const outcome = interpretRosterRow(row, columns, context);
      return outcome.ok && `${outcome.value.name.given} ${outcome.value.name.family}`;
    });
    expect(names).toEqual(['MARY ASH', 'TOM BIRCH', 'ROBERT ELM', 'QUINCY OAK']);
  });

  it('a roster whose kind column says no is believed against the rank', () => {
    const columns = mappingOf(proposeRosterColumns(['Name', 'Title', 'Sworn'], []));
    const outcome = interpretRosterRow(sheetRow(['Ash, Mary', 'Officer', 'No']), columns, { today });
    expect(outcome).toMatchObject({
      ok: true,
      value: { kind: { kind: 'non-sworn', category: 'professional-staff' } },
    });
  });
});

describe('a column that says who is sworn', () => {
  const columns = mappingOf(proposeRosterColumns(['Name', 'Title', 'Sworn'], []));
  const told = (title: string, sworn: string, defaultKind?: 'sworn') => {
    const outcome = interpretRosterRow(sheetRow(['Ash, Mary', title, sworn]), columns, {
      today,
      defaultKind,
    });
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    const { kind, notes } = outcome.value;
    return [kind.kind, kind.kind === 'undecided' ? kind.doubt : kind.why.code, ...notes];
  };
  const note = { code: 'kind-unreadable', text: 'maybe' };

  it('and reads “maybe” leaves the decision to a person, with the text', () => {
    expect(told('', 'maybe')).toEqual(['undecided', note]);
    expect(told('Widget', 'maybe')).toEqual(['undecided', note]);
  });

  it('and reads “maybe” beside a rank is noted, and the rank decides', () => {
    expect(told('Sergeant', 'maybe')).toEqual(['sworn', 'sworn-rank', note]);
  });

  it('and reads “maybe” is noted when the whole file was said to be sworn', () => {
    expect(told('', 'maybe', 'sworn')).toEqual(['sworn', 'decided-for-file', note]);
  });

  it.each(['', 'Full Time', 'N/A', '-', 'yes'])('and reads “%s” asks nothing', (text) => {
    expect(told('Sergeant', text)).toHaveLength(2);
  });
});

describe('rows that are no person are refused', () => {
  it.each([
    [['', '', 'Total', '12'], 'total'],
    [['Total: 12'], 'total'],
    [['Grand Total', '', '', '', '', '', '', '', '45'], 'total'],
    [['45 employees'], 'total'],
    [['Page 1 of 3'], 'footer'],
    [['', '', '', '', '', '', 'Printed 5/30/2025'], 'footer'],
    [['Report generated by HR on 5/30/2025'], 'footer'],
    [headings, 'repeated-header'],
    [['PATROL DIVISION'], 'section-heading'],
    [['1', '2', '', 'Officer', 'Patrol'], 'nameless'],
    [['1', '2', 'N/A', 'Officer', 'Patrol'], 'nameless'],
    [['1', '2', 'REDACTED', 'Officer', 'Patrol'], 'redacted'],
    [['1', '2', 'XXXXX, XXXXX', 'Officer', 'Patrol'], 'redacted'],
    [['1', '2', 'Vacant', 'Officer', 'Patrol'], 'vacant-position'],
  ])('%j: %s', (values, code) => {
    expect(interpret(...values)).toEqual({ ok: false, refusal: { code, row: 7 } });
  });

  it.each([
    ['Page, Robert', 'Officer'],
    ['Count, Mary', 'Officer'],
    ['Last, First', 'Officer'],
    ['Rank, Otto', 'Sworn'],
    ['Vacanti, Ana', 'Officer'],
  ])('%s is a person', (name, rank) => {
    expect(interpret('1', '', name, rank).ok).toBe(true);
  });
});
