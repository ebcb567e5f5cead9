import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';
import { TestAuthenticator } from '../testing/test-authenticator.ts';

let app: TestApp;
let made: AgencyForTests;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
  made = await anAgency(app.databases);
  coordinator = await app.signIn(made.coordinator.email);
});
afterAll(() => app.close());

const nasty = 'Elm\r\nBcc: all@agency.test\u0000\u001b[2J\u202efork';

describe('what a form sends', () => {
  it('loses what no person types, and keeps its lines where a text may have them', async () => {
    const asker = await app.signIn('asks@agency.test');
    const note = 'First\r\nsecond\u0000\u0007\u001b[2J line';
    expect((await app.post(`/pledge/join/${made.agency.slug}`, { note }, asker)).status).toBe(303);
    const kept = await made.as((tx) => tx.selectFrom('join_request').select('note').execute());
    expect(kept).toEqual([{ note: 'First\nsecond[2J line' }]);
  });

  it('is one line where it is a name, also beside a file', async () => {
    const name = { name: nasty, kinds: ['hospital'], placesServed: nasty };
    const base = `/workspace/${made.agency.slug}`;
    expect((await app.post(`${base}/partnerships/add-organization`, name, coordinator)).status).toBe(303);
    const form = new FormData();
    form.append('title', nasty);
    form.append('file', new Blob(['%PDF-1.7\n%%EOF\n']), 'a.pdf');
    expect((await app.post(`${base}/evidence/add/policy`, form, coordinator)).status).toBe(303);
    const [organization] = await made.as((tx) =>
      tx.selectFrom('partner_organization').select(['name', 'places_served']).execute(),
    );
    const [evidence] = await made.as((tx) => tx.selectFrom('evidence').select('title').execute());
    for (const text of [organization?.name, organization?.places_served.join(' '), evidence?.title]) {
      expect(text).toMatch(/^Elm Bcc: all@agency\.test ?\[2Jfork$/);
    }
  });

  it('is one line where a partner signs', async () => {
    const partnership = await aPartnership(app.databases, made, { until: 'accepted' });
    const cookie = await app.signIn(partnership.representative.email);
    const path = `/partner/${partnership.partner}/partnerships/${partnership.id}`;
    const { revision } = await partnership.now();
    const answer = { revision: String(revision), name: 'Morgan\nSpeaker', title: 'Head\tof\r\nCare' };
    expect((await app.post(`${path}/confirm`, answer, cookie)).status).toBe(303);
    expect((await partnership.now()).state).toMatchObject({
      confirmation: { name: 'Morgan Speaker', title: 'Head of Care' },
    });
  });

  it('as JSON names a passkey on one line, whatever stands in it', async () => {
    const headers = { cookie: coordinator, origin: testSite, 'content-type': 'application/json' };
    const send = (path: string, body: unknown, cookie = coordinator) =>
      app.app.request(testSite + path, {
        method: 'POST',
        headers: { ...headers, cookie },
        body: JSON.stringify(body),
      });
    const options = await send('/account/passkeys/options', {});
    const bound = [coordinator, ...options.headers.getSetCookie().map((one) => one.split(';', 1)[0])].join(
      '; ',
    );
    const answer = new TestAuthenticator(testSite).create(await options.json());
    const added = await send('/account/passkeys', { answer, name: 'Key\u0000\nof \ud800Casey' }, bound);
    expect(added.status).toBe(200);
    expect(await (await app.get('/account', coordinator)).text()).toContain('Key of \ufffdCasey');
  });
});
