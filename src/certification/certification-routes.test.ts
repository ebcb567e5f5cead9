import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn, longDate } from '../calendar/calendar-date.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aCertificate } from '../testing/a-certificate.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import type { CertificateNumber } from './certificate.ts';

let app: TestApp;
let made: AgencyForTests;
let number: CertificateNumber;
let first: KnownPerson;
let firstSession: string;
let secondSession: string;
let coordinator: string;
let executive: string;
beforeAll(async () => {
  app = await createTestApp();
  first = await aCampaignMember(app.databases, 'reviewer');
  const second = await aCampaignMember(app.databases, 'administrator');
  made = await anAgency(app.databases);
  number = await aCertificate(app.databases, made, first);
  firstSession = await app.signIn(first.email);
  secondSession = await app.signIn(second.email);
  coordinator = await app.signIn(made.coordinator.email);
  executive = await app.signIn(made.executive.email);
});
afterAll(() => app.close());

const get = async (path: string, cookie?: string) => {
  const answer = await app.get(path, cookie);
  return { status: answer.status, text: await answer.text() };
};
const post = async (path: string, cookie: string, fields: Record<string, string>) => {
  const answer = await app.post(path, fields, cookie);
  return { status: answer.status, text: await answer.text(), to: answer.headers.get('location') };
};
const campaignPage = () => `/campaign/certificates/${number}`;
const workspacePage = () => `/workspace/${made.agency.slug}/certification`;

describe('a certificate that is taken away', () => {
  it('goes from the grounds through the answer to the decision, and everybody sees it in that moment', async () => {
    const empty = await post(`${campaignPage()}/announce`, firstSession, { measure: 'revoke', grounds: '' });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Write the grounds');
    const told = { measure: 'revoke', grounds: 'The agreement was not signed.' };
    const announced = await post(`${campaignPage()}/announce`, firstSession, told);
    expect(announced.to).toBe(`${campaignPage()}?done=announced`);

    expect((await get(`/verify/${number}`)).text).toContain('This certificate is valid');
    expect((await get(`/verify/${number}`)).text).not.toContain('not signed');
    expect((await get(workspacePage(), coordinator)).text).toContain('The agreement was not signed.');

    const answerBy = longDate(addDays(dayIn(made.agency.timeZone, new Date()), 30));
    const asked = (await get(workspacePage(), coordinator)).text;
    expect(asked).toContain(`may decide as soon as you have answered, also before ${answerBy}.`);
    const mail = (await app.outbox()).filter(({ kind }) => kind === 'certificate-announced');
    expect(mail).toHaveLength(2);
    for (const { text } of mail) {
      expect(text).toContain('Send your answer when it is complete');
      expect(text).toContain('may decide as soon as you have answered');
    }

    const announcerSees = (await get(campaignPage(), firstSession)).text;
    expect(announcerSees).toContain('A second person decides');
    expect(announcerSees).not.toContain('value="carry-out"');
    const colleagueSees = (await get(campaignPage(), secondSession)).text;
    const from = longDate(addDays(dayIn(made.agency.timeZone, new Date()), 31));
    for (const seen of [announcerSees, colleagueSees])
      expect(seen).toContain(`from ${from} on, or as soon as the agency has answered`);
    expect(colleagueSees).not.toContain('value="carry-out"');
    expect(colleagueSees).not.toContain('A second person decides');
    expect(colleagueSees).toContain('Give up what was announced');

    const own = await post(`${campaignPage()}/decide`, firstSession, {
      decision: 'carry-out',
      grounds: 'So.',
    });
    expect(own.text).toContain('Somebody else must decide');
    const early = await post(`${campaignPage()}/decide`, secondSession, {
      decision: 'carry-out',
      grounds: 'So.',
    });
    expect(early.text).toContain('The agency may answer until');
    expect(early.text).toContain('So.');

    const unheard = await post(`${workspacePage()}/answer`, coordinator, { answer: '' });
    expect(unheard.text).toContain('Write your answer');
    await post(`${workspacePage()}/answer`, coordinator, { answer: 'It was, see the file.' });
    const answered = (await get(workspacePage(), coordinator)).text;
    expect(answered).toContain(
      'You have answered, so a second person of the campaign may decide at any time.',
    );
    expect(answered).not.toContain('You can answer until');
    const heard = (await get(campaignPage(), secondSession)).text;
    expect(heard).toContain('It was, see the file.');
    expect(heard).toContain('value="carry-out"');
    expect((await get(campaignPage(), firstSession)).text).toContain('the decision can be made now');
    const decided = await post(`${campaignPage()}/decide`, secondSession, {
      decision: 'carry-out',
      grounds: 'The file has no signature.',
    });
    expect(decided.to).toBe(`${campaignPage()}?done=revoked`);

    const checked = (await get(`/verify/${number}`)).text;
    expect(checked).toContain('This certificate was revoked');
    expect(checked).toContain('The file has no signature.');
    const listed = (await get(`/agencies/${made.agency.slug}`)).text;
    const top = listed.slice(listed.indexOf('<h1'), listed.indexOf('Type of agency'));
    expect(top).toContain('Certification revoked');
    expect(top).toContain('The certificate of this agency was revoked on');
    expect(listed).not.toContain('is working on it');
    expect((await get('/agencies')).text).toContain(made.agency.name);
    expect((await get('/agencies?status=certified')).text).not.toContain(made.agency.name);
    const ended = (await get(workspacePage(), coordinator)).text;
    expect(ended).not.toContain('Your answer');
    expect(ended).toContain('How to be certified again');
    expect(ended).toContain(`href="/workspace/${made.agency.slug}/review">Go to the review`);
    expect(ended).not.toContain('Your certificate stays as it is');
    for (const page of [ended, checked, (await get(campaignPage(), firstSession)).text]) {
      expect(page).not.toContain('usa-alert--error');
    }
    expect(ended).toContain('Warning: </span>Revoked');
  });
});

describe('a certificate that is given back', () => {
  it('is given back by the executive alone, after a question, with a reason', async () => {
    const other = await anAgency(app.databases);
    const theirs = await aCertificate(app.databases, other, first);
    const page = `/workspace/${other.agency.slug}/certification`;
    const leader = await app.signIn(other.executive.email);
    expect((await get(`${page}/give-back`, leader)).text).toContain('Give it back');
    expect((await post(`${page}/give-back`, leader, { reason: '' })).text).toContain(
      'Write why you give it back',
    );
    const done = await post(`${page}/give-back`, leader, { reason: 'We merge with the county.' });
    expect(done.to).toBe(`${page}?done=given-back`);
    expect((await get(`/verify/${theirs}`)).text).toContain('This certificate was given back');
    expect((await get(`${page}/give-back`, executive)).status).toBe(404);
  });
});

it('says what comes to an agency without a certificate', async () => {
  const other = await anAgency(app.databases);
  const session = await app.signIn(other.coordinator.email);
  const page = await get(`/workspace/${other.agency.slug}/certification`, session);
  expect(page.text).toContain('Not certified yet');
});
