import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AgencyId, actingAs, type PartnerId, type PersonId } from '../database/acting.ts';
import { cookieHeader } from '../testing/sign-in-by-mail.ts';
import { addAgency } from '../testing/test-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { totpCode } from '../testing/test-totp.ts';
import type { InvitationInto } from './invitation.ts';
import { invite, revokeInvitation } from './invitation-actions.ts';
import { invitationContent, invitationRefusals } from './invitation-content.ts';
import { ensurePerson } from './person-store.ts';
import { acceptWaitingInvitation } from './waiting-invitation-actions.ts';

let app: TestApp;
let oakfield: AgencyId;
let elmwood: AgencyId;
let partner: PartnerId;
beforeAll(async () => {
  app = await createTestApp();
  oakfield = await addAgency(app.ownerUrl, 'Oakfield Police');
  elmwood = await addAgency(app.ownerUrl, 'Elmwood Police');
  const [row] = await asOwner<{ id: string }>(
    app.ownerUrl,
    `insert into partner_organization (name, kinds) values ('Oak County Crisis Line', '{crisis-service}') returning id`,
  );
  if (!row) throw new Error('No partner was made.');
  partner = row.id as PartnerId;
});
afterAll(() => app.close());

const leadsTo = '/account?from=invitation';

async function invited(
  email: string,
  into: InvitationInto = { place: 'agency', agency: oakfield, role: 'staff' },
  about: { readonly name?: string; readonly invitedBy?: PersonId } = {},
): Promise<string> {
  const { id } = await actingAs(app.deps.db.app, { as: 'system' }, (tx) =>
    invite(tx, { ...into, ...about, email, leadsTo, siteUrl: app.deps.config.siteUrl }),
  );
  return id;
}

/** Uses a sign-in link up, and gives neither code nor name. */
const linkUsed = async (email: string) =>
  cookieHeader(await app.post(new URL(await app.deps.identity.makeSignInLink(email)).pathname, {}));
const pathOf = (id: string) => `/start/invitations/${id}`;
const start = async (cookie: string) => (await app.get('/start', cookie)).text();
const rolesOf = async (email: string) =>
  (
    await asOwner<{ role: string }>(
      app.ownerUrl,
      'select m.role from agency_membership m join identity.person p on p.id = m.person_id where p.email = $1',
      [email],
    )
  ).map(({ role }) => role);
const acceptancesOf = (id: string) =>
  asOwner<{ chain: string; person_id: string }>(
    app.ownerUrl,
    "select chain, person_id from audit_event where action = 'invitation-accepted' and subject_id = $1",
    [id],
  );

describe('where people begin', () => {
  test('offers every invitation that waits for their address: by whom, into what, until when', async () => {
    const email = 'every@oakfield.test';
    const inviter = await ensurePerson(app.deps.db.identity, 'cory@oakfield.test', 'Cory Example');
    await invited(
      email,
      { place: 'agency', agency: oakfield, role: 'training-officer' },
      { invitedBy: inviter.id },
    );
    await invited(email, { place: 'partner', partner, agency: elmwood, role: 'representative' });
    await invited(email, { place: 'campaign', role: 'reviewer' });
    const page = await start(await app.signIn(email));
    expect(page).toContain('Cory Example invites you to join Oakfield Police as a training officer.');
    expect(page).toContain('represent Oak County Crisis Line as a partner of Elmwood Police');
    expect(page).toContain('as a reviewer.');
    expect(page.match(/You can accept until/g)).toHaveLength(3);
    expect(page).not.toContain('You do not belong to an agency yet');
  });

  test('offers nothing that waits for somebody else, was taken back, ran out or was accepted', async () => {
    const email = 'none@oakfield.test';
    await invited('somebody@oakfield.test');
    const expired = await invited(email, { place: 'agency', agency: elmwood, role: 'staff' });
    await asOwner(app.ownerUrl, 'update invitation set expires_at = now() where id = $1', [expired]);
    const revoked = await invited(email);
    await actingAs(app.deps.db.app, { as: 'system' }, (tx) =>
      revokeInvitation(tx, { agency: oakfield }, revoked),
    );
    const accepted = await invited(email, { place: 'partner', partner, role: 'representative' });
    const cookie = await app.signIn(email);
    await app.post(pathOf(accepted), {}, cookie);
    expect((await app.get('/start', cookie)).headers.get('location')).toBe(`/partner/${partner}`);
    await app.post('/pledge/join/oakfield-police', { note: 'Please' }, cookie);
    expect(await start(cookie)).not.toContain(invitationContent.waiting.heading);
  });
});

