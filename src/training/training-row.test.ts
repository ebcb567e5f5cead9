import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { cellFromText } from '../spreadsheet/cell.ts';
import type { SheetRow } from '../spreadsheet/sheet.ts';
import {
  interpretTrainingRow,
  type TrainingRow,
  trainingHabits,
  type WholeFileFacts,
} from './training-row.ts';

const today = '2024-06-01' as CalendarDate;
const mapping = {
  fullName: 0,
  employeeNumber: 1,
  courseTitle: 2,
  hours: 3,
  completedOn: 4,
  expiresOn: 5,
  result: 6,
};

const rowOf = (line: string): SheetRow => ({ number: 12, cells: line.split('|').map(cellFromText) });
const interpret = (line: string, wholeFile?: WholeFileFacts) =>
  interpretTrainingRow(rowOf(line), mapping, { today, wholeFile });

function read(line: string, wholeFile?: WholeFileFacts): TrainingRow {
  const outcome = interpret(line, wholeFile);
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

describe('a row of a training file', () => {
  it('is read into a person and a record', () => {
    expect(read('Quillfeather, Dana M.|00412|Crisis Intervention|40|3/5/2024||Passed')).toEqual({
      row: 12,
      name: { family: 'Quillfeather', given: 'Dana', middle: 'M.', suffix: '' },
      employeeNumber: '00412',
      record: {
        title: 'Crisis Intervention',
        code: '',
        hours: 40,
        provider: '',
        result: 'Passed',
        startedOn: undefined,
        completedOn: '2024-03-05',
        expiresOn: undefined,
      },
      notes: [],
    });
  });

  it.each([
    ['40', 40],
    ['40.0', 40],
    ['7,5', 7.5],
    ['40 hrs', 40],
    ['40h', 40],
    ['7:30', 7.5],
    ['', undefined],
    ['N/A', undefined],
    ['forty', undefined],
  ])('hours “%s” are %s', (text, hours) => {
    expect(read(`Ash, Mary||CIT|${text}|3/5/2024||`).record.hours).toBe(hours);
  });

  it.each([
    ['3/5/24', '2024-03-05'],
    ['2024-03-05 00:00:00', '2024-03-05'],
    ['9/1/24', undefined],
    ['13/45/2024', undefined],
    ['1/1/1950', undefined],
    ['0000-00-00', undefined],
  ])('completed “%s” is %s', (text, date) => {
    expect(read(`Ash, Mary||CIT|40|${text}||`).record.completedOn).toBe(date);
  });

  it.each([
    ['3/5/27', '2027-03-05'],
    ['12/31/9999', undefined],
    ['Never', undefined],
  ])('an expiry “%s” is %s', (text, date) => {
    expect(read(`Ash, Mary||MHFA|8|3/5/2024|${text}|`).record.expiresOn).toBe(date);
  });

  it('keeps a record whose cells it cannot read, and says which', () => {
    expect(read('Ash, Mary||CIT|forty|31/31/2024||').notes).toEqual([
      { code: 'hours-unreadable', text: 'forty' },
      { code: 'date-unreadable', field: 'completedOn', text: '31/31/2024', why: 'no-such-day' },
    ]);
  });

  it('takes from the whole file what its own cells do not say', () => {
    const wholeFile = {
      title: 'CIT',
      hours: 40,
      completedOn: '2024-03-08' as CalendarDate,
      provider: 'Harbor Academy',
    };
    expect(read('Ash, Mary', wholeFile).record).toMatchObject(wholeFile);
    expect(read('Ash, Mary||MHFA|8', wholeFile).record).toMatchObject({ title: 'MHFA', hours: 8 });
  });

  it('a course that reads like a footer is still a course', () => {
    const shifted = { courseTitle: 0, fullName: 1, completedOn: 2 };
    const outcome = interpretTrainingRow(rowOf('Report Writing|Ash, Mary|3/5/2024'), shifted, { today });
    expect(outcome.ok).toBe(true);
  });

  it.each([
    ['Total||||||', 'total'],
    ['Grand Total|||480', 'total'],
    ['Page 3 of 9', 'footer'],
    ['Report generated 06/01/2024', 'footer'],
    ['Name|Employee #|Course|Hours|Date', 'repeated-header'],
    ['|412|CIT|40|3/5/2024', 'nameless'],
    ['N/A|412|CIT|40|3/5/2024', 'nameless'],
    ['REDACTED|412|CIT|40|3/5/2024', 'redacted'],
    ['VACANT|412|CIT|40|3/5/2024', 'vacant-position'],
    ['Ash, Mary|601||40|3/5/2024', 'course-missing'],
  ])('“%s” is refused: %s', (line, code) => {
    expect(interpret(line)).toEqual({ ok: false, refusal: { code, row: 12 } });
  });
});

describe('a name in separate columns', () => {
  const split = { familyName: 0, givenName: 1, middleName: 2, suffix: 3, courseTitle: 4 };
  const interpretSplit = (line: string) => interpretTrainingRow(rowOf(line), split, { today });

  it('is put together', () => {
    expect(interpretSplit('Quillfeather|Dana|M.|Jr|CIT')).toMatchObject({
      ok: true,
      value: { name: { family: 'Quillfeather', given: 'Dana', middle: 'M.', suffix: 'Jr' } },
    });
  });

  it.each([
    ['REDACTED|Dana|||CIT', 'redacted'],
    ['VACANT|Patrol|||CIT', 'vacant-position'],
    ['||||CIT 40 hr', 'nameless'],
  ])('“%s” is refused: %s', (line, code) => {
    expect(interpretSplit(line)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('the habits of a file', () => {
  const columns = { fullName: 0, courseTitle: 1, completedOn: 2 };
  const readFile = (lines: readonly string[]) => {
    const rows = lines.map(rowOf);
    const context = { today, ...trainingHabits(rows, columns) };
    return rows.map((row) => {
      const outcome = interpretTrainingRow(row, columns, context);
      return outcome.ok ? outcome.value : undefined;
    });
  };

  it('names filed without a comma are read so where the column shows it', () => {
    const names = ['ASH MARY J|CIT', 'THISTLE OMAR L|CIT', 'WREN PETRA K|CIT', 'BIRCH TOMAS|CIT'];
    expect(readFile(names).map((row) => row?.name.family)).toEqual(['ASH', 'THISTLE', 'WREN', 'BIRCH']);
  });

  it('days come first where several of them can be nothing else', () => {
    const days = ['Ash, Mary|CIT|25/12/2023', 'Wren, Petra|CIT|31/1/2024', 'Birch, Tom|CIT|3/5/2023'];
    expect(readFile(days).map((row) => row?.record.completedOn)).toEqual([
      '2023-12-25',
      '2024-01-31',
      '2023-05-03',
    ]);
  });

  it('one such day among months turns nothing around, and leaves the others in doubt', () => {
    const [sure, doubtful] = readFile(['Ash, Mary|CIT|25/12/2023', 'Birch, Tom|CIT|3/5/2023']);
    expect(sure?.record.completedOn).toBe('2023-12-25');
    expect(doubtful?.record.completedOn).toBeUndefined();
    expect(doubtful?.notes).toMatchObject([{ why: 'either-order', proposal: '2023-03-05' }]);
  });
});
