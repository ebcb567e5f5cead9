import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, type PartnerId, type PersonId } from '../database/acting.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency, aPerson } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { askMerge } from './merge-request-actions.ts';
import { keepApart, organizationDossier } from './organization-desk-actions.ts';
import type { GoesOn, MergeId } from './organization-merge.ts';
import { mergeOrganizations, previewMerge, undoMerge } from './organization-merge-actions.ts';
import { findOrganization } from './partner-organization-actions.ts';
import { addContact, listContacts } from './profile-actions.ts';
import { inviteRepresentative, listRepresentatives } from './representative-actions.ts';

let database: TestDatabase;
let elm: AgencyForTests;
let oak: AgencyForTests;
let lead: PersonId;
beforeAll(async () => {
  database = await createTestDatabase();
  elm = await anAgency(database.databases, { pledge: 'none' });
  oak = await anAgency(database.databases, { pledge: 'none' });
  lead = (await aCampaignMember(database.databases, 'assistance-lead')).id;
});
afterAll(() => database.drop());

const now = new Date();
const act = () => ({ person: lead, now, siteUrl: 'http://onemind.test', campaign: 'One Mind Campaign' });
const asCampaign: AgencyForTests['as'] = (work) =>
  actingAs(database.databases.app, { as: 'campaign', person: lead }, work);

async function merge(kept: PartnerId, merged: PartnerId, goesOn: GoesOn = new Map()): Promise<MergeId> {
  const outcome = await asCampaign((tx) => mergeOrganizations(tx, act(), { kept, merged, goesOn }));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

const join = (partner: PartnerId, person: PersonId) =>
  asOwner(database.ownerUrl, 'insert into partner_membership (partner_id, person_id) values ($1, $2)', [
    partner,
    person,
  ]);

/** Its own people invite. */
async function inviteTo({ as, partner, representative }: PartnershipForTests, email: string): Promise<void> {
  const by = { partner, partnerName: 'Harbor', person: representative.id, personName: 'Morgan Speaker' };
  const outcome = await as((tx) => inviteRepresentative(tx, { ...act(), ...by }, { email, name: undefined }));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
}

async function agenciesOf({ as }: PartnershipForTests, partner: PartnerId): Promise<readonly string[]> {
  const range = { search: '', sort: 'name', direction: 'ascending', limit: 10, offset: 0 } as const;
  const { partnerships } = await as((tx) => listPartnerships(tx, { partner }, range));
  return partnerships.map(({ agency }) => agency.id);
}

describe('two records with different agencies', () => {
  it('become one with the partnerships, people and contacts of both, and come apart again', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    await second.as((tx) => addContact(tx, second.partner, { name: 'Lee', role: 'Director', phone: '555' }));
    const preview = await asCampaign((tx) => previewMerge(tx, first.partner, second.partner));
    expect(preview).toMatchObject({ conflicts: [], merged: { contacts: 1 } });

    const id = await merge(first.partner, second.partner);
    expect(new Set(await agenciesOf(first, first.partner))).toEqual(new Set([elm.agency.id, oak.agency.id]));
    expect(await first.as((tx) => listContacts(tx, first.partner))).toHaveLength(1);
    expect(await first.as((tx) => listRepresentatives(tx, first.partner))).toHaveLength(2);
    expect(await oak.as((tx) => findOrganization(tx, second.partner))).toMatchObject({ id: first.partner });
    expect(await asCampaign((tx) => previewMerge(tx, first.partner, second.partner))).toBeUndefined();

    // What was agreed with either of the two stays proved: the merge says that they are one.
    expect(await asOwner(database.ownerUrl, 'select * from confirmed_breaks()')).toEqual([]);
    const undone = await asCampaign((tx) => undoMerge(tx, act(), id));
    expect(undone).toEqual({ ok: true, value: { kept: first.partner } });
    expect(await asOwner(database.ownerUrl, 'select * from confirmed_breaks()')).toEqual([]);
    expect(await agenciesOf(first, first.partner)).toEqual([elm.agency.id]);
    expect(await agenciesOf(second, second.partner)).toEqual([oak.agency.id]);
    expect(await second.as((tx) => listContacts(tx, second.partner))).toHaveLength(1);
    expect(await second.as((tx) => listRepresentatives(tx, second.partner))).toHaveLength(1);
    const again = await asCampaign((tx) => undoMerge(tx, act(), id));
    expect(again).toMatchObject({ refusal: { code: 'merge-final' } });
  });

  it('leave their trace in every chain that it concerns, and the chains hold', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    await merge(first.partner, second.partner);
    const rows = await asOwner<{ chain: string }>(
      database.ownerUrl,
      "select chain from audit_event where action = 'partner-organizations-merged' and details->>'merged' = $1",
      [second.partner],
    );
    expect(new Set(rows.map(({ chain }) => chain))).toEqual(
      new Set([
        'campaign',
        `partner:${first.partner}`,
        `partner:${second.partner}`,
        `agency:${oak.agency.id}`,
      ]),
    );
    expect(await asOwner(database.ownerUrl, 'select * from audit_breaks()')).toEqual([]);
    const outbox = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 50));
    const told = outbox
      .filter(({ kind }) => kind === 'partner-records-merged')
      .map(({ recipient }) => recipient);
    expect(told).toEqual(expect.arrayContaining([first.representative.email, second.representative.email]));
  });
});

