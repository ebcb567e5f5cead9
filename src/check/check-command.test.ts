import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { runCheck } from './check-command.ts';
import type { CheckReport } from './check-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'onemind-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const today = '2025-06-01' as CalendarDate;
let files = 0;

type Table = readonly (readonly (string | number | Date | undefined)[])[];

const csv = (table: Table, name = `file-${++files}.csv`) => {
  const quoted = (value: unknown) => `"${String(value ?? '').replaceAll('"', '""')}"`;
  const path = join(folder, name);
  writeFileSync(path, table.map((row) => row.map(quoted).join(',')).join('\r\n'));
  return path;
};

const xlsx = (sheets: Readonly<Record<string, Table>>) => {
  const book = utils.book_new();
  for (const [name, table] of Object.entries(sheets)) {
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet(
        table.map((row) => [...row]),
        { UTC: true },
      ),
      name,
    );
  }
  const path = join(folder, `file-${++files}.xlsx`);
  writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }));
  return path;
};

const run = async (...argv: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCheck(argv, { out: (text) => out.push(text), err: (text) => err.push(text), today });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const check = async (roster: string, training: string, ...argv: readonly string[]) => {
  const { code, out, err } = await run('--roster', roster, '--training', training, '--json', ...argv);
  if (code === 2) throw new Error(err);
  return { code, report: JSON.parse(out) as CheckReport };
};

const head = ['Employee ID', 'Last Name', 'First Name', 'Rank'];
const trainingHead = ['Employee ID', 'Name', 'Course', 'Hours', 'Completed', 'Status'];
const cit = (id: number, name: string, day = '3/4/2024') => [
  id,
  name,
  'Crisis Intervention Team',
  40,
  day,
  'Passed',
];
const mhfa = (id: number, name: string, day = '3/4/2024') => [
  id,
  name,
  'Mental Health First Aid',
  8,
  day,
  'Passed',
];

const five: Table = [
  head,
  [101, 'Ash', 'Mary', 'Sergeant'],
  [102, 'Birch', 'Tom', 'Officer'],
  [103, 'Cedar', 'Ana', 'Officer'],
  [104, 'Dogwood', 'Lee', 'Officer'],
  [105, 'Elm', 'Sam', 'Officer'],
];

describe('an agency of five officers', () => {
  const roster = csv(five);

  it('meets the requirement with one crisis course and four base courses', async () => {
    const training = csv([
      trainingHead,
      cit(101, 'Ash, Mary'),
      mhfa(102, 'Birch, Tom'),
      mhfa(103, 'Cedar, Ana'),
      mhfa(104, 'Dogwood, Lee'),
      mhfa(105, 'Elm, Sam'),
    ]);
    const { code, report } = await check(roster, training);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      rules: '2024',
      asOf: today,
      roster: { headerRow: 1, rowsRead: 5, people: 5, sworn: 5, nonSworn: 0, skipped: [] },
      training: {
        headerRow: 1,
        rowsRead: 5,
        records: 5,
        people: 5,
        matchedPeople: 5,
        needsReview: [],
        unmatchedPeople: 0,
      },
      coverage: { sworn: 5, advanced: 1, base: 4, untrained: 0, advancedRequired: 1 },
      outstanding: [],
    });
    expect(report.training.courses).toMatchObject([
      { title: 'Crisis Intervention Team', hours: 40, counts: 'advanced' },
      { title: 'Mental Health First Aid', hours: 8, counts: 'base' },
    ]);
  });

  it('does not meet it while one is untrained', async () => {
    const training = csv([
      trainingHead,
      cit(101, 'Ash, Mary'),
      mhfa(102, 'Birch, Tom'),
      mhfa(103, 'Cedar, Ana'),
      mhfa(104, 'Dogwood, Lee'),
    ]);
    const { code, report } = await check(roster, training);
    expect(code).toBe(1);
    expect(report.outstanding).toMatchObject([{ code: 'sworn-training-short', untrained: 1, of: 5 }]);
  });

  it('an eight-hour CIT refresher is no crisis course', async () => {
    const training = csv([trainingHead, [101, 'Ash, Mary', 'CIT Refresher', 8, '3/4/2024', 'Passed']]);
    const { report } = await check(roster, training);
    expect(report.coverage).toMatchObject({ advanced: 0, untrained: 5 });
    expect(report.training.courses).toMatchObject([{ counts: 'neither' }]);
  });

  it('who has both courses counts once, as advanced', async () => {
    const training = csv([trainingHead, cit(101, 'Ash, Mary'), mhfa(101, 'Ash, Mary')]);
    expect((await check(roster, training)).report.coverage).toMatchObject({
      advanced: 1,
      base: 0,
      untrained: 4,
    });
  });

  it('five daily rows of eight hours are one forty-hour course', async () => {
    const days = [4, 5, 6, 7, 8].map((day) => [
      101,
      'Ash, Mary',
      'Crisis Intervention Team',
      8,
      `3/${day}/2024`,
      'Passed',
    ]);
    const { report } = await check(roster, csv([trainingHead, ...days]));
    expect(report.coverage.advanced).toBe(1);
    expect(report.training.courses).toMatchObject([{ hours: 40, counts: 'advanced', taken: 1 }]);
  });

  it('MHFA holds three years, and a past day is measured as it was', async () => {
    const training = csv([
      trainingHead,
      mhfa(101, 'Ash, Mary', '5/31/2022'),
      cit(102, 'Birch, Tom', '1/15/2025'),
    ]);
    expect((await check(roster, training)).report.coverage).toMatchObject({ advanced: 1, base: 0 });
    expect((await check(roster, training, '--as-of', '2024-12-31')).report.coverage).toMatchObject({
      advanced: 0,
      base: 1,
    });
  });

  it('older rules ask the base course of everybody', async () => {
    const training = csv([
      trainingHead,
      cit(101, 'Ash, Mary'),
      mhfa(102, 'Birch, Tom'),
      mhfa(103, 'Cedar, Ana'),
      mhfa(104, 'Dogwood, Lee'),
      mhfa(105, 'Elm, Sam'),
    ]);
    const { code, report } = await check(roster, training, '--rules', '2016');
    expect(code).toBe(1);
    expect(report.outstanding).toMatchObject([{ code: 'base-training-short', missing: 1 }]);
  });

  it('the text says what stands and what to do next', async () => {
    const training = csv([trainingHead, cit(101, 'Ash, Mary')]);
    const { code, out } = await run('--roster', roster, '--training', training);
    expect(code).toBe(1);
    expect(out).toContain('The training requirement is not met on June 1, 2025, by the rules of 2024.');
    expect(out).toContain('Train 4 more sworn officers in MHFA or an equivalent');
  });
});