describe('an invitation accepted without its mailed link', () => {
  test('makes its address a member, leads on, and stands in the trail of the place', async () => {
    const email = 'new@oakfield.test';
    const id = await invited(email);
    const cookie = await app.signIn(email);
    const answer = await app.post(pathOf(id), {}, cookie);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(leadsTo);
    expect(await rolesOf(email)).toEqual(['staff']);
    const [event] = await acceptancesOf(id);
    expect(event?.chain).toBe(`agency:${oakfield}`);
    expect((await app.post(pathOf(id), {}, cookie)).headers.get('location')).toBe(leadsTo);
    expect(await acceptancesOf(id)).toHaveLength(1);
  });

  test('is not there for another address, nor for who is signed out', async () => {
    const id = await invited('meant@oakfield.test');
    const other = await app.signIn('other@oakfield.test');
    const answer = await app.post(pathOf(id), {}, other);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('meant@oakfield.test');
    expect((await app.post(pathOf(id), {})).status).toBe(401);
    expect((await app.post(pathOf('not-an-id'), {}, other)).status).toBe(404);
    expect(await rolesOf('other@oakfield.test')).toEqual([]);
    expect(await acceptancesOf(id)).toEqual([]);
  });

  test.each([
    ['expired', 'invitation-expired'],
    ['revoked', 'invitation-revoked'],
  ] as const)('is refused when it is %s meanwhile', async (how, code) => {
    const email = `${how}-meanwhile@oakfield.test`;
    const id = await invited(email);
    const cookie = await app.signIn(email);
    if (how === 'expired')
      await asOwner(app.ownerUrl, 'update invitation set expires_at = now() where id = $1', [id]);
    else
      await actingAs(app.deps.db.app, { as: 'system' }, (tx) =>
        revokeInvitation(tx, { agency: oakfield }, id),
      );
    const answer = await app.post(pathOf(id), {}, cookie);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain(invitationRefusals[code].title);
    expect(await rolesOf(email)).toEqual([]);
  });

  test('is refused when its role is held by one person and somebody has it', async () => {
    const [first, second] = ['first@elmwood.test', 'second@elmwood.test'] as const;
    const into: InvitationInto = { place: 'agency', agency: elmwood, role: 'coordinator' };
    const ids = [await invited(first, into), await invited(second, into)] as const;
    const cookies = [await app.signIn(first), await app.signIn(second)] as const;
    const answers = await Promise.all([
      app.post(pathOf(ids[0]), {}, cookies[0]),
      app.post(pathOf(ids[1]), {}, cookies[1]),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect([...(await rolesOf(first)), ...(await rolesOf(second))]).toEqual(['coordinator']);
  });

  test('is accepted once when pressed several times at once, here and by the link', async () => {
    const email = 'race@oakfield.test';
    const id = await invited(email);
    const cookie = await app.signIn(email);
    const answers = await Promise.all(Array.from({ length: 4 }, () => app.post(pathOf(id), {}, cookie)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
    expect(await rolesOf(email)).toEqual(['staff']);
    expect(await acceptancesOf(id)).toHaveLength(1);
  });

  test('ends either accepted or taken back when both happen at once', async () => {
    const person = await ensurePerson(app.deps.db.identity, 'both@oakfield.test');
    const id = await invited(person.email);
    const [accepted, revoked] = await Promise.all([
      acceptWaitingInvitation(app.deps.db.app, id, { person: person.id, email: person.email }),
      actingAs(app.deps.db.app, { as: 'system' }, (tx) => revokeInvitation(tx, { agency: oakfield }, id)),
    ]);
    expect([accepted.ok, revoked.ok].filter(Boolean)).toHaveLength(1);
    expect(await rolesOf(person.email)).toEqual(accepted.ok ? ['staff'] : []);
  });

  test('waits for the code of who has sign-in codes', async () => {
    const email = 'codes@oakfield.test';
    const headers = new Headers({ cookie: await app.signIn(email) });
    const person = (await app.deps.identity.viewerOf(headers))?.person;
    if (!person) throw new Error('Nobody is signed in.');
    const { secondFactor } = app.deps.identity;
    await secondFactor.startSetUp(headers);
    const key = (await secondFactor.setUpOf(person, headers))?.key ?? '';
    await secondFactor.confirm(person, headers, totpCode(key));
    const id = await invited(email);
    const pending = await linkUsed(email);
    expect((await app.post(pathOf(id), {}, pending)).status).toBe(401);
    expect(await rolesOf(email)).toEqual([]);
  });
});

describe('somebody invited under a name', () => {
  const nameField = /<input[^>]*name="name"[^>]*>/;

  test('is offered it where they are asked for theirs, and may change it', async () => {
    const email = 'named@oakfield.test';
    const id = await invited(
      email,
      { place: 'agency', agency: oakfield, role: 'staff' },
      { name: 'Robin Alder' },
    );
    const cookie = await linkUsed(email);
    const answer = await app.post(pathOf(id), {}, cookie);
    const namePage = answer.headers.get('location') ?? '';
    expect(namePage).toBe(`/sign-in/name?next=${encodeURIComponent(leadsTo)}`);
    expect((await (await app.get(namePage, cookie)).text()).match(nameField)?.[0]).toContain(
      'value="Robin Alder"',
    );
    await app.post('/sign-in/name', { name: 'Robin J. Alder', next: leadsTo }, cookie);
    expect((await (await app.get('/sign-in/name', cookie)).text()).match(nameField)?.[0]).toContain(
      'Robin J. Alder',
    );
  });

  test('is not offered a name that was meant for another address', async () => {
    const cookie = await linkUsed('unnamed@oakfield.test');
    expect((await (await app.get('/sign-in/name', cookie)).text()).match(nameField)?.[0]).not.toContain(
      'Robin',
    );
  });
});
