import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarDate } from '../calendar/calendar-date.ts';
import type { PersonName } from '../person-name/person-name.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { importRosterFile } from '../testing/roster-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { importTrainingFile } from '../testing/training-file.ts';
import { addStaffMember } from './roster-actions.ts';
import { listAllStaff } from './roster-store.ts';
import type { StaffFactSheet, StaffId } from './staff-member.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let people: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-06-15T17:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  people = `/workspace/${agency.agency.slug}/roster/people`;
});

const name = (family: string, given: string): PersonName => ({ family, given, middle: '', suffix: '' });
const facts = {
  employeeNumber: '',
  badge: '',
  kind: 'sworn',
  rank: 'Officer',
  unit: 'Patrol',
  shift: '',
  email: '',
} as const;

const add = (of: AgencyForTests, more: Pick<StaffFactSheet, 'name'> & Partial<StaffFactSheet>) =>
  of.as((tx) => addStaffMember(tx, of.agency.id, { ...facts, ...more }));

async function twoEntries(): Promise<readonly [StaffId, StaffId]> {
  const hiredOn = calendarDate(2015, 3, 4);
  return [
    await add(agency, { name: name('Marsh', 'Robin'), employeeNumber: '412', rank: 'Sergeant', hiredOn }),
    await add(agency, { name: name('Marsh', 'Robyn'), employeeNumber: '777', unit: 'Traffic', hiredOn }),
  ];
}

const textOf = async (answer: Response | Promise<Response>) => {
  const response = await answer;
  expect(response.status).toBeLessThan(500);
  return (await response.text()).replace(/&#39;/g, '’');
};
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';

const csv = `Employee ID,Name,Course,Hours,Completed,Status
412,"Marsh, Robin",Crisis Intervention Team (CIT),40,3/5/2024,Passed
777,"Marsh, Robyn",Mental Health First Aid,8,8/1/2024,Passed
`;

const who = () => ({ agency: agency.agency, person: agency.coordinator.id });

describe('the page of a person', () => {
  it('shows every training record with what it counts as, its file and its row', async () => {
    const [kept] = await twoEntries();
    await importTrainingFile(app.deps, who(), csv);
    const page = await textOf(app.get(`${people}/${kept}`, cookie));
    expect(page).toContain('Counts as advanced: the title names Crisis Intervention');
    expect(page).toContain('training.csv, row 2');
    expect(page).toContain('Entered by hand on');
  });

  it('an unknown person and one of another agency are not found, whatever the form says', async () => {
    const foreign = await add(await anAgency(app.databases), { name: name('Elsewhere', 'Kim') });
    for (const id of [foreign, '0b6bb0ad-0000-4000-8000-000000000000', 'nobody']) {
      expect((await app.get(`${people}/${id}`, cookie)).status).toBe(404);
      for (const act of ['change', 'separate', 'rehire', `merge/${foreign}`, `merges/${foreign}/undo`])
        expect((await app.post(`${people}/${id}/${act}`, {}, cookie)).status).toBe(404);
    }
  });

  it('shows the rank with how the file writes it, and the row of that file', async () => {
    const imported = await importRosterFile(
      app.deps,
      who(),
      'Emp #,Name,Rank\n412,"Marsh, Robin",Sgt.\n413,"Birch, Kim",OFFICER\n',
    );
    expect(imported).toMatchObject({ added: 2 });
    const pageOf = async (family: string) => {
      const staff = await agency.as((tx) => listAllStaff(tx, agency.agency.id));
      const found = staff.find((member) => member.name.family === family);
      return textOf(app.get(`${people}/${found?.id}`, cookie));
    };
    const sergeant = await pageOf('Marsh');
    expect(sergeant).toContain('Sergeant, written “Sgt.”');
    expect(sergeant).toContain('From roster.csv, row 2, imported on');
    expect(await pageOf('Birch')).not.toContain('written “');
  });

  it('says how many records that waited found the person who was added', async () => {
    await importTrainingFile(app.deps, who(), csv);
    const form = { familyName: 'Marsh', givenName: 'Robin', kind: 'sworn', employeeNumber: '412' };
    const added = locationOf(await app.post(`${people}/new`, form, cookie));
    expect(added).toContain('done=added&matched=1');
    expect(await textOf(app.get(added, cookie))).toContain(
      'The person was added. 1 training record that waited was matched.',
    );
  });
});

async function seenBy(kept: StaffId, other: StaffId): Promise<string> {
  const compare = await textOf(app.get(`${people}/${kept}/merge/${other}`, cookie));
  return /name="seen" value="([^"]+)"/.exec(compare)?.[1] ?? '';
}