describe('a roster as agencies export it', () => {
  const messy: Table = [
    ['Personnel Roster'],
    ['Run by: HR', undefined, 'As of 5/30/2025'],
    [],
    ['Badge', 'Name', 'Title', 'SSN', 'Division', 'Hire Dt', 'Term Date', 'Status'],
    ['0101', 'Ash, Mary J.', 'Sgt.', '078-05-1120', 'Patrol', '1/4/2010', undefined, 'Active'],
    ['0102', 'BIRCH JR., TOM', 'P.O.', '219-09-9999', 'Patrol', '1/1/1950', undefined, 'Active'],
    ['0102', 'BIRCH JR., TOM', 'P.O.', '219-09-9999', 'Patrol', '1/1/1950', undefined, 'Active'],
    ['0103', 'Cedar, Ana', 'Dispatcher', '', 'Communications', '2/3/2015', undefined, 'Active'],
    ['0104', 'REDACTED', 'Officer', '', 'Patrol', '2/3/2015', undefined, 'Active'],
    ['0105', 'Elm, Sam', 'Seargent', '', 'Patrol', '2/3/2015', '12/31/2024', 'Retired'],
    ['0106', undefined, 'Officer', '', 'Patrol', '2/3/2015', undefined, 'Active'],
    ['0107', 'Fir, Lee', 'Investigator', '', 'Detectives', '2/3/2015', undefined, 'Active'],
    ['0101', 'Gum, Pat', 'Records Clerk', '', 'Records', '2/3/2015', undefined, 'Active'],
    ['Badge', 'Name', 'Title', 'SSN', 'Division', 'Hire Dt', 'Term Date', 'Status'],
    ['0108', 'Hazel, Kim', 'Det.', '', 'Detectives', '7/1/2025', undefined, 'Active'],
    ['Total: 9'],
    ['Printed 5/30/2025', undefined, undefined, undefined, undefined, 'Page 1 of 1'],
  ];
  const training: Table = [trainingHead.with(0, 'Badge'), mhfa(103, 'Cedar, Ana'), cit(101, 'Mary Ash')];

  it.each([
    ['CSV', () => csv(messy)],
    ['XLSX', () => xlsx({ 'Old 2019': [head, [1, 'Ash', 'Mary', 'Officer']], Roster: messy })],
  ])('as %s: people are found, and every row left out is named with its reason', async (format, file) => {
    const argv = format === 'XLSX' ? ['--roster-sheet', 'Roster'] : [];
    const { code, report } = await check(file(), csv(training), ...argv);
    const { roster } = report;
    expect(code).toBe(1);
    expect(roster).toMatchObject({
      headerRow: 4,
      rowsRead: 13,
      people: 5,
      sworn: 2,
      nonSworn: 2,
      undecided: 1,
      separated: 1,
      notYetHired: 1,
    });
    expect(roster.skipped.map(({ row }) => row)).toEqual([7, 9, 10, 11, 14, 15, 16, 17]);
    expect(roster.skipped[0]).toEqual({
      row: 7,
      reason: 'duplicate-row',
      sentence: 'This row says the same as row 6.',
    });
    expect(roster.flagged.map(({ row }) => row)).toEqual([5, 12, 13]);
    expect(roster.columns.find(({ heading }) => heading === 'SSN')).toMatchObject({
      field: null,
      dropped: 'ssn',
    });
    expect(JSON.stringify(report)).not.toContain('078-05-1120');
    expect(report.coverage).toMatchObject({
      sworn: 2,
      advanced: 1,
      nonSworn: { inScope: 1, trained: 1, untrained: 0 },
    });
    expect(report.outstanding.map((outstanding) => outstanding.code)).toEqual([
      'staff-kind-undecided',
      'sworn-training-short',
    ]);
  });

  it('the scope decides which non-sworn staff count', async () => {
    const file = csv(messy);
    const counted = async (scope: string) =>
      (await check(file, csv(training), '--scope', scope)).report.coverage.nonSworn.inScope;
    expect([await counted('none'), await counted('records'), await counted('dispatcher, records')]).toEqual([
      0, 1, 2,
    ]);
  });

  it('--everyone settles who is sworn where the file does not say', async () => {
    const { report } = await check(csv(messy), csv(training), '--everyone', 'sworn');
    expect(report.roster).toMatchObject({ sworn: 3, undecided: 0 });
  });

  it('without rank, title or sworn column everybody is counted as sworn, and the report says so', async () => {
    const names = five.map((row) => row.slice(0, 3));
    const { report } = await check(csv(names), csv(training));
    expect(report.roster).toMatchObject({ sworn: 5, undecided: 0 });
    expect(report.roster.notes.join()).toContain('everybody was counted as sworn');
  });

  it('dates of a workbook are read whatever their kind', async () => {
    const roster = xlsx({
      Staff: [
        [...head, 'Hired', 'Separated'],
        [101, 'Ash', 'Mary', 'Officer', new Date('2010-01-04'), new Date('2025-05-31')],
        [102, 'Birch', 'Tom', 'Officer', '1/4/2010', undefined],
      ],
    });
    expect((await check(roster, csv(training))).report.roster).toMatchObject({ people: 1, separated: 1 });
    expect((await check(roster, csv(training), '--as-of', '2025-05-30')).report.roster).toMatchObject({
      people: 2,
      separated: 0,
    });
  });
});

