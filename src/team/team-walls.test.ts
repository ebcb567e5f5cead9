import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recordAudit } from '../audit/audit.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency, aPerson } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { askToJoin } from './join-request-actions.ts';

let database: TestDatabase;
let made: AgencyForTests;
let stranger: KnownPerson;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  made = await anAgency(database.databases, { pledge: 'none' });
  stranger = await aPerson(database.databases, `stranger-${randomUUID()}@elsewhere.test`);
});

type Role = 'coordinator' | 'executive' | 'training-officer' | 'staff';

const seat = (person: KnownPerson, role: Role) => (tx: Transaction) =>
  tx
    .insertInto('agency_membership')
    .values({ agency_id: made.agency.id, person_id: person.id, role })
    .execute();

const asCampaign = (person: KnownPerson) => ({ as: 'campaign', person: person.id }) as const;
const wall = /row-level security|permission denied/;

describe('the database itself lets an agency', () => {
  it.each(['training-officer', 'staff'] as const)('seat no stranger as %s', async (role) => {
    await expect(made.as(seat(stranger, role))).rejects.toThrow(wall);
    await expect(made.as(seat(made.coordinator, role))).rejects.toThrow(wall);
  });

  it('found nothing a second time: its coordinator does not become its executive', async () => {
    await asOwner(
      database.ownerUrl,
      `update agency_membership set ended_at = now() where agency_id = $1 and role = 'executive'`,
      [made.agency.id],
    );
    await expect(made.as(seat(made.coordinator, 'executive'))).rejects.toThrow(wall);
  });

  it('move no membership to somebody else, to another role, or back from its end', async () => {
    const staff = await aMember(database.databases, made.agency.id, 'staff');
    for (const change of [{ person_id: stranger.id }, { role: 'training-officer' }]) {
      const moved = made.as((tx) =>
        tx.updateTable('agency_membership').set(change).where('person_id', '=', staff.id).execute(),
      );
      await expect(moved).rejects.toThrow(/permission denied/);
    }
    const end = (at: Date | null) =>
      made.as((tx) =>
        tx
          .updateTable('agency_membership')
          .set({ ended_at: at })
          .where('person_id', '=', staff.id)
          .executeTakeFirst(),
      );
    expect((await end(new Date('2024-01-01'))).numUpdatedRows).toBe(1n);
    expect((await end(null)).numUpdatedRows).toBe(0n);
  });

  it('invent no request to join', async () => {
    const invented = made.as((tx) =>
      tx
        .insertInto('join_request')
        .values({
          agency_id: made.agency.id,
          agency_name: made.agency.name,
          person_id: stranger.id,
          asker_name: 'Stranger',
          asker_email: stranger.email,
          note: 'Not mine.',
          state: 'accepted',
          role: 'staff',
          asked_at: new Date(),
          decided_at: new Date(),
        })
        .execute(),
    );
    await expect(invented).rejects.toThrow(wall);
  });

  it('offer its executive’s role only through its executive', async () => {
    const offer = {
      agency_id: made.agency.id,
      role: 'executive',
      email: made.coordinator.email,
      offered_by: made.coordinator.id,
      reason: 'I want it.',
      state: 'offered',
      offered_at: new Date(),
    };
    for (const offeredAs of ['agency', 'campaign']) {
      const offered = made.as((tx) =>
        tx
          .insertInto('hand_over')
          .values({ ...offer, offered_as: offeredAs })
          .execute(),
      );
      await expect(offered).rejects.toThrow(wall);
    }
  });

  it('turn no invitation of its own into one that speaks for a partner', async () => {
    const { partner } = await aPartnership(database.databases, made);
    const turned = made.as((tx) =>
      tx.updateTable('invitation').set({ place: 'partner', partner_id: partner }).execute(),
    );
    await expect(turned).rejects.toThrow(/permission denied/);
  });
});

describe('the database itself lets', () => {
  it('no partner seat anybody beside its representatives', async () => {
    const partnership = await aPartnership(database.databases, made);
    const seated = partnership.as((tx) =>
      tx
        .insertInto('partner_membership')
        .values({ partner_id: partnership.partner, person_id: stranger.id })
        .execute(),
    );
    await expect(seated).rejects.toThrow(wall);
  });

  it('no reviewer make themselves an administrator, or end one’s role', async () => {
    const reviewer = await aCampaignMember(database.databases, 'reviewer');
    const administrator = await aCampaignMember(database.databases, 'administrator');
    const raised = actingAs(database.databases.app, asCampaign(reviewer), (tx) =>
      tx
        .insertInto('campaign_membership')
        .values({ person_id: reviewer.id, role: 'administrator' })
        .execute(),
    );
    await expect(raised).rejects.toThrow(wall);
    const end = (by: KnownPerson) =>
      actingAs(database.databases.app, asCampaign(by), (tx) =>
        tx
          .updateTable('campaign_membership')
          .set({ ended_at: new Date() })
          .where('person_id', '=', administrator.id)
          .executeTakeFirst(),
      );
    expect((await end(reviewer)).numUpdatedRows).toBe(0n);
    expect((await end(administrator)).numUpdatedRows).toBe(1n);
  });

  it('no campaign person seat a stranger at an agency', async () => {
    const administrator = await aCampaignMember(database.databases, 'administrator');
    const seated = actingAs(database.databases.app, asCampaign(administrator), seat(stranger, 'coordinator'));
    await expect(seated).rejects.toThrow(wall);
  });
});

describe('into an agency’s trail', () => {
  const forged = { action: 'pledge-accepted', subject: { kind: 'pledge', id: randomUUID() } };

  it('a person acting for nobody writes nothing but their own request to join', async () => {
    const asStranger = { as: 'person', person: stranger.id } as const;
    const write = (entry: Parameters<typeof recordAudit>[2]) =>
      actingAs(database.databases.app, asStranger, (tx) =>
        recordAudit(tx, { agency: made.agency.id }, entry),
      );
    await expect(write(forged)).rejects.toThrow(/not a chain of the acting party/);
    const invented = { action: 'join-asked', subject: { kind: 'join-request', id: randomUUID() } };
    await expect(write(invented)).rejects.toThrow(/not a chain of the acting party/);
    const act = { ...made.act(stranger), email: stranger.email };
    const { id, slug, name } = made.agency;
    const agency = { id, slug, name, city: made.agency.city, region: made.agency.region };
    const asked = await actingAs(database.databases.app, asStranger, (tx) =>
      askToJoin(tx, act, { agency, note: 'Let me in.' }),
    );
    expect(asked.ok).toBe(true);
  });

  it('a partner writes only where it has a partnership', async () => {
    const partnership = await aPartnership(database.databases, made);
    const other = await anAgency(database.databases, { pledge: 'none' });
    const write = (agency: AgencyForTests) =>
      partnership.as((tx) =>
        recordAudit(tx, { agency: agency.agency.id, partner: partnership.partner }, forged),
      );
    await expect(write(other)).rejects.toThrow(/not a chain of the acting party/);
    await expect(write(made)).resolves.toBeUndefined();
  });

  it('an agency names no partner that it has nothing to do with', async () => {
    const other = await anAgency(database.databases, { pledge: 'none' });
    const { partner } = await aPartnership(database.databases, other);
    const written = made.as((tx) => recordAudit(tx, { agency: made.agency.id, partner }, forged));
    await expect(written).rejects.toThrow(/not a chain of the acting party/);
  });
});
