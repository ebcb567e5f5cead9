import { describe, expect, it } from 'vitest';
import type { Cell, SheetRow } from '../spreadsheet/sheet.ts';
import type { FieldDescription } from './column-fit.ts';
import { chosenMapping, columnsLeftOut, mappingOf, proposeColumns } from './column-proposal.ts';
import { looksLikeDates, looksLikeEmails, looksLikeFiledNames, looksLikeNumbers } from './value-shapes.ts';

type Field = 'name' | 'number' | 'mail' | 'day' | 'hours';

const fields: readonly FieldDescription<Field>[] = [
  {
    field: 'name',
    names: ['full name', 'member', 'name', /^name last first/],
    looksLike: looksLikeFiledNames,
    tellsByValues: true,
  },
  { field: 'number', names: ['employee number', 'badge', 'id'] },
  { field: 'mail', names: ['email'], looksLike: looksLikeEmails, tellsByValues: true },
  { field: 'day', names: ['completion date', 'date'], looksLike: looksLikeDates },
  { field: 'hours', names: ['hours'], looksLike: looksLikeNumbers },
];

const cell = (text: string): Cell => (text === '' ? { kind: 'blank', text } : { kind: 'text', text });

const rows = (...lines: readonly (readonly string[])[]): readonly SheetRow[] =>
  lines.map((line, index) => ({ number: index + 2, cells: line.map(cell) }));

const propose = (headings: readonly string[], ...lines: readonly (readonly string[])[]) =>
  proposeColumns(fields, headings, rows(...lines));

describe('columns are recognized', () => {
  it.each([
    ['EMP #', 'number'],
    ['Emp. No.', 'number'],
    ['EmployeeNumber', 'number'],
    ['EMPLOYEE_NBR', 'number'],
    ['EEID', 'number'],
    ['empno', 'number'],
    ['Full Name', 'name'],
    ['Trooper Name', 'name'],
    ['Name (Last, First MI)', 'name'],
    ['E-Mail', 'mail'],
    ['Completion Dt', 'day'],
    ['Hrs', 'hours'],
  ])('%s by its heading', (heading, field) => {
    expect(propose([heading]).columns[0]?.field).toBe(field);
  });

  it('by values where the heading says nothing', () => {
    const proposal = propose(
      ['', 'Column2'],
      ['Ash, Mary', 'ash@example.org'],
      ['Birch, Tom', 'birch@example.org'],
    );
    expect(mappingOf(proposal)).toEqual({ name: 0, mail: 1 });
    expect(proposal.columns[0]?.why).toBe('values');
  });

  it('by part of the heading when the values agree', () => {
    const proposal = propose(['Class hours', 'Class date'], ['8', '1/2/2024']);
    expect(mappingOf(proposal)).toEqual({ hours: 0, day: 1 });
  });

  it('and each field gets the one column that fits best', () => {
    const proposal = propose(['ID', 'Badge', 'Employee Number'], ['1', '2', '3']);
    expect(mappingOf(proposal)).toEqual({ number: 2 });
    expect(proposal.columns[0]?.why).toBe('other-column-fits-better');
  });

  it('values decide between two columns with the same heading', () => {
    const proposal = propose(['Date', 'Date'], ['Monday', '3/4/2024'], ['Tuesday', '3/5/2024']);
    expect(mappingOf(proposal)).toEqual({ day: 1 });
  });

  it("a supervisor's name is not the person's name", () => {
    expect(mappingOf(propose(['Supervisor Name'], ['Ash, Mary']))).toEqual({});
  });

  it.each(['Agency Name', 'Course Name', 'Station Name'])('%s names no person', (heading) => {
    expect(mappingOf(propose([heading], ['Ash, Mary']))).not.toEqual({ number: 0 });
    expect(propose([heading], ['Riverbend Police']).columns[0]?.field).toBeUndefined();
  });

  it('a column without a heading in a wider row is looked at too', () => {
    expect(mappingOf(propose(['Hours'], ['8', 'ash@example.org']))).toEqual({ hours: 0, mail: 1 });
  });
});

