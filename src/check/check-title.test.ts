import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { runCheck } from './check-command.ts';
import type { CheckReport } from './check-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'onemind-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const roster = file('roster.csv', 'Badge,Name,Rank\n101,"Ash, Mary",Officer\n102,"Birch, Tom",Officer\n');
const titled = file(
  'titled.csv',
  `"Harbor Lights Training Unit"
"Crisis Intervention Team (CIT) - 40 hours"
"Date: 3/5/2026"

Badge,Name,Signature
101,"Ash, Mary",x
102,"Birch, Tom",x

Instructor: R. Doe
`,
);

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function run(training: string, ...argv: readonly string[]) {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const today = '2026-11-20' as CalendarDate;
  const code = await runCheck(['--roster', roster, '--training', training, ...argv], {
    out: write,
    err: write,
    today,
  });
  return { code, text: lines.join('\n') };
}

async function report(training: string, ...argv: readonly string[]): Promise<CheckReport> {
  return JSON.parse((await run(training, ...argv, '--json')).text);
}

describe('a training file without a column for the course', () => {
  it('takes it from the title and says so', async () => {
    const { code, text } = await run(titled);
    expect(code).toBe(0);
    expect(text).toContain(
      'Taken for every row that does not say otherwise: the course “Crisis Intervention Team (CIT)',
    );
    expect(text).toContain('row 2, “Crisis Intervention Team (CIT) - 40 hours”');
    const { training } = await report(titled);
    expect(training.wholeFile).toMatchObject({ hours: 40, completedOn: '2026-03-05' });
    expect(training.fromTitle.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('leaves out who taught it', async () => {
    const { training } = await report(titled);
    expect(training.needsReview).toEqual([]);
    expect(training.skipped).toMatchObject([{ row: 9, reason: 'footer' }]);
  });

  it('takes what is said instead, and asks for it where the title says nothing', async () => {
    const untitled = file('untitled.csv', 'Badge,Name\n101,"Ash, Mary"\n');
    expect((await run(untitled)).text).toContain('Say it with --course TITLE');
    const said = ['--course', 'CIT', '--hours', '40', '--provider', 'County', '--completed', '2026-03-05'];
    expect((await report(untitled, ...said)).coverage.advanced).toBe(1);
    expect((await report(titled, '--course', 'Firearms')).coverage.advanced).toBe(0);
    expect(await run(untitled, '--hours', 'many')).toMatchObject({ code: 2 });
  });
});

describe('what a check leaves out or doubts', () => {
  const mess = file(
    'mess.csv',
    `Badge,Name,Course,Completed,Hours,Result
101,"Ash, Mary",Firearms,2/2/2025,-4,Pass
101,"Ash, Mary",Crisis Intervention Team,7/8/2025,40,Instructed
102,"Birch, Tom",Crisis Intervention Team,7/8/2025,40,No Show
102,"Birch, Tom",MHFA,02/31/2025,8,Pass
`,
  );

  it('is listed with row, code and sentence, also cells of rows that do not count', async () => {
    const { training } = await report(mess);
    expect(training.unread).toEqual([
      { row: 2, reason: 'hours-unreadable', sentence: 'The hours “-4” are not a number. Correct them.' },
    ]);
    const { text } = await run(mess);
    expect(text).toContain('Row 2: The hours “-4” are not a number. Correct them. [hours-unreadable]');
    expect(text).toMatch(/Row 5: .*“02\/31\/2025”.* \[date-unreadable\]/);
  });

  it('says what the days of a class come to that is not whole yet', async () => {
    const day = (on: number) => `102,"Birch, Tom",Crisis Intervention Team,5/${on}/2026,8,Passed`;
    const daily = file(
      'daily.csv',
      ['Badge,Name,Course,Completed,Hours,Result', day(4), day(5), day(6)].join('\n'),
    );
    const { training } = await report(daily);
    expect(training.leftOut.map(({ row }) => row)).toEqual([2, 3, 4]);
    expect(training.leftOut[0]?.sentence).toContain('24 of 40 hours, from 3 rows');
  });

  it('shows how many records of a course count', async () => {
    expect((await report(mess)).training.courses[0]).toMatchObject({ taken: 2, counting: 0 });
    expect((await run(mess)).text).toContain(
      'Crisis Intervention Team (40 h), taken 2 times (0 of them count)',
    );
  });

  it('says whom it counts, and that the website starts from another choice', async () => {
    expect((await run(mess)).text).toContain(
      'Counted are sworn and these non-sworn staff: dispatcher. This is the usual choice. The website counts no non-sworn staff until the agency chooses in its settings.',
    );
    expect((await run(mess, '--scope', 'none')).text).toContain('Counted are sworn staff only. Use --scope');
    expect((await report(mess)).scopeFrom).toBe('usual');
  });
});
