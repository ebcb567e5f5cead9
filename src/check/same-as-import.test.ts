import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importRosterFile, planRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { planTrainingFile } from '../testing/training-file.ts';
import { runCheck } from './check-command.ts';
import type { CheckReport } from './check-report.ts';

let app: TestApp;
let agency: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-03-05T18:00:00Z') });
  agency = await anAgency(app.databases);
});
afterAll(() => app.close());

/** Every doubt a roster can raise, and people about whom there is none. */
const roster = `Emp ID,Badge,Name,Rank,Sworn,Hire Date,Term Date,Emp Status
0101,11,"Alder, Ann",Sgt.,Y,3/4/2015,,Active
0102,12,"Birch, Bo",Officer,perhaps,3/4/2015,,Active
0103,13,"Cedar, Cy",Officer,Y,3/4/2O15,,Active
0104,14,"Dogwood, Di",Officer,Y,soon,,Active
0105,15,"Elm, Ed",Officer,Y,2/2/2099,,Active
0106,16,"Fir, Flo",Officer,Y,5/5/2020,1/1/2019,Active
0107,17,"Ginkgo, Gus",Officer,Y,5/5/2020,,On the moon
0108,18,"Hazel, Hal",Widget,,5/5/2020,,Active
0109,19,"Ironwood, Ira",,,5/5/2020,,Active
0110,20,"Juniper, Jo",Bailiff,,5/5/2020,,Active
0111,21,"Katsura, Kim",Officer,Y,6/6/2016,,Active
0112,22,"Katsura, Kim",Officer,Y,7/7/2017,,Active
0113,23,"Larch, Lee",Officer,Y,1/1/2010,,Active
0113,24,"Maple, Max",Officer,Y,2/2/2011,,Active
0114,25,"Oak, Robert",Officer,Y,3/3/2012,,Active
0114,25,"Oak, Bob",Officer,Y,,soon,Active
0115,26,"Pine, Pat",Officer,Y,4/4/2013,,Active
0116,26,"Pine, Pat",Officer,Y,4/4/2013,,Active
0117,27,"Quince, Quin",Widget,,5/5/2014,6/6/2020,Retired
0118,28,"Rowan, Ray",Officer,Y,42095,someday,Retired
,,REDACTED,Officer,Y,5/5/2014,,Active
,,Vacant,Officer,Y,,,
0101,11,"Alder, Ann",Sgt.,Y,3/4/2015,,Active
Total,23,,,,,,
`;

const training = `Emp ID,Name,Course,Hours,Completed,Expires,Status
0101,"Alder, Ann",Crisis Intervention Team (CIT),40,3/5/2024,,Passed
0101,"Alder, Ann",Crisis Intervention Team (CIT),forty,3/5/2024,,Passed
0102,"Birch, Bo",Mental Health First Aid,8,3/5/2O24,,Passed
0103,"Cedar, Cy",Mental Health First Aid,8,,,Passed
0104,"Dogwood, Di",Mental Health First Aid,8,3/5/2024,,Zebra
0105,"Elm, Ed",Mental Health First Aid,8,3/5/2024,3/5/2023,Passed
0106,"Fir, Flo",Report Writing,8,sometime,,Passed
0107,"Ginkgo, Gus",Crisis Intervention Team (CIT),40,3/5/2024,,Failed
0999,"Katsura, Kim",Crisis Intervention Team (CIT),40,3/5/2024,,Passed
0113,"Oakley, Zed",Crisis Intervention Team (CIT),40,3/5/2024,,Passed
0113,"Oakley, Zed",Firearms,8,3/5/2024,,Passed
0998,"Nobody, Known",Crisis Intervention Team (CIT),40,sometime,,Passed
0110,"Juniper, Jo",Crisis Intervention Team (CIT),8,3/4/2024,,Passed
0110,"Juniper, Jo",Crisis Intervention Team (CIT),8,3/5/2024,,Passed
0110,"Juniper, Jo",Crisis Intervention Team (CIT),8,3/6/2024,,Passed
0110,"Juniper, Jo",Crisis Intervention Team (CIT),8,3/7/2024,soon,Passed
0110,"Juniper, Jo",Crisis Intervention Team (CIT),8,3/8/2024,,Passed
0114,"Oak, Robert",Crisis Intervention Team (CIT),40,3/9/2024,,Passed
0115,"Pine, Pat",Crisis Intervention,,3/9/2024,,Passed
0115,"Pine, Pat",Mental Health,,3/9/2024,,Passed
0103,"Cedar, Cy",Mental Health First Aid,8,,,Passed
,REDACTED,Crisis Intervention Team (CIT),40,3/5/2024,,Passed
0104,"Dogwood, Di",,40,3/5/2024,,Passed
Total,40,,,,,
`;

