import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AgencyId, actingAs } from '../database/acting.ts';
import { cookieHeader, firstLink } from '../testing/sign-in-by-mail.ts';
import { addAgency } from '../testing/test-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { totpCode } from '../testing/test-totp.ts';
import { invite, revokeInvitation } from './invitation-actions.ts';
import { invitationContent, invitationRefusals } from './invitation-content.ts';

let app: TestApp;
let agency: AgencyId;
beforeAll(async () => {
  app = await createTestApp();
  agency = await addAgency(app.ownerUrl, 'Oakfield Police');
});
afterAll(() => app.close());

const leadsTo = '/account?from=invitation';

/** Invites as the agency's own; answers the path of the mailed link. */
async function invited(email: string, role: 'staff' | 'coordinator' = 'staff') {
  const { id, url } = await actingAs(app.deps.db.app, { as: 'system' }, (tx) =>
    invite(tx, { place: 'agency', agency, role, email, leadsTo, siteUrl: app.deps.config.siteUrl }),
  );
  return { id, path: new URL(url).pathname };
}

/** The sign-in links that were mailed to the address, the newest first. */
const proofsTo = async (email: string) =>
  (await app.outbox())
    .filter((mail) => mail.recipient === email && mail.kind === 'sign-in')
    .map((mail) => firstLink(mail.text) ?? '');

/** Goes the whole way of somebody invited: the link, the mail that proves the address, the name, the button. */
async function acceptedBy(email: string, path: string): Promise<{ cookie: string; answer: Response }> {
  expect((await app.post(path, {})).headers.get('location')).toBe(`${path}?done=sent`);
  const [proof = ''] = await proofsTo(email);
  const { pathname, searchParams } = new URL(proof, app.deps.config.siteUrl);
  const next = searchParams.get('next') ?? '';
  expect(next).toBe(path);
  const cookie = cookieHeader(await app.post(pathname, { next }));
  return { cookie, answer: await app.post(path, {}, cookie) };
}

const sessionsOf = (email: string) =>
  asOwner(
    app.ownerUrl,
    `select from identity.session s join identity.person p on p.id = s.person_id where p.email = $1`,
    [email],
  );

const rolesOf = async (email: string) =>
  (
    await asOwner<{ role: string }>(
      app.ownerUrl,
      'select m.role from agency_membership m join identity.person p on p.id = m.person_id where p.email = $1',
      [email],
    )
  ).map(({ role }) => role);

