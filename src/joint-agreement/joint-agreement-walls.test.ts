import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { aJointGroup, confirms, type JointGroupForTests, joins } from '../testing/a-joint-group.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import {
  findGroup,
  findMember,
  findVersion,
  listMemberNames,
  listPartnerNames,
  lockGroup,
} from './joint-agreement-store.ts';
import { beginGroup } from './joint-lead-actions.ts';

let database: TestDatabase;
let group: JointGroupForTests;
let invited: AgencyForTests;
let joined: AgencyForTests;
let partner: PartnershipForTests;
let foreign: AgencyForTests;
let foreignPartner: PartnershipForTests;

beforeAll(async () => {
  database = await createTestDatabase();
  group = await aJointGroup(database.databases);
  const [first, second] = group.agencies;
  const [one] = group.partners;
  if (!first || !second || !one) throw new Error('The group is not whole.');
  [invited, joined, partner] = [first, second, one];
  await joins(joined, group.id);
  await confirms(partner, group.id);
  foreign = await anAgency(database.databases, { pledge: 'none' });
  foreignPartner = await aPartnership(database.databases, foreign);
});
afterAll(() => database.drop());

const word = { state: 'joined', version: 1, answered_name: 'Forged', answered_at: new Date() };

describe('a group', () => {
  it('does not exist for a foreign agency, a foreign partner, or somebody signed out', async () => {
    const look = async (tx: Parameters<typeof findGroup>[0]) => [
      await findGroup(tx, group.id),
      await lockGroup(tx, group.id),
      await findVersion(tx, group.id, 1),
      ...(await listMemberNames(tx, group.id)),
      ...(await listPartnerNames(tx, group.id)),
      ...(await tx.selectFrom('joint_member').selectAll().execute()),
      ...(await tx.selectFrom('joint_partner').selectAll().execute()),
      ...(await tx.selectFrom('joint_partnership').selectAll().execute()),
    ];
    const nothing = [undefined, undefined, undefined];
    expect(await foreign.as(look)).toEqual(nothing);
    expect(await foreignPartner.as(look)).toEqual(nothing);
    expect(await actingAs(database.databases.app, { as: 'public' }, look)).toEqual(nothing);
  });

  it('is nobody’s but the lead’s until the agreement is put before them', async () => {
    const { lead } = group;
    const id = await lead.as((tx) => beginGroup(tx, lead.act(), { name: 'Birch Region', kind: 'region' }));
    await lead.as((tx) =>
      tx
        .insertInto('joint_member')
        .values({ group_id: id, agency_id: invited.agency.id, name: 'Invited' })
        .execute(),
    );
    expect(await invited.as((tx) => findGroup(tx, id))).toBeUndefined();
    expect(await invited.as((tx) => findMember(tx, id, invited.agency.id))).toBeUndefined();
  });

  it('shows an invited agency the terms and the names of those who joined, and lets it change neither', async () => {
    const terms = await invited.as((tx) => findVersion(tx, group.id, 1));
    expect(terms?.terms.memorandum?.training).toBe('The partner teaches two classes a year.');
    const names = await invited.as((tx) => listMemberNames(tx, group.id));
    expect(names).toEqual(
      expect.arrayContaining([{ name: joined.agency.name, hasJoined: true, awaitsPartner: false }]),
    );
    expect(names).not.toContainEqual(expect.objectContaining({ name: invited.agency.name }));
    const renamed = await invited.as((tx) =>
      tx.updateTable('joint_group').set({ name: 'Ours now' }).where('id', '=', group.id).executeTakeFirst(),
    );
    expect(renamed.numUpdatedRows).toBe(0n);
    const written = invited.as((tx) =>
      tx
        .insertInto('joint_version')
        .values({
          group_id: group.id,
          number: 2,
          terms: '{}',
          proposed_by: invited.act().person,
          proposed_name: 'Forged',
          proposed_title: '',
          proposed_at: new Date(),
        })
        .execute(),
    );
    await expect(written).rejects.toThrow(/row-level security/);
  });

  it('shows no agency the contacts and answers of another', async () => {
    const rows = await joined.as((tx) => tx.selectFrom('joint_member').selectAll().execute());
    expect(rows.map(({ agency_id }) => agency_id)).toEqual([joined.agency.id]);
    expect(await joined.as((tx) => tx.selectFrom('joint_partner').selectAll().execute())).toEqual([]);
    const pairs = await joined.as((tx) => tx.selectFrom('joint_partnership').select('agency_id').execute());
    expect(pairs).toEqual([{ agency_id: joined.agency.id }]);
  });

  it('lets the lead join for nobody, and nobody else for another', async () => {
    const { lead } = group;
    const forge = (as: AgencyForTests) =>
      as.as((tx) =>
        tx
          .updateTable('joint_member')
          .set({ ...word, answered_by: as.act().person, contact_name: 'F', contact_email: 'f@f.test' })
          .where('group_id', '=', group.id)
          .where('agency_id', '=', invited.agency.id)
          .executeTakeFirst(),
      );
    await expect(forge(lead)).rejects.toThrow('Nobody answers for another.');
    expect((await forge(joined)).numUpdatedRows).toBe(0n);
  });

  it('pairs a partner with no agency that the lead lists afterwards, whatever the lead writes', async () => {
    const { lead } = group;
    const late = await anAgency(database.databases);
    await lead.as((tx) =>
      tx
        .insertInto('joint_member')
        .values({ group_id: group.id, agency_id: late.agency.id, name: 'Another', asked_at: new Date(0) })
        .execute(),
    );
    expect(await partner.as((tx) => listMemberNames(tx, group.id))).toContainEqual({
      name: late.agency.name,
      hasJoined: false,
      awaitsPartner: true,
    });
    expect((await joins(late, group.id)).ok).toBe(true);
    const covers = [late.agency.id];
    const widened = lead.as((tx) =>
      tx.updateTable('joint_partner').set({ covers }).where('group_id', '=', group.id).execute(),
    );
    await expect(widened).rejects.toThrow('Nobody answers for another.');
    const pairs = await late.as((tx) => tx.selectFrom('joint_partnership').selectAll().execute());
    expect(pairs).toEqual([]);
  });

  it('lets no agency confirm for a partner, and no partner write a partnership by hand', async () => {
    const { lead } = group;
    const confirmed = { ...word, state: 'confirmed', answered_by: lead.act().person };
    const forged = lead.as((tx) =>
      tx.updateTable('joint_partner').set(confirmed).where('group_id', '=', group.id).execute(),
    );
    await expect(forged).rejects.toThrow('Nobody answers for another.');
    const pair = partner.as((tx) =>
      tx
        .insertInto('joint_partnership')
        .values({
          group_id: group.id,
          agency_id: invited.agency.id,
          partner_id: partner.partner,
          version: 1,
          partnership_id: partner.id,
          agreed_at: new Date(),
        })
        .execute(),
    );
    await expect(pair).rejects.toThrow(/permission denied/);
  });
});
