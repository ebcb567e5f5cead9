import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { confirmPartnersVersion, proposeChange } from '../agreement/negotiation-actions.ts';
import { recentAgencyEvents } from '../audit/audit.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { findPartnership } from '../partnership/partnership-actions.ts';
import { aJointGroup, aProposal, confirms, joins } from '../testing/a-joint-group.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency, aPerson } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { activitySentence } from '../workspace/activity-content.ts';
import type { JointGroupId } from './joint-agreement.ts';
import { findGroup } from './joint-agreement-store.ts';
import { declineGroup } from './joint-answer-actions.ts';
import { leftOutOf } from './joint-answered-actions.ts';
import { proposeJointVersion } from './joint-asking-actions.ts';
import { eventSentence } from './joint-event-content.ts';
import { listGroupEvents } from './joint-event-store.ts';
import { beginGroup, choosePartner, listAgencies } from './joint-lead-actions.ts';
import { listPairs } from './joint-list-store.ts';
import { findGroupOfPartnership } from './joint-pair-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is none.');
  return value;
}

async function groupOf(agency: AgencyForTests, id: JointGroupId) {
  return present(await agency.as((tx) => findGroup(tx, id)));
}

async function mailsTo(email: string, kind: string) {
  const all = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 500));
  return all.filter((mail) => mail.recipient === email && mail.kind === kind);
}

function worksFor({ agency }: AgencyForTests, { representative }: PartnershipForTests) {
  const membership = { agency: agency.id, person: representative.id, role: 'training-officer' } as const;
  return actingAs(database.databases.app, { as: 'system' }, (tx) => grantAgencyRole(tx, membership));
}

/** Somebody else who speaks for the same organization. */
async function aColleagueOf(speaker: PartnershipForTests): Promise<PartnershipForTests> {
  const email = `colleague-${speaker.partner}@partner.test`;
  const representative = await aPerson(database.databases, email, 'Noa Speaker');
  const acting = { as: 'partner', partner: speaker.partner, person: representative.id } as const;
  return {
    ...speaker,
    representative,
    as: (work) => actingAs(database.databases.app, acting, work),
    act: (now) => ({ ...speaker.act(now), person: representative.id }),
  };
}

describe('what happened in a group', () => {
  it('says to the lead who joined, declined and confirmed, in its own trail', async () => {
    const { id, lead, agencies, partners } = await aJointGroup(database.databases);
    const [joiner, decliner] = agencies;
    await joins(present(joiner), id);
    await present(decliner).as((tx) =>
      declineGroup(tx, present(decliner).act(), id, { reason: 'A team of our own.' }),
    );
    await confirms(present(partners[0]), id);
    const group = await groupOf(lead, id);
    const events = await lead.as((tx) => listGroupEvents(tx, group, 20));
    const told = events.map(eventSentence);
    expect(told.slice(0, 3)).toEqual([
      expect.stringMatching(/^Harbor Counseling .* confirmed \(version 1\)$/),
      `${present(decliner).agency.name} declined`,
      `${present(joiner).agency.name} joined (version 1)`,
    ]);
    expect(told).toContain('Version 1 was put before everybody');
    const home = await lead.as((tx) => recentAgencyEvents(tx, lead.agency.id, 50));
    expect(home.map(activitySentence)).toContain('An agency joined the group that we lead');
  });

  it('dates an answer by when it was given', async () => {
    const { id, lead, agencies } = await aJointGroup(database.databases);
    const decliner = present(agencies[0]);
    const on = new Date(Date.now() - 9 * 24 * 60 * 60 * 1000);
    await decliner.as((tx) => declineGroup(tx, { ...decliner.act(), now: on }, id, { reason: 'Not now.' }));
    const group = await groupOf(lead, id);
    const [latest] = await lead.as((tx) => listGroupEvents(tx, group, 20));
    expect(latest).toMatchObject({ action: 'joint-member-declined', at: on });
  });

  it('is the lead’s to read and no member’s', async () => {
    const { id, lead, agencies } = await aJointGroup(database.databases);
    await joins(present(agencies[0]), id);
    const group = await groupOf(lead, id);
    expect(await present(agencies[0]).as((tx) => listGroupEvents(tx, group, 20))).toEqual([]);
  });

  it('is written whole when agencies that lead each other’s groups join at one moment', async () => {
    const one = await anAgency(database.databases);
    const other = await anAgency(database.databases);
    const { partner } = await aPartnership(database.databases, one);
    const begun = async (lead: AgencyForTests, member: AgencyForTests) =>
      lead.as(async (tx) => {
        const id = await beginGroup(tx, lead.act(), { name: 'Alder County', kind: 'county' });
        const act = lead.act();
        await choosePartner(tx, act, id, { organization: partner, representativeEmail: undefined });
        await listAgencies(tx, act, id, { agencies: [member.agency.id], emails: [] });
        await proposeJointVersion(tx, act, id, aProposal());
        return id;
      });
    const waiting: { readonly member: AgencyForTests; readonly id: JointGroupId }[] = [];
    for (let round = 0; round < 4; round += 1) {
      waiting.push(
        { member: other, id: await begun(one, other) },
        { member: one, id: await begun(other, one) },
      );
    }
    const answers = await Promise.all(waiting.map(({ member, id }) => joins(member, id)));
    expect(answers.every(({ ok }) => ok)).toBe(true);
  });
});