describe('columns nobody needs are dropped', () => {
  it.each([
    ['SSN', 'ssn'],
    ['Soc. Sec. #', 'ssn'],
    ['Date of Birth', 'birth-date'],
    ['DOB', 'birth-date'],
    ['BirthDate', 'birth-date'],
    ['Home Address', 'home-address'],
    ['Address Line 1', 'home-address'],
    ['Zip', 'home-address'],
    ['Cell Phone', 'personal-phone'],
    ['Home Ph.', 'personal-phone'],
    ['Phone', 'personal-phone'],
    ['Personal E-mail', 'personal-email'],
    ['Annual Salary', 'salary'],
    ['Hourly Rate', 'salary'],
    ['FBI #', 'criminal-id'],
    ['SID', 'criminal-id'],
    ["Driver's License #", 'drivers-license'],
    ['Race', 'demographics'],
    ['Emergency Contact Name', 'emergency-contact'],
    ['Email Address', undefined],
    ['Work Phone', undefined],
    ['Mental Health First Aid', undefined],
    ['Home Unit', undefined],
    ['Emergency Communications', undefined],
    ['Course Title', undefined],
  ])('%s: %s', (heading, kind) => {
    expect(propose([heading], ['x']).columns[0]?.dropped).toBe(kind);
  });

  it('by the shape of the values, whatever the heading says', () => {
    const [column] = propose(['Employee Number'], ['078-05-1120'], ['219-09-9999']).columns;
    expect(column).toMatchObject({ dropped: 'ssn', field: undefined, why: 'sensitive-values' });
  });

  it.each([
    ['Number', ['219094412', '457553213', '321657788'], 'ssn'],
    ['', ['219094412', '457553213', '321657788'], 'ssn'],
    ['Number', ['219094412.0', '457553213.0'], 'ssn'],
    ['Number', ['19094412', '457553213', '321657788'], 'ssn'],
    ['Employee Number', ['219094412', '457553213', '321657788'], undefined],
    ['Officer ID', ['219094412', '457553213', '321657788'], undefined],
    ['Number', ['219094412', '219094412', '321657788'], undefined],
    ['Number', ['900094412', '457553213', '321657788'], undefined],
    ['Number', ['219004412', '457553213', '321657788'], undefined],
    ['Number', ['219090000', '457553213', '321657788'], undefined],
    ['Number', ['2190944', '4575532', '3216577'], undefined],
    ['Number', ['219094412'], undefined],
  ])('%j over %j may be social security numbers: %s', (heading, values, held) => {
    const { columns } = propose([heading], ...values.map((value) => [value]));
    expect(columns[0]?.held).toBe(held);
    if (held) expect(columns[0]).toMatchObject({ field: undefined, why: 'may-be-sensitive' });
  });

  it('numbers that may be such are left out until somebody says what they are', () => {
    const proposal = propose(['Number', 'Member'], ['219094412', 'Ash, Mary'], ['457553213', 'Birch, Tom']);
    expect(columnsLeftOut(proposal, mappingOf(proposal))).toEqual(new Set([0]));
    const said = chosenMapping(proposal, { number: 0, name: 1 });
    expect(said).toEqual({ ok: true, value: { number: 0, name: 1 } });
    expect(columnsLeftOut(proposal, { number: 0, name: 1 })).toEqual(new Set());
  });

  it('phone numbers and street addresses under unknown headings', () => {
    const proposal = propose(
      ['Contact', 'Where'],
      ['(512) 555-0101', '12 Elm St'],
      ['512-555-0102', '7 N Oak Avenue'],
    );
    expect(proposal.columns.map((column) => column.dropped)).toEqual(['personal-phone', 'home-address']);
  });

  it('and no choice can bring one back', () => {
    const proposal = propose(['SSN', 'Name'], ['078-05-1120', 'Ash, Mary']);
    expect(chosenMapping(proposal, { number: 0 })).toMatchObject({
      ok: false,
      refusal: { code: 'column-dropped' },
    });
    expect(chosenMapping(proposal, { name: 1 })).toEqual({ ok: true, value: { name: 1 } });
    expect(chosenMapping(proposal, { name: 9 })).toMatchObject({ refusal: { code: 'column-missing' } });
    expect(chosenMapping(proposal, { name: 1, mail: 1 })).toMatchObject({
      refusal: { code: 'column-chosen-twice' },
    });
  });
});
