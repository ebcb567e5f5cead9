import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, type PartnerId } from '../database/acting.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency, aPerson } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { listPartnersAtAgencyDomain } from './agency-mail-domain-actions.ts';
import { noteToldApart } from './partner-organization-store.ts';
import { addContact, listContacts } from './profile-actions.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let other: AgencyForTests;
let mine: PartnershipForTests;
let foreign: PartnershipForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases, { pledge: 'none' });
  other = await anAgency(database.databases, { pledge: 'none' });
  mine = await aPartnership(database.databases, agency);
  foreign = await aPartnership(database.databases, other);
  const contact = { name: 'Lee Liaison', role: 'Director', phone: '555-0100' };
  await mine.as((tx) => addContact(tx, mine.partner, contact));
});
afterAll(() => database.drop());

describe('the named people of an organization', () => {
  it('are seen by an agency while the partnership is active, and by nobody else', async () => {
    const seen = async (as: AgencyForTests['as']) =>
      (await as((tx) => listContacts(tx, mine.partner))).length;
    expect(await seen(agency.as)).toBe(1);
    expect(await seen(other.as)).toBe(0);
    expect(await seen(foreign.as)).toBe(0);
    const asking = await anAgency(database.databases, { pledge: 'none' });
    await asOwner(
      database.ownerUrl,
      `insert into partnership (agency_id, partner_id, state, purpose, services, agency_contact_name,
         agency_contact_email, partner_contact_name, partner_contact_email, proposed_by)
       values ($1, $2, 'proposed', 'Help', '{training}', 'A', 'a@agency.test', 'B', 'b@partner.test', $3)`,
      [asking.agency.id, mine.partner, asking.act().person],
    );
    expect(await seen(asking.as)).toBe(0);
  });

  it('are written by the organization alone', async () => {
    const write = (as: AgencyForTests['as']) =>
      as((tx) => addContact(tx, mine.partner, { name: 'Forged', role: 'None', phone: '555-0100' }));
    await expect(write(agency.as)).rejects.toThrow(/row-level security/);
    await expect(write(foreign.as)).rejects.toThrow(/row-level security/);
  });
});

describe('the record of an organization', () => {
  const rename = (as: AgencyForTests['as'], id: PartnerId) =>
    as(async (tx) => {
      const { numUpdatedRows } = await tx
        .updateTable('partner_organization')
        .set({ name: 'Renamed' })
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return Number(numUpdatedRows);
    });

  it('is changed neither by an agency nor by another organization once it is claimed', async () => {
    expect(await rename(agency.as, mine.partner)).toBe(0);
    expect(await rename(foreign.as, mine.partner)).toBe(0);
    expect(await rename(mine.as, mine.partner)).toBe(1);
  });

  it('is merged by no hand but the database’s own', async () => {
    const merge = mine.as((tx) =>
      tx
        .updateTable('partner_organization')
        .set({ merged_into: foreign.partner, merged_at: new Date() })
        .where('id', '=', mine.partner)
        .execute(),
    );
    await expect(merge).rejects.toThrow(/permission denied/);
  });
});