describe('a pair for which one person would speak on both sides', () => {
  it('is told to the lead, the agency and the partner, and made once a colleague confirms', async () => {
    const { id, lead, agencies, partners } = await aJointGroup(database.databases);
    const agency = present(agencies[0]);
    const partner = present(partners[0]);
    await worksFor(agency, partner);
    await joins(agency, id);
    await confirms(partner, id);
    const group = await groupOf(lead, id);
    const own = await agency.as((tx) => leftOutOf(tx, group, { agency: agency.agency.id }));
    expect(own).toMatchObject([{ agencyName: agency.agency.name, partner: partner.partner }]);
    expect(await lead.as((tx) => leftOutOf(tx, group, { agency: lead.agency.id }))).toEqual([]);
    const [mail] = await mailsTo(agency.coordinator.email, 'joint-pair-waits');
    expect(mail?.text).toContain('also works for');
    const [toLead] = await mailsTo(lead.coordinator.email, 'joint-confirmed');
    expect(toLead?.text).toContain(`The partnership of ${agency.agency.name}`);

    const colleague = await aColleagueOf(partner);
    expect((await confirms(colleague, id)).ok).toBe(true);
    expect(await agency.as((tx) => leftOutOf(tx, group, { agency: agency.agency.id }))).toEqual([]);
    expect(await agency.as((tx) => listPairs(tx, id))).toHaveLength(1);
  });
});

describe('a partnership that came out of a group', () => {
  it('names the group to both of its sides, and to nobody else', async () => {
    const { id, agencies, partners } = await aJointGroup(database.databases, { name: 'Birch Region' });
    const [agency, foreign] = agencies;
    await joins(present(agency), id);
    await confirms(present(partners[0]), id);
    const [pair] = await present(agency).as((tx) => listPairs(tx, id));
    const { partnership } = present(pair);
    const find = { id, name: 'Birch Region' };
    expect(await present(agency).as((tx) => findGroupOfPartnership(tx, partnership))).toEqual(find);
    expect(await present(partners[0]).as((tx) => findGroupOfPartnership(tx, partnership))).toEqual(find);
    expect(await present(foreign).as((tx) => findGroupOfPartnership(tx, partnership))).toBeUndefined();
  });

  it('is under it until the two agree on a version of their own', async () => {
    const { id, agencies, partners } = await aJointGroup(database.databases, { name: 'Birch Region' });
    const [agency, partner] = [present(agencies[0]), present(partners[0])];
    await joins(agency, id);
    await confirms(partner, id);
    const { partnership } = present((await agency.as((tx) => listPairs(tx, id)))[0]);
    const foundUntil = async () => (await agency.as((tx) => findGroupOfPartnership(tx, partnership)))?.until;
    expect(await foundUntil()).toBeUndefined();
    const now = async () =>
      present(await agency.as((tx) => findPartnership(tx, { agency: agency.agency.id }, partnership)));
    const change = {
      terms: memorandumTerms({ training: 'Ours alone.' }),
      file: undefined,
      note: '',
      renews: true,
    };
    const signer = { name: 'Casey Coordinator', title: 'Sergeant' };
    const { revision } = await now();
    const sent = await partner.as((tx) =>
      proposeChange(tx, { side: 'partner', act: partner.act() }, partnership, {
        revision,
        ...change,
        signer,
      }),
    );
    expect(sent.ok).toBe(true);
    expect(await foundUntil()).toBeUndefined();
    const given = { revision: (await now()).revision, signer };
    expect((await agency.as((tx) => confirmPartnersVersion(tx, agency.act(), partnership, given))).ok).toBe(
      true,
    );
    expect(await foundUntil()).toBe(dayIn('America/Chicago', new Date()));
  });
});
