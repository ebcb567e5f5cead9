import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recentAgencyEvents } from '../audit/audit.ts';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { giveAgreementNotices } from './agreement-notice-actions.ts';

let app: TestApp;
let agency: AgencyForTests;
const start = new Date('2026-03-05T18:00:00Z');
let now = start;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
  agency = await anAgency(app.databases, { pledge: 'none' });
});
afterAll(() => app.close());

const inDays = (days: number): CalendarDate => addDays(dayIn('UTC', start), days);
const onDay = (days: number) => {
  now = new Date(start.getTime() + days * 86_400_000);
};
const kindsTo = async (email: string) =>
  (await app.outbox())
    .filter(({ recipient, kind }) => recipient === email && /^agreement-(review|term|due|lapsed)/.test(kind))
    .map(({ kind }) => kind)
    .reverse();

describe('what a day brings', () => {
  it('is told to both sides once, and a change of standing is audited', async () => {
    const made = await aPartnership(app.databases, agency, {
      arrangement: { termStartsOn: inDays(-100), termEndsOn: inDays(90), reviewOn: inDays(50) },
    });
    const steps = [0, 0, 25, 44, 49, 50, 51, 70, 91, 92];
    for (const day of steps) {
      onDay(day);
      await giveAgreementNotices(app.deps);
    }
    const told = [
      'agreement-review-60',
      'agreement-review-30',
      'agreement-review-7',
      'agreement-term-60',
      'agreement-due-for-review',
      'agreement-term-30',
      'agreement-lapsed',
    ];
    const toPartner = await kindsTo(made.representative.email);
    expect(toPartner.toSorted()).toEqual(told.toSorted());
    expect((await kindsTo(agency.coordinator.email)).toSorted()).toEqual(told.toSorted());
    const lapsed = (await app.outbox()).find(({ kind }) => kind === 'agreement-lapsed');
    expect(lapsed?.text).toContain('Nothing renews by itself.');
    expect(lapsed?.text).toContain('/agreement/versions');
    const events = await agency.as((tx) => recentAgencyEvents(tx, agency.agency.id, 50));
    expect(
      events
        .filter(({ subject, action }) => subject.id === made.id && action.startsWith('agreement-'))
        .map(({ action }) => action),
    ).toEqual(['agreement-lapsed', 'agreement-due-for-review']);
    expect(await giveAgreementNotices(app.deps)).toBe(0);
  });

  it('is told once also when two processes look at the same moment', async () => {
    onDay(0);
    const made = await aPartnership(app.databases, agency, {
      arrangement: { termEndsOn: undefined, reviewOn: inDays(5) },
    });
    await Promise.all([giveAgreementNotices(app.deps), giveAgreementNotices(app.deps)]);
    expect(await kindsTo(made.representative.email)).toEqual(['agreement-review-7']);
  });
});