describe('the link of an invitation', () => {
  test('makes its address a member once the address is proven and the button is pressed, not before', async () => {
    const { path } = await invited('new@oakfield.test');
    for (let opened = 0; opened < 3; opened += 1) {
      const page = await app.get(path);
      expect(page.status).toBe(200);
      expect(page.headers.getSetCookie()).toEqual([]);
      expect(await page.text()).toContain('join Oakfield Police as a staff member');
    }
    expect(await proofsTo('new@oakfield.test')).toEqual([]);
    const { cookie, answer } = await acceptedBy('new@oakfield.test', path);
    expect(answer.headers.get('location')).toBe(`/sign-in/name?next=${encodeURIComponent(leadsTo)}`);
    expect(await (await app.get('/account', cookie)).text()).toContain('Oakfield Police');
    expect(await rolesOf('new@oakfield.test')).toEqual(['staff']);
    expect((await app.get(path, cookie)).headers.get('location')).toBe(leadsTo);
  });

  test('gives whoever it was forwarded to nothing, and says what they can do', async () => {
    const email = 'forwarding-chief@oakfield.test';
    await app.signIn(email);
    const { path } = await invited(email, 'staff');
    const sessions = await sessionsOf(email);
    const answer = await app.post(path, {});
    expect(answer.headers.getSetCookie()).toEqual([]);
    const page = await app.get(answer.headers.get('location') ?? '');
    expect(page.headers.getSetCookie()).toEqual([]);
    const words = await page.text();
    expect(words).toContain(invitationContent.proof.sent(email));
    expect(words).toContain(invitationContent.proof.forwarded);
    expect(words).not.toContain('/sign-in/link/');
    expect(await sessionsOf(email)).toHaveLength(sessions.length);
    expect(await rolesOf(email)).toEqual([]);
  });

  test('that leads to the signature of a pledge says that it is to be read and signed', async () => {
    const signing = await actingAs(app.deps.db.app, { as: 'system' }, (tx) =>
      invite(tx, {
        ...{ place: 'agency', agency, role: 'executive', email: 'chief@oakfield.test' },
        leadsTo: '/workspace/oakfield-police/pledge/sign',
        siteUrl: app.deps.config.siteUrl,
      }),
    );
    const page = await (await app.get(new URL(signing.url).pathname)).text();
    expect(page).toContain('read and sign the pledge of Oakfield Police as its executive');
    const waiting = await (await app.get('/start', await app.signIn('chief@oakfield.test'))).text();
    expect(waiting).toContain('The executive reads the pledge of the agency and signs it');
  });

  test('mails nobody a sign-in link once it was used', async () => {
    const email = 'used@oakfield.test';
    const { path } = await invited(email);
    await acceptedBy(email, path);
    for (const answer of [await app.get(path), await app.post(path, {})]) {
      expect(answer.status).toBe(410);
      expect(answer.headers.getSetCookie()).toEqual([]);
      const page = await answer.text();
      expect(page).toContain(invitationRefusals['invitation-accepted'].title);
      expect(page).toContain(`/sign-in?next=${encodeURIComponent(leadsTo)}`);
    }
    expect(await proofsTo(email)).toHaveLength(1);
  });

  test('makes one member with one session when its buttons are pressed several times at the same moment', async () => {
    const email = 'double@oakfield.test';
    const { path } = await invited(email);
    const sent = await Promise.all([app.post(path, {}), app.post(path, {}), app.post(path, {})]);
    expect(sent.flatMap((answer) => answer.headers.getSetCookie())).toEqual([]);
    expect(await sessionsOf(email)).toEqual([]);
    const { pathname } = new URL((await proofsTo(email))[0] ?? '', app.deps.config.siteUrl);
    const used = await Promise.all([1, 2, 3].map(() => app.post(pathname, { next: path })));
    expect(used.map(({ status }) => status).sort()).toEqual([303, 410, 410]);
    const cookie = cookieHeader(used.find(({ status }) => status === 303) ?? Response.error());
    const accepted = await Promise.all([1, 2, 3].map(() => app.post(path, {}, cookie)));
    expect(accepted.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await rolesOf(email)).toEqual(['staff']);
    expect(await sessionsOf(email)).toHaveLength(1);
  });

  test('does not fill the invited mailbox, however often it is pressed', async () => {
    const email = 'patient@oakfield.test';
    const { path } = await invited(email);
    const answers = [];
    for (let pressed = 0; pressed < 12; pressed += 1) answers.push((await app.post(path, {})).status);
    expect(answers.slice(-2)).toEqual([429, 429]);
    expect(await proofsTo(email)).toHaveLength(10);
  });

  test('is not accepted by who is signed in with another address; they may sign out and go on', async () => {
    const { path } = await invited('meant@oakfield.test');
    const other = await app.signIn('other@oakfield.test');
    for (const answer of [await app.get(path, other), await app.post(path, {}, other)]) {
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain(invitationContent.another.button);
    }
    expect(await rolesOf('other@oakfield.test')).toEqual([]);
    const signedOut = await app.post(`${path}/sign-out`, {}, other);
    expect(signedOut.headers.get('location')).toBe(path);
    expect((await app.get('/account', other)).status).toBe(303);
    await acceptedBy('meant@oakfield.test', path);
    expect(await rolesOf('meant@oakfield.test')).toEqual(['staff']);
    expect(await rolesOf('other@oakfield.test')).toEqual([]);
  });

  test('is accepted by who is signed in with the invited address, without another session', async () => {
    const cookie = await app.signIn('here@oakfield.test');
    const { path } = await invited('here@oakfield.test');
    const answer = await app.post(path, {}, cookie);
    expect(answer.headers.get('location')).toBe(leadsTo);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await rolesOf('here@oakfield.test')).toEqual(['staff']);
  });

  test.each([
    ['expired', 'invitation-expired', 410],
    ['revoked', 'invitation-revoked', 410],
  ] as const)('is refused when it is %s, with what to do', async (how, code, status) => {
    const { id, path } = await invited(`${how}@oakfield.test`);
    if (how === 'expired')
      await asOwner(app.ownerUrl, 'update invitation set expires_at = now() where id = $1', [id]);
    else await actingAs(app.deps.db.app, { as: 'system' }, (tx) => revokeInvitation(tx, { agency }, id));
    for (const answer of [await app.get(path), await app.post(path, {})]) {
      expect(answer.status).toBe(status);
      expect(answer.headers.getSetCookie()).toEqual([]);
      expect(await answer.text()).toContain(invitationRefusals[code].next);
    }
  });

  test('is refused when it was invented', async () => {
    expect((await app.get('/invitations/invented')).status).toBe(404);
    expect((await app.post('/invitations/invented', {})).status).toBe(404);
  });

  test('is refused when the role went to somebody else meanwhile', async () => {
    const first = await invited('first@oakfield.test', 'coordinator');
    const second = await invited('second@oakfield.test', 'coordinator');
    await acceptedBy('first@oakfield.test', first.path);
    const { answer } = await acceptedBy('second@oakfield.test', second.path);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(invitationRefusals['role-taken'].what);
    expect(await rolesOf('second@oakfield.test')).toEqual([]);
  });

  test('asks a person with sign-in codes for a code first', async () => {
    const email = 'codes@oakfield.test';
    const cookie = await app.signIn(email);
    const headers = new Headers({ cookie });
    const person = (await app.deps.identity.viewerOf(headers))?.person;
    if (!person) throw new Error('Nobody is signed in.');
    const { secondFactor } = app.deps.identity;
    await secondFactor.startSetUp(headers);
    const key = (await secondFactor.setUpOf(person, headers))?.key ?? '';
    await secondFactor.confirm(person, headers, totpCode(key));
    await asOwner(app.ownerUrl, 'delete from rate_window');

    const { path } = await invited(email);
    const { cookie: pending, answer } = await acceptedBy(email, path);
    expect(answer.headers.get('location')).toBe(`/sign-in/second-step?next=${encodeURIComponent(path)}`);
    expect(await rolesOf(email)).toEqual([]);
    const passed = await app.post('/sign-in/second-step', { code: totpCode(key), next: path }, pending);
    expect(passed.headers.get('location')).toBe(path);
    expect((await app.post(path, {}, pending)).headers.get('location')).toBe(leadsTo);
    expect(await rolesOf(email)).toEqual(['staff']);
  });
});

