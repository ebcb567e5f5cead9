import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPartnership } from '../testing/a-partnership.ts';
import { aMember, anAgency, aPerson } from '../testing/an-agency.ts';
import { cookieHeader, firstLink } from '../testing/sign-in-by-mail.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { totpCode } from '../testing/test-totp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function linkFor(email: string, next?: string): Promise<string> {
  await app.post('/sign-in', { email, ...(next ? { next } : {}) });
  const mail = (await app.outbox()).find(({ recipient, kind }) => recipient === email && kind === 'sign-in');
  return firstLink(mail?.text ?? '') ?? '';
}

/** A person whose sign-in needs a code, and the cookie of a sign-in that stopped before it. */
async function halfSignedIn(email: string): Promise<string> {
  const cookie = await app.signIn(email);
  await app.post('/account/second-step/start', {}, cookie);
  const page = await (await app.get('/account/second-step/set-up', cookie)).text();
  const key = /<code[^>]*>([A-Z2-7 ]{16,})<\/code>/.exec(page)?.[1]?.replaceAll(' ', '') ?? '';
  expect(key).not.toBe('');
  const confirmed = await app.post('/account/second-step/set-up', { code: totpCode(key) }, cookie);
  expect(confirmed.status).toBe(200);
  const signedIn = await app.post(await linkFor(email), {});
  expect(signedIn.headers.get('location')).toBe('/sign-in/second-step');
  return cookieHeader(signedIn);
}

describe('a session', () => {
  it('that somebody put into the browser beforehand is never the one that gets signed in', async () => {
    const attacker = await app.signIn(`attacker-${randomUUID()}@agency.test`);
    const victim = `victim-${randomUUID()}@agency.test`;
    const link = await linkFor(victim);
    for (const planted of [attacker, 'onemind.session_token=chosen.by-me']) {
      const answer = await app.post(planted === attacker ? link : await linkFor(victim), {}, planted);
      expect(cookieHeader(answer)).toContain('onemind.session_token=');
      expect(cookieHeader(answer)).not.toContain(planted);
      const page = await app.get('/account', planted);
      expect(page.status).toBe(303);
    }
  });
});

describe('half a sign-in', () => {
  it('changes nothing anywhere: not the name, not the devices, not the agency', async () => {
    const made = await anAgency(app.databases);
    const cookie = await halfSignedIn(made.coordinator.email);
    const team = `/workspace/${made.agency.slug}/team`;
    for (const path of [
      '/account/name',
      '/account/passkeys/options',
      '/account/passkeys',
      '/account/second-step/start',
      '/account/second-step/remove',
      '/account/second-step/backup-codes',
      '/pledge/drafts',
      `${team}/invite`,
    ]) {
      expect([path, (await app.post(path, { name: 'Mine' }, cookie)).status]).toEqual([path, 401]);
    }
    expect((await app.get(team, cookie)).status).toBe(303);
    const { invitation } = await invited(made.coordinator.email);
    const accepted = await app.post(invitation, {}, cookie);
    expect(accepted.headers.get('location')).toContain('/sign-in/second-step');
    const anew = await app.post(invitation, {});
    expect(anew.headers.get('location')).toBe(`${invitation}?done=sent`);
    expect(anew.headers.getSetCookie()).toEqual([]);
  });
});

/** An invitation of another agency, by the path that was mailed. */
async function invited(email: string) {
  const made = await anAgency(app.databases);
  const coordinator = await app.signIn(made.coordinator.email);
  await app.post(`/workspace/${made.agency.slug}/team/invite`, { email, role: 'staff' }, coordinator);
  const mail = (await app.outbox()).find(
    ({ recipient, kind }) => recipient === email && kind === 'colleague-invited',
  );
  return { made, invitation: firstLink(mail?.text ?? '') ?? '' };
}

describe('an invitation', () => {
  it('accepted in two browsers at once makes one membership, of the invited address alone', async () => {
    const email = `invited-${randomUUID()}@agency.test`;
    const { made, invitation } = await invited(email);
    const thief = await app.signIn(`thief-${randomUUID()}@agency.test`);
    const [here, there] = [await app.signIn(email), await app.signIn(email)];
    const answers = await Promise.all([
      app.post(invitation, {}, here),
      app.post(invitation, {}, there),
      app.post(invitation, {}, thief),
      app.post(invitation, {}),
    ]);
    // Refused as somebody else's, or as used when the others were faster; who is nobody gets no session either way.
    expect([403, 410]).toContain(answers[2]?.status);
    expect(answers[3]?.headers.getSetCookie()).toEqual([]);
    const members = await made.as((tx) =>
      tx
        .selectFrom('agency_membership as m')
        .innerJoin('person as p', 'p.id', 'm.person_id')
        .select('p.email')
        .where('m.role', '=', 'staff')
        .execute(),
    );
    expect(members).toEqual([{ email }]);
  });
});

