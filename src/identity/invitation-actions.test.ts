import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acting, type AgencyId, actingAs, type PersonId } from '../database/acting.ts';
import { addAgency } from '../testing/test-agency.ts';
import { asOwner } from '../testing/test-database.ts';
import { createTestIdentity, type TestIdentity } from '../testing/test-identity.ts';
import {
  acceptInvitation,
  findInvitation,
  invite,
  listInvitations,
  resendInvitation,
  revokeInvitation,
} from './invitation-actions.ts';
import { endAgencyMembership, grantAgencyRole, listAgencyMembers } from './membership-actions.ts';
import { ensurePerson, type KnownPerson } from './person-store.ts';

let at: TestIdentity;
let oakfield: AgencyId;
let elmwood: AgencyId;
let coordinator: KnownPerson;

beforeAll(async () => {
  at = await createTestIdentity();
  oakfield = await addAgency(at.ownerUrl, 'Oakfield Police');
  elmwood = await addAgency(at.ownerUrl, 'Elmwood Police');
  coordinator = await ensurePerson(at.databases.identity, 'coordinator@oakfield.example', 'Cory Example');
  await inOakfield((tx) =>
    grantAgencyRole(tx, { agency: oakfield, person: coordinator.id, role: 'coordinator' }),
  );
});
afterAll(() => at.drop());

const oakfieldActing = (): Acting => ({ as: 'agency', agency: oakfield, person: coordinator.id });
const inOakfield: <Result>(work: Parameters<typeof actingAs<Result>>[2]) => Promise<Result> = (work) =>
  actingAs(at.databases.app, oakfieldActing(), work);

const siteUrl = 'https://onemind.test';
const inviteStaff = (email: string, changes: { expiresInDays?: number } = {}) =>
  inOakfield((tx) =>
    invite(tx, {
      place: 'agency',
      agency: oakfield,
      role: 'staff',
      email,
      leadsTo: '/workspace/oakfield-police',
      invitedBy: coordinator.id,
      siteUrl,
      ...changes,
    }),
  );
const tokenOf = (url: string) => url.slice(`${siteUrl}/invitations/`.length);
const personNamed = (email: string) => ensurePerson(at.databases.identity, email, 'Pat Example');
const accept = (id: string, person: { id: PersonId; email: string }) =>
  acceptInvitation(at.databases.app, id, person);
const actions = async () =>
  (await asOwner<{ action: string }>(at.ownerUrl, 'select action from audit_event order by at')).map(
    (row) => row.action,
  );