describe('who speaks for an organization', () => {
  it('is ended by its own people alone', async () => {
    const end = (as: AgencyForTests['as']) =>
      as(async (tx) => {
        const { numUpdatedRows } = await tx
          .updateTable('partner_membership')
          .set({ ended_at: new Date() })
          .where('partner_id', '=', mine.partner)
          .executeTakeFirstOrThrow();
        return Number(numUpdatedRows);
      });
    expect(await end(agency.as)).toBe(0);
    expect(await end(foreign.as)).toBe(0);
  });

  it('no agency decides again after the last of them left', async () => {
    const left = await aPartnership(database.databases, agency);
    await asOwner(database.ownerUrl, 'update partner_membership set ended_at = now() where partner_id = $1', [
      left.partner,
    ]);
    const forged = agency.as((tx) =>
      tx
        .insertInto('invitation')
        .values({
          token_hash: Buffer.from(randomUUID()),
          email: 'mine@agency.test',
          agency_id: agency.agency.id,
          partner_id: left.partner,
          place: 'partner',
          role: 'representative',
          leads_to: '/',
          expires_at: new Date(Date.now() + 1e9),
        })
        .execute(),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe('merging', () => {
  it.each(['reviewer', 'editor'] as const)('is nothing for the campaign’s %s', async (role) => {
    const person = await aCampaignMember(database.databases, role);
    const tried = actingAs(database.databases.app, { as: 'campaign', person: person.id }, (tx) =>
      tx
        .selectNoFrom((eb) => [
          eb
            .fn('merge_partner_organizations', [eb.val(mine.partner), eb.val(foreign.partner), eb.val('{}')])
            .as('id'),
        ])
        .execute(),
    );
    await expect(tried).rejects.toThrow('Only the campaign merges organizations.');
  });

  it('and what looks alike is seen by nobody but the campaign', async () => {
    for (const as of [agency.as, mine.as]) {
      const seen = await as(async (tx) => [
        ...(await tx.selectFrom('partner_likeness').selectAll().execute()),
        ...(await tx.selectFrom('partner_merge').selectAll().execute()),
      ]);
      expect(seen).toEqual([]);
    }
    const moved = agency.as((tx) => tx.selectFrom('partner_merge_moved').selectAll().execute());
    await expect(moved).rejects.toThrow(/permission denied/);
  });

  it('is asked for only by somebody who speaks for both', async () => {
    const stranger = await aPerson(
      database.databases,
      `stranger-${randomUUID()}@partner.test`,
      'Sam Stranger',
    );
    const ask = (person: typeof stranger.id) =>
      actingAs(database.databases.app, { as: 'partner', partner: mine.partner, person }, async (tx) => {
        const row = await tx
          .selectNoFrom((eb) => [eb.fn<boolean>('ask_partner_merge', [eb.val(foreign.partner)]).as('asked')])
          .executeTakeFirstOrThrow();
        return row.asked;
      });
    expect(await ask(mine.representative.id)).toBe(false);
    expect(await ask(stranger.id)).toBe(false);
  });

  it('is told apart only by the agency that added the record', async () => {
    const stranger = await anAgency(database.databases, { pledge: 'none' });
    const told = async (by: AgencyForTests) => {
      await by.as((tx) => noteToldApart(tx, mine.partner, [foreign.partner]));
      const pairs = 'select one_id from partner_likeness where told_apart_by = $1';
      return (await asOwner(database.ownerUrl, pairs, [by.agency.id])).length;
    };
    expect(await told(stranger)).toBe(0);
    expect(await told(agency)).toBe(1);
  });
});

describe('who is at whose mail domain', () => {
  it('is told to the agency itself and the campaign, to nobody else', async () => {
    await aMember(database.databases, agency.agency.id, 'staff', 'deputy@elm-county.test');
    const isAt: Parameters<AgencyForTests['as']>[0] = (tx) =>
      sql<{
        at: boolean;
      }>`select is_at_agency_mail_domain('NURSE@elm-county.test', ${agency.agency.id}::uuid) as at`
        .execute(tx)
        .then(({ rows }) => rows[0]?.at);
    const lead = await aCampaignMember(database.databases, 'reviewer');
    const asCampaign: AgencyForTests['as'] = (work) =>
      actingAs(database.databases.app, { as: 'campaign', person: lead.id }, work);
    expect(await agency.as(isAt)).toBe(true);
    expect(await asCampaign(isAt)).toBe(true);
    expect(await other.as(isAt)).toBe(false);
    expect(await mine.as(isAt)).toBe(false);
    const listed = (as: AgencyForTests['as']) => as((tx) => listPartnersAtAgencyDomain(tx, agency.agency.id));
    const whoConfirmed = await aPerson(database.databases, 'nurse@elm-county.test', 'Nia Nurse');
    await asOwner(database.ownerUrl, 'update partnership set confirmed_by = $2 where id = $1', [
      mine.id,
      whoConfirmed.id,
    ]);
    expect(await listed(agency.as)).toMatchObject([{ partnership: mine.id, hasConfirmed: true }]);
    expect(await listed(other.as)).toEqual([]);
    expect(await listed(foreign.as)).toEqual([]);
  });
});
