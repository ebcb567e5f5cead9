import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { CertificateNumber } from '../certification/certificate.ts';
import { findCertificate } from '../certification/certification-actions.ts';
import { giveCheckIn } from '../certification/check-in-actions.ts';
import {
  announceMeasure,
  answerAnnouncement,
  carryOutMeasure,
  dropAnnouncement,
  giveBackCertificate,
} from '../certification/standing-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { closeLateCases } from '../review/closing-actions.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { aReadyAgency } from '../testing/a-ready-agency.ts';
import { aReview } from '../testing/a-review.ts';
import { aSampledSubmission } from '../testing/a-sampled-submission.ts';
import { aSubmission } from '../testing/a-submission.ts';
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
async function certified(agency: AgencyForTests, years = 0): Promise<CertificateNumber> {
  const number = await aCertificate(app.databases, agency, first, { years });
  await approve(agency);
  return number;
}

async function approve({ agency }: AgencyForTests): Promise<void> {
  await asOwner(app.ownerUrl, 'alter table submission disable trigger user');
  await asOwner(
    app.ownerUrl,
    `update submission set state = 'approved', reviewer = $2, approver = $3, reviewed_at = now(), approved_at = now()
     where agency_id = $1`,
    [agency.id, first.id, second.id],
  );
  await asOwner(app.ownerUrl, 'alter table submission enable trigger user');
}

async function markup(agency: AgencyForTests, email = agency.coordinator.email): Promise<string> {
  const answer = await app.get(`/workspace/${agency.agency.slug}`, await app.signIn(email));
  return answer.text();
}