describe('the campaign’s accounts', () => {
  const administrator = async () => {
    const cookie = await app.signIn('admin@campaign.test');
    await asOwner(
      app.ownerUrl,
      `insert into campaign_membership (person_id, role)
       select id, 'administrator' from identity.person where email = 'admin@campaign.test' on conflict do nothing`,
    );
    return cookie;
  };
  const accounts = '/campaign/accounts';
  const action = (page: string, end: string) =>
    new RegExp(`${accounts}/[^"]*/${end}`).exec(page)?.[0] ?? `nothing to ${end}`;

  test('administrators invite by mail, send again and take back', async () => {
    const cookie = await administrator();
    const sent = await app.post(
      `${accounts}/invitations`,
      { email: 'rev@campaign.test', role: 'reviewer' },
      cookie,
    );
    expect(sent.headers.get('location')).toBe(`${accounts}?done=invited`);
    const linkOf = async () =>
      firstLink((await app.outbox()).find((mail) => mail.recipient === 'rev@campaign.test')?.text ?? '') ??
      '';
    const first = await linkOf();
    const page = await (await app.get(accounts, cookie)).text();
    expect(page).toContain('rev@campaign.test');
    await app.post(action(page, 'resend'), {}, cookie);
    expect((await app.get(first)).status).toBe(404);
    const second = await linkOf();
    expect(await (await app.get(second)).text()).toContain('as a reviewer');
    expect((await app.post(action(page, 'revoke'), {}, cookie)).headers.get('location')).toBe(
      `${accounts}?done=revoked`,
    );
    expect((await app.get(second)).status).toBe(410);
  });

  test('a form with faults comes back with all of them and what was typed', async () => {
    const cookie = await administrator();
    const answer = await app.post(`${accounts}/invitations`, { email: 'nobody', role: 'king' }, cookie);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Enter the email address of the person');
    expect(page).toContain('Choose what the person will do');
    expect(page).toContain('value="nobody"');
  });

  test('roles end at once, but not the last administrator’s', async () => {
    const cookie = await administrator();
    const last = await app.post(action(await (await app.get(accounts, cookie)).text(), 'end'), {}, cookie);
    expect(last.status).toBe(422);
    expect(await last.text()).toContain('last administrator');
    const editor = await app.signIn('editor@campaign.test');
    const [row] = await asOwner<{ id: string }>(
      app.ownerUrl,
      `insert into campaign_membership (person_id, role)
       select id, 'administrator' from identity.person where email = 'editor@campaign.test' returning id`,
    );
    expect((await app.get(accounts, editor)).status).toBe(200);
    const ended = await app.post(`${accounts}/members/${row?.id}/end`, {}, cookie);
    expect(ended.headers.get('location')).toBe(`${accounts}?done=ended`);
    expect((await app.get(accounts, editor)).status).toBe(404);
  });

  test('other roles of the campaign and strangers are turned away', async () => {
    const reviewer = await app.signIn('just-reviewer@campaign.test');
    expect((await app.get(accounts, reviewer)).status).toBe(404);
    await asOwner(
      app.ownerUrl,
      `insert into campaign_membership (person_id, role)
       select id, 'reviewer' from identity.person where email = 'just-reviewer@campaign.test'`,
    );
    expect((await app.get(accounts, reviewer)).status).toBe(403);
    expect((await app.get(accounts)).status).toBe(303);
  });
});
