import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposeChange } from '../agreement/negotiation-actions.ts';
import { listVersions } from '../agreement/version-actions.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { endAgencyMembership, grantAgencyRole, listAgencyMembers } from '../identity/membership-actions.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { listPartnerships, partnershipStandings } from '../partnership/partnership-actions.ts';
import { aJointGroup, aProposal, confirms, joins, leadSigner } from '../testing/a-joint-group.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency, aPerson } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { listShown } from './joint-agreement.ts';
import { findMember, listMemberNames } from './joint-agreement-store.ts';
import { declineGroup, leaveGroup } from './joint-answer-actions.ts';
import { proposeJointVersion, remindAwaited } from './joint-asking-actions.ts';
import { refuseGroup } from './joint-confirm-actions.ts';
import { endGroup } from './joint-end-actions.ts';
import { beginGroup, choosePartner, listAgencies } from './joint-lead-actions.ts';
import { countAwaiting } from './joint-list-store.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const everything = { search: '', sort: 'name', direction: 'ascending', limit: 50, offset: 0 } as const;

function partnershipsOf(agency: AgencyForTests) {
  return agency.as(async (tx) => {
    const { partnerships } = await listPartnerships(tx, { agency: agency.agency.id }, everything);
    return partnerships;
  });
}

async function withPartner(agency: AgencyForTests, { partner }: PartnershipForTests) {
  return (await partnershipsOf(agency)).filter((one) => one.partner.id === partner);
}

function first<Value>([value]: readonly Value[]): Value {
  if (value === undefined) throw new Error('There is none.');
  return value;
}