describe('the invitation of a partner, forwarded', () => {
  it('opens neither the places its address has, nor the one that it offers', async () => {
    const made = await anAgency(app.databases);
    const known = await aPartnership(app.databases, await anAgency(app.databases));
    const email = known.representative.email;
    await app.signIn(email);
    const offered = await aPartnership(app.databases, made, { until: 'proposed' });
    const toOffered = (await app.outbox()).find(
      ({ recipient }) => recipient === offered.representative.email,
    );
    const { invitation: toKnown } = await invited(email);
    for (const path of [toKnown, firstLink(toOffered?.text ?? '') ?? '']) {
      const pressed = await app.post(path, {});
      expect(pressed.headers.getSetCookie()).toEqual([]);
      const page = await app.get(pressed.headers.get('location') ?? '');
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(await page.text()).toContain('To be sure it is you, we have sent a sign-in link');
    }
    expect((await app.get(`/partner/${known.partner}`)).status).toBe(303);
    expect((await offered.now()).partner.isClaimed).toBe(false);
  });
});

describe('an address to go on to that leads elsewhere', () => {
  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%2e%2e//evil.example'])(
    '%s is dropped at every step of signing in',
    async (next) => {
      const email = `open-${randomUUID()}@agency.test`;
      const query = new URLSearchParams({ next });
      const asked = await app.post('/sign-in', { email, next });
      const link = await linkFor(email, next);
      const used = await app.post(link, { next });
      const cookie = cookieHeader(used);
      const named = await app.post('/sign-in/name', { name: 'Open Example', next }, cookie);
      const again = await app.get(`/sign-in?${query}`, cookie);
      const signedOut = await app.get(`/sign-in/second-step?${query}`);
      const places = [asked, used, named, again, signedOut].map((answer) => answer.headers.get('location'));
      expect(link).not.toContain('evil');
      for (const place of places) {
        expect(new URL(place ?? '', 'http://onemind.test').origin).toBe('http://onemind.test');
        expect(place).not.toContain('evil');
      }
    },
  );
});

describe('a name that is HTML', () => {
  const html = '<img src=x onerror=alert(1)>';

  it('is words on every page that shows it', async () => {
    const made = await anAgency(app.databases);
    const email = `html-${randomUUID()}@agency.test`;
    await aPerson(app.databases, email, html);
    const asker = await app.signIn(email);
    const note = `${html}<script>alert(2)</script>`;
    await app.post(`/pledge/join/${made.agency.slug}`, { note }, asker);
    const coordinator = await app.signIn(made.coordinator.email);
    for (const [path, cookie] of [
      [`/workspace/${made.agency.slug}/team`, coordinator],
      ['/account', asker],
    ] as const) {
      const page = await (await app.get(path, cookie)).text();
      expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
      expect(page).not.toContain('<img src=x');
      expect(page).not.toContain('<script>alert');
    }
  });
});

describe('a partner', () => {
  it('reaches neither another partner nor that partner’s agency, nor its papers', async () => {
    const [mine, theirs] = [await anAgency(app.databases), await anAgency(app.databases)];
    const own = await aPartnership(app.databases, mine);
    const other = await aPartnership(app.databases, theirs);
    const cookie = await app.signIn(own.representative.email);
    expect((await app.get(`/partner/${own.partner}`, cookie)).status).toBe(200);
    for (const path of [
      `/partner/${other.partner}`,
      `/partner/${other.partner}/partnerships/${other.id}`,
      `/partner/${own.partner}/partnerships/${other.id}`,
      `/partner/${own.partner}/partnerships/${other.id}/agreement`,
      `/workspace/${mine.agency.slug}`,
      `/workspace/${theirs.agency.slug}`,
    ]) {
      expect([path, (await app.get(path, cookie)).status]).toEqual([path, 404]);
    }
    const answer = { revision: '1', name: 'Mine', title: 'Mine', reason: 'Mine' };
    for (const act of ['confirm', 'decline', 'end', 'naming']) {
      const path = `/partner/${own.partner}/partnerships/${other.id}/${act}`;
      expect([act, (await app.post(path, answer, cookie)).status]).toEqual([act, 404]);
    }
    const seen = await own.as(async (tx) => ({
      agencies: await tx.selectFrom('agency').select('id').execute(),
      files: await tx.selectFrom('stored_file').select('agency_id').distinct().execute(),
      staff: await tx.selectFrom('staff_member').select('id').execute(),
    }));
    expect(seen).toEqual({
      agencies: [{ id: mine.agency.id }],
      files: [{ agency_id: mine.agency.id }],
      staff: [],
    });
  });
});

describe('a curious member of staff', () => {
  it('finds no roster, no records, no papers and no team', async () => {
    const made = await anAgency(app.databases);
    const staff = await app.signIn((await aMember(app.databases, made.agency.id, 'staff')).email);
    for (const section of ['roster', 'training', 'evidence', 'policy', 'partnerships', 'review', 'team']) {
      const path = `/workspace/${made.agency.slug}/${section}`;
      expect([section, (await app.get(path, staff)).status]).toEqual([section, 403]);
    }
  });
});
