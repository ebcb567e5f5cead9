import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import { anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { peopleStanding } from './coverage-actions.ts';
import { listCountedAfter } from './coverage-export-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const today = '2026-03-05' as CalendarDate;
const asRead = ['Árbol', 'de la Cruz', 'Example', 'MUÑOZ', 'Munoz-Sample', 'Østby', 'Zebra'];

it('people stand in the order a reader expects, on the page and in what is downloaded', async () => {
  const { agency, as } = await anAgency(database.databases);
  await asOwner(
    database.ownerUrl,
    `insert into staff_member (agency_id, family_name, given_name, kind)
     select $1, family, 'Pat', 'sworn' from unnest($2::text[]) as family`,
    [agency.id, asRead.toReversed()],
  );
  const shown = await as((tx) =>
    peopleStanding(tx, agency.id, currentRules, {
      day: today,
      today,
      standing: 'untrained',
      search: '',
      limit: 50,
      offset: 0,
    }),
  );
  expect(shown.people.map(({ name }) => name.family)).toEqual(asRead);
  const selection = { day: today, today, search: '', countsNonSworn: false };
  const downloaded: StaffMember[] = [];
  for (;;) {
    const next = await as((tx) => listCountedAfter(tx, agency.id, selection, downloaded.at(-1), 2));
    downloaded.push(...next);
    if (next.length === 0) break;
  }
  expect(downloaded.map(({ name }) => name.family)).toEqual(asRead);
});
