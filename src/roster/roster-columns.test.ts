import { describe, expect, it } from 'vitest';
import { mappingOf } from '../columns/column-proposal.ts';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import { isRosterHeading, proposeRosterColumns, type RosterField } from './roster-columns.ts';

const cell = (text: string): Cell => (text === '' ? { kind: 'blank', text } : { kind: 'text', text });

const rows = (...lines: readonly (readonly string[])[]): readonly SheetRow[] =>
  lines.map((line, at) => ({ number: at + 2, cells: line.map(cell) }));

describe('columns that nothing names for sure', () => {
  const proposed = (headings: readonly string[], ...lines: readonly (readonly string[])[]) =>
    proposeRosterColumns(headings, rows(...lines)).columns.map(({ field, confidence }) =>
      field && confidence <= 0.5 ? `${field}?` : (field ?? ''),
    );
  const names = ['Badge No', 'Full Name', 'Position'];
  const person = ['00116', 'Barnes, Amy', 'Officer'];

  it.each(['Start', 'Since', 'Service', 'Employed'])(
    '“%s” over days is asked about as the day of hire',
    (heading) => {
      expect(proposed([...names, heading], [...person, '1/5/2026'], [...person, '3/15/2010']).at(-1)).toBe(
        'hiredOn?',
      );
    },
  );

  it('“Start” over times of day is nothing we know', () => {
    expect(proposed([...names, 'Start'], [...person, '07:00'], [...person, '19:00']).at(-1)).toBe('');
  });

  it('a lone column of days without a heading is offered as the day of hire, one of two is not', () => {
    expect(proposed([...names, ''], [...person, '1/5/2016']).at(-1)).toBe('hiredOn?');
    expect(proposed([...names, '', ''], [...person, '1/5/2016', '2/5/2017']).slice(3)).toEqual(['', '']);
    expect(proposed([...names, 'Last Qualified'], [...person, '1/5/2016']).at(-1)).toBe('');
  });

  it('a day of hire that is named leaves another column of days alone', () => {
    expect(
      proposed(['Full Name', 'Hire Date', 'Since'], ['Barnes, Amy', '1/5/2016', '2/5/2017']).at(-1),
    ).toBe('');
  });

  it('a misspelled heading is asked about, also under a heading over several columns', () => {
    const under = ['Full Name', 'Assignment Division', 'Assignment Wtch'];
    expect(proposed(under, ['Barnes, Amy', 'Patrol', '2']).at(-1)).toBe('shift?');
    expect(proposed(['Full Name', 'Wtch', 'Divison'], ['Barnes, Amy', '2', 'Patrol'])).toEqual([
      'fullName',
      'shift?',
      'unit?',
    ]);
  });
});

describe('headings of real exports', () => {
  const met: Readonly<Partial<Record<RosterField, readonly string[]>>> = {
    employeeNumber: [
      'Emp #',
      'EMP_NO',
      'EE ID',
      'EmployeeID',
      'PID',
      'Serial No.',
      'person_nbr',
      'Personnel Number',
      'Payroll ID',
      'ID #',
      'EMPLID',
    ],
    badge: ['Badge', 'BADGE NO', 'Badge #', 'Shield', 'Star No.'],
    fullName: [
      'Name',
      'Employee Name',
      'Officer',
      'Member',
      'Name (Last, First MI)',
      'Last Name, First Name',
      'Officer Name',
    ],
    familyName: ['Last Name', 'LNAME', 'last_name', 'Surname', 'Employee Last Name'],
    givenName: ['First Name', 'FNAME', 'first_name', 'Given Name'],
    middleName: ['MI', 'Middle Name', 'middle_name', 'Middle Initial'],
    suffix: ['Suffix', 'Name Suffix'],
    rank: ['Rank', 'Title', 'Job Title', 'Classification', 'Position Title', 'Class Title'],
    kind: ['Sworn', 'Sworn/Civilian', 'Sworn Y/N', 'Employee Type'],
    unit: ['Unit', 'Div', 'Assignment', 'Division', 'Bureau', 'Precinct', 'Dept'],
    shift: ['Shift', 'Watch', 'Tour', 'Platoon'],
    email: ['E-mail', 'Email Address', 'Work Email'],
    hiredOn: ['DOH', 'Hire Dt', 'Hire Date', 'Date of Hire', 'start_date', 'Orig Hire Date'],
    separatedOn: ['Term Date', 'Separation Date', 'end_date', 'Retirement Date'],
    employmentStatus: ['Status', 'employment_status', 'Emp Status', 'Active?'],
  };
  const cases = Object.entries(met).flatMap(([field, headings]) =>
    headings.map((heading) => [heading, field]),
  );

  it.each(cases)('%s: %s', (heading, field) => {
    expect(proposeRosterColumns([heading ?? ''], []).columns[0]?.field).toBe(field);
    expect(isRosterHeading(heading ?? '')).toBe(true);
  });

  it.each([
    'Supervisor Name',
    'Agency Name',
    'FLSA',
    'Emergency Contact Name',
    'Previous Employee ID',
    'Course Title',
  ])('%s is nobody the roster is about', (heading) => {
    const field = proposeRosterColumns([heading], []).columns[0]?.field;
    expect(['employeeNumber', 'fullName', 'familyName', 'givenName', 'rank']).not.toContain(field);
  });
});

describe('values decide between meanings of a heading', () => {
  it.each([
    [['Active', 'Retired'], 'employmentStatus'],
    [['Sworn', 'Civilian'], 'kind'],
  ])('a status of %s is the %s', (values, field) => {
    expect(proposeRosterColumns(['Status'], rows(...values.map((value) => [value]))).columns[0]?.field).toBe(
      field,
    );
  });

  it.each([
    [['Ash, Mary', 'Birch, Tom'], 'fullName'],
    [['1001', '1002'], 'employeeNumber'],
  ])('employees given as %s are the %s', (values, field) => {
    expect(
      proposeRosterColumns(['Employee'], rows(...values.map((value) => [value]))).columns[0]?.field,
    ).toBe(field);
  });

  it('an index of officers is recognized whole', () => {
    const headings =
      'person_nbr,first_name,middle_name,last_name,suffix,agency_name,rank,start_date,end_date,employment_status'.split(
        ',',
      );
    const sample = rows('4411,MARY,J,ASH,,RIVERBEND PD,OFFICER,2010-01-04,,Active'.split(','));
    expect(mappingOf(proposeRosterColumns(headings, sample))).toEqual({
      employeeNumber: 0,
      givenName: 1,
      middleName: 2,
      familyName: 3,
      suffix: 4,
      rank: 6,
      hiredOn: 7,
      separatedOn: 8,
      employmentStatus: 9,
    });
  });

  it('a column that only counts the rows is no number of anybody', () => {
    expect(
      mappingOf(proposeRosterColumns(['#', 'Name'], rows(['1', 'Ash, Mary'], ['2', 'Birch, Tom']))),
    ).toEqual({ fullName: 1 });
  });
});