describe('two records with a live partnership with one agency', () => {
  it('are joined once it is chosen which goes on; the other ends, and that is final', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, elm);
    const wanted = { kept: first.partner, merged: second.partner };
    const unchosen = await asCampaign((tx) =>
      mergeOrganizations(tx, act(), { ...wanted, goesOn: new Map() }),
    );
    expect(unchosen).toMatchObject({
      refusal: { code: 'partnerships-unsettled', agencies: [elm.agency.id] },
    });

    const id = await merge(first.partner, second.partner, new Map([[elm.agency.id, second.id]]));
    expect((await first.now()).state).toMatchObject({ is: 'ended', by: 'campaign' });
    expect(await second.now()).toMatchObject({ state: { is: 'active' }, partner: { id: first.partner } });
    expect(await asCampaign((tx) => undoMerge(tx, act(), id))).toMatchObject({
      refusal: { code: 'merge-final' },
    });
  });
});

describe('an open invitation to one of two records', () => {
  const openOf = (...partners: PartnerId[]) =>
    asOwner<{ email: string }>(
      database.ownerUrl,
      `select email from invitation where partner_id = any ($1) and accepted_at is null and revoked_at is null
       order by email`,
      [partners],
    );

  it('works no more after the merge, and no agency sends another', async () => {
    const first = await aPartnership(database.databases, elm, { until: 'proposed' });
    const second = await aPartnership(database.databases, oak, { until: 'proposed' });
    await merge(first.partner, second.partner);
    expect(await openOf(first.partner, second.partner)).toEqual([]);
    expect(await elm.as((tx) => findOrganization(tx, first.partner))).toMatchObject({ isClaimed: true });
  });

  it('of its own people is shown before with its address, changes nothing by being shown, and works no more after', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    await inviteTo(first, 'new-at-first@partner.test');
    await inviteTo(second, 'new-at-second@partner.test');
    const preview = await asCampaign((tx) => previewMerge(tx, first.partner, second.partner));
    expect(preview?.kept.invited.map(({ email }) => email)).toEqual(['new-at-first@partner.test']);
    expect(preview?.merged.invited.map(({ email }) => email)).toEqual(['new-at-second@partner.test']);
    expect(await openOf(first.partner, second.partner)).toHaveLength(2);

    const [invitation] = await asOwner<{ id: string }>(
      database.ownerUrl,
      "select id from invitation where email = 'new-at-second@partner.test'",
    );
    await merge(first.partner, second.partner);
    expect(await openOf(first.partner, second.partner)).toEqual([]);
    const late = await aPerson(database.databases, 'new-at-second@partner.test', 'Late Comer');
    expect(await acceptInvitation(database.databases.app, invitation?.id ?? '', late)).toMatchObject({
      refusal: { code: 'invitation-revoked' },
    });
    const revoked = await asOwner<{ chain: string }>(
      database.ownerUrl,
      "select chain from audit_event where action = 'invitation-revoked' and subject_id = $1",
      [invitation?.id ?? ''],
    );
    expect(revoked).toEqual([{ chain: `partner:${second.partner}` }]);
  });
});

describe('an invitation accepted in the moment of a merge', () => {
  it.each([1, 2, 3, 4, 5, 6])(
    'is accepted before it or revoked by it, and fails neither (%i)',
    async (number) => {
      const first = await aPartnership(database.databases, elm);
      const second = await aPartnership(database.databases, oak);
      const comer = await aPerson(database.databases, `comer-${number}@partner.test`, 'Quick Comer');
      await inviteTo(second, comer.email);
      const [invitation] = await second.as((tx) => listInvitations(tx, { partner: second.partner }));
      const [accepted] = await Promise.all([
        acceptInvitation(database.databases.app, invitation?.id ?? '', comer),
        merge(first.partner, second.partner),
      ]);
      const people = await first.as((tx) => listRepresentatives(tx, first.partner));
      expect(people.map(({ email }) => email).includes(comer.email)).toBe(accepted.ok);
      if (!accepted.ok) expect(accepted.refusal.code).toBe('invitation-revoked');
    },
  );
});

