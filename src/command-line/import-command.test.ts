import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listAllStaff } from '../roster/roster-actions.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { importOptions } from './import-options.ts';
import { importFile } from './imported-file.ts';

let app: TestApp;
let agency: AgencyForTests;
let folder: string;
beforeAll(async () => {
  app = await createTestApp();
  folder = await mkdtemp(join(tmpdir(), 'onemind-test-'));
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  agency = await anAgency(app.databases);
});

async function run(subject: string, content: string, ...more: readonly string[]) {
  const path = join(folder, `${subject}.csv`);
  await writeFile(path, content);
  return runWith(subject, path, '--agency', agency.agency.slug, '--by', agency.coordinator.email, ...more);
}

async function runWith(...argv: readonly string[]) {
  const lines: string[] = [];
  const write = (text: string) => void lines.push(text);
  const code = await importFile(app.deps, importOptions(argv), { out: write, err: write });
  return { code, text: lines.join('\n') };
}

const roster = `Emp #,Last Name,First Name,Rank
0101,Example,Alex,Officer
0102,Sample,Jordan,Sgt.
0103,,,Officer
`;
const staff = () => agency.as((tx) => listAllStaff(tx, agency.agency.id));

describe('onemind import', () => {
  it('says what a roster would change, and why rows are not used, and changes nothing', async () => {
    const { code, text } = await run('roster', roster);
    expect(code).toBe(0);
    expect(text).toContain('roster.csv, sheet “roster”: 3 rows read');
    expect(text).toContain('New people: 2');
    expect(text).toContain('row 4: The row has no name.');
    expect(text).toContain('Nothing was changed.');
    expect(await staff()).toEqual([]);
  });

  it('takes a sign-off list of the policy in effect, and says who is in doubt', async () => {
    await aPolicy(agency);
    await run('roster', roster, '--commit');
    const list = 'Emp #,Name\n0101,"Example, Alex"\n0102,"Somebody, Else"\n';
    const shown = await run('acknowledgments', list, '--signed', '2024-06-03');
    expect(shown.text).toContain('Have signed: 1');
    expect(shown.text).toContain('Rows to look at: 1');
    expect(shown.text).toMatch(/To look at:\n {4}row 3: /);
    expect(shown.text).toContain('/policy/acknowledgments/import/');
    const { code, text } = await run('acknowledgments', list, '--signed', '2024-06-03', '--commit');
    expect([code, text.endsWith('Imported.')]).toEqual([0, true]);
    const kept = await agency.as((tx) =>
      tx.selectFrom('policy_acknowledgment').select(['how', 'acknowledged_on']).execute(),
    );
    expect(kept).toEqual([{ how: 'list', acknowledged_on: '2024-06-03' }]);
  });

  it('imports with --commit, and training with what was said for the whole file', async () => {
    expect(await run('roster', roster, '--commit')).toMatchObject({ code: 0 });
    expect(await staff()).toHaveLength(2);
    const training = await run(
      'training',
      'Emp #,Name\n0101,"Example, Alex"\n',
      ...['--course', 'Crisis Intervention Team', '--hours', '40', '--completed', '2024-03-08', '--commit'],
    );
    expect(training.text).toContain('New records: 1');
    const records = await agency.as((tx) =>
      tx.selectFrom('training_record').select(['verdict', 'completed_on']).execute(),
    );
    expect(records).toEqual([{ verdict: 'counts', completed_on: '2024-03-08' }]);
  });

  it('counts the rows to look at, and names the cells that are spoiled', async () => {
    const { text } = await run(
      'roster',
      'Emp #,Name,Rank,Hire Date\n0101,"Example, Alex",Officer,soon\n0102,"Sample, Jo",Sgt,#N/A\n',
    );
    expect(text).toContain('Rows to look at: 1');
    expect(text).toContain('1 cell shows an error such as #N/A (column D, row 3).');
  });

  const titled = [
    '"Harbor Lights Training Unit"',
    '"Crisis Intervention Team (CIT) - 40 hours"',
    '"Date: 6/9/2025"',
    '',
    'Badge,Name,Signature',
    '0101,"Example, Alex",x',
    '0102,"Sample, Jordan",x',
  ].join('\n');
  const theRecords = () =>
    agency.as((tx) => tx.selectFrom('training_record').select(['course_title', 'completed_on']).execute());

  it('applies a course that stands in the title to no row until somebody agrees', async () => {
    await run('roster', roster, '--commit');
    const unasked = await run('training', titled, '--commit');
    expect(unasked.code).toBe(2);
    expect(unasked.text).toContain('Add --accept-title if it does, or say the course: --course TITLE.');
    expect(await theRecords()).toEqual([]);
    const accepted = await run('training', titled, '--accept-title', '--commit');
    expect(accepted.text).toMatch(/Applied to every row.*the course “Crisis Intervention Team \(CIT\)/);
    expect(accepted.text).toContain('Taken from the title');
    expect(await theRecords()).toHaveLength(2);
    expect((await theRecords())[0]).toMatchObject({ completed_on: '2025-06-09' });
  });

  it('asks at a terminal whether the title holds', async () => {
    const path = join(folder, 'titled.csv');
    await writeFile(path, titled);
    const options = importOptions([
      'training',
      path,
      '--agency',
      agency.agency.slug,
      '--by',
      agency.coordinator.email,
    ]);
    const asked: string[] = [];
    const answering = (answer: boolean) => async (question: string) => {
      asked.push(question);
      return answer;
    };
    const write = () => undefined;
    expect(await importFile(app.deps, options, { out: write, err: write, ask: answering(false) })).toBe(2);
    expect(await importFile(app.deps, options, { out: write, err: write, ask: answering(true) })).toBe(0);
    expect(asked[0]).toContain('row 2, “Crisis Intervention Team (CIT) - 40 hours”');
  });

  it('leaves the title out when the course is said', async () => {
    const { code, text } = await run('training', titled, '--course', 'MHFA', '--completed', '2025-06-10');
    expect(code).toBe(0);
    expect(text).toContain(
      'Applied to every row that does not say otherwise: the course “MHFA”, completed on June 10, 2025.',
    );
    expect(text).toContain('Not used from the title');
  });

  it('names the rows to look at, with why', async () => {
    await run('roster', roster, '--commit');
    const { text } = await run(
      'training',
      'Emp #,Name,Course,Hours,Completed\n0101,"Example, Alex",CIT,40,02/31/2025\n0999,"Exampel, Alex",CIT,40,2/3/2025\n',
    );
    expect(text).toContain('Rows to look at: 2');
    expect(text).toMatch(/row 2: .*“02\/31\/2025” is not a date/);
    expect(text).toContain('row 3: Nobody has exactly this name.');
  });

  it('says that a file looks like one for the other import, and goes on', async () => {
    const training = 'Emp #,Name,Course,Completed\n0101,"Example, Alex",CIT,3/4/2024\n';
    const { code, text } = await run('roster', training);
    expect(code).toBe(0);
    expect(text).toContain(
      'roster.csv: This looks like training records. Import it under Training instead: onemind import training',
    );
    expect((await run('training', roster, '--course', 'CIT')).text).not.toContain('This looks like');
    expect((await run('training', training)).text).not.toContain('This looks like');
  });

  it('says so when a file holds nothing new', async () => {
    const used = roster.replace('0103,,,Officer\n', '');
    expect((await run('roster', used, '--commit')).text).toContain('Imported.');
    const again = (await run('roster', used, '--commit')).text;
    expect(again).toContain('Nothing new: everything in the file is here already.');
    expect(again).not.toContain('Imported.');
    expect((await run('roster', roster, '--commit')).text).toContain(
      'Nothing new: what could be used of the file is here already.',
    );
    const oneLess = used.replace('0102,Sample,Jordan,Sgt.\n', '');
    expect((await run('roster', oneLess, '--full', '--commit')).text).toContain('Nothing new');
    const separating = await run('roster', oneLess, '--full', '--separate-missing', '--commit');
    expect(separating.text).toContain('Imported.');
    expect((await run('roster', `${used}0104,Other,Sam,Officer\n`, '--commit')).text).toContain('Imported.');
  });

  it('names the address to look at only when the site’s address is known', async () => {
    const path = join(folder, 'roster.csv');
    await writeFile(path, roster);
    const options = importOptions([
      ...['roster', path, '--agency', agency.agency.slug, '--by', agency.coordinator.email],
    ]);
    const lookAt = async (siteUrl: string, port: number) => {
      const lines: string[] = [];
      const write = (text: string) => void lines.push(text);
      const deps = { ...app.deps, config: { ...app.deps.config, siteUrl, port } };
      await importFile(deps, options, { out: write, err: write });
      return lines.join('\n');
    };
    const page = `/workspace/${agency.agency.slug}/roster/import/`;
    expect(await lookAt('https://onemind.test', 3000)).toContain(`open https://onemind.test${page}`);
    const unknown = await lookAt('http://localhost:3000', 3000);
    expect(unknown).toContain(`open ${page}`);
    expect(unknown).toContain(' on your site');
  });

  it('lets nobody in who has no such role there', async () => {
    const other = await anAgency(app.databases);
    const path = join(folder, 'roster.csv');
    for (const email of [other.coordinator.email, 'nobody@elsewhere.test']) {
      const { code, text } = await runWith('roster', path, '--agency', agency.agency.slug, '--by', email);
      expect(code).toBe(2);
      expect(text).toContain('is no coordinator or training officer');
    }
  });

  it('says in one line what it can’t use', async () => {
    expect(await run('roster', 'Total,5\n')).toMatchObject({ code: 2 });
    const missing = await runWith(
      ...['roster', join(folder, 'none.csv'), '--agency', agency.agency.slug],
      ...['--by', agency.coordinator.email],
    );
    expect(missing.text).toContain('There is no such file.');
  });

  it('tells what to write when the words are not understood', () => {
    const understood =
      (...argv: readonly string[]) =>
      () =>
        importOptions(argv);
    expect(understood('people', 'x.csv', '--agency', 'a', '--by', 'b')).toThrow('onemind import roster FILE');
    expect(understood('roster', 'x.csv')).toThrow('--agency');
    expect(understood('training', 'x.csv', '--agency', 'a', '--by', 'b', '--hours', 'many')).toThrow(
      '--hours 40',
    );
    expect(understood('roster', 'x.csv', '--agency', 'a', '--by', 'b', '--separate-missing')).toThrow(
      '--full',
    );
  });
});
