import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { commitImport } from '../file-import/commit-actions.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { findImport } from '../file-import/import-actions.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { withReceivedFile } from '../testing/training-file.ts';
import { acknowledgmentStanding } from './acknowledgment-actions.ts';
import type { SignOffKind } from './sign-off-import.ts';
import { listStagedSignOffs, signOffImport } from './sign-off-import-actions.ts';

const today = '2026-06-10' as CalendarDate;
let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let path: string;
let id: ImportId;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date(`${today}T17:00:00Z`) });
});
afterAll(() => app.close());

/** Three lines of before the version, one of tomorrow, one that is right, and one nobody can place. */
const list = [
  'Employee ID,Name,Date Signed',
  '0101,"Early, One",1/14/2023',
  '0102,"Early, Two",1/14/2023',
  '0103,"Early, Three",5/2/1998',
  '0104,"Late, Four",6/11/2026',
  '0105,"Right, Five",6/3/2026',
  ',"Nobody, Known",1/14/2023',
].join('\n');

beforeEach(async () => {
  agency = await anAgency(app.databases);
  await aPolicy(agency);
  const names = ['Early One', 'Early Two', 'Early Three', 'Late Four', 'Right Five'];
  for (const [at, name] of names.entries()) {
    const [family = '', given = ''] = name.split(' ');
    await someStaff(agency, family, { given, employeeNumber: `010${at + 1}` });
  }
  cookie = await app.signIn(agency.coordinator.email);
  const who = { agency: agency.agency, person: agency.coordinator.id };
  const understood = await withReceivedFile(list, (file) =>
    understandFile(app.deps, who, signOffImport, file),
  );
  if (!understood.ok) throw new Error(understood.refusal.code);
  id = understood.value.id;
  const found = await agency.as((tx) => findImport(tx, agency.agency.id, signOffImport, id));
  if (!found) throw new Error('The import is not there.');
  await planImport(app.deps, who, signOffImport, id, { mapping: found.columns.mapping, facts: {} });
  path = `/workspace/${agency.agency.slug}/policy/acknowledgments/import/${id}`;
});

const page = async (address: string) => (await app.get(address, cookie)).text();
const settle = (sent: Record<string, string>) => app.post(`${path}/days`, sent, cookie);

async function rows(kind: SignOffKind): Promise<readonly number[]> {
  const shown = { kind, search: '', limit: 50, offset: 0 };
  const staged = await agency.as((tx) => listStagedSignOffs(tx, agency.agency.id, id, shown));
  return staged.lines.map(({ row }) => row);
}

describe('the lines of a list with a day that can’t be right', () => {
  it('are left out all at once, and put back in doubt', async () => {
    expect(await page(`${path}?show=review`)).toContain(`${path}/days`);
    const opened = await page(path);
    expect(opened).toContain('5 lines are in doubt and are not recorded');
    expect(opened).toContain('1 line of somebody whom we could not place for sure.');
    expect(opened).toContain('3 lines signed before this version took effect on January 15, 2024.');
    expect(opened).toContain('1 line signed on a day that has not come yet.');
    expect(opened).toContain(`${path}/who`);
    const shown = await page(`${path}/days`);
    expect(shown).toContain('3 lines signed before this version took effect on January 15, 2024');
    expect(shown).toContain('Leave these 3 lines out');
    expect(shown).toContain('Leave this line out');
    const sent = await settle({ doubt: 'signed-before-version', what: 'leave-out' });
    expect(sent.headers.get('location')).toBe(`${path}/days?done=settled`);
    expect([await rows('refused'), await rows('review')]).toEqual([
      [2, 3, 4],
      [5, 7],
    ]);
    expect(await page(`${path}?show=refused`)).toContain('Left out: nobody can have signed this version');
    expect(await page(`${path}/days`)).toContain('3 lines left out.');
    await settle({ doubt: 'signed-before-version', what: 'undo' });
    expect([await rows('refused'), await rows('review')]).toEqual([[], [2, 3, 4, 5, 7]]);
  });

  it('are all given one day, which is recorded; what was written stays readable', async () => {
    const field = 'day-signed-before-version';
    await settle({ doubt: 'signed-before-version', what: 'day', [field]: '6/9/2026' });
    expect([await rows('new'), await rows('review')]).toEqual([
      [2, 3, 4, 6],
      [5, 7],
    ]);
    expect(await page(`${path}?show=new`)).toContain('The list says May 2, 1998.');
    expect(await page(`${path}/days`)).toContain('3 lines taken as signed on June 9, 2026.');
    await commitImport(
      app.deps,
      { agency: agency.agency, person: agency.coordinator.id },
      signOffImport,
      id,
      {},
    );
    const standing = await agency.as((tx) => acknowledgmentStanding(tx, agency.agency.id, today));
    expect(standing).toEqual({ acknowledged: 4, of: 5 });
  });

  it.each(['1/14/2024', '6/11/2026', 'soon'])(
    'are not given the day %s, which can’t be right',
    async (day) => {
      const field = 'day-signed-before-version';
      const refused = await settle({ doubt: 'signed-before-version', what: 'day', [field]: day });
      expect(refused.status).toBe(422);
      const shown = await refused.text();
      expect(shown).toContain('Enter a day from January 15, 2024 to June 10, 2026');
      expect(shown).toContain(`value="${day}"`);
      expect(await rows('review')).toEqual([2, 3, 4, 5, 7]);
    },
  );

  it('keep what was said of one line where all others are left out', async () => {
    const day = { rows: '2', field: 'signedOn', 'day-2-signedOn': '6/8/2026' };
    await app.post(`${path}/dates`, day, cookie);
    await settle({ doubt: 'signed-before-version', what: 'leave-out' });
    expect([await rows('new'), await rows('refused')]).toEqual([
      [2, 6],
      [3, 4],
    ]);
  });

  it('are another agency’s not to settle', async () => {
    const other = await anAgency(app.databases);
    const foreign = await app.signIn(other.coordinator.email);
    expect((await app.get(`${path}/days`, foreign)).status).toBe(404);
  });
});
