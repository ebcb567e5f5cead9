import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedAgency } from '../agency/agency-actions.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { type AgencyStage, createAgencyStage } from '../testing/agency-stage.ts';
import { aCampaignMember, aMember, anAct, aPerson } from '../testing/an-agency.ts';
import { askToJoin, decideJoinRequest, joinRequestsBy, joinRequestsOf } from './join-request-actions.ts';
import { endRole, inviteColleague } from './team-actions.ts';

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

describe('asking to join an agency', () => {
  async function ask(person: KnownPerson, note = 'I am the new training sergeant.') {
    return stage.asPerson(person, async (tx) => {
      const agency = await namedAgency(tx, stage.made.agency.slug);
      if (!agency) throw new Error('The agency is not named.');
      const act = { ...stage.made.act(person), email: person.email };
      return askToJoin(tx, act, { agency, note });
    });
  }

  it('gives nothing until it is accepted into a role, and tells both sides by mail', async () => {
    const { coordinator, executive } = await stage.given();
    const asker = await aPerson(stage.databases, `asks-${stage.made.agency.slug}@agency.test`, 'Dana Asker');
    const asked = await ask(asker);
    if (!asked.ok) throw new Error(asked.refusal.code);
    for (const { email } of [coordinator, executive])
      expect(await kindsOfMail(email)).toContain('join-asked');
    const seen = await stage.asPerson(asker, (tx) => tx.selectFrom('agency').select('id').execute());
    expect(seen).toEqual([]);
    const [request] = await stage.made.as((tx) => joinRequestsOf(tx, stage.made.agency.id));
    expect(request).toMatchObject({ askerName: 'Dana Asker', note: 'I am the new training sergeant.' });
    await stage.made.as((tx) =>
      decideJoinRequest(tx, stage.made.act(), { id: asked.value, role: 'training-officer' }),
    );
    expect((await rolesNow())['training-officer']).toBe(asker.email);
    expect(await kindsOfMail(asker.email)).toEqual(['join-accepted']);
  });

  it('can be declined, once, and asked again later', async () => {
    await stage.given();
    const asker = await aPerson(stage.databases, `declined-${stage.made.agency.slug}@agency.test`);
    const asked = await ask(asker);
    if (!asked.ok) throw new Error(asked.refusal.code);
    expect(await ask(asker)).toEqual({ ok: false, refusal: { code: 'asked-already' } });
    const decide = () =>
      stage.made.as((tx) => decideJoinRequest(tx, stage.made.act(), { id: asked.value, role: undefined }));
    expect((await decide()).ok).toBe(true);
    expect(await decide()).toEqual({ ok: false, refusal: { code: 'join-request-decided' } });
    expect(await kindsOfMail(asker.email)).toEqual(['join-declined']);
    expect((await ask(asker)).ok).toBe(true);
    const mine = await stage.asPerson(asker, (tx) => joinRequestsBy(tx, asker.id));
    expect(mine.map(({ agencyName }) => agencyName)).toEqual([stage.made.agency.name]);
  });

  it('goes to the campaign’s administrators when nobody leads the agency any more', async () => {
    const { coordinator, executive } = await stage.given();
    const administrator = await aCampaignMember(stage.databases, 'administrator');
    await stage.asCampaign(administrator, async (tx) => {
      for (const member of await listAgencyMembers(tx, stage.made.agency.id)) {
        const act = anAct(stage.made.agency.id, administrator);
        await endRole(tx, act, { membership: member.id, giver: 'administrator' });
      }
    });
    expect(await rolesNow()).toEqual({});
    for (const { email } of [coordinator, executive])
      expect(await kindsOfMail(email)).toContain('role-ended');
    const asker = await aPerson(stage.databases, `orphan-${stage.made.agency.slug}@agency.test`);
    await ask(asker);
    expect(await kindsOfMail(administrator.email)).toEqual(['join-asked']);
  });

  it('is refused to a member', async () => {
    const { coordinator } = await stage.given();
    expect(await ask(coordinator)).toEqual({ ok: false, refusal: { code: 'belongs-already' } });
  });
});

describe('the team', () => {
  it('is joined by invitation, into a role that is not passed on', async () => {
    await stage.given();
    await stage.made.as((tx) =>
      inviteColleague(tx, stage.made.act(), { email: 'jo@agency.test', role: 'training-officer' }),
    );
    expect(await kindsOfMail('jo@agency.test')).toEqual(['colleague-invited']);
    const member = await aMember(stage.databases, stage.made.agency.id, 'staff');
    const again = await stage.made.as((tx) =>
      inviteColleague(tx, stage.made.act(), { email: member.email, role: 'staff' }),
    );
    expect(again).toEqual({ ok: false, refusal: { code: 'holds-role-already' } });
  });

  it('a coordinator cannot end the executive’s role, nor anybody their own', async () => {
    const { coordinator, executive } = await stage.given();
    const members = await stage.made.as((tx) => listAgencyMembers(tx, stage.made.agency.id));
    for (const [person, role] of [
      [coordinator, 'executive'],
      [executive, 'executive'],
    ] as const) {
      const membership = members.find((member) => member.role === role)?.id ?? '';
      const roles = members.filter((member) => member.person === person.id).map((member) => member.role);
      const outcome = await stage.asMember(person, (tx) =>
        endRole(tx, stage.made.act(person), { membership, giver: { roles } }),
      );
      expect(outcome).toEqual({ ok: false, refusal: { code: 'may-not-end-role' } });
    }
  });
});
