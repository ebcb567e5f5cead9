import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { aName } from '../testing/roster-rows.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { addStaffMember } from './roster-actions.ts';
import { listStaffAfter } from './roster-export-actions.ts';
import { listStaff, staffInOrder } from './roster-store.ts';
import type { StaffMember } from './staff-member.ts';

let app: TestApp;
let agency: AgencyForTests;
const everybody = {
  search: '',
  kind: undefined,
  standing: 'all',
  today: '2026-03-05' as CalendarDate,
  sort: 'name',
  descending: false,
} as const;
const expected = ['Árbol', 'DE LA CRUZ', 'de la Cruz', 'Dean', 'McAllister', 'MUÑOZ', 'Muñoz-Peña', 'Zamora'];

beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases);
  for (const family of expected.toReversed()) {
    const facts = { employeeNumber: '', badge: '', rank: 'Officer', unit: '', shift: '', email: '' };
    const name = { ...aName('Example, Alex'), family };
    await agency.as((tx) => addStaffMember(tx, agency.agency.id, { ...facts, kind: 'sworn', name }));
  }
});
afterAll(() => app.close());

const families = (members: readonly StaffMember[]) => members.map(({ name }) => name.family);
const sameUpToCase = (names: readonly string[]) => names.map((name) => name.toLowerCase());

it('the roster stands as people look names up, whatever the case and accents', async () => {
  const { members } = await agency.as((tx) =>
    listStaff(tx, agency.agency.id, { ...everybody, limit: 50, offset: 0 }),
  );
  expect(sameUpToCase(families(members))).toEqual(sameUpToCase(expected));
});

it('the export goes on where it stopped in the same order', async () => {
  const found: StaffMember[] = [];
  for (;;) {
    const next = await agency.as((tx) => listStaffAfter(tx, agency.agency.id, everybody, found.at(-1), 3));
    if (next.length === 0) break;
    found.push(...next);
  }
  expect(sameUpToCase(families(found))).toEqual(sameUpToCase(expected));
});

it('names are read in order from the index', async () => {
  const plan = await agency.as(async (tx) => {
    await sql`set local enable_seqscan = off`.execute(tx);
    await sql`set local enable_bitmapscan = off`.execute(tx);
    return staffInOrder(tx, agency.agency.id, everybody).limit(50).explain('json');
  });
  expect(JSON.stringify(plan)).toContain('staff_member_by_name');
  expect(JSON.stringify(plan)).not.toContain('"Sort');
});
