import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedAgency } from '../agency/agency-actions.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import {
  type AgencyForTests,
  aCampaignMember,
  aMember,
  anAct,
  anAgency,
  aPerson,
} from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { cancelHandOver, offeredHandOvers, offerHandOver } from './hand-over-actions.ts';
import { acceptHandOver, declineHandOver } from './hand-over-answer-actions.ts';
import { askToJoin, decideJoinRequest, joinRequestsBy, joinRequestsOf } from './join-request-actions.ts';
import { endRole, inviteColleague } from './team-actions.ts';

let database: TestDatabase;
let made: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const reason = 'Moves to patrol.';

async function fresh(): Promise<AgencyForTests> {
  made = await anAgency(database.databases);
  return made;
}

function asMember<Result>(person: KnownPerson, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
  return actingAs(database.databases.app, { as: 'agency', agency: made.agency.id, person: person.id }, work);
}

const rolesNow = () =>
  made.as(async (tx) => {
    const members = await listAgencyMembers(tx, made.agency.id);
    return Object.fromEntries(members.map(({ role, email }) => [role, email]));
  });

const answerOf = (person: KnownPerson) => ({ ...made.act(person), email: person.email });

const mails = async (to: string) => {
  const all = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 1000));
  return all.filter(({ recipient }) => recipient === to).map(({ kind }) => kind);
};

const offerOf = (email: string, role: 'coordinator' | 'executive' = 'coordinator') => ({
  role,
  email,
  reason,
  offeredAs: 'agency' as const,
});

