import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { commitImport, undoImport } from '../file-import/commit-actions.ts';
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
import type { SignOffKind } from './sign-off-import.ts';
import { listStagedSignOffs, signOffImport } from './sign-off-import-actions.ts';

const today = '2026-06-10' as CalendarDate;
let app: TestApp;
let agency: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date(`${today}T17:00:00Z`) });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  await aPolicy(agency);
  await someStaff(agency, 'Birch', { given: 'Dana', employeeNumber: '0412' });
  await someStaff(agency, 'Solano', { given: 'Harriet', employeeNumber: '0500' });
  await someStaff(agency, 'Twin', { given: 'Alex', employeeNumber: '0601' });
  await someStaff(agency, 'Twin', { given: 'Alex', employeeNumber: '0602' });
  await someStaff(agency, 'Gone', { given: 'Pat', separatedOn: '2026-06-01' as CalendarDate });
});

const who = () => ({ agency: agency.agency, person: agency.coordinator.id });
const standing = () => agency.as((tx) => acknowledgmentStanding(tx, agency.agency.id, today));

const list = [
  'Employee ID,Name,Policy Number,Date Signed',
  '0412,"Birch, Dana",GO 41.2,6/3/2026',
  '412,Dana Birch,GO 41.2,6/4/2026',
  '0500,"Quillfeather, Marguerite",GO 41.2,6/3/2026',
  ',"Twin, Alex",GO 41.2,6/3/2026',
  ',"Gone, Pat",GO 41.2,6/3/2026',
  ',"Solano, Harriet",GO 41.2,',
  ',"Nobody, Known",GO 41.2,6/3/2026',
  ',"Solano, Harriet",Use of Force,6/3/2026',
].join('\n');

async function plan(content = list) {
  const understood = await withReceivedFile(content, (file) =>
    understandFile(app.deps, who(), signOffImport, file),
  );
  if (!understood.ok) throw new Error(understood.refusal.code);
  const { id } = understood.value;
  const found = await agency.as((tx) => findImport(tx, agency.agency.id, signOffImport, id));
  if (!found) throw new Error('The import is not there.');
  const said = { mapping: found.columns.mapping, facts: {} };
  const planned = await planImport(app.deps, who(), signOffImport, id, said);
  if (!planned.ok) throw new Error(planned.refusal.code);
  return { id, counts: planned.value.counts };
}

async function lines(id: string, kind: SignOffKind) {
  const shown = { kind, search: '', limit: 50, offset: 0 };
  const staged = await agency.as((tx) => listStagedSignOffs(tx, agency.agency.id, id as ImportId, shown));
  return staged.lines;
}

describe('a sign-off list', () => {
  it('is read by the import every file takes: who is sure is recorded, and nobody else', async () => {
    const { id, counts } = await plan();
    expect(counts).toEqual({ new: 1, review: 3, refused: 3, here: 1 });
    expect(
      (await lines(id, 'review')).map(({ row, reason, candidates }) => [row, reason, candidates.toSorted()]),
    ).toEqual([
      [4, 'number-of-someone-else', ['Solano, Harriet 0500']],
      [5, 'several-with-name', ['Twin, Alex 0601', 'Twin, Alex 0602']],
      [8, 'nobody-alike', []],
    ]);
    expect((await lines(id, 'refused')).map(({ row, remark }) => [row, remark])).toEqual([
      [6, 'not-asked'],
      [7, 'not-signed'],
      [9, 'other-version'],
    ]);
    expect((await lines(id, 'here')).map(({ remark }) => remark)).toEqual(['same-as-row 2']);
    const committed = await commitImport(app.deps, who(), signOffImport, id, {});
    expect(committed).toEqual({ ok: true, value: { added: 1 } });
    expect(await standing()).toEqual({ acknowledged: 1, of: 4 });
  });

  it('of days before the version existed, or to come, waits until somebody says which day is meant', async () => {
    const { id, counts } = await plan(
      [
        'Employee ID,Name,Date Signed',
        '0412,"Birch, Dana",1/14/2024',
        '0500,"Solano, Harriet",6/11/2026',
        '0601,"Twin, Alex",1/15/2024',
        ',"Gone, Pat",1/1/2020',
      ].join('\n'),
    );
    expect(counts).toEqual({ new: 1, review: 2, refused: 1, here: 0 });
    expect((await lines(id, 'review')).map(({ row, remark, signedOn }) => [row, remark, signedOn])).toEqual([
      [2, 'signed-before-version 2024-01-15', '2024-01-14'],
      [3, 'signed-in-future', '2026-06-11'],
    ]);
    const cookie = await app.signIn(agency.coordinator.email);
    const path = `/workspace/${agency.agency.slug}/policy/acknowledgments/import/${id}`;
    const shown = await (await app.get(`${path}?show=review`, cookie)).text();
    expect(shown).toContain('In doubt: signed before this version existed, which is from January 15, 2024');
    expect(shown).toContain('January 14, 2024');
    expect(shown).toContain('In doubt: signed on a day that has not come yet');
    const day = { rows: '2', field: 'signedOn', 'day-2-signedOn': '6/9/2026' };
    await app.post(`${path}/dates`, day, cookie);
    expect((await lines(id, 'new')).map(({ row, signedOn }) => [row, signedOn])).toEqual([
      [2, '2026-06-09'],
      [4, '2024-01-15'],
    ]);
    await commitImport(app.deps, who(), signOffImport, id, {});
    expect(await standing()).toEqual({ acknowledged: 2, of: 4 });
  });

  it('that comes again adds nobody, and is undone as a whole', async () => {
    const { id } = await plan();
    await commitImport(app.deps, who(), signOffImport, id, {});
    expect((await plan()).counts).toEqual({ new: 0, review: 3, refused: 3, here: 2 });
    const undone = await undoImport(app.deps, who(), signOffImport, id);
    expect(undone).toEqual({ ok: true, value: { revoked: 1 } });
    expect(await standing()).toEqual({ acknowledged: 0, of: 4 });
  });

  it('is planned again once another version was adopted', async () => {
    const { id } = await plan();
    await aPolicy(agency, { details: { effectiveOn: '2026-06-05' as CalendarDate } });
    expect(await commitImport(app.deps, who(), signOffImport, id, {})).toEqual({
      ok: false,
      refusal: { code: 'plan-outdated' },
    });
  });

  it('goes from upload to what it adds in the browser, at its own address', async () => {
    const cookie = await app.signIn(agency.coordinator.email);
    const base = `/workspace/${agency.agency.slug}/policy/acknowledgments/import`;
    expect(await (await app.get(base, cookie)).text()).toContain('Import a sign-off list');
    const form = new FormData();
    form.append('file', new Blob([list]), 'signed.csv');
    const uploaded = await app.post(base, form, cookie);
    const columns = uploaded.headers.get('location') ?? '';
    expect(columns).toMatch(/policy\/acknowledgments\/import\/[\w-]+\/columns$/);
    const page = await (await app.get(columns, cookie)).text();
    expect(page).toContain('Policy or its number');
    const { id } = await plan();
    const planned = await (await app.get(`${base}/${id}?show=review`, cookie)).text();
    expect(planned).toContain('Several people have this name. Choose one.');
    const csv = await (await app.get(`${base}/${id}/rows.csv?show=review`, cookie)).text();
    expect(csv).toMatch(/Twin, Alex 060[12]; Twin, Alex 060[12]/);
    const done = await app.post(`${base}/${id}/commit`, shownPlan(planned), cookie);
    expect(done.headers.get('location')).toContain('/policy/acknowledgments?done=imported');
  });
});