describe('an invitation into an agency', () => {
  test('makes its address a member, once, and leaves a trace in the agency’s chain', async () => {
    const { id } = await inviteStaff('new@oakfield.example');
    const person = await personNamed('new@oakfield.example');
    expect(await accept(id, person)).toEqual({
      ok: true,
      value: { leadsTo: '/workspace/oakfield-police', isNew: true },
    });
    const members = await inOakfield((tx) => listAgencyMembers(tx, oakfield));
    expect(members.filter((member) => member.person === person.id)).toMatchObject([
      { name: 'Pat Example', email: 'new@oakfield.example', role: 'staff' },
    ]);
    const [event] = await asOwner(
      at.ownerUrl,
      "select chain, acting, person_id from audit_event where action = 'invitation-accepted' and subject_id = $1",
      [id],
    );
    expect(event).toEqual({ chain: `agency:${oakfield}`, acting: 'agency', person_id: person.id });
  });

  test('is accepted once when its button is pressed twice at the same moment', async () => {
    const { id } = await inviteStaff('twice@oakfield.example');
    const person = await personNamed('twice@oakfield.example');
    const outcomes = await Promise.all([accept(id, person), accept(id, person), accept(id, person)]);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    const rows = await asOwner(
      at.ownerUrl,
      "select from audit_event where action = 'invitation-accepted' and subject_id = $1",
      [id],
    );
    expect(rows).toHaveLength(1);
    const members = await inOakfield((tx) => listAgencyMembers(tx, oakfield));
    expect(members.filter((member) => member.person === person.id)).toHaveLength(1);
  });

  test('is not accepted by another address', async () => {
    const { id } = await inviteStaff('meant@oakfield.example');
    const other = await personNamed('other@oakfield.example');
    expect(await accept(id, other)).toEqual({ ok: false, refusal: { code: 'invitation-for-another' } });
  });

  test('is not accepted after its time', async () => {
    const { id, url } = await inviteStaff('late@oakfield.example', { expiresInDays: 3 });
    const [row] = await asOwner<{ days: number }>(
      at.ownerUrl,
      'select round(extract(epoch from expires_at - now()) / 86400)::int as days from invitation where id = $1',
      [id],
    );
    expect(row?.days).toBe(3);
    await asOwner(at.ownerUrl, 'update invitation set expires_at = now() where id = $1', [id]);
    expect((await findInvitation(at.databases.app, tokenOf(url)))?.state).toBe('expired');
    const person = await personNamed('late@oakfield.example');
    expect(await accept(id, person)).toEqual({ ok: false, refusal: { code: 'invitation-expired' } });
  });

  test('is not accepted once it was taken back', async () => {
    const { id } = await inviteStaff('revoked@oakfield.example');
    expect((await inOakfield((tx) => revokeInvitation(tx, { agency: oakfield }, id))).ok).toBe(true);
    const person = await personNamed('revoked@oakfield.example');
    expect(await accept(id, person)).toEqual({ ok: false, refusal: { code: 'invitation-revoked' } });
    expect(await inOakfield((tx) => revokeInvitation(tx, { agency: oakfield }, id))).toEqual({
      ok: false,
      refusal: { code: 'invitation-answered' },
    });
  });

  test('gets another link and another term when sent again, and the old link ends', async () => {
    const { id, url } = await inviteStaff('again@oakfield.example');
    await asOwner(at.ownerUrl, 'update invitation set expires_at = now() where id = $1', [id]);
    const resent = await inOakfield((tx) =>
      resendInvitation(tx, { agency: oakfield }, { id, siteUrl, invitedBy: coordinator.id }),
    );
    if (!resent.ok) throw new Error(resent.refusal.code);
    expect(resent.value.id).toBe(id);
    expect(await findInvitation(at.databases.app, tokenOf(url))).toBeUndefined();
    expect((await findInvitation(at.databases.app, tokenOf(resent.value.url)))?.state).toBe('open');
  });

  test('replaces the open one when the same address is invited to the same role again', async () => {
    const first = await inviteStaff('Same@Oakfield.example ');
    const second = await inviteStaff('same@oakfield.example');
    expect(second.id).toBe(first.id);
    const listed = await inOakfield((tx) => listInvitations(tx, { agency: oakfield }));
    expect(listed.filter((invitation) => invitation.email === 'same@oakfield.example')).toHaveLength(1);
  });

  test('shows the agency’s and the inviter’s name to whoever holds the link, and keeps no token', async () => {
    const { url } = await inviteStaff('shown@oakfield.example');
    expect(await findInvitation(at.databases.app, tokenOf(url))).toMatchObject({
      state: 'open',
      names: { agencyName: 'Oakfield Police', inviterName: 'Cory Example' },
    });
    const rows = await asOwner<{ row: string }>(at.ownerUrl, 'select i::text as row from invitation i');
    expect(rows.some(({ row }) => row.includes(tokenOf(url)))).toBe(false);
    expect(await findInvitation(at.databases.app, 'invented')).toBeUndefined();
  });

  test('cannot be seen, sent again or taken back by another agency', async () => {
    const { id } = await inviteStaff('walled@oakfield.example');
    const acting: Acting = { as: 'agency', agency: elmwood, person: coordinator.id };
    const inElmwood = <Result>(work: Parameters<typeof actingAs<Result>>[2]) =>
      actingAs(at.databases.app, acting, work);
    expect(await inElmwood((tx) => listInvitations(tx, { agency: oakfield }))).toEqual([]);
    expect(await inElmwood((tx) => revokeInvitation(tx, { agency: oakfield }, id))).toMatchObject({
      ok: false,
    });
    await expect(
      inElmwood((tx) =>
        invite(tx, {
          place: 'agency',
          agency: oakfield,
          role: 'staff',
          email: 'x@y.example',
          leadsTo: '/',
          siteUrl,
        }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test('cannot lead out of the site', async () => {
    await expect(
      inOakfield((tx) =>
        invite(tx, {
          place: 'agency',
          agency: oakfield,
          role: 'staff',
          email: 'x@y.example',
          leadsTo: '//evil.example',
          siteUrl,
        }),
      ),
    ).rejects.toThrow(/can't lead to/);
  });
});

describe('a role that one person holds at a time', () => {
  test('is refused to a second person, invited or granted', async () => {
    const { id } = await inOakfield((tx) =>
      invite(tx, {
        place: 'agency',
        agency: oakfield,
        role: 'coordinator',
        email: 'second@oakfield.example',
        leadsTo: '/',
        siteUrl,
      }),
    );
    const second = await personNamed('second@oakfield.example');
    expect(await accept(id, second)).toEqual({ ok: false, refusal: { code: 'role-taken' } });
    expect(
      await actingAs(at.databases.app, { as: 'system' }, (tx) =>
        grantAgencyRole(tx, { agency: oakfield, person: second.id, role: 'coordinator' }),
      ),
    ).toEqual({ ok: false, refusal: { code: 'role-taken' } });
  });

  test('passes on when the first one’s is ended in the same transaction', async () => {
    const next = await personNamed('next@elmwood.example');
    const first = await personNamed('first@elmwood.example');
    const acting: Acting = { as: 'agency', agency: elmwood, person: first.id };
    await actingAs(at.databases.app, acting, (tx) =>
      grantAgencyRole(tx, { agency: elmwood, person: first.id, role: 'coordinator' }),
    );
    await actingAs(at.databases.app, { as: 'system' }, async (tx) => {
      const [held] = await listAgencyMembers(tx, elmwood);
      if (!held) throw new Error('Nobody is a member.');
      expect((await endAgencyMembership(tx, elmwood, held.id)).ok).toBe(true);
      expect(await grantAgencyRole(tx, { agency: elmwood, person: next.id, role: 'coordinator' })).toEqual({
        ok: true,
        value: { granted: true },
      });
    });
    const members = await actingAs(at.databases.app, acting, (tx) => listAgencyMembers(tx, elmwood));
    expect(members.map((member) => member.person)).toEqual([next.id]);
    expect(await actions()).toEqual(expect.arrayContaining(['agency-role-ended', 'agency-role-granted']));
  });
});

describe('an invitation into the campaign', () => {
  test('gives the campaign role', async () => {
    const { id } = await actingAs(at.databases.app, { as: 'system' }, (tx) =>
      invite(tx, {
        place: 'campaign',
        role: 'reviewer',
        email: 'rev@campaign.example',
        leadsTo: '/campaign',
        siteUrl,
      }),
    );
    const headers = await at.signIn('rev@campaign.example');
    const viewer = await at.identity.viewerOf(headers);
    if (!viewer) throw new Error('Nobody is signed in.');
    expect((await accept(id, { id: viewer.person, email: viewer.email })).ok).toBe(true);
    expect((await at.identity.viewerOf(headers))?.campaignRoles).toEqual(['reviewer']);
  });
});
