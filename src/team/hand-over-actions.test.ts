import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { type AgencyStage, createAgencyStage } from '../testing/agency-stage.ts';
import { aCampaignMember, aMember, anAct, aPerson } from '../testing/an-agency.ts';
import { cancelHandOver, offeredHandOvers, offerHandOver } from './hand-over-actions.ts';
import { acceptHandOver, declineHandOver } from './hand-over-answer-actions.ts';

let stage: AgencyStage;
beforeAll(async () => {
  stage = await createAgencyStage();
});
afterAll(() => stage.drop());

const rolesNow = () =>
  stage.made.as(async (tx) => {
    const members = await listAgencyMembers(tx, stage.made.agency.id);
    return Object.fromEntries(members.map(({ role, email }) => [role, email]));
  });

const kindsOfMail = async (to: string) => (await stage.mails(to)).map(({ kind }) => kind);

const reason = 'Moves to patrol.';

const answerOf = (person: KnownPerson) => ({ ...stage.made.act(person), email: person.email });

const offerOf = (email: string, role: 'coordinator' | 'executive' = 'coordinator') => ({
  role,
  email,
  reason,
  offeredAs: 'agency' as const,
});

async function offered(by: KnownPerson, offer: Parameters<typeof offerHandOver>[2]) {
  const outcome = await stage.asMember(by, (tx) => offerHandOver(tx, stage.made.act(by), offer));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

describe('handing the coordinator’s role over', () => {
  it('to a colleague takes effect when they accept, and the old coordinator stays as staff', async () => {
    const { coordinator } = await stage.given();
    const colleague = await aMember(stage.databases, stage.made.agency.id, 'training-officer');
    const id = await offered(coordinator, offerOf(colleague.email));
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
    await stage.asMember(colleague, (tx) => acceptHandOver(tx, answerOf(colleague), { id, rank: '' }));
    expect(await rolesNow()).toMatchObject({ coordinator: colleague.email, staff: coordinator.email });
    expect(await kindsOfMail(colleague.email)).toEqual(['hand-over-done', 'hand-over-offered']);
    expect(await kindsOfMail(coordinator.email)).toContain('hand-over-done');
    expect(await stage.audited('hand-over')).toEqual(['hand-over-offered', 'hand-over-accepted']);
  });

  it('to somebody new invites them as staff first, so that asking alone gives no role', async () => {
    const { coordinator } = await stage.given();
    const newcomer = await aPerson(stage.databases, `new-${stage.made.agency.slug}@agency.test`);
    const id = await offered(coordinator, offerOf(newcomer.email));
    const [invitation] = await stage.made.as((tx) => listInvitations(tx, { agency: stage.made.agency.id }));
    expect(invitation?.into).toMatchObject({ role: 'staff' });
    await acceptInvitation(stage.databases.app, invitation?.id ?? '', newcomer);
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
    await stage.asMember(newcomer, (tx) => acceptHandOver(tx, answerOf(newcomer), { id, rank: '' }));
    const members = await stage.made.as((tx) => listAgencyMembers(tx, stage.made.agency.id));
    expect(members.filter(({ person }) => person === newcomer.id).map(({ role }) => role)).toEqual([
      'coordinator',
    ]);
  });

  it('by the executive, when the coordinator has left, tells the old one and leaves them no role', async () => {
    const { coordinator, executive } = await stage.given();
    const colleague = await aMember(stage.databases, stage.made.agency.id, 'staff');
    const id = await offered(executive, offerOf(colleague.email));
    expect(await kindsOfMail(coordinator.email)).toContain('hand-over-announced');
    await stage.asMember(colleague, (tx) => acceptHandOver(tx, answerOf(colleague), { id, rank: '' }));
    const members = await stage.made.as((tx) => listAgencyMembers(tx, stage.made.agency.id));
    expect(members.filter(({ person }) => person === coordinator.id)).toEqual([]);
    expect(await kindsOfMail(coordinator.email)).toContain('hand-over-done');
  });

  it('can be accepted only by the person asked', async () => {
    const { coordinator } = await stage.given();
    const [asked, other] = [
      await aMember(stage.databases, stage.made.agency.id, 'staff'),
      await aMember(stage.databases, stage.made.agency.id, 'training-officer'),
    ];
    const id = await offered(coordinator, offerOf(asked.email));
    const outcome = await stage.asMember(other, (tx) =>
      acceptHandOver(tx, answerOf(other), { id, rank: '' }),
    );
    expect(outcome).toEqual({ ok: false, refusal: { code: 'hand-over-for-another' } });
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
  });

  it('is offered to one person at a time, and not to the one who has it', async () => {
    const { coordinator } = await stage.given();
    await offered(coordinator, offerOf('one@agency.test'));
    const again = await stage.asMember(coordinator, (tx) =>
      offerHandOver(tx, stage.made.act(), offerOf('two@agency.test')),
    );
    const own = await stage.asMember(coordinator, (tx) =>
      offerHandOver(tx, stage.made.act(), offerOf(coordinator.email)),
    );
    expect([again, own].map((outcome) => !outcome.ok && outcome.refusal.code)).toEqual([
      'already-offered',
      'holds-role-already',
    ]);
  });

  it('can be taken back, and then the link and the answer do nothing', async () => {
    const { coordinator } = await stage.given();
    const newcomer = await aPerson(stage.databases, `late-${stage.made.agency.slug}@agency.test`);
    const id = await offered(coordinator, offerOf(newcomer.email));
    await stage.asMember(coordinator, (tx) => cancelHandOver(tx, stage.made.act(), id));
    expect(await stage.made.as((tx) => listInvitations(tx, { agency: stage.made.agency.id }))).toEqual([]);
    const outcome = await stage.asMember(newcomer, (tx) =>
      acceptHandOver(tx, answerOf(newcomer), { id, rank: '' }),
    );
    expect(outcome).toEqual({ ok: false, refusal: { code: 'hand-over-closed' } });
  });

  it('can be declined, and whoever leads the agency hears it', async () => {
    const { coordinator, executive } = await stage.given();
    const asked = await aMember(stage.databases, stage.made.agency.id, 'staff');
    const id = await offered(coordinator, offerOf(asked.email));
    await stage.asMember(asked, (tx) => declineHandOver(tx, answerOf(asked), id));
    expect((await rolesNow()).coordinator).toBe(coordinator.email);
    expect(await stage.made.as((tx) => offeredHandOvers(tx, stage.made.agency.id))).toEqual([]);
    for (const { email } of [coordinator, executive])
      expect(await kindsOfMail(email)).toContain('hand-over-declined');
  });

  it('of two answers at once moves the role once', async () => {
    const { coordinator } = await stage.given();
    const colleague = await aMember(stage.databases, stage.made.agency.id, 'staff');
    const id = await offered(coordinator, offerOf(colleague.email));
    const outcomes = await Promise.all(
      [1, 2].map(() =>
        stage.asMember(colleague, (tx) => acceptHandOver(tx, answerOf(colleague), { id, rank: '' })),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rolesNow()).coordinator).toBe(colleague.email);
  });
});

describe('handing the executive’s role over', () => {
  it('by the campaign writes the new executive into the pledge and keeps the signature', async () => {
    const { executive } = await stage.given();
    const administrator = await aCampaignMember(stage.databases, 'administrator');
    const successor = await aMember(stage.databases, stage.made.agency.id, 'staff');
    const act = anAct(stage.made.agency.id, administrator);
    const outcome = await stage.asCampaign(administrator, (tx) =>
      offerHandOver(tx, act, { ...offerOf(successor.email, 'executive'), offeredAs: 'campaign' }),
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    expect(await kindsOfMail(executive.email)).toContain('hand-over-announced');
    await stage.asMember(successor, (tx) =>
      acceptHandOver(tx, answerOf(successor), { id: outcome.value, rank: 'Interim Chief' }),
    );
    expect((await rolesNow()).executive).toBe(successor.email);
    const pledge = await stage.made.as((tx) => pledgeOf(tx, stage.made.agency.id));
    expect(pledge?.executive).toEqual({
      name: successor.name,
      rank: 'Interim Chief',
      email: successor.email,
    });
    expect(pledge?.state.is === 'active' && pledge.state.signature.name).toBe(executive.name);
  });
});