describe('before two records are joined', () => {
  it('everybody who would speak for the one is shown by address, and who shares a mail domain with an agency', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    await aMember(database.databases, oak.agency.id, 'staff', 'deputy@oak-sheriff.test');
    const cousin = await aPerson(database.databases, 'cousin@oak-sheriff.test', 'Cousin Example');
    await join(first.partner, cousin.id);
    const preview = await asCampaign((tx) => previewMerge(tx, first.partner, second.partner));
    expect(preview?.kept.representatives).toEqual(
      expect.arrayContaining([
        { name: 'Cousin Example', email: cousin.email, atDomainOf: [oak.agency.name] },
        { name: 'Morgan Speaker', email: first.representative.email, atDomainOf: [] },
      ]),
    );
    expect(preview?.merged.representatives.map(({ email }) => email)).toEqual([second.representative.email]);
  });

  it('an address at a public mail provider says nothing about whom somebody works for', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    const sergeant = await aPerson(database.databases, 'oak.sergeant@gmail.com', 'Oak Sergeant');
    await asOwner(
      database.ownerUrl,
      "insert into agency_membership (agency_id, person_id, role) values ($1, $2, 'staff')",
      [oak.agency.id, sergeant.id],
    );
    const peer = await aPerson(database.databases, 'peer.worker@gmail.com', 'Peer Worker');
    await join(second.partner, peer.id);
    const preview = await asCampaign((tx) => previewMerge(tx, first.partner, second.partner));
    const shown = preview?.merged.representatives.find(({ email }) => email === peer.email);
    expect(shown?.atDomainOf).toEqual([]);
  });
});

describe('taking a merge back', () => {
  it('ends the places taken and the invitations sent meanwhile, and tells those whose place it was', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    const id = await merge(first.partner, second.partner);
    await inviteTo(first, 'cousin@other.test');
    const [invitation] = await first.as((tx) => listInvitations(tx, { partner: first.partner }));
    const cousin = await aPerson(database.databases, 'cousin@other.test', 'Cousin Other');
    expect((await acceptInvitation(database.databases.app, invitation?.id ?? '', cousin)).ok).toBe(true);
    await inviteTo(first, 'second-cousin@other.test');
    const dossier = await asCampaign((tx) => organizationDossier(tx, first.partner, now));
    expect(dossier?.merges[0]?.placesSince).toMatchObject([{ email: cousin.email }]);

    expect((await asCampaign((tx) => undoMerge(tx, act(), id))).ok).toBe(true);
    const emailsOf = async ({ as, partner }: PartnershipForTests) =>
      (await as((tx) => listRepresentatives(tx, partner))).map(({ email }) => email);
    expect(await emailsOf(first)).toEqual([first.representative.email]);
    expect(await emailsOf(second)).toEqual([second.representative.email]);
    expect(await first.as((tx) => listInvitations(tx, { partner: first.partner }))).toEqual([]);
    const outbox = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 50));
    const told = outbox.filter(({ kind }) => kind === 'place-ended-by-undo');
    expect(told.map(({ recipient }) => recipient)).toEqual([cousin.email]);
    expect(await asOwner(database.ownerUrl, 'select * from audit_breaks()')).toEqual([]);
  });

  it('leaves alone whom a later merge brought along', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    const third = await aPartnership(
      database.databases,
      await anAgency(database.databases, { pledge: 'none' }),
    );
    const id = await merge(first.partner, second.partner);
    const colleague = await aPerson(database.databases, 'colleague@third.test', 'Colleague Third');
    await join(third.partner, colleague.id);
    await merge(first.partner, third.partner);
    expect((await asCampaign((tx) => undoMerge(tx, act(), id))).ok).toBe(true);
    const people = await first.as((tx) => listRepresentatives(tx, first.partner));
    expect(people.map(({ email }) => email)).toContain(colleague.email);
  });
});

describe('somebody who speaks for two records', () => {
  it('asks the campaign to join them; a person who spoke for both is in the joined record once', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    await join(second.partner, first.representative.id);
    const asked = await first.as((tx) => askMerge(tx, first.partner, second.partner));
    expect(asked.ok).toBe(true);
    const dossier = await asCampaign((tx) => organizationDossier(tx, first.partner, now));
    expect(dossier?.alike).toMatchObject([{ id: second.partner, isAsked: true }]);
    const id = await merge(first.partner, second.partner);
    expect(await first.as((tx) => listRepresentatives(tx, first.partner))).toHaveLength(2);
    await asCampaign((tx) => undoMerge(tx, act(), id));
    expect(await first.as((tx) => listRepresentatives(tx, first.partner))).toHaveLength(1);
    expect(await second.as((tx) => listRepresentatives(tx, second.partner))).toHaveLength(2);
  });

  it('two that the campaign keeps apart are not shown as alike again', async () => {
    const first = await aPartnership(database.databases, elm, { name: 'Quarry Lane Crisis House' });
    const second = await aPartnership(database.databases, oak, { name: 'Quarry Lane Crisis Housing' });
    const alike = async () =>
      (await asCampaign((tx) => organizationDossier(tx, first.partner, now)))?.alike.map(({ id }) => id);
    expect(await alike()).toEqual([second.partner]);
    const apart = await asCampaign((tx) =>
      keepApart(tx, { person: lead, now }, first.partner, second.partner),
    );
    expect(apart.ok).toBe(true);
    expect(await alike()).toEqual([]);
  });
});
