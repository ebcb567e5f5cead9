import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonId } from '../database/acting.ts';
import { attemptLimits, takeMailAttempts } from '../identity/rate-limit.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, anAgency, draftAnswers } from '../testing/an-agency.ts';
import { createTestApp, type FormFieldsToSend, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let made: AgencyForTests;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function given(pledge: 'active' | 'awaiting-signature' | 'returned' = 'active'): Promise<string> {
  made = await anAgency(app.databases, { pledge });
  coordinator = await app.signIn(made.coordinator.email);
  return `/workspace/${made.agency.slug}`;
}

/** As many mails to the address as a day allows, caused by other people. */
async function fillMailbox(email: string): Promise<void> {
  const taking = Array.from({ length: attemptLimits.mailToAddress.attempts }, () =>
    takeMailAttempts(app.databases.app, randomUUID() as PersonId, email),
  );
  await Promise.allSettled(taking);
}

async function mailsTo(email: string): Promise<number> {
  return (await app.outbox()).filter(({ recipient }) => recipient === email).length;
}

async function refusesAFullMailbox(
  email: string,
  path: string,
  fields: FormFieldsToSend,
  cookie = coordinator,
): Promise<void> {
  await fillMailbox(email);
  const before = await mailsTo(email);
  const answer = await app.post(path, fields, cookie);
  expect(answer.status).toBe(429);
  expect(await answer.text()).toContain('Too many tries');
  expect(await mailsTo(email)).toBe(before);
}

function arrangement(representativeEmail: string, revision = ''): FormData {
  const form = new FormData();
  const fields = {
    purpose: 'People in crisis get help.',
    services: 'mobile-crisis',
    agencyContactName: 'Casey Coordinator',
    agencyContactEmail: 'casey@agency.test',
    partnerContactName: 'Lee Liaison',
    partnerContactEmail: 'lee@partner.test',
    signerName: 'Casey Coordinator',
    signerTitle: 'Sergeant',
    representativeEmail,
    revision,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const somebody = () => `victim-${randomUUID()}@elsewhere.test`;

describe('a mailbox that had its fill for the day gets no more', () => {
  it('offers of a role, from the agency or the campaign', async () => {
    const base = await given();
    const form = { email: somebody(), reason: 'I move to patrol.' };
    await refusesAFullMailbox(form.email, `${base}/team/hand-over/coordinator`, form);
    const administrator = await app.signIn((await aCampaignMember(app.databases, 'administrator')).email);
    const desk = `/campaign/agencies/${made.agency.slug}/hand-over/coordinator`;
    expect((await app.post(desk, form, administrator)).status).toBe(429);
  });

  it('renewed invitations', async () => {
    const base = await given();
    const email = somebody();
    await app.post(`${base}/team/invite`, { email, role: 'staff' }, coordinator);
    const page = await (await app.get(`${base}/team`, coordinator)).text();
    const resend = /action="([^"]+\/resend)"/.exec(page)?.[1] ?? '';
    expect(resend).not.toBe('');
    await refusesAFullMailbox(email, resend, {});
  });

  it('proposals of a partnership', async () => {
    const base = await given();
    const organization = { name: `Harbor ${randomUUID()}`, kinds: ['hospital'], placesServed: 'Elm County' };
    const added = await app.post(`${base}/partnerships/add-organization`, organization, coordinator);
    const email = somebody();
    await refusesAFullMailbox(email, added.headers.get('location') ?? '', arrangement(email));
  });

  it('reminders of a proposal, and its changes', async () => {
    const base = await given();
    const { id, representative } = await aPartnership(app.databases, made, { until: 'proposed' });
    const path = `${base}/partnerships/${id}`;
    await refusesAFullMailbox(representative.email, `${path}/ask-again`, {});
    const other = somebody();
    await refusesAFullMailbox(other, `${path}/edit`, arrangement(other, '1'));
  });

  it('requests for a signature, sent again or to another address', async () => {
    const base = await given('awaiting-signature');
    await refusesAFullMailbox(made.executive.email, `${base}/pledge/resend`, {});
    const other = somebody();
    const terms = {
      ...draftAnswers('Any', other).people,
      ...draftAnswers('Any', other).headcount,
      ...draftAnswers('Any', other).length,
    };
    await refusesAFullMailbox(other, `${base}/pledge/amend`, terms);
  });

  it('pledges in its name', async () => {
    const person = await app.signIn(`${randomUUID()}@agency.test`);
    const begun = await app.post('/pledge/drafts', {}, person);
    const draft = (begun.headers.get('location') ?? '').replace(/\/agency$/, '');
    const chief = somebody();
    const answers = draftAnswers(`Alder ${randomUUID().slice(0, 8)} Police Department`, chief);
    for (const [step, fields] of Object.entries(answers)) await app.post(`${draft}/${step}`, fields, person);
    await refusesAFullMailbox(chief, `${draft}/send`, {}, person);
  });
});

it('one person asks to join only so many agencies a day', async () => {
  const asker = await app.signIn(`${randomUUID()}@agency.test`);
  const statuses: number[] = [];
  for (let asked = 0; asked <= attemptLimits.joinByPerson.attempts; asked += 1) {
    await given();
    const { slug } = made.agency;
    statuses.push((await app.post(`/pledge/join/${slug}`, { note: 'Let me in.' }, asker)).status);
  }
  expect(statuses.slice(0, -1)).toEqual(Array<number>(attemptLimits.joinByPerson.attempts).fill(303));
  expect(statuses.at(-1)).toBe(429);
  const asked = (await app.outbox()).filter(({ kind }) => kind === 'join-asked');
  expect(asked.filter(({ recipient }) => recipient === made.coordinator.email)).toEqual([]);
});

it('one person causes only so much mail an hour, whomever it goes to', async () => {
  const base = await given();
  for (let sent = 0; sent < attemptLimits.mailByPerson.attempts; sent += 1) {
    await takeMailAttempts(app.databases.app, made.coordinator.id);
  }
  const form = { email: somebody(), reason: 'I move to patrol.' };
  expect((await app.post(`${base}/team/hand-over/coordinator`, form, coordinator)).status).toBe(429);
  expect((await app.post(`${base}/review`, {}, coordinator)).status).toBe(429);
});