describe('merging two entries in a browser', () => {
  it('goes from a proposal with its reasons over both side by side to one person, and back', async () => {
    const [kept, other] = await twoEntries();
    await importTrainingFile(app.deps, who(), csv);
    const choose = await textOf(app.get(`${people}/${kept}/merge`, cookie));
    expect(choose).toContain('hired on the same day; one letter differs or two are swapped');
    expect(choose).toContain(`${people}/${kept}/merge/${other}`);
    const compare = await textOf(app.get(`${people}/${kept}/merge/${other}`, cookie));
    expect(compare).toContain('Are these one person?');
    expect(compare).toContain('Traffic');
    const form = { seen: await seenBy(kept, other), unit: 'other', reason: 'Listed twice' };
    const merged = locationOf(await app.post(`${people}/${kept}/merge/${other}`, form, cookie));
    expect(merged).toBe(`${people}/${kept}?done=merged`);
    const page = await textOf(app.get(merged, cookie));
    for (const shown of [
      'Other numbers',
      '777',
      'Listed twice',
      'Unit: Patrol → Traffic',
      'training.csv, row 3',
    ])
      expect(page).toContain(shown);
    expect(locationOf(await app.get(`${people}/${other}`, cookie))).toBe(`${people}/${kept}?done=was-merged`);
    for (const search of ['777', 'Robyn'])
      expect(await textOf(app.get(`${people.replace(/.people$/, '')}?search=${search}`, cookie))).toContain(
        'Marsh, Robin',
      );
    const again = await app.post(`${people}/${kept}/merge/${other}`, form, cookie);
    expect(locationOf(again)).toBe(`${people}/${kept}?done=merged`);
    const undo = /action="([^"]+\/undo)"/.exec(page)?.[1] ?? '';
    expect(locationOf(await app.post(undo, {}, cookie))).toBe(`${people}/${kept}?done=merge-undone`);
    expect(await textOf(app.get(`${people}/${other}`, cookie))).toContain('training.csv, row 3');
  });

  it('shows both again when one was changed meanwhile, with the choices kept', async () => {
    const [kept, other] = await twoEntries();
    const form = { seen: 'long ago', unit: 'other', reason: 'Twice' };
    const answer = await app.post(`${people}/${kept}/merge/${other}`, form, cookie);
    expect(answer.status).toBe(422);
    const page = await textOf(answer);
    expect(page).toContain('One of the two was changed meanwhile.');
    expect(page).toMatch(/name="unit" value="other" checked/);
  });

  it('says what keeps a merge from being undone', async () => {
    const [kept, other] = await twoEntries();
    await app.post(`${people}/${kept}/merge/${other}`, { seen: await seenBy(kept, other) }, cookie);
    const page = await textOf(app.get(`${people}/${kept}`, cookie));
    await app.post(`${people}/${kept}/separate`, { on: '6/1/2026' }, cookie);
    const undo = await app.post(/action="([^"]+\/undo)"/.exec(page)?.[1] ?? '', {}, cookie);
    expect(undo.status).toBe(422);
    expect(await textOf(undo)).toContain('The facts of Robin Marsh were changed after');
  });
});
