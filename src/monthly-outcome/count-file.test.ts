import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { writtenFile } from '../testing/written-file.ts';
import { worksheetXml, xlsxFile } from '../testing/xlsx-file.ts';
import { countFile } from './count-file-actions.ts';
import type { FileIs } from './outcome-layout.ts';

const today = '2026-03-05' as CalendarDate;

async function read(content: string | Uint8Array, says: FileIs = 'unsaid', name = 'calls.csv') {
  return countFile(await writtenFile(name, content), says, today);
}

async function counted(content: string | Uint8Array, says?: FileIs, name?: string) {
  const outcome = await read(content, says, name);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  const file = outcome.value;
  const shown = file.cells.map(({ month, measure, count }) => `${month} ${measure} ${count}`);
  return { ...file, shown };
}

async function refusal(content: string | Uint8Array, says?: FileIs) {
  const outcome = await read(content, says);
  if (outcome.ok) throw new Error('The file was counted.');
  return outcome.refusal;
}

describe('monthly totals', () => {
  it('are read with a column for each measure', async () => {
    const file = await counted(
      'Month,Mental health calls,CIT officer responded,Arrests\n2025-01,120,40,0\nFeb 2025,"1,090",55,\n3/2025,97,41,n/a\nTotal,1307,136,9\n',
    );
    expect(file.layout).toBe('wide');
    expect(file.shown).toEqual([
      '2025-01 mental-health-calls 120',
      '2025-01 trained-officer 40',
      '2025-01 arrests 0',
      '2025-02 mental-health-calls 1090',
      '2025-02 trained-officer 55',
      '2025-03 mental-health-calls 97',
      '2025-03 trained-officer 41',
    ]);
    expect(file.skipped).toEqual([{ why: 'no-date', times: 1, firstRow: 5 }]);
  });

  it('are read with a row for each measure of a month', async () => {
    const file = await counted(
      'Month,Measure,Count\n2025-01,Arrests,3\n2025-01,Referrals,8\n2025-01,Moon phase,2\n2025-02,Arrests,4\n2025-02,Transports,5\n',
    );
    expect(file.layout).toBe('long');
    expect(file.shown).toEqual([
      '2025-01 arrests 3',
      '2025-01 referrals 8',
      '2025-02 transports 5',
      '2025-02 arrests 4',
    ]);
    expect(file.skipped).toEqual([{ why: 'unknown-measure', times: 1, firstRow: 4 }]);
  });

  it('are read with a column for each month, and months ahead are left out', async () => {
    const file = await counted('Measure,Jan 2026,Feb 2026,Apr 2026\nArrests,3,4,0\nUses of force,1,0,0\n');
    expect(file.layout).toBe('months-across');
    expect(file.shown).toEqual([
      '2026-01 uses-of-force 1',
      '2026-01 arrests 3',
      '2026-02 uses-of-force 0',
      '2026-02 arrests 4',
    ]);
  });

  it('are read with the year and the month apart, and rows of one month are added up', async () => {
    const file = await counted(
      'Year,Month,District,Mental health calls\n2025,3,North,10\n2025,March,South,7\n2025,4,North,9\n',
    );
    expect(file.shown).toEqual(['2025-03 mental-health-calls 17', '2025-04 mental-health-calls 9']);
    expect(file.added).toEqual(['2025-03']);
  });

  it('with formulas are not reckoned: what a formula would say is left out', async () => {
    const file = await counted(
      'Month,Arrests,Transports\n2025-01,=SUM(B3:B4),4\n2025-02,@cmd|calc,5\n2025-03,7,6.5\n',
    );
    expect(file.shown).toEqual(['2025-01 transports 4', '2025-02 transports 5', '2025-03 arrests 7']);
    expect(file.skipped.map(({ why, times }) => `${why} ${times}`)).toEqual(['formula 2', 'not-a-count 1']);
  });

  it('come from a workbook too, with the results its formulas hold', async () => {
    const text = (ref: string, words: string) => `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;
    const sheet = worksheetXml(
      `<row r="1">${text('A1', 'Month')}${text('B1', 'Arrests')}</row>` +
        `<row r="2">${text('A2', '2025-01')}<c r="B2"><f>1+2</f><v>3</v></c></row>` +
        `<row r="3">${text('A3', '2025-02')}<c r="B3"><f>SUM(C1:C9)</f></c></row>`,
    );
    const file = await counted(xlsxFile({ sheets: { Totals: sheet } }), 'totals', 'totals.xlsx');
    expect(file.shown).toEqual(['2025-01 arrests 3']);
    expect(file.skipped).toEqual([{ why: 'formula', times: 1, firstRow: 3 }]);
  });
});

const events = `Incident,Date,Unit,MH related,CIT officer on scene,Arrest,Transported,Disposition
25-00012,1/3/2025 13:05,A12,Y,Y,,x,Referred
25-00013,1/9/2025 08:15,B4,yes,no,1,0,Cleared
25-00014,1/9/2025 09:15,B4,no,no,1,0,Cleared
25-00015,2/10/2025 01:15,A12,true,X,,,Referral and follow-up
25-00016,13/45/2025,A12,y,y,,,
25-00017,12/1/2027,A12,y,y,,,
`;

describe('a list of calls', () => {
  it('is counted by month, and nothing of its rows is answered', async () => {
    const file = await counted(events);
    expect(file.layout).toBe('events');
    expect(file.shown).toEqual([
      '2025-01 mental-health-calls 2',
      '2025-01 trained-officer 1',
      '2025-01 transports 1',
      '2025-01 arrests 1',
      '2025-01 referrals 1',
      '2025-01 follow-ups 0',
      '2025-02 mental-health-calls 1',
      '2025-02 trained-officer 1',
      '2025-02 transports 0',
      '2025-02 arrests 0',
      '2025-02 referrals 1',
      '2025-02 follow-ups 1',
    ]);
    expect(file.days).toEqual({ first: '2025-01-03', last: '2025-02-10' });
    expect(file.skipped).toEqual([
      { why: 'not-a-mental-health-call', times: 1, firstRow: 4 },
      { why: 'no-date', times: 1, firstRow: 6 },
      { why: 'ahead', times: 1, firstRow: 7 },
    ]);
    expect(JSON.stringify(file)).not.toMatch(/25-000|A12|13:05/);
  });

  it('says which columns it took for what, and which cells were neither yes nor no', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, at) => `2025-01-${String(at + 1).padStart(2, '0')},${at === 3 ? 'pending' : 'Y'}`,
    );
    const file = await counted(`Date,Arrested\n${rows.join('\n')}\n`);
    expect(file.columns).toEqual([
      { column: 0, heading: 'Date', use: 'when' },
      { column: 1, heading: 'Arrested', use: 'arrests' },
    ]);
    expect(file.unclear).toEqual([{ heading: 'Arrested', cells: 1 }]);
    expect(file.shown).toEqual(['2025-01 mental-health-calls 20', '2025-01 arrests 19']);
  });
});

describe('a file that names people is turned away', () => {
  const row = (header: string, value: string, value2 = value) =>
    `Date,Arrest,${header}\n2025-01-03,Y,"${value}"\n2025-01-04,N,"${value2}"\n`;

  it.each([
    ['names in a column called unit', row('Unit', 'Xanthe Quillfeather', 'Bram Oldroyd'), 'may-be-names'],
    ['family names in a column called unit', row('Unit', 'Quillfeather', 'Oldroyd'), 'may-be-names'],
    ['one name as lists file it', row('Unit', 'Quillfeather, Maria Lee', 'North'), 'name'],
    ['a rank before a name', row('Area', 'Sgt. Quillfeather', 'North'), 'name'],
    ['a column of names', row('Subject name', 'A B'), 'name'],
    ['a column of officers', row('Officer', 'Oldroyd'), 'name'],
    ['badges', row('Badge', '4412', '4413'), 'person-number'],
    ['numbers of officers', row('Officer', '4412', '4413'), 'person-number'],
    ['numbers of subjects', row('Subject ID', '88', '91'), 'person-number'],
    ['birth dates', row('DOB', '5/5/1980'), 'birth-date'],
    ['ages', row('Age', '34', '51'), 'birth-date'],
    ['birth dates under another heading', row('Ref', '5/5/1980', '6/6/1991'), 'birth-date'],
    ['social security numbers', row('Ref', '123-45-6789'), 'ssn'],
    ['a social security number within a text', row('Unit', 'seen 123-45-6789 ok', 'B4'), 'ssn'],
    ['telephone numbers', row('Ref', '(555) 201-0147'), 'phone'],
    ['telephone numbers without signs', row('Ref', '5552010147'), 'phone'],
    ['names in another script', row('Unit', '王小明', 'North'), 'may-be-names'],
    ['a name of one sign', row('Unit', '李', 'B4'), 'may-be-names'],
    ['one family name in every row', row('Disposition', 'Oldroyd'), 'may-be-names'],
    ['social security numbers without dashes', row('Ref', '123456789', '219099999'), 'ssn'],
    ['addresses', row('Place', '12 Mill Lane Apt 4', '7 Mill Lane'), 'address'],
    ['email addresses', row('Ref', 'one@mail.example', 'two@mail.example'), 'email'],
    ['narratives', row('Notes', 'He was calm.'), 'narrative'],
    [
      'prose in a column called type',
      row('Type', 'Unit arrived and spoke for an hour with the person who was calm by then and left'),
      'narrative',
    ],
    ['race', row('Race', 'W', 'B'), 'details-of-people'],
    ['a diagnosis', row('Diagnosis', 'bipolar'), 'details-of-people'],
    [
      'a name where yes or no belongs',
      row('Transport', 'Xanthe Quillfeather', 'Bram Oldroyd'),
      'may-be-names',
    ],
  ])('%s', async (_what, content, trace) => {
    const found = await refusal(content);
    expect(found).toMatchObject({ code: 'person-columns', columns: [{ column: 2, trace }] });
    expect(JSON.stringify(found)).not.toMatch(/Quillfeather|Oldroyd|6789|0147|Mill Lane|1980/);
  });

  it.each([
    ['with dots', row('X', '123.45.6789'), 'ssn'],
    ['digit by digit', row('X', '1 2 3 4 5 6 7 8 9'), 'ssn'],
    ['of a child', row('X', '2009-05-06', '2011-02-03'), 'birth-date'],
    ['of a child, with short years', row('X', '5/6/09', '2/3/11'), 'birth-date'],
    ['on initials', row('X', 'JQS19720304', 'MTR19830101'), 'birth-date'],
    ['as accounts', row('X', 'jquill72', 'boldroyd83'), 'may-be-names'],
    [
      'with signs that nobody sees',
      row('X', 'Q\u200bu\u200bi\u200bl\u200bl', 'O\u2060l\u2060d'),
      'may-be-names',
    ],
    ['letter by letter', row('X', 'X a n t h e Q u i l l', 'B r a m O l d'), 'may-be-names'],
    ['with dots between letters', row('X', 'X.a.n.t.h.e.Q', 'B.r.a.m.O.l.d'), 'may-be-names'],
    ['with digits for letters', row('X', 'X4nthe Qu1ll', 'Br4m Oldr0yd'), 'may-be-names'],
  ])('written %s', async (_how, content, trace) => {
    expect(await refusal(content)).toMatchObject({ code: 'person-columns', columns: [{ column: 2, trace }] });
  });

  it.each([
    [
      'above',
      'Report by Xanthe Quillfeather about Bram Oldroyd DOB 1972-03-04\n\nMonth,Arrests\n2025-03,12\n2025-04,10\n',
      'birth-date',
      1,
    ],
    ['above, by a rank', 'Sergeant Oldroyd,\nMonth,Arrests\n2025-03,12\n2025-04,10\n', 'name', 1],
    ['below', 'Month,Arrests\n2025-03,12\n2025-04,10\nPrepared by Xanthe Quillfeather,\n', 'name', 4],
    [
      'below, in two cells',
      'Month,Arrests\n2025-03,12\n2025-04,10\nPrepared by:,Xanthe Quillfeather\n',
      'name',
      4,
    ],
    ['below, about whom', 'Month,Arrests\n2025-03,12\n2025-04,10\nOldroyd DOB 3/4/1972,\n', 'birth-date', 4],
  ])('also when it stands %s the table', async (_where, content, trace, line) => {
    const found = await refusal(content);
    expect(found).toMatchObject({ code: 'person-columns', columns: [{ row: line, trace }] });
    expect(JSON.stringify(found)).not.toMatch(/Quillfeather|Oldroyd|1972/);
  });

  it('and a heading of words that are not known is neither counted nor shown', async () => {
    const file = await counted('Month,Mental health calls,Quillfeather Xanthe arrests\n2025-01,4,1\n');
    expect(file.shown).toEqual(['2025-01 mental-health-calls 4']);
    expect(file.columns[2]).toEqual({ column: 2, heading: '', use: 'not-read' });
  });

  it('also when the heading itself is a name', async () => {
    expect(await refusal('Month,"Quillfeather, Maria"\n2025-01,4\n2025-02,5\n')).toMatchObject({
      code: 'person-columns',
      columns: [{ column: 1, trace: 'name' }],
    });
  });

  it('also when the first name stands in row 100,000', { timeout: 60_000 }, async () => {
    const rows = Array.from({ length: 100_000 }, () => '2025-01-03,Y,North');
    rows.push('2025-01-03,Y,"Quillfeather, Maria"', '2025-01-03,Y,North');
    expect(await refusal(`Date,Arrest,Unit\n${rows.join('\n')}\n`)).toMatchObject({
      columns: [{ column: 2, heading: 'Unit', trace: 'name' }],
    });
  });

  it('and so is one with a hundred columns of it, each told', async () => {
    const found = await refusal(`Date,Subject name,SSN,Narrative\n2025-01-03,A B,123-45-6789,long\n`);
    expect(found).toMatchObject({ columns: [{ trace: 'name' }, { trace: 'ssn' }, { trace: 'narrative' }] });
  });
});

it.each([
  [
    'units, districts and call types',
    'Date,Unit,District,Call type\n2025-01-03,A12,North,Welfare check\n2025-01-04,B4,South,Suicidal subject\n',
  ],
  [
    'yes and no under a heading about somebody',
    'Date,Subject injured,Officer present\n2025-01-03,Y,N\n2025-01-04,N,Y\n',
  ],
  ['small numbers under a heading about somebody', 'Date,Number of officers\n2025-01-03,2\n2025-01-04,1\n'],
  [
    'times and numbers of calls',
    'Date,Case number,Time cleared\n2025-01-03,24-001234,1:45 PM\n2025-01-04,24-001235,14:05\n',
  ],
  ['numbers of calls with nine digits', 'Date,Case number\n2025-01-03,250012345\n2025-01-04,250012346\n'],
  ['the town that every call was in', 'Date,City\n2025-01-03,Oldroyd\n2025-01-04,Oldroyd\n'],
  [
    'months that are given names too, beside districts',
    'Date,District\nJan 3 2025,Lincoln\nJan 4 2025,Lincoln\n',
  ],
  [
    'calls numbered by their days',
    'Date,Event,Ref\n2025-01-03,CFS20250103001,20250103-1\n2025-01-04,CFS20250104001,20250104-1\n',
  ],
  ['a second day', 'Date,Cleared on\n2025-01-03,2025-01-04\n2025-01-04,5-Jan-25\n'],
])('%s name nobody', async (_what, content) => {
  expect((await counted(content, 'events')).shown[0]).toBe('2025-01 mental-health-calls 2');
});

it.each([
  'Elm Fork Police Department, monthly totals 2026',
  'Dana Point Police Department\nPrepared by Records Division',
  'St. Charles County Sheriff\nMental health calls, January to April 2025\nPrinted 3/5/2026',
  'Juniper Flats PD - Crisis Response Report',
])('a title above the table and a footer name nobody: %j', async (title) => {
  const content = `${title}\n\nMonth,Mental health calls\n2025-03,12\n2025-04,10\nTotal,22\nSource: records system,\n`;
  expect((await counted(content)).shown).toEqual([
    '2025-03 mental-health-calls 12',
    '2025-04 mental-health-calls 10',
  ]);
});

it.each([
  ['Unit,Arrest\nA12,Y\nB4,N\n', 'no-month-column'],
  ['Month,Arrests\n2031-01,4\n', 'no-counts'],
  ['', 'file-unreadable'],
])('a file that tells no month, or nothing, is refused', async (content, code) => {
  expect(await refusal(content)).toMatchObject({ code });
});

it.each([
  ['Month,Arrests\n2025-01,-4\n2025-02,abc\n', [{ why: 'not-a-count', times: 2, firstRow: 2 }]],
  ['Month,Arrests\n2025-01,abc\n', [{ why: 'not-a-count', times: 1, firstRow: 2 }]],
  ['Month,Arrests\n2099-01,4\n', [{ why: 'ahead', times: 1, firstRow: 2 }]],
  ['Measure,Jan 2099\nArrests,4\n', [{ why: 'ahead', times: 1, firstRow: 2 }]],
  ['Month,Measure,Count\n2025-01,Arrests,-4\n', [{ why: 'not-a-count', times: 1, firstRow: 2 }]],
])('a file in which nothing can be counted says in which row and why: %j', async (content, skipped) => {
  expect(await refusal(content)).toEqual({ code: 'no-counts', skipped, looksLikeCalls: false });
});

it('half a million calls are counted in bounded memory', { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-test-'));
  try {
    const path = join(folder, 'calls.csv');
    await pipeline(Readable.from(manyCalls(500_000)), createWriteStream(path));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    const outcome = await countFile({ name: 'calls.csv', path }, 'unsaid', today);
    const grown = (process.memoryUsage().rss - before) / 1024 / 1024;
    expect(outcome.ok && outcome.value.rows).toBe(500_000);
    const calls = outcome.ok
      ? outcome.value.cells.filter(({ measure }) => measure === 'mental-health-calls')
      : [];
    expect(calls.reduce((sum, { count }) => sum + count, 0)).toBe(500_000);
    expect(grown).toBeLessThan(400);
  } finally {
    await rm(folder, { recursive: true });
  }
});

function* manyCalls(rows: number): Generator<string> {
  yield 'Incident,Date,Unit,District,Call type,CIT officer,Arrest,Transport\n';
  for (let at = 0; at < rows; at++) {
    const day = `${(at % 12) + 1}/${(at % 28) + 1}/2025 ${at % 24}:${String(at % 60).padStart(2, '0')}`;
    yield `25-${at},${day},A${at % 40},North,Welfare check,${at % 3 ? 'Y' : 'N'},${at % 7 ? '' : 'x'},0\n`;
  }
}