describe('training records are given to people', () => {
  it('by number and name; others wait or are named', async () => {
    const training = csv([
      trainingHead,
      cit(101, 'Ash, Mary'),
      cit(102, 'Somebody, Else'),
      mhfa(103, 'Cedar, Anna'),
      mhfa(900, 'Unknown-Person, Una'),
      mhfa(104, 'Lee Dogwood'),
      [105, 'Elm, Sam', 'Crisis Intervention Team', undefined, '3/4/2024', 'Passed'],
      [105, 'Elm, Sam', 'Mental Health First Aid', 8, '3/4/2024', 'Instructed'],
      [105, '', 'Mental Health First Aid', 8, '3/4/2024', 'Passed'],
    ]);
    const { report } = await check(csv(five), training);
    expect(report.training).toMatchObject({
      records: 7,
      people: 6,
      matchedPeople: 3,
      doubtfulPeople: 2,
      unmatchedPeople: 1,
    });
    expect(report.training.needsReview.map(({ row }) => row)).toEqual([3, 4, 7, 9]);
    expect(report.training.unmatched.map(({ row }) => row)).toEqual([5]);
  });
});

describe('what somebody should know', () => {
  const roster = csv(five);

  it('a date that can not be read is said as it stands, beside any other doubt, and is not called missing', async () => {
    const training = csv([
      trainingHead,
      [101, 'Ash, Mary', 'Crisis Intervention Team', 40, '02/30/2024', 'Passed'],
      [102, 'Birch, Tom', 'Crisis Intervention Team', undefined, '02/30/2024', 'Passed'],
      [103, 'Cedar, Ana', 'Crisis Intervention Team', 40, undefined, 'Passed'],
      [104, 'Dogwod, Lee', 'Crisis Intervention Team', 40, '13/45/2024', 'Passed'],
    ]);
    const { report } = await check(roster, training);
    expect(report.training.needsReview.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'date-unreadable'],
      [3, 'hours-unknown'],
      [3, 'date-unreadable'],
      [4, 'completion-date-missing'],
      [5, 'date-unreadable'],
      [5, 'number-of-someone-else'],
    ]);
    expect(report.training.needsReview[0]?.sentence).toBe(
      'The completion date “02/30/2024” is not a date we can use. Correct it.',
    );
  });

  it('training that lapsed is named with its course and last day among what is outstanding', async () => {
    const training = csv([
      trainingHead,
      cit(101, 'Ash, Mary'),
      mhfa(102, 'Birch, Tom', '5/31/2022'),
      mhfa(103, 'Cedar, Ana', '3/4/2018'),
      mhfa(103, 'Cedar, Ana', '6/1/2022'),
      mhfa(101, 'Ash, Mary', '1/1/2015'),
      mhfa(104, 'Dogwood, Lee', '1/1/2015'),
      mhfa(104, 'Dogwood, Lee', '1/1/2025'),
    ]);
    const { report } = await check(roster, training, '--as-of', '2025-06-02');
    expect(report.outstanding).toMatchObject([
      { code: 'sworn-training-short', untrained: 3 },
      {
        code: 'training-lapsed',
        requirement: 'everyone-trained',
        course: 'Mental Health First Aid',
        people: 2,
        lapsed: [
          { row: 3, lapsedOn: '2025-05-31' },
          { row: 5, lapsedOn: '2025-06-01' },
        ],
        sentence:
          'Renew Mental Health First Aid for 2 people, who are among those to train: it lapsed on May 31, 2025 (training row 3) and on June 1, 2025 (training row 5).',
      },
    ]);
    expect((await run('--roster', roster, '--training', training)).out).toContain(
      'Renew Mental Health First Aid for 1 person, who is among those to train: it lapsed on May 31, 2025 (training row 3).',
    );
  });

  it('training that lapsed on one day is named with its rows together', async () => {
    const lapsed = [mhfa(102, 'Birch, Tom', '5/31/2022'), mhfa(103, 'Cedar, Ana', '5/31/2022')];
    const { out } = await run('--roster', roster, '--training', csv([trainingHead, ...lapsed]));
    expect(out).toContain(
      'Renew Mental Health First Aid for 2 people, who are among those to train: it lapsed on May 31, 2025 (training rows 2 and 3).',
    );
  });

  it('records that add nothing are named, and those that can never count are not to be looked at', async () => {
    const training = csv([
      trainingHead,
      mhfa(101, 'Ash, Mary'),
      mhfa(101, 'Ash, Mary'),
      [102, 'Birch, Tom', 'Mental Health First Aid', 8, '3/4/2024', 'No Show'],
      [103, 'Cedar, Ana', 'Basic Academy', 600, '02/30/2024', 'Passed'],
      mhfa(103, 'Cedar, Ana', '02/30/2024'),
      ['Total: 5'],
    ]);
    const { report } = await check(roster, training);
    expect(report.training.needsReview.map(({ row }) => row)).toEqual([6]);
    expect(report.training.leftOut.map(({ row, reason }) => [row, reason])).toEqual([
      [3, 'same-class'],
      [4, 'result-does-not-count'],
    ]);
    const { out } = await run('--roster', roster, '--training', training);
    for (const line of [
      '1 row to look at before it counts for anybody.',
      'Training rows that add nothing (2)',
      'Row 3: The same person, course, hours and day as row 2: it counts once.',
      'Row 4: Does not count: the result is “No Show”.',
      'Training rows left out (1)',
    ])
      expect(out).toContain(line);
  });

  it('the first rows of a kind are named, and all of them with --explain', async () => {
    const again = Array.from({ length: 13 }, () => mhfa(101, 'Ash, Mary'));
    const argv = ['--roster', roster, '--training', csv([trainingHead, ...again])];
    const plain = await run(...argv);
    expect(plain.out).toContain('and 2 more (--explain for all).');
    expect(plain.out).not.toContain('Row 14: The same');
    expect((await run(...argv, '--explain')).out).toContain('Row 14: The same');
  });

  it('lapsed training of people who are not counted is nobody’s task', async () => {
    const staff = csv([
      [...head, 'Status'],
      ...five.slice(1).map((row) => [...row, 'Active']),
      [106, 'Fern', 'Joy', 'Officer', 'Retired'],
      [107, 'Gorse', 'Ida', 'Records Clerk', 'Active'],
    ]);
    const lapsed = csv([
      trainingHead,
      mhfa(106, 'Fern, Joy', '1/1/2015'),
      mhfa(107, 'Gorse, Ida', '1/1/2015'),
    ]);
    const { report } = await check(staff, lapsed);
    expect(report.outstanding.map(({ code }) => code)).not.toContain('training-lapsed');
  });

  it('rows about somebody in another row are named in the text', async () => {
    const twice = csv([
      [...head, 'Badge'],
      [101, 'Ash', 'Mary', 'Sergeant', 'B7'],
      [101, 'Ash', 'Mary', 'Officer', 'B3'],
    ]);
    const { out } = await run('--roster', twice, '--training', csv([trainingHead, cit(101, 'Ash, Mary')]));
    expect(out).toContain('Roster rows about somebody in another row, counted once (1)');
    expect(out).toContain('Row 3: This row is about the person in row 2');
  });

  it('a file whose name says something else is read by its content, and the report says as what', async () => {
    const misnamed = csv(five, 'staff.xlsx');
    const training = csv([trainingHead, cit(101, 'Ash, Mary')]);
    const { report } = await check(misnamed, training);
    expect(report.roster).toMatchObject({ format: 'csv', people: 5 });
    expect(report.training).toMatchObject({ format: 'csv', notes: [] });
    expect((await run('--roster', misnamed, '--training', training)).out).toContain(
      'In spite of its name “staff.xlsx” is text with separated values (CSV), and was read as that.',
    );
  });

  it('--explain gives the reason for every person, record and course', async () => {
    const staff = csv([...five, [106, 'Fern', 'Joy', 'Records Clerk']]);
    const training = csv([
      trainingHead,
      cit(101, 'Mary Ash'),
      mhfa(102, 'Birch, Tom', '5/31/2022'),
      [900, 'Nobody, Nell', 'Defensive Driving', 4, '3/4/2024', 'Passed'],
      cit(103, 'Cedar, Ana', '02/30/2024'),
    ]);
    const plain = await run('--roster', staff, '--training', training);
    expect(plain.out).not.toContain('Why:');
    const { code, out } = await run('--roster', staff, '--training', training, '--explain');
    expect(code).toBe(1);
    for (const line of [
      'Column A “Employee ID”: Employee number. Its heading says so, and its values look like it.',
      'Row 2, Ash, Mary: sworn. “Sergeant” is the rank of a sworn officer. Counted as trained, with crisis training.',
      'Row 3, Birch, Tom: sworn. “Officer” is the rank of a sworn officer. Counted as untrained.',
      'Row 7, Fern, Joy: non-sworn. “Records Clerk” is a title of non-sworn staff. Not counted: records is not among the staff to train.',
      'Row 2, Ash, Mary: Roster row 2. Number and name agree. Crisis Intervention Team: Counts as advanced',
      'Lapsed: it counted as base until May 31, 2025: ',
      'Row 4, Nobody, Nell: For nobody. Nobody on the roster has this name or one like it. Defensive Driving: Does not count',
      'Number and name agree. Crisis Intervention Team: The completion date “02/30/2024” is not a date we can use.',
      'Defensive Driving (4 h), taken once. Does not count: the title names no course that the rules know.',
    ])
      expect(out).toContain(line);
    const { report } = await check(staff, training, '--explain');
    expect(report.explanation?.people).toHaveLength(6);
    expect(report.explanation?.records).toHaveLength(4);
    expect((await check(staff, training)).report.explanation).toBeUndefined();
  });
});

