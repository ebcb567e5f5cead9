import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Month } from './month.ts';
import type { MonthEntry } from './month-entry.ts';
import { decideSetting, enterMonth, findSetting, listChanges, monthToEnter } from './outcome-actions.ts';
import type { MonthCounts } from './outcome-counts.ts';

let database: TestDatabase;
let agency: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeAll(async () => {
  agency = await anAgency(database.databases);
});
afterAll(() => database.drop());

const today = '2026-03-05' as CalendarDate;
const march = '2025-03' as Month;

const shown = (month: Month = march) => agency.as((tx) => monthToEnter(tx, agency.agency.id, month));

async function enter(
  counts: MonthCounts,
  more: Partial<MonthEntry> & { revision?: number; month?: Month } = {},
) {
  const { revision, month = march, notCounted = [] } = more;
  const known = revision ?? (await shown(month)).revision;
  const entered = { month, revision: known, entry: { counts, notCounted } };
  return agency.as((tx) => enterMonth(tx, agency.agency.id, entered, today));
}

describe('a month that is entered', () => {
  it('keeps zero apart from what was not counted, and what is left blank as it was', async () => {
    await enter({ 'mental-health-calls': 40, arrests: 0 });
    await enter({ transports: 12 });
    expect((await shown()).counts).toEqual({ 'mental-health-calls': 40, arrests: 0, transports: 12 });
  });

  it('can be corrected, and a count can be taken out', async () => {
    const month = '2025-04' as Month;
    await enter({ arrests: 3, transports: 5 }, { month });
    await enter({ arrests: 4 }, { month, notCounted: ['transports'] });
    expect((await shown(month)).counts).toEqual({ arrests: 4 });
  });

  it('is not overwritten by somebody who has not seen the last change', async () => {
    const month = '2025-05' as Month;
    const { revision } = await shown(month);
    await enter({ arrests: 3 }, { month, revision });
    const second = await enter({ arrests: 7 }, { month, revision });
    expect(second).toMatchObject({ ok: false, refusal: { code: 'month-changed', now: { arrests: 3 } } });
    expect((await shown(month)).counts).toEqual({ arrests: 3 });
  });

  it('is entered by one of two people who save at the same moment, and the other is told', async () => {
    const month = '2025-06' as Month;
    const both = await Promise.all([
      enter({ arrests: 1 }, { month, revision: 0 }),
      enter({ arrests: 2 }, { month, revision: 0 }),
    ]);
    expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });

  it('has no more calls answered by a trained officer than calls, also beside what stands already', async () => {
    const month = '2025-07' as Month;
    await enter({ 'mental-health-calls': 10 }, { month });
    expect(await enter({ 'trained-officer': 11 }, { month })).toMatchObject({
      refusal: { code: 'counts-impossible', crossed: [{ measure: 'trained-officer', limit: 10 }] },
    });
    expect(
      await enter({ 'trained-officer': 11 }, { month, notCounted: ['mental-health-calls'] }),
    ).toMatchObject({ ok: true });
  });

  it('may be the month under way, and none that lies ahead', async () => {
    expect(await enter({ arrests: 1 }, { month: '2026-03' as Month })).toMatchObject({ ok: true });
    expect(await enter({ arrests: 1 }, { month: '2026-04' as Month })).toMatchObject({
      refusal: { code: 'month-not-over' },
    });
  });

  it('leaves who changed what, and in the audit trail who changed which month without a count', async () => {
    const month = '2025-08' as Month;
    await enter({ arrests: 3 }, { month });
    await enter({ arrests: 4 }, { month });
    await enter({}, { month, notCounted: ['arrests'] });
    const { changes, total } = await agency.as((tx) =>
      listChanges(tx, agency.agency.id, { month, limit: 2, offset: 0 }),
    );
    expect(total).toBe(3);
    expect(changes).toMatchObject([
      { measure: 'arrests', was: 4, became: undefined, personName: 'Casey Coordinator' },
      { was: 3, became: 4 },
    ]);
    const events = await asOwner<{ details: object }>(
      database.ownerUrl,
      "select details from audit_event where action = 'outcomes-entered' and subject_id = '2025-08'",
    );
    expect(events.map(({ details }) => details)).toEqual(Array(3).fill({ month, changed: 1 }));
  });
});

describe('what an agency decides', () => {
  it('is nothing shared until it says so, and each change is audited once', async () => {
    const { id } = agency.agency;
    expect(await agency.as((tx) => findSetting(tx, id))).toMatchObject({ sharesWithCampaign: false });
    const shares = { sharesWithCampaign: true, baseline: undefined, revision: 0 };
    expect(await agency.as((tx) => decideSetting(tx, id, shares))).toMatchObject({ ok: true });
    expect(await agency.as((tx) => decideSetting(tx, id, shares))).toMatchObject({
      refusal: { code: 'setting-changed' },
    });
    const baseline = { first: '2024-01' as Month, last: '2024-12' as Month };
    await agency.as((tx) => decideSetting(tx, id, { sharesWithCampaign: true, baseline, revision: 1 }));
    expect(await agency.as((tx) => findSetting(tx, id))).toEqual({
      sharesWithCampaign: true,
      baseline,
      revision: 2,
    });
    const events = await asOwner<{ action: string }>(
      database.ownerUrl,
      "select action from audit_event where subject_kind = 'outcome-setting' order by seq",
    );
    expect(events.map(({ action }) => action)).toEqual(['outcomes-shared', 'outcome-baseline-chosen']);
  });
});

it.each([
  ["month, measure, count) values (:agency, '2025-03-02', 'arrests', 1)", /month_check/],
  ["month, measure, count) values (:agency, '2025-03-01', 'moods', 1)", /measure_check/],
  ["month, measure, count) values (:agency, '2025-01-01', 'arrests', -1)", /count_check/],
])('the database takes only counts of months and known measures', async (values, message) => {
  const statement = `insert into monthly_outcome (agency_id, ${values.replace(':agency', `'${agency.agency.id}'`)}`;
  await expect(agency.as((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(message);
});
