import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { undoImport } from '../file-import/commit-actions.ts';
import type { ImportId } from '../file-import/file-import.ts';
import { findImport } from '../file-import/import-actions.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { shownPlan } from '../testing/shown-plan.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { withReceivedFile } from '../testing/training-file.ts';
import { acknowledgmentStanding } from './acknowledgment-actions.ts';
import { signOffImport } from './sign-off-import-actions.ts';

const today = '2026-06-10' as CalendarDate;
let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let base: string;
let id: ImportId;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date(`${today}T17:00:00Z`) });
});
afterAll(() => app.close());

/** One who is sure, a name a slip away with an initial, one of two namesakes, one of tomorrow, one who hasn't signed. */
const list = [
  'Name,Date Signed',
  '"Right, Five",6/3/2026',
  '"Brambelworth, M.",6/3/2026',
  '"Twin, Alex",6/3/2026',
  '"Late, Four",6/11/2026',
  '"Quillfeather, Marguerite",',
].join('\n');

const page = async (address: string) => (await app.get(address, cookie)).text();
const standing = () => agency.as((tx) => acknowledgmentStanding(tx, agency.agency.id, today));
const fieldOf = (shown: string, name: string) =>
  /name="(who-\d+)"/.exec(shown.slice(shown.indexOf(`>${name}`)))?.[1] ?? '';
const optionOf = (shown: string, label: string) =>
  new RegExp(`<option value="([^"]+)">${label}`).exec(shown)?.[1] ?? '';

beforeEach(async () => {
  agency = await anAgency(app.databases);
  await aPolicy(agency);
  await someStaff(agency, 'Right', { given: 'Five' });
  await someStaff(agency, 'Brambleworth', { given: 'Marlo' });
  await someStaff(agency, 'Twin', { given: 'Alex', employeeNumber: '0601' });
  await someStaff(agency, 'Twin', { given: 'Alex', employeeNumber: '0602' });
  await someStaff(agency, 'Late', { given: 'Four' });
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
  base = `/workspace/${agency.agency.slug}/policy/acknowledgments`;
  const committed = await app.post(
    `${base}/import/${id}/commit`,
    shownPlan(await page(`${base}/import/${id}`)),
    cookie,
  );
  expect(committed.headers.get('location')).toBe(`${base}?done=imported`);
});

it('a list with doubtful lines says after its import how many there are, and where to settle them', async () => {
  const home = await page(`${base}?done=imported`);
  expect(home).toContain(
    'The list was imported. 1 recorded, 0 here already, 3 in doubt and not recorded, 1 not used.',
  );
  expect(home).toMatch(/3 lines of [^ ]+ are in doubt/);
  expect(home).toContain(`${base}/import/${id}?show=review`);
  const lines = await page(`${base}/import/${id}?show=review`);
  expect(lines).toContain(`${base}/import/${id}/who`);
  expect(lines).toContain(`${base}/import/${id}/days`);
  expect(await page(`${base}/import/${id}?show=refused`)).toContain('Quillfeather, Marguerite');
});

it('people of an imported list who are settled later are recorded with it, and go with it when it is undone', async () => {
  const path = `${base}/import/${id}/who`;
  const shown = await page(path);
  expect(shown).toContain('Brambleworth, Marlo');
  const saved = await app.post(
    path,
    {
      [fieldOf(shown, 'Brambelworth, M')]: optionOf(shown, 'Brambleworth, Marlo'),
      [fieldOf(shown, 'Twin, Alex')]: optionOf(shown, 'Twin, Alex 0602'),
    },
    cookie,
  );
  expect(saved.headers.get('location')).toBe(`${path}?done=recorded`);
  expect(await standing()).toEqual({ acknowledged: 3, of: 5 });
  const after = await page(`${path}?done=recorded`);
  expect(after).toContain('Who has signed is recorded with this list');
  expect(after).toContain('Nobody is in doubt');
  expect(await page(`${base}/import/${id}`)).toMatch(/In doubt: <strong>1</);

  await app.post(
    `${base}/import/${id}/days`,
    { doubt: 'signed-in-future', what: 'day', 'day-signed-in-future': '6/9/2026' },
    cookie,
  );
  expect(await standing()).toEqual({ acknowledged: 4, of: 5 });
  expect(await page(base)).not.toContain('in doubt');
  const who = { agency: agency.agency, person: agency.coordinator.id };
  expect(await undoImport(app.deps, who, signOffImport, id)).toEqual({ ok: true, value: { revoked: 4 } });
  expect(await standing()).toEqual({ acknowledged: 0, of: 5 });
  const late = await app.post(path, { 'who-3': 'nobody' }, cookie);
  expect(late.headers.get('location')).not.toContain('done=recorded');
});

it('nobody is recorded later for a person who is not on the roster, or whose number nobody has', async () => {
  const path = `${base}/import/${id}/who`;
  const shown = await page(path);
  const answers = {
    [fieldOf(shown, 'Brambelworth, M')]: 'nobody',
    [fieldOf(shown, 'Twin, Alex')]: '',
  };
  const number = fieldOf(shown, 'Twin, Alex').replace('who', 'number');
  expect((await app.post(path, { [number]: '9999' }, cookie)).status).toBe(422);
  await app.post(path, answers, cookie);
  expect(await standing()).toEqual({ acknowledged: 1, of: 5 });
  expect(await page(`${base}/import/${id}?show=refused`)).toContain(
    'Somebody of your agency said that this person is not on your roster',
  );
  expect(await page(base)).toMatch(/2 lines of [^ ]+ are in doubt/);
});