async function offered(by: KnownPerson, offer: Parameters<typeof offerHandOver>[2]) {
  const outcome = await asMember(by, (tx) => offerHandOver(tx, made.act(by), offer));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe('handing the coordinator’s role over', () => {
  it('to a colleague takes effect when they accept, and the old coordinator stays as staff', async () => {
    const { coordinator } = await fresh();
    const colleague = await aMember(database.databases, made.agency.id, 'training-officer');
    const id = await offered(coordinator, offerOf(colleague.email));
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
    await asMember(colleague, (tx) => acceptHandOver(tx, answerOf(colleague), { id, rank: '' }));
    expect(await rolesNow()).toMatchObject({ coordinator: colleague.email, staff: coordinator.email });
    expect(await mails(colleague.email)).toEqual(['hand-over-done', 'hand-over-offered']);
    expect(await mails(coordinator.email)).toContain('hand-over-done');
    const events = await asOwner<{ action: string }>(
      database.ownerUrl,
      `select action from audit_event where agency_id = $1 and action like 'hand-over%' order by seq`,
      [made.agency.id],
    );
    expect(events.map(({ action }) => action)).toEqual(['hand-over-offered', 'hand-over-accepted']);
  });

  it('to somebody new invites them as staff first, so that asking alone gives no role', async () => {
    const { coordinator } = await fresh();
    const newcomer = await aPerson(database.databases, `new-${made.agency.slug}@agency.test`);
    const id = await offered(coordinator, offerOf(newcomer.email));
    const [invitation] = await made.as((tx) => listInvitations(tx, { agency: made.agency.id }));
    expect(invitation?.into).toMatchObject({ role: 'staff' });
    await acceptInvitation(database.databases.app, invitation?.id ?? '', newcomer);
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
    await asMember(newcomer, (tx) => acceptHandOver(tx, answerOf(newcomer), { id, rank: '' }));
    const members = await made.as((tx) => listAgencyMembers(tx, made.agency.id));
    expect(members.filter(({ person }) => person === newcomer.id).map(({ role }) => role)).toEqual([
      'coordinator',
    ]);
  });

  it('by the executive, when the coordinator has left, tells the old one and leaves them no role', async () => {
    const { coordinator, executive } = await fresh();
    const colleague = await aMember(database.databases, made.agency.id, 'staff');
    const id = await offered(executive, offerOf(colleague.email));
    expect(await mails(coordinator.email)).toContain('hand-over-announced');
    await asMember(colleague, (tx) => acceptHandOver(tx, answerOf(colleague), { id, rank: '' }));
    const members = await made.as((tx) => listAgencyMembers(tx, made.agency.id));
    expect(members.filter(({ person }) => person === coordinator.id)).toEqual([]);
    expect(await mails(coordinator.email)).toContain('hand-over-done');
  });

  it('can be accepted only by the person asked', async () => {
    const { coordinator } = await fresh();
    const [asked, other] = [
      await aMember(database.databases, made.agency.id, 'staff'),
      await aMember(database.databases, made.agency.id, 'training-officer'),
    ];
    const id = await offered(coordinator, offerOf(asked.email));
    const outcome = await asMember(other, (tx) => acceptHandOver(tx, answerOf(other), { id, rank: '' }));
    expect(outcome).toEqual({ ok: false, refusal: { code: 'hand-over-for-another' } });
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
  });

  it('is offered to one person at a time, and not to the one who has it', async () => {
    const { coordinator } = await fresh();
    await offered(coordinator, offerOf('one@agency.test'));
    const again = await asMember(coordinator, (tx) =>
      offerHandOver(tx, made.act(), offerOf('two@agency.test')),
    );
    const own = await asMember(coordinator, (tx) =>
      offerHandOver(tx, made.act(), offerOf(coordinator.email)),
    );
    expect([again, own].map((outcome) => !outcome.ok && outcome.refusal.code)).toEqual([
      'already-offered',
      'holds-role-already',
    ]);
  });

  it('can be taken back, and then the link and the answer do nothing', async () => {
    const { coordinator } = await fresh();
    const newcomer = await aPerson(database.databases, `late-${made.agency.slug}@agency.test`);
    const id = await offered(coordinator, offerOf(newcomer.email));
    await asMember(coordinator, (tx) => cancelHandOver(tx, made.act(), id));
    expect(await made.as((tx) => listInvitations(tx, { agency: made.agency.id }))).toEqual([]);
    const outcome = await asMember(newcomer, (tx) =>
      acceptHandOver(tx, answerOf(newcomer), { id, rank: '' }),
    );
    expect(outcome).toEqual({ ok: false, refusal: { code: 'hand-over-closed' } });
  });

  it('can be declined, and whoever leads the agency hears it', async () => {
    const { coordinator, executive } = await fresh();
    const asked = await aMember(database.databases, made.agency.id, 'staff');
    const id = await offered(coordinator, offerOf(asked.email));
    await asMember(asked, (tx) => declineHandOver(tx, answerOf(asked), id));
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
    expect(await made.as((tx) => offeredHandOvers(tx, made.agency.id))).toEqual([]);
    for (const { email } of [coordinator, executive])
      expect(await mails(email)).toContain('hand-over-declined');
  });

  it('of two answers at once moves the role once', async () => {
    const { coordinator } = await fresh();
    const colleague = await aMember(database.databases, made.agency.id, 'staff');
    const id = await offered(coordinator, offerOf(colleague.email));
    const outcomes = await Promise.all(
      [1, 2].map(() =>
        asMember(colleague, (tx) => acceptHandOver(tx, answerOf(colleague), { id, rank: '' })),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rolesNow()).coordinator).toBe(colleague.email);
  });
});

describe('handing the executive’s role over', () => {
  it('by the campaign writes the new executive into the pledge and keeps the signature', async () => {
    const { executive } = await fresh();
    const administrator = await aCampaignMember(database.databases, 'administrator');
    const successor = await aMember(database.databases, made.agency.id, 'staff');
    const act = anAct(made.agency.id, administrator);
    const outcome = await actingAs(
      database.databases.app,
      { as: 'campaign', person: administrator.id },
      (tx) => offerHandOver(tx, act, { ...offerOf(successor.email, 'executive'), offeredAs: 'campaign' }),
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(await mails(executive.email)).toContain('hand-over-announced');
    await asMember(successor, (tx) =>
      acceptHandOver(tx, answerOf(successor), { id: outcome.value, rank: 'Interim Chief' }),
    );
    expect((await rolesNow()).executive).toBe(successor.email);
    const pledge = await made.as((tx) => pledgeOf(tx, made.agency.id));
    expect(pledge?.executive).toEqual({
      name: successor.name,
      rank: 'Interim Chief',
      email: successor.email,
    });
    expect(pledge?.state.is === 'active' && pledge.state.signature.name).toBe(executive.name);
  });
});

describe('asking to join an agency', () => {
  async function ask(person: KnownPerson, note = 'I am the new training sergeant.') {
    return actingAs(database.databases.app, { as: 'person', person: person.id }, async (tx) => {
      const agency = await namedAgency(tx, made.agency.slug);
      if (!agency) throw new Error('The agency is not named.');
      const act = { ...made.act(person), email: person.email };
      return askToJoin(tx, act, { agency, note });
    });
  }

  it('gives nothing until it is accepted into a role, and tells both sides by mail', async () => {
    const { coordinator, executive } = await fresh();
    const asker = await aPerson(database.databases, `asks-${made.agency.slug}@agency.test`, 'Dana Asker');
    const asked = await ask(asker);
    if (!asked.ok) throw new Error(asked.refusal.code);
    for (const { email } of [coordinator, executive]) expect(await mails(email)).toContain('join-asked');
    const seen = await actingAs(database.databases.app, { as: 'person', person: asker.id }, (tx) =>
      tx.selectFrom('agency').select('id').execute(),
    );
    expect(seen).toEqual([]);
    const [request] = await made.as((tx) => joinRequestsOf(tx, made.agency.id));
    expect(request).toMatchObject({ askerName: 'Dana Asker', note: 'I am the new training sergeant.' });
    await made.as((tx) => decideJoinRequest(tx, made.act(), { id: asked.value, role: 'training-officer' }));
    expect((await rolesNow())['training-officer']).toBe(asker.email);
    expect(await mails(asker.email)).toEqual(['join-accepted']);
  });

  it('can be declined, once, and asked again later', async () => {
    await fresh();
    const asker = await aPerson(database.databases, `declined-${made.agency.slug}@agency.test`);
    const asked = await ask(asker);
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(await ask(asker)).toEqual({ ok: false, refusal: { code: 'asked-already' } });
    const decide = () =>
      made.as((tx) => decideJoinRequest(tx, made.act(), { id: asked.value, role: undefined }));
    expect((await decide()).ok).toBe(true);
    expect(await decide()).toEqual({ ok: false, refusal: { code: 'join-request-decided' } });
    expect(await mails(asker.email)).toEqual(['join-declined']);
    expect((await ask(asker)).ok).toBe(true);
    const mine = await actingAs(database.databases.app, { as: 'person', person: asker.id }, (tx) =>
      joinRequestsBy(tx, asker.id),
    );
    expect(mine.map(({ agencyName }) => agencyName)).toEqual([made.agency.name]);
  });

  it('goes to the campaign’s administrators when nobody leads the agency any more', async () => {
    const { coordinator, executive } = await fresh();
    const administrator = await aCampaignMember(database.databases, 'administrator');
    await actingAs(database.databases.app, { as: 'campaign', person: administrator.id }, async (tx) => {
      for (const member of await listAgencyMembers(tx, made.agency.id)) {
        const act = anAct(made.agency.id, administrator);
        await endRole(tx, act, { membership: member.id, giver: 'administrator' });
      }
    });
    expect(await rolesNow()).toEqual({});
    for (const { email } of [coordinator, executive]) expect(await mails(email)).toContain('role-ended');
    const asker = await aPerson(database.databases, `orphan-${made.agency.slug}@agency.test`);
    await ask(asker);
    expect(await mails(administrator.email)).toEqual(['join-asked']);
  });

  it('is refused to a member', async () => {
    const { coordinator } = await fresh();
    expect(await ask(coordinator)).toEqual({ ok: false, refusal: { code: 'belongs-already' } });
  });
});

describe('the team', () => {
  it('is joined by invitation, into a role that is not passed on', async () => {
    await fresh();
    await made.as((tx) =>
      inviteColleague(tx, made.act(), { email: 'jo@agency.test', role: 'training-officer' }),
    );
    expect(await mails('jo@agency.test')).toEqual(['colleague-invited']);
    const member = await aMember(database.databases, made.agency.id, 'staff');
    const again = await made.as((tx) =>
      inviteColleague(tx, made.act(), { email: member.email, role: 'staff' }),
    );
    expect(again).toEqual({ ok: false, refusal: { code: 'holds-role-already' } });
  });

  it('a coordinator cannot end the executive’s role, nor anybody their own', async () => {
    const { coordinator, executive } = await fresh();
    const members = await made.as((tx) => listAgencyMembers(tx, made.agency.id));
    for (const [person, role] of [
      [coordinator, 'executive'],
      [executive, 'executive'],
    ] as const) {
      const membership = members.find((member) => member.role === role)?.id ?? '';
      const roles = members.filter((member) => member.person === person.id).map((member) => member.role);
      const outcome = await asMember(person, (tx) =>
        endRole(tx, made.act(person), { membership, giver: { roles } }),
      );
      expect(outcome).toEqual({ ok: false, refusal: { code: 'may-not-end-role' } });
    }
  });
});
