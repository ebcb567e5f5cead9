import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificateNumber } from '../certification/certificate.ts';
import { findCertificate } from '../certification/certification-actions.ts';
import { giveCheckIn } from '../certification/check-in-actions.ts';
import {
  announceMeasure,
  answerAnnouncement,
  carryOutMeasure,
  giveBackCertificate,
} from '../certification/standing-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aSampledSubmission } from '../testing/a-sampled-submission.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let first: KnownPerson;
let second: KnownPerson;
let now = new Date();
beforeAll(async () => {
  app = await createTestApp({
    now: () => now,
    environment: { YEARLY_CHECK_IN: 'yes' },
  });
  first = await aCampaignMember(app.databases, 'reviewer');
  second = await aCampaignMember(app.databases, 'administrator');
});
afterAll(() => app.close());

/** Certified at the end of a review, as the program does it. */
async function certified(agency: AgencyForTests): Promise<CertificateNumber> {
  const number = await aCertificate(app.databases, agency, first);
  await asOwner(app.ownerUrl, 'alter table submission disable trigger user');
  await asOwner(
    app.ownerUrl,
    "update submission set state = 'approved', reviewer = $2, approver = $3, approved_at = now() where agency_id = $1",
    [agency.agency.id, first.id, second.id],
  );
  await asOwner(app.ownerUrl, 'alter table submission enable trigger user');
  return number;
}

async function overview(agency: AgencyForTests, email = agency.coordinator.email): Promise<string> {
  const answer = await app.get(`/workspace/${agency.agency.slug}`, await app.signIn(email));
  return (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

function asCampaign<Result>(
  person: KnownPerson,
  work: (
    tx: Parameters<typeof announceMeasure>[0],
    act: Parameters<typeof announceMeasure>[1],
  ) => Promise<Result>,
): Promise<Result> {
  const act = { person: person.id, now, siteUrl: 'http://localhost:3000', campaign: 'The campaign' };
  return actingAs(app.databases.app, { as: 'campaign', person: person.id }, (tx) => work(tx, act));
}

const announce = (number: CertificateNumber, measure: 'suspend' | 'revoke') =>
  asCampaign(first, (tx, act) =>
    announceMeasure(tx, act, number, { measure, grounds: 'No policy.', daysToAnswer: 30 }),
  );
const carryOut = (number: CertificateNumber) =>
  asCampaign(second, (tx, act) => carryOutMeasure(tx, act, number, 'There is none.'));

describe('the home of a certified agency', () => {
  it('asks to answer what the campaign announced, until it is answered, and then says what became of it', async () => {
    const agency = await anAgency(app.databases);
    const number = await certified(agency);
    expect(await overview(agency)).toContain('Your agency is certified. Keep it so');
    await announce(number, 'suspend');
    expect(await overview(agency)).toContain('Answer the campaign: it means to suspend your certificate.');
    await agency.as((tx) => answerAnnouncement(tx, agency.act(), number, 'We have one.'));
    expect(await overview(agency)).not.toContain('Answer the campaign');
    expect((await carryOut(number)).ok).toBe(true);
    const suspended = await overview(agency);
    expect(suspended).toContain('Your certificate is suspended: it does not count');
    expect(suspended).toContain('This certificate has been suspended since');
    expect(suspended).not.toContain('Keep it so');
    expect(suspended).not.toContain('One Mind Certified since');
  });

  it('no longer calls an agency certified that gave its certificate back', async () => {
    const agency = await anAgency(app.databases);
    const number = await certified(agency);
    await agency.as((tx) => giveBackCertificate(tx, agency.act(), number, 'We merge.'));
    const home = await overview(agency);
    expect(home).toContain('You have given your certificate back.');
    expect(home).not.toContain('Keep it so');
    const pledge = await app.get(
      `/workspace/${agency.agency.slug}/pledge`,
      await app.signIn(agency.coordinator.email),
    );
    expect(await pledge.text()).not.toContain('is certified.');
  });

  it('asks for the yearly check-in until it is given, and says when it is late', async () => {
    const agency = await anAgency(app.databases);
    const number = await certified(agency);
    const certificate = await agency.as((tx) => findCertificate(tx, number));
    if (!certificate) throw new Error('There is no certificate.');
    const before = now;
    now = new Date(before.getTime() + 367 * 86_400_000);
    expect(await overview(agency)).toContain('Give the yearly check-in of your certificate. It was due on');
    const today = now.toISOString().slice(0, 10) as typeof certificate.certifiedOn;
    await agency.as((tx) => giveCheckIn(tx, agency.act(), { certificate, today, note: '' }));
    expect(await overview(agency)).not.toContain('Give the yearly check-in');
    now = before;
  });
});

describe('the home of an agency under review', () => {
  it('asks for the proofs that the reviewers wait for, and counts them down', async () => {
    const { made, show } = await aSampledSubmission(app);
    const home = await overview(made);
    expect(home).toMatch(/Show proof for \d+ training records that the reviewers picked/);
    expect(home).not.toContain('You get an email as soon as there is a decision');
    const count = Number(/Show proof for (\d+)/.exec(home)?.[1]);
    expect((await show(1)).ok).toBe(true);
    expect(await overview(made)).toContain(
      count === 2 ? 'Show proof for a training record' : `Show proof for ${count - 1} training records`,
    );
    for (let place = 2; place <= count; place++) expect((await show(place)).ok).toBe(true);
    expect(await overview(made)).toContain('You get an email as soon as there is a decision');
  });

  it('tells staff that the leaders do what is open', async () => {
    const { agency } = await anAgency(app.databases);
    const staff = await aMember(app.databases, agency.id, 'staff');
    const answer = await app.get(`/workspace/${agency.slug}`, await app.signIn(staff.email));
    expect(await answer.text()).toContain('Your coordinator and your executive do this.');
  });
});
