import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anAgency, draftAnswers } from '../testing/an-agency.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';
import { draftSteps } from './draft.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const somebody = () => app.signIn(`${randomUUID()}@agency.test`);

async function text(path: string, cookie?: string): Promise<string> {
  const answer = await app.get(path, cookie);
  expect(answer.status).toBe(200);
  return answer.text();
}

async function goesTo(answer: Response | Promise<Response>): Promise<string> {
  const { status, headers } = await answer;
  expect(status).toBe(303);
  return headers.get('location') ?? '';
}

/** The draft's address without its step. */
async function begin(cookie: string): Promise<string> {
  const first = await goesTo(app.post('/pledge/drafts', {}, cookie));
  return first.replace(/\/agency$/, '');
}

async function fill(
  draft: string,
  name: string,
  cookie: string,
  executive = 'chief@agency.test',
): Promise<void> {
  const answers = draftAnswers(name, executive);
  for (const step of draftSteps) await app.post(`${draft}/${step}`, answers[step], cookie);
}

describe('the public page of the pledge', () => {
  it('shows the requirements in full to everybody and leads to the form', async () => {
    const page = await text('/pledge');
    for (const words of [
      'A partnership that lasts',
      'At least 20 percent of sworn officers',
      'Officer safety and after-action review',
      'Rules of 2024',
      'href="/pledge/start"',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('asks a stranger to sign in and brings them back to the form', async () => {
    expect(await goesTo(app.get('/pledge/start'))).toBe('/sign-in?next=%2Fpledge%2Fstart');
  });
});

describe('the pledge form', () => {
  it('leads from the empty form to the workspace', async () => {
    const cookie = await somebody();
    const draft = await begin(cookie);
    const answers = draftAnswers('Alder Falls Police Department', 'chief@alder.test');
    const visited: string[] = [];
    for (const step of draftSteps) {
      visited.push(await goesTo(app.post(`${draft}/${step}`, answers[step], cookie)));
    }
    expect(visited.map((path) => path.split('/').at(-1))).toEqual([...draftSteps.slice(1), 'check']);
    const check = await text(`${draft}/check`, cookie);
    for (const words of [
      'Alder Falls Police Department',
      'Texas',
      'City or town police',
      'chief@alder.test',
    ]) {
      expect(check).toContain(words);
    }
    const sent = await goesTo(app.post(`${draft}/send`, {}, cookie));
    expect(sent).toBe('/workspace/alder-falls-police-department-tx?done=pledge-sent');
    const workspace = await text(sent, cookie);
    expect(workspace).toContain('we have written to your executive');
    expect(workspace).toContain('Waiting for the signature');
  });

  it('shows every fault with what was typed, and keeps it for the next visit', async () => {
    const cookie = await somebody();
    const draft = await begin(cookie);
    await app.post(`${draft}/agency`, draftAnswers('Birch Police', 'x@y.test').agency, cookie);
    const answer = await app.post(`${draft}/place`, { city: 'Birch', postalCode: 'K1A 0B1' }, cookie);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('<title>Error: Where is it?');
    for (const words of ['href="#field-address"', 'Enter a ZIP code, such as 75001', 'value="K1A 0B1"']) {
      expect(page).toContain(words);
    }
    expect(await text(`${draft}/place`, cookie)).toContain('value="K1A 0B1"');
    expect(await goesTo(app.get(draft, cookie))).toBe(`${draft}/place`);
  });

  it('survives a session that ends: the saved steps are there again, and the sent one is handed back', async () => {
    const email = `${randomUUID()}@agency.test`;
    const cookie = await app.signIn(email);
    const draft = await begin(cookie);
    await app.post(`${draft}/agency`, draftAnswers('Cedar Bay Police', 'x@y.test').agency, cookie);
    await app.post('/sign-out', {}, cookie);
    const body = 'address=12+Harbor+Way';
    const answer = await app.app.request(`${testSite}${draft}/place`, {
      method: 'POST',
      headers: {
        origin: testSite,
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(body.length),
      },
      body,
    });
    expect(answer.status).toBe(401);
    expect(await answer.text()).toContain('12 Harbor Way');
    const again = await app.signIn(email);
    expect(await text(`${draft}/agency`, again)).toContain('value="Cedar Bay Police"');
    expect((await app.post(`${draft}/place`, { address: '12 Harbor Way' }, again)).status).toBe(422);
    expect(await text(`${draft}/place`, again)).toContain('value="12 Harbor Way"');
  });

  it('can be left at any step and is found again on the start page', async () => {
    const cookie = await somebody();
    const draft = await begin(cookie);
    const agency = { name: 'Dogwood Marshal', kind: '', region: '', leave: 'yes' };
    const left = await goesTo(app.post(`${draft}/agency`, agency, cookie));
    const start = await text(left, cookie);
    expect(start).toContain('Your answers are saved');
    expect(start).toContain('Dogwood Marshal');
    expect(start).toContain(`href="${draft}"`);
  });

  it('can be deleted, after being asked once more', async () => {
    const cookie = await somebody();
    const draft = await begin(cookie);
    expect(await text(`${draft}/delete`, cookie)).toContain('Delete this draft?');
    expect(await goesTo(app.post(`${draft}/delete`, {}, cookie))).toBe('/start?done=draft-deleted');
    expect((await app.get(`${draft}/agency`, cookie)).status).toBe(404);
  });

  it.each(['', '/agency', '/check', '/delete'])('of another person does not exist: %s', async (page) => {
    const draft = await begin(await somebody());
    expect((await app.get(`${draft}${page}`, await somebody())).status).toBe(404);
  });

  it('has no step of another name, and no draft under a wrong id', async () => {
    const cookie = await somebody();
    expect((await app.get(`${await begin(cookie)}/nonsense`, cookie)).status).toBe(404);
    expect((await app.get('/pledge/drafts/not-an-id/agency', cookie)).status).toBe(404);
  });

  it('is not sent with a step missing', async () => {
    const cookie = await somebody();
    const draft = await begin(cookie);
    expect(await goesTo(app.post(`${draft}/send`, {}, cookie))).toBe(`${draft}/check`);
    const check = await text(`${draft}/check`, cookie);
    expect(check).toContain('Some answers are missing');
    expect(check).not.toContain('Send the pledge to be signed');
  });
});

describe('an agency that is here already', () => {
  it('is shown as soon as its name is given, with the offer to join it', async () => {
    const { agency, coordinator } = await anAgency(app.databases, {
      facts: { name: 'Elder Creek Police Department' },
    });
    const cookie = await app.signIn(`asker-${randomUUID()}@agency.test`);
    const draft = await begin(cookie);
    const typed = { ...draftAnswers('Elder Creek PD', 'x@y.test').agency };
    expect(await goesTo(app.post(`${draft}/agency`, typed, cookie))).toBe(`${draft}/known`);
    const known = await text(`${draft}/known`, cookie);
    expect(known).toContain('Elder Creek Police Department, Elm Fork, Texas');
    expect(known).toContain(`href="/pledge/join/${agency.slug}"`);
    const note = { note: 'I am the new training sergeant.' };
    expect(await goesTo(app.post(`/pledge/join/${agency.slug}`, note, cookie))).toBe(
      '/start?done=join-asked',
    );
    expect(await text('/start', cookie)).toContain('Elder Creek Police Department has your request');
    const mail = (await app.outbox()).find(({ recipient }) => recipient === coordinator.email);
    expect(mail?.text).toContain('I am the new training sergeant.');
    const again = await app.post(`/pledge/join/${agency.slug}`, note, cookie);
    expect([again.status, (await again.text()).includes('You have asked already')]).toEqual([422, true]);
  });

  it('is shown again when the form is sent, should it have come in between', async () => {
    const cookie = await somebody();
    const draft = await begin(cookie);
    await fill(draft, 'Fir Island Police Department', cookie);
    await anAgency(app.databases, { facts: { name: 'Fir Island Police Department' } });
    expect(await goesTo(app.post(`${draft}/send`, {}, cookie))).toBe(`${draft}/known`);
  });

  it('is offered to its own people as their workspace', async () => {
    const { agency, coordinator } = await anAgency(app.databases, { facts: { name: 'Gum Tree Police' } });
    const cookie = await app.signIn(coordinator.email);
    const draft = await begin(cookie);
    await app.post(`${draft}/agency`, draftAnswers('Gum Tree Police', 'x@y.test').agency, cookie);
    expect(await text(`${draft}/known`, cookie)).toContain(`href="/workspace/${agency.slug}"`);
  });

  it('without a name among ours cannot be asked to join', async () => {
    expect((await app.get('/pledge/join/no-such-agency-tx', await somebody())).status).toBe(404);
  });
});