describe('a group under one agreement', () => {
  it('gives every agency that has joined a partnership of its own when the partner confirms once', async () => {
    const { id, lead, agencies, partners } = await aJointGroup(database.databases, { agencies: 3 });
    const partner = first(partners);
    const [one, two, three] = agencies;
    if (!one || !two || !three) throw new Error('Agencies are missing.');
    await joins(one, id);
    await joins(two, id);
    expect(await withPartner(one, partner)).toEqual([]);
    expect((await confirms(partner, id, { coversLater: false })).ok).toBe(true);
    for (const agency of [lead, one, two]) {
      const [partnership, ...others] = await withPartner(agency, partner);
      expect(others).toEqual([]);
      expect(partnership?.state).toMatchObject({ is: 'active', confirmation: { name: 'Morgan Speaker' } });
      expect(partnership?.agreement?.name).toBe('joint-agreement.pdf');
      expect(partnership?.arrangement.partnerContact.name).toBe('Pat Partner');
      const facts = await agency.as((tx) =>
        partnershipStandings(tx, agency.agency.id, dayIn('UTC', new Date())),
      );
      expect(facts).toMatchObject([{ state: 'confirmed', hasAgreement: true }]);
    }
    const [partnership] = await withPartner(one, partner);
    expect(partnership?.arrangement.agencyContact.name).toBe(`At ${one.agency.name}`);
    const of = { agency: one.agency.id, partnership: first(await withPartner(one, partner)).id };
    const versions = await one.as((tx) => listVersions(tx, of));
    expect(versions).toHaveLength(1);
    expect(versions[0]?.terms.memorandum).toMatchObject({
      agencyAlways: '555-0199',
      partnerAlways: '555-0199',
      training: 'The partner teaches two classes a year.',
    });
    expect(await withPartner(three, partner)).toEqual([]);
  });

  it('covers agencies that join later when the partner said so', async () => {
    const { id, agencies, partners } = await aJointGroup(database.databases);
    const later = first(agencies);
    await confirms(first(partners), id, { coversLater: true });
    await joins(later, id);
    expect(await withPartner(later, first(partners))).toMatchObject([{ state: { is: 'active' } }]);
  });

  it('asks the partner again for agencies that join later when it said so', async () => {
    const { id, agencies, partners } = await aJointGroup(database.databases);
    const partner = first(partners);
    const later = first(agencies);
    await confirms(partner, id, { coversLater: false });
    await joins(later, id);
    expect(await withPartner(later, partner)).toEqual([]);
    await confirms(partner, id, { coversLater: false });
    expect(await withPartner(later, partner)).toMatchObject([{ state: { is: 'active' } }]);
  });

  it('binds no partner to an agency that the lead adds after the partner has confirmed', async () => {
    const { id, lead, partners } = await aJointGroup(database.databases);
    const partner = first(partners);
    await confirms(partner, id, { coversLater: true });
    const added = await anAgency(database.databases);
    const list = { agencies: [added.agency.id], emails: [] };
    await lead.as((tx) => listAgencies(tx, lead.act(), id, list));
    expect((await mailsTo(partner.representative.email))[0]?.text).toContain(
      `after you had confirmed: ${added.agency.name}.`,
    );
    expect(await partner.as((tx) => countAwaiting(tx, { partner: partner.partner }))).toBe(1);
    expect((await joins(added, id)).ok).toBe(true);
    expect(await withPartner(added, partner)).toEqual([]);
    expect((await mailsTo(partner.representative.email))[0]?.text).toContain(
      `${added.agency.name} joined Alder County. What you confirmed does not hold for them.`,
    );
    await confirms(partner, id, { coversLater: true });
    expect(await withPartner(added, partner)).toMatchObject([{ state: { is: 'active' } }]);
    expect(await partner.as((tx) => countAwaiting(tx, { partner: partner.partner }))).toBe(0);
  });

  it('takes no partner’s yes that was given to another list of agencies', async () => {
    const { id, lead, partners } = await aJointGroup(database.databases);
    const partner = first(partners);
    const list = await partner.as(async (tx) => listShown(await listMemberNames(tx, id)));
    const added = await anAgency(database.databases);
    await lead.as((tx) => listAgencies(tx, lead.act(), id, { agencies: [added.agency.id], emails: [] }));
    expect(await confirms(partner, id, { list })).toMatchObject({ refusal: { code: 'list-changed' } });
    expect((await confirms(partner, id)).ok).toBe(true);
  });

  it('keeps what is in effect until both sides have given their word to a new version', async () => {
    const { id, lead, agencies, partners } = await aJointGroup(database.databases);
    const agency = first(agencies);
    const partner = first(partners);
    await joins(agency, id);
    await confirms(partner, id);
    const partnership = first(await withPartner(agency, partner));
    const of = { agency: agency.agency.id, partnership: partnership.id };
    const proposal = aProposal({ version: 1, training: 'Four classes a year.' });
    const proposed = await lead.as((tx) => proposeJointVersion(tx, lead.act(), id, proposal));
    expect(proposed).toMatchObject({ ok: true, value: 2 });
    await joins(agency, id, 2);
    const inEffect = async () =>
      (await agency.as((tx) => listVersions(tx, of))).find(({ state }) => state.is === 'agreed');
    expect((await inEffect())?.terms.memorandum?.training).toBe('The partner teaches two classes a year.');
    expect(await confirms(partner, id, { version: 1 })).toMatchObject({
      refusal: { code: 'version-changed' },
    });
    await confirms(partner, id, { version: 2 });
    expect((await inEffect())?.number).toBe(2);
    expect((await inEffect())?.terms.memorandum?.training).toBe('Four classes a year.');
    expect(await withPartner(agency, partner)).toHaveLength(1);
  });

  it('lets an agency decline with a reason, and asks it again when the lead lists it again', async () => {
    const { id, lead, agencies } = await aJointGroup(database.databases);
    const agency = first(agencies);
    const reason = 'Our city attorney has to read it first.';
    const declined = await agency.as((tx) => declineGroup(tx, agency.act(), id, { reason }));
    expect(declined.ok).toBe(true);
    const mails = await mailsTo(lead.coordinator.email);
    expect(mails[0]?.text).toContain(reason);
    const again = { agencies: [agency.agency.id], emails: [] };
    expect(await lead.as((tx) => listAgencies(tx, lead.act(), id, again))).toMatchObject({
      value: { added: 1 },
    });
    expect((await joins(agency, id)).ok).toBe(true);
  });

  it.each([
    [true, 'ended'],
    [false, 'active'],
  ] as const)(
    'lets an agency leave and choose what becomes of its partnerships: ends %s',
    async (endsPartnerships, state) => {
      const { id, agencies, partners } = await aJointGroup(database.databases);
      const [agency, stays] = agencies;
      if (!agency || !stays) throw new Error('Agencies are missing.');
      await joins(agency, id);
      await joins(stays, id);
      await confirms(first(partners), id);
      const leaving = { reason: 'A county of our own.', endsPartnerships };
      expect((await agency.as((tx) => leaveGroup(tx, agency.act(), id, leaving))).ok).toBe(true);
      expect(await withPartner(agency, first(partners))).toMatchObject([{ state: { is: state } }]);
      expect(await withPartner(stays, first(partners))).toMatchObject([{ state: { is: 'active' } }]);
    },
  );

  it('lets a partner say no, and nobody is bound', async () => {
    const { id, agencies, partners } = await aJointGroup(database.databases);
    const agency = first(agencies);
    const partner = first(partners);
    await joins(agency, id);
    const act = { ...partner.act(), personName: 'Morgan Speaker' };
    const no = { reason: 'We have no beds left.', endsPartnerships: false };
    expect((await partner.as((tx) => refuseGroup(tx, act, id, no))).ok).toBe(true);
    expect(await withPartner(agency, partner)).toEqual([]);
    expect(await confirms(partner, id)).toMatchObject({ refusal: { code: 'nothing-asked' } });
  });

  it('ends without ending the partnerships that came out of it', async () => {
    const { id, lead, agencies, partners } = await aJointGroup(database.databases);
    const [agency, late] = agencies;
    if (!agency || !late) throw new Error('Agencies are missing.');
    await joins(agency, id);
    await confirms(first(partners), id);
    await lead.as((tx) => endGroup(tx, lead.act(), id, { reason: 'The county board decided so.' }));
    expect(await withPartner(agency, first(partners))).toMatchObject([{ state: { is: 'active' } }]);
    expect(await joins(late, id)).toMatchObject({ refusal: { code: 'group-ended' } });
    const [mail] = await mailsTo(late.coordinator.email);
    expect(mail?.subject).toBe('Alder County has ended');
  });

  it('leaves out an agency for which the confirming person works', async () => {
    const { id, agencies, partners } = await aJointGroup(database.databases);
    const [agency, other] = agencies;
    const partner = first(partners);
    if (!agency || !other) throw new Error('Agencies are missing.');
    await actingAs(database.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, {
        agency: agency.agency.id,
        person: partner.representative.id,
        role: 'training-officer',
      }),
    );
    await joins(agency, id);
    await joins(other, id);
    await confirms(partner, id);
    expect(await withPartner(agency, partner)).toEqual([]);
    expect(await withPartner(other, partner)).toMatchObject([{ state: { is: 'active' } }]);
  });

  it('takes over a partnership that the two already had', async () => {
    const { id, lead, partners } = await aJointGroup(database.databases);
    const own = await aPartnership(database.databases, lead);
    const asked = { organization: own.partner, representativeEmail: undefined };
    await lead.as((tx) => choosePartner(tx, lead.act(), id, asked));
    expect((await confirms(own, id)).ok).toBe(true);
    const [partnership, ...more] = await withPartner(lead, own);
    expect(more).toEqual([]);
    expect(partnership).toMatchObject({ id: own.id, state: { is: 'active' } });
    const of = { agency: lead.agency.id, partnership: own.id };
    expect((await lead.as((tx) => listVersions(tx, of))).map(({ state }) => state.is)).toEqual([
      'agreed',
      'superseded',
    ]);
    expect(partners).toHaveLength(1);
  });

  it('replaces a version that waited between the two: nobody took it back', async () => {
    const { id, lead } = await aJointGroup(database.databases);
    const own = await aPartnership(database.databases, lead);
    const change = { terms: memorandumTerms(), file: undefined, note: '', renews: false, signer: leadSigner };
    const { revision } = await own.now();
    const sent = await own.as((tx) =>
      proposeChange(tx, { side: 'partner', act: own.act() }, own.id, { ...change, revision }),
    );
    expect(sent.ok).toBe(true);
    const asked = { organization: own.partner, representativeEmail: undefined };
    await lead.as((tx) => choosePartner(tx, lead.act(), id, asked));
    expect((await confirms(own, id)).ok).toBe(true);
    const of = { agency: lead.agency.id, partnership: own.id };
    const states = (await lead.as((tx) => listVersions(tx, of))).map(({ side, state }) => [side, state.is]);
    expect(states).toEqual([
      ['agency', 'agreed'],
      ['partner', 'superseded'],
      ['agency', 'superseded'],
    ]);
  });

  it('reminds those who have not answered, and nobody else', async () => {
    const { id, lead, agencies, partners } = await aJointGroup(database.databases);
    const [joined, silent] = agencies;
    if (!joined || !silent) throw new Error('Agencies are missing.');
    await joins(joined, id);
    const reminded = await lead.as((tx) => remindAwaited(tx, lead.act(), id));
    expect(reminded).toMatchObject({ value: 2 });
    expect((await mailsTo(silent.executive.email))[0]?.subject).toContain('waits for the answer');
    expect((await mailsTo(first(partners).representative.email))[0]?.subject).toContain(
      'waits for the answer',
    );
    expect((await mailsTo(joined.coordinator.email)).map(({ subject }) => subject)).not.toContainEqual(
      expect.stringContaining('waits for the answer'),
    );
  });

  it('invites an address to the pledge, and the agency finds the invitation when it comes', async () => {
    const { id, lead } = await aJointGroup(database.databases);
    const emails = ['chief@new-agency.test'];
    await lead.as((tx) => listAgencies(tx, lead.act(), id, { agencies: [], emails }));
    const [mail] = await mailsTo('chief@new-agency.test');
    expect(mail?.text).toContain('takes the pledge first');
    const agency = await anAgency(database.databases, { pledge: 'none' });
    const chief = await aPerson(database.databases, 'chief@new-agency.test', 'Chris Chief');
    await actingAs(database.databases.app, { as: 'system' }, async (tx) => {
      const members = await listAgencyMembers(tx, agency.agency.id);
      const executive = members.find(({ role }) => role === 'executive');
      await endAgencyMembership(tx, agency.agency.id, executive?.id ?? '');
      await grantAgencyRole(tx, { agency: agency.agency.id, person: chief.id, role: 'executive' });
    });
    const member = await agency.as((tx) => findMember(tx, id, agency.agency.id));
    expect(member).toMatchObject({ state: 'asked', name: agency.agency.name });
    expect((await joins(agency, id)).ok).toBe(true);
  });

  it('is not put before anybody without partners and agencies', async () => {
    const lead = await anAgency(database.databases);
    const outcome = await lead.as(async (tx) => {
      const id = await beginGroup(tx, lead.act(), { name: 'Alder County', kind: 'county' });
      return proposeJointVersion(tx, lead.act(), id, aProposal());
    });
    expect(outcome).toMatchObject({ refusal: { code: 'not-ready', missing: ['partners', 'agencies'] } });
  });
});

