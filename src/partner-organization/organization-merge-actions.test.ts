import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, type PartnerId, type PersonId } from '../database/acting.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { askMerge } from './merge-request-actions.ts';
import { keepApart, organizationDossier } from './organization-desk-actions.ts';
import type { GoesOn, MergeId } from './organization-merge.ts';
import { mergeOrganizations, previewMerge, undoMerge } from './organization-merge-actions.ts';
import { findOrganization } from './partner-organization-actions.ts';
import { addContact, listContacts } from './profile-actions.ts';
import { listRepresentatives } from './representative-actions.ts';

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
    expect(preview).toMatchObject({ conflicts: [], merged: { representatives: 1, contacts: 1 } });

    const id = await merge(first.partner, second.partner);
    expect(new Set(await agenciesOf(first, first.partner))).toEqual(new Set([elm.agency.id, oak.agency.id]));
    expect(await first.as((tx) => listContacts(tx, first.partner))).toHaveLength(1);
    expect(await first.as((tx) => listRepresentatives(tx, first.partner))).toHaveLength(2);
    expect(await oak.as((tx) => findOrganization(tx, second.partner))).toMatchObject({ id: first.partner });
    expect(await asCampaign((tx) => previewMerge(tx, first.partner, second.partner))).toBeUndefined();

    const undone = await asCampaign((tx) => undoMerge(tx, { now }, id));
    expect(undone).toEqual({ ok: true, value: { kept: first.partner } });
    expect(await agenciesOf(first, first.partner)).toEqual([elm.agency.id]);
    expect(await agenciesOf(second, second.partner)).toEqual([oak.agency.id]);
    expect(await second.as((tx) => listContacts(tx, second.partner))).toHaveLength(1);
    expect(await second.as((tx) => listRepresentatives(tx, second.partner))).toHaveLength(1);
    const again = await asCampaign((tx) => undoMerge(tx, { now }, id));
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
    expect(await asCampaign((tx) => undoMerge(tx, { now }, id))).toMatchObject({
      refusal: { code: 'merge-final' },
    });
  });
});

it('an invitation that an agency sent to either record works no more, and no agency sends another', async () => {
  const first = await aPartnership(database.databases, elm, { until: 'proposed' });
  const second = await aPartnership(database.databases, oak, { until: 'proposed' });
  await merge(first.partner, second.partner);
  const open = await asOwner(
    database.ownerUrl,
    'select id from invitation where partner_id = any ($1) and accepted_at is null and revoked_at is null',
    [[first.partner, second.partner]],
  );
  expect(open).toEqual([]);
  expect(await elm.as((tx) => findOrganization(tx, first.partner))).toMatchObject({ isClaimed: true });
});

describe('somebody who speaks for two records', () => {
  it('asks the campaign to join them; a person who spoke for both is in the joined record once', async () => {
    const first = await aPartnership(database.databases, elm);
    const second = await aPartnership(database.databases, oak);
    await asOwner(
      database.ownerUrl,
      'insert into partner_membership (partner_id, person_id) values ($1, $2)',
      [second.partner, first.representative.id],
    );
    const asked = await first.as((tx) => askMerge(tx, first.partner, second.partner));
    expect(asked.ok).toBe(true);
    const dossier = await asCampaign((tx) => organizationDossier(tx, first.partner, now));
    expect(dossier?.alike).toMatchObject([{ id: second.partner, isAsked: true }]);
    const id = await merge(first.partner, second.partner);
    expect(await first.as((tx) => listRepresentatives(tx, first.partner))).toHaveLength(2);
    await asCampaign((tx) => undoMerge(tx, { now }, id));
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