async function checked(staff = roster): Promise<CheckReport> {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-test-'));
  try {
    const paths = { roster: join(folder, 'roster.csv'), training: join(folder, 'training.csv') };
    await writeFile(paths.roster, staff);
    await writeFile(paths.training, training);
    const said: string[] = [];
    await runCheck(['--roster', paths.roster, '--training', paths.training, '--json'], {
      out: (text) => said.push(text),
      err: (text) => said.push(text),
      today: '2026-03-05' as CheckReport['asOf'],
    });
    return JSON.parse(said.join('\n'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const who = () => ({ agency: agency.agency, person: agency.coordinator.id });
const rowsOf = (reasons: readonly { readonly row: number }[]) => [...new Set(reasons.map(({ row }) => row))];

it('the check and the import say of the same rows of a roster that somebody should look, and why', async () => {
  const { flagged } = (await checked()).roster;
  const { id, report } = await planRosterFile(app.deps, who(), roster);
  expect(report.rowsToLookAt).toBe(rowsOf(flagged).length);
  const staged = await asOwner<{ file_row: number; remark: string }>(
    app.ownerUrl,
    `select file_row, remark from roster_change where import_id = $1 and kind_of_change not in ('refused', 'folded')`,
    [id],
  );
  const said = staged.flatMap(({ file_row: first, remark }) =>
    remark
      .split(' ')
      .filter((code) => code !== '' && code !== 'status-in-file')
      .map((code) => `${code.split(':')[1] ?? first} ${code.split(':')[0]}`),
  );
  expect(said.toSorted()).toEqual([...new Set(flagged.map(({ row, reason }) => `${row} ${reason}`))].sort());
  expect(new Set(flagged.map(({ reason }) => reason))).toEqual(
    new Set([
      'kind-unreadable',
      'date-guessed',
      'date-unreadable',
      'hired-far-in-future',
      'separated-before-hired',
      'status-unreadable',
      'unknown-title',
      'no-rank-or-kind',
      'sworn-in-some-agencies',
      'same-name',
      'number-shared',
      'name-varies',
      'several-numbers',
    ]),
  );
});

it('the check and the import count the same rows of training records to look at', async () => {
  const { needsReview } = (await checked()).training;
  await importRosterFile(app.deps, who(), roster, { defaultKind: 'sworn' });
  const { report } = await planTrainingFile(app.deps, who(), training);
  expect(report.rowsToLookAt).toBe(rowsOf(needsReview).length);
});

it('both name the spoiled cells of the whole file, and not those of a column that nobody may keep', async () => {
  const spoiled = roster
    .replace('Emp Status', 'Emp Status,SSN')
    .replace('0110,20,"Juniper, Jo",Bailiff', '0110,20,"Juniper, Jo",#N/A')
    .replace(
      '0115,26,"Pine, Pat",Officer,Y,4/4/2013,,Active',
      '0115,26,"Pine, Pat",Officer,Y,4/4/2013,,Active,#REF!',
    );
  const { report } = await planRosterFile(app.deps, who(), spoiled);
  expect(report.troubles).toEqual([{ code: 'error', column: 3, cells: 1, rows: [11], text: '#N/A' }]);
  const checkedAlike = (await checked(spoiled)).roster;
  expect(checkedAlike.troubles).toEqual(report.troubles);
  expect(checkedAlike.notes).toContain(
    '1 cell shows an error such as #N/A (column D, row 11). We left it blank.',
  );
});
