import { describe, expect, it } from 'vitest';
import { mappingOf } from '../columns/column-proposal.ts';
import { cellFromText } from '../spreadsheet/cell.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import { isTrainingHeading, proposeTrainingColumns } from './training-columns.ts';

const rowsOf = (lines: readonly string[]): readonly SheetRow[] =>
  lines.map((line, position) => ({ number: position + 2, cells: line.split('|').map(cellFromText) }));

/** The fields proposed for the columns, in order; `-` for none. */
function proposed(headings: string, ...lines: readonly string[]): string {
  const { columns } = proposeTrainingColumns(headings.split('|'), rowsOf(lines));
  return columns.map(({ field }) => field ?? '-').join(' ');
}

describe('the columns of a training export', () => {
  it('of a learning system', () => {
    expect(
      proposed(
        'First Name|Last Name|Employee ID|Username|Email|Course|Status|Completion Date|Hours',
        'Dana|Quillfeather|00412|dquill|d@harbor.example|CIT 40 hr|Completed|3/5/2024|40',
        'Omar|Thistle|00800|othistle|o@harbor.example|MHFA|Enrolled|3/6/2024|8',
      ),
    ).toBe('givenName familyName employeeNumber - - courseTitle result completedOn hours');
  });

  it('of a state transcript, with the number under Course and the name under Title', () => {
    expect(
      proposed(
        'name|date|course|title|status|score|hours',
        'Quillfeather, Dana|3/5/2024|B-1204|Crisis Intervention|Passed|92|40',
        'Thistle, Omar|3/6/2024|B-0077|Mental Health|Passed|88|2',
      ),
    ).toBe('fullName completedOn courseCode courseTitle result - hours');
  });

  it('of an academy, with start, end and expiry', () => {
    expect(
      proposed(
        'Student Name|PID|Course #|Course Title|Start Date|End Date|Expiration Date|Credit Hrs|Result|Training Provider',
        'Quillfeather, Dana M.|412|1850|Crisis Intervention Training|03/04/2024|03/08/2024||40|Passed|Harbor Academy',
      ),
    ).toBe(
      'fullName employeeNumber courseCode courseTitle startedOn completedOn expiresOn hours result provider',
    );
  });

  it('drops what nobody needs', () => {
    const { columns } = proposeTrainingColumns(
      ['Name', 'SSN', 'Course', 'Date'],
      rowsOf(['Quillfeather, Dana|123-45-6789|CIT|3/5/2024']),
    );
    expect(columns[1]?.dropped).toBe('ssn');
  });

  it('a course under an unknown heading is not taken for a name', () => {
    const proposal = proposeTrainingColumns(
      ['Emp #', 'Zzz', 'Date'],
      rowsOf(['412|Crisis Intervention|3/5/2024']),
    );
    expect(mappingOf(proposal)).toEqual({ employeeNumber: 0, completedOn: 2 });
  });

  it.each([
    ['Course Title', true],
    ['COMPLETION_DATE', true],
    ['Harbor Police Training Report', false],
  ])('“%s” is a heading: %s', (heading, isHeading) => {
    expect(isTrainingHeading(heading)).toBe(isHeading);
  });
});

describe('a file without headings', () => {
  it.each<[string, readonly string[], string]>([
    [
      'name, course and date',
      [
        'Quillfeather, Dana|CIT 40 hr|3/5/2024',
        'Thistle, Omar|MHFA|3/6/2024',
        'Wren, Petra|Firearms Qualification|4/6/2024',
        'Ash, Mary|CIT 40 hr|3/5/2024',
      ],
      'fullName courseTitle completedOn',
    ],
    [
      'course before names that are spoken',
      [
        'Crisis Intervention Team|Robert Quillfeather|3/5/2024',
        'Mental Health First Aid|Mary Thistle|3/6/2024',
        'Firearms Qualification|Susan Wren|4/6/2024',
        'Defensive Tactics|Thomas Ash|3/5/2024',
      ],
      'courseTitle fullName completedOn',
    ],
    [
      'number, split name, course, hours, date and result',
      [
        '00412|Quillfeather|Robert|CIT 40 hr|40|3/5/2024|Passed',
        '00413|Thistle|Mary|MHFA|8|3/6/2024|Passed',
        '00414|Wren|Susan|Firearms|8|4/6/2024|Failed',
        '00415|Ash|Thomas|CIT 40 hr|40|3/5/2024|Passed',
        '00416|Birch|Daniel|MHFA|8|5/5/2024|Passed',
      ],
      'employeeNumber familyName givenName courseTitle hours completedOn result',
    ],
    [
      'completion and end of validity',
      ['Quillfeather, Dana|MHFA|3/5/2024|3/5/2027', 'Thistle, Omar|MHFA|3/6/24|3/6/27'],
      'fullName courseTitle completedOn expiresOn',
    ],
    [
      'start and end of a class',
      ['Quillfeather, Dana|CIT|3/4/2024|3/8/2024', 'Thistle, Omar|CIT|3/4/2024|3/8/2024'],
      'fullName courseTitle startedOn completedOn',
    ],
    [
      'two dates that say nothing of each other',
      ['Quillfeather, Dana|CIT|3/4/2024|3/8/2022', 'Thistle, Omar|CIT|3/4/2024|3/8/2027'],
      'fullName courseTitle - -',
    ],
    ['names alone', ['Quillfeather, Dana', 'Thistle, Omar', 'Wren, Petra'], 'fullName'],
    ['nothing it can tell', ['Harbor|Elmfork|3', 'Quarry|Inland|4', 'Harbor|Quarry|9'], '- - -'],
  ])('of %s', (_, lines, fields) => {
    const blanks = (lines[0] ?? '').replace(/[^|]/g, '');
    expect(proposed(blanks, ...lines)).toBe(fields);
  });

  it('is told by values only where no column has a heading', () => {
    expect(proposed('Name||Date', 'Quillfeather, Dana|CIT 40 hr|3/5/2024')).toBe('fullName - completedOn');
  });
});