describe('a person of a list whom nobody could place', () => {
  const field = (page: string, name: string, kind: 'who' | 'number') => {
    const section = page.slice(page.indexOf(`>${name}`));
    return new RegExp(`name="(${kind}-\\d+)"`).exec(section)?.[1] ?? '';
  };
  const optionOf = (page: string, label: string) =>
    new RegExp(`<option value="([^"]+)">${label}`).exec(page)?.[1] ?? '';

  async function who() {
    const cookie = await app.signIn(agency.coordinator.email);
    const { id } = await plan();
    const path = `/workspace/${agency.agency.slug}/policy/acknowledgments/import/${id}/who`;
    return { cookie, id, path, page: await (await app.get(path, cookie)).text() };
  }

  it('is settled in place: chosen, typed by number, or not on the roster; and the next list knows', async () => {
    const { cookie, id, path, page } = await who();
    const saved = await app.post(
      path,
      {
        [field(page, 'Quillfeather, Marguerite', 'number')]: '412',
        [field(page, 'Twin, Alex', 'who')]: optionOf(page, 'Twin, Alex 0602'),
        [field(page, 'Nobody, Known', 'who')]: 'nobody',
      },
      cookie,
    );
    expect(saved.headers.get('location')).toContain('/who?done=settled');
    expect((await lines(id, 'review')).length).toBe(0);
    expect((await lines(id, 'new')).map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'number-and-name'],
      [5, 'remembered'],
    ]);
    expect((await lines(id, 'here')).map(({ row }) => row)).toEqual([3, 4]);
    expect((await lines(id, 'refused')).at(-2)).toMatchObject({ row: 8, remark: 'not-on-roster' });
    await commitImport(
      app.deps,
      { agency: agency.agency, person: agency.coordinator.id },
      signOffImport,
      id,
      {},
    );
    expect(await standing()).toEqual({ acknowledged: 2, of: 4 });
    // Several people are called Alex Twin: what was said of one line says nothing of the next list's.
    expect((await plan()).counts).toMatchObject({ new: 0, review: 1 });
  });

  it('keeps what was typed when a number is nobody’s, and is in doubt again when the answer is taken back', async () => {
    const { cookie, id, path, page } = await who();
    const number = field(page, 'Nobody, Known', 'number');
    const wrong = await app.post(path, { [number]: '9876' }, cookie);
    expect(wrong.status).toBe(422);
    const again = await wrong.text();
    expect(again).toContain('value="9876"');
    expect(again).toContain('Enter an employee number or badge that one person on your roster has');
    expect((await app.post(path, {}, cookie)).status).toBe(422);
    await app.post(path, { [field(page, 'Nobody, Known', 'who')]: 'nobody' }, cookie);
    expect((await lines(id, 'review')).length).toBe(2);
    const settled = await (await app.get(path, cookie)).text();
    const reopen = /name="reopen" value="([^"]+)"/.exec(settled)?.[1] ?? '';
    await app.post(path, { reopen }, cookie);
    expect((await lines(id, 'review')).length).toBe(3);
  });

  it('can’t be settled by another agency', async () => {
    const { path } = await who();
    const other = await anAgency(app.databases);
    const foreign = await app.signIn(other.coordinator.email);
    expect((await app.get(path, foreign)).status).toBe(404);
  });
});