async function overview(agency: AgencyForTests, email?: string): Promise<string> {
  return (await markup(agency, email)).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

/** Today where these agencies are, in words. */
const today = () => longDate(dayIn('America/Chicago', now));

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
    const answered = await overview(agency);
    expect(answered).not.toContain('Answer the campaign');
    expect(answered).toContain(`The campaign means to suspend your certificate. You answered on ${today()}.`);
    expect(answered).toContain('Nobody has decided yet.');
    expect(answered).not.toContain('Keep it so');
    expect((await carryOut(number)).ok).toBe(true);
    const suspended = await overview(agency);
    expect(suspended).toContain('Your certificate is suspended: it does not count');
    expect(suspended).toContain('This certificate has been suspended since');
    expect(suspended).not.toContain('Keep it so');
    expect(suspended).not.toContain('One Mind Certified since');
  });

  it('says that a measure is pending until it is dropped, also after the time to answer', async () => {
    const agency = await anAgency(app.databases);
    const number = await certified(agency);
    await announce(number, 'revoke');
    const before = now;
    now = new Date(before.getTime() + 31 * 86_400_000);
    expect(await overview(agency)).toContain('a second person may decide at any time');
    const here = `/workspace/${agency.agency.slug}/certification`;
    const asked = await (await app.get(here, await app.signIn(agency.coordinator.email))).text();
    expect(asked).toContain('Your time to answer ended on');
    expect(asked).not.toContain('You can answer until');
    now = before;
    await agency.as((tx) => answerAnnouncement(tx, agency.act(), number, 'We have one.'));
    const pending = 'The campaign means to revoke your certificate';
    expect(await overview(agency)).toContain(pending);
    expect(await markup(agency)).toMatch(
      new RegExp(`/workspace/${agency.agency.slug}/certification">\\s*Read the grounds and your answer`),
    );
    await asCampaign(second, (tx, act) => dropAnnouncement(tx, act, number, 'It is there.'));
    expect(await overview(agency)).not.toContain(pending);
    expect(await overview(agency)).toContain('Keep it so');
  });

  it('says first that the certificate was revoked, though nothing is outstanding, and then how to get another', async () => {
    const agency = await aReadyAgency(app);
    const number = await certified(agency);
    await announce(number, 'revoke');
    await agency.as((tx) => answerAnnouncement(tx, agency.act(), number, 'We have one.'));
    expect((await carryOut(number)).ok).toBe(true);
    const home = await overview(agency);
    const told = home.indexOf(`Your certificate was revoked on ${today()}. It does not count any more.`);
    expect(told).toBeGreaterThan(-1);
    expect(told).toBeLessThan(home.indexOf('What to do next'));
    expect(home).toContain('To be certified again, send your work in for review.');
    expect(home).not.toContain('Nothing is outstanding. You can send your work in.');
    expect(await markup(agency)).toMatch(
      new RegExp(`/workspace/${agency.agency.slug}/certification">\\s*Read the grounds`),
    );
    const staff = await aMember(app.databases, agency.agency.id, 'staff');
    expect(await overview(agency, staff.email)).toContain('Your certificate was revoked on');
    expect(await markup(agency, staff.email)).not.toContain('/certification"');
  });

  it('says first that the certificate was given back, though nothing is outstanding', async () => {
    const agency = await aReadyAgency(app);
    const number = await certified(agency);
    await agency.as((tx) => giveBackCertificate(tx, agency.act(), number, 'We merge.'));
    const home = await overview(agency);
    expect(home).toContain(`Your agency gave its certificate back on ${today()}.`);
    expect(home).toContain('To be certified again, send your work in for review.');
  });

  it('says first that the certificate has lapsed, from the first day after its term', async () => {
    const agency = await aReadyAgency(app);
    await certified(agency, 1);
    const before = now;
    expect(await overview(agency)).not.toContain('has lapsed');
    now = new Date(before.getTime() + 366 * 86_400_000);
    const home = await overview(agency);
    now = before;
    expect(home).toContain('Your certificate has lapsed: its term is over. Since');
    expect(home).not.toContain('One Mind Certified since');
    expect(home).not.toContain('Keep it so');
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
    const givenOn = dayIn('America/Chicago', now);
    await agency.as((tx) => giveCheckIn(tx, agency.act(), { certificate, today: givenOn, note: '' }));
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

  it('says that the campaign wrote, until the agency answers, and of internal notes nothing', async () => {
    const made = await anAgency(app.databases);
    const submission = await aSubmission(made);
    const reviewer = await app.signIn(first.email);
    const later = () => {
      now = new Date(now.getTime() + 1000);
    };
    const say = (thread: 'shared' | 'internal') =>
      app.post(
        `/campaign/reviews/${submission}/messages`,
        { thread, [`text-${thread}`]: 'Page 4?' },
        reviewer,
      );
    const thread = `/workspace/${made.agency.slug}/review/cases/${submission}`;
    const words = `The campaign wrote to you about your case on ${today()}.`;
    expect((await say('internal')).status).toBe(303);
    expect(await overview(made)).not.toContain('The campaign wrote to you');
    expect((await say('shared')).status).toBe(303);
    expect(await overview(made)).toContain(words);
    expect(await markup(made)).toContain(`href="${thread}#messages"`);
    const coordinator = await app.signIn(made.coordinator.email);
    expect(await (await app.get(thread, coordinator)).text()).toContain('id="messages"');
    later();
    expect((await app.post(thread, { text: 'In the post.' }, coordinator)).status).toBe(303);
    expect(await overview(made)).not.toContain('The campaign wrote to you');
    later();
    await say('shared');
    expect(await overview(made)).toContain('The campaign wrote to you');
    await approve(made);
    expect(await overview(made)).not.toContain('The campaign wrote to you');
  });

  it('says of a closed review, though nothing is outstanding, to read what was asked for', async () => {
    const made = await aReadyAgency(app);
    expect(await overview(made)).toContain('Nothing is outstanding. You can send your work in.');
    await aReview(app, first, await aSubmission(made), ['policy']);
    const before = now;
    now = new Date(before.getTime() + 100 * 86_400_000);
    expect(await closeLateCases(app.deps)).toBeGreaterThan(0);
    const home = await overview(made);
    now = before;
    expect(home).toContain('Your review was closed. Read why, and what the reviewers asked for');
    expect(home).not.toContain('Nothing is outstanding. You can send your work in.');
  });

  it('tells staff that the leaders do what is open', async () => {
    const { agency } = await anAgency(app.databases);
    const staff = await aMember(app.databases, agency.id, 'staff');
    const answer = await app.get(`/workspace/${agency.slug}`, await app.signIn(staff.email));
    expect(await answer.text()).toContain('Your coordinator and your executive do this.');
  });
});