describe('twelve agencies that join while two partners confirm', () => {
  it.each([true, false])(
    'lose nobody and make nobody a partner twice (later joiners covered: %s)',
    async (coversLater) => {
      const { id, lead, agencies, partners } = await aJointGroup(database.databases, {
        agencies: 12,
        partners: 2,
      });
      const outcomes = await Promise.all([
        ...agencies.slice(0, 6).map((agency) => joins(agency, id)),
        ...partners.map((partner) => confirms(partner, id, { coversLater })),
        ...agencies.slice(6).map((agency) => joins(agency, id)),
        ...agencies.slice(0, 3).map((agency) => joins(agency, id)),
      ]);
      const refusals = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.refusal.code]));
      expect(refusals).toEqual(['nothing-asked', 'nothing-asked', 'nothing-asked']);
      if (!coversLater) for (const partner of partners) await confirms(partner, id, { coversLater });
      for (const agency of [lead, ...agencies]) {
        for (const partner of partners) {
          const found = await withPartner(agency, partner);
          expect(found).toMatchObject([{ state: { is: 'active' } }]);
          const of = { agency: agency.agency.id, partnership: first(found).id };
          expect(await agency.as((tx) => listVersions(tx, of))).toHaveLength(1);
        }
      }
    },
  );
});

async function mailsTo(email: string) {
  const all = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 2000));
  return all.filter(({ recipient }) => recipient === email);
}