describe('input that cannot be used is answered in one line', () => {
  const roster = csv(five, 'staff.csv');
  const training = csv([trainingHead, cit(101, 'Ash, Mary')], 'classes.csv');
  const empty = csv([], 'empty.csv');
  const nameless = csv(
    [['Report'], ['Badge', 'Rank', 'Unit'], ['1', 'Officer', 'Patrol'], ['2', 'Officer', 'Patrol']],
    'nameless.csv',
  );
  const nobody = csv([head, ['Total: 0']], 'nobody.csv');
  const courseless = csv(
    [
      ['Employee ID', 'Last Name', 'First Name'],
      ['1', 'Ash', 'Mary'],
    ],
    'courseless.csv',
  );

  it.each([
    [[], 'The roster is missing: add --roster FILE.'],
    [['--roster', roster], 'The training file is missing: add --training FILE.'],
    [['--roster', roster, '--training'], '--training needs a value'],
    [['--roster', roster, '--training', training, '--frobnicate'], 'There is no option --frobnicate'],
    [['--roster', roster, '--training', training, 'extra'], '“extra” was not expected'],
    [['--roster', roster, '--training', training, '--rules', '1999'], 'There are no rules “1999”'],
    [['--roster', roster, '--training', training, '--as-of', '6/1/2025'], '“6/1/2025” is not a date'],
    [
      ['--roster', roster, '--training', training, '--scope', 'wizards'],
      'There is no kind of staff “wizards”',
    ],
    [['--roster', roster, '--training', training, '--everyone', 'maybe'], 'write --everyone sworn'],
    [['--roster', join(folder, 'gone.csv'), '--training', training], '“gone.csv” was not found'],
    [['--roster', folder, '--training', training], 'is a folder'],
    [['--roster', empty, '--training', training], '“empty.csv” is empty'],
    [['--roster', nameless, '--training', training], '“nameless.csv”, row 2: no column holds names'],
    [['--roster', nobody, '--training', training], '“nobody.csv”: no row below row 1 names a person'],
    [['--roster', roster, '--training', courseless], '“courseless.csv”, row 1: no column holds the course'],
  ])('%#: %s', async (argv, message) => {
    const { code, out, err } = await run(...argv);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('help is no mistake', async () => {
    const { code, out } = await run('--help');
    expect(code).toBe(0);
    expect(out).toContain('--as-of YYYY-MM-DD');
  });
});

describe('the order of rows', () => {
  const people = Array.from({ length: 12 }, (_, at) => [
    100 + at,
    `Family${'abcdefghijkl'[at]}`,
    'Mary',
    at < 9 ? 'Officer' : 'Dispatcher',
  ]);
  const records = people.flatMap(([id, family], at) => [
    at % 3 === 0 ? cit(Number(id), `${family}, Mary`) : mhfa(Number(id), `${family}, M.`),
    mhfa(Number(id), `Mary ${family}`, '1/1/2019'),
  ]);

  it('never changes coverage', async () => {
    const expected = (await check(csv([head, ...people]), csv([trainingHead, ...records]))).report;
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(people, { minLength: people.length }),
        fc.shuffledSubarray(records, { minLength: records.length }),
        async (roster, training) => {
          const { report } = await check(csv([head, ...roster]), csv([trainingHead, ...training]));
          expect(report.coverage).toEqual(expected.coverage);
          expect(report.training.courses).toEqual(expected.training.courses);
        },
      ),
      { numRuns: 15 },
    );
  });
});
