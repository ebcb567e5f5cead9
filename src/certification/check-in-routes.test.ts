import { afterAll, beforeAll, expect, it } from 'vitest';
import { addMonths, dayIn, longDate } from '../calendar/calendar-date.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import type { CertificateNumber } from './certificate.ts';
import { askForCertificateReminders } from './certificate-reminder-actions.ts';

let app: TestApp;
let made: AgencyForTests;
let number: CertificateNumber;
let reviewer: KnownPerson;
const certifiedAt = new Date(Date.now() - 370 * 86_400_000);
beforeAll(async () => {
  app = await createTestApp({ environment: { YEARLY_CHECK_IN: 'yes' } });
  reviewer = await aCampaignMember(app.databases, 'reviewer');
  made = await anAgency(app.databases, { now: new Date(Date.now() - 800 * 86_400_000) });
  number = await aCertificate(app.databases, made, reviewer, { now: certifiedAt });
});
afterAll(() => app.close());

const reminders = async () =>
  (await app.outbox()).filter(
    ({ kind, recipient }) => kind === 'certificate-reminder' && recipient === made.coordinator.email,
  );

it('reminds of the yearly check-in once a month, takes it once, and shows it to the campaign', async () => {
  expect(await askForCertificateReminders(app.deps)).toBe(1);
  expect(await askForCertificateReminders(app.deps)).toBe(0);
  app.deps.jobPosted();
  await expect.poll(async () => (await reminders()).length).toBe(1);
  const due = longDate(addMonths(dayIn(made.agency.timeZone, certifiedAt), 12));
  expect((await reminders())[0]?.text).toContain(due);

  const session = await app.signIn(made.coordinator.email);
  const page = `/workspace/${made.agency.slug}/certification`;
  expect(await (await app.get(page, session)).text()).toContain('Check-in after one year');
  const given = await app.post(`${page}/check-in`, { note: 'A second partner has joined us.' }, session);
  expect(given.headers.get('location')).toBe(`${page}?done=checked-in`);
  const again = await app.post(`${page}/check-in`, { note: 'Twice.' }, session);
  expect(again.status).toBe(422);
  expect(await (await app.get(page, session)).text()).not.toContain('Check-in after one year');

  const desk = await app.signIn(reviewer.email);
  const seen = await (await app.get(`/campaign/certificates/${number}`, desk)).text();
  expect(seen).toContain('A second partner has joined us.');
  expect(seen).not.toContain('Twice.');
});
