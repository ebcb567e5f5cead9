import type { Updateable } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import type { Pledge as PledgeTable } from '../database/schema.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAct, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { withdrawPledge } from './withdrawal-actions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const change = (made: AgencyForTests, columns: Updateable<PledgeTable>) =>
  made.as((tx) => tx.updateTable('pledge').set(columns).execute());

const term = { taken_on: '2026-01-01', target_on: '2026-12-31', limit_on: '2028-12-31' };
const signature = { signed_name: 'Robin Executive', signed_at: new Date() };
const ownWord = /An agency does not accept its own pledge/;

describe('the database itself lets no agency', () => {
  it.each(['awaiting-signature', 'awaiting-acceptance', 'returned', 'withdrawn'] as const)(
    'make its pledge active while it is %s',
    async (pledge) => {
      const made = await anAgency(database.databases, { pledge });
      await expect(change(made, { state: 'active', ...signature, ...term })).rejects.toThrow();
      if (pledge === 'awaiting-acceptance') {
        await expect(change(made, { state: 'active' })).rejects.toThrow();
        await expect(change(made, { state: 'active', ...term })).rejects.toThrow(ownWord);
      }
    },
  );

  it('begin with an active pledge', async () => {
    const made = await anAgency(database.databases, { pledge: 'none' });
    const begun = made.as((tx) =>
      tx
        .insertInto('pledge')
        .values({
          agency_id: made.agency.id,
          rules_version: '2024',
          state: 'active',
          target_months: 12,
          sworn_headcount: 4,
          executive_name: 'Robin Executive',
          executive_rank: 'Chief',
          executive_email: made.executive.email,
          created_at: new Date(),
          ...signature,
          ...term,
        })
        .execute(),
    );
    await expect(begun).rejects.toThrow('A pledge begins unsigned.');
  });

  it.each([
    ['its last day', { limit_on: '2099-12-31' }, ownWord],
    ['its rules', { rules_version: '2016' }, ownWord],
    ['the campaign’s withdrawal', { state: 'withdrawn', withdrawn_by: 'campaign' }, ownWord],
    ['the signature', { signed_name: 'Somebody Else' }, /A signature stays/],
  ] as const)('write %s into its active pledge', async (_what, columns, refusal) => {
    const made = await anAgency(database.databases);
    const reason = { withdrawn_at: new Date(), withdrawal_reason: 'No.' };
    await expect(change(made, { ...columns, ...('state' in columns ? reason : {}) })).rejects.toThrow(
      refusal,
    );
  });

  it('grant itself more time', async () => {
    const made = await anAgency(database.databases);
    const granted = made.as(async (tx) => {
      const pledge = await tx.selectFrom('pledge').select('id').executeTakeFirstOrThrow();
      await tx
        .insertInto('pledge_extension')
        .values({
          agency_id: made.agency.id,
          pledge_id: pledge.id,
          from_on: '2026-12-31',
          to_on: '2028-12-31',
          reason: 'Please.',
          state: 'granted',
          asked_by: made.coordinator.id,
          asked_at: new Date(),
        })
        .execute();
    });
    await expect(granted).rejects.toThrow(/row-level security/);
  });
});

it('a pledge that is withdrawn takes back what waits for review', async () => {
  const made = await anAgency(database.databases);
  await aSubmission(made);
  const withdrawn = await made.as((tx) =>
    withdrawPledge(tx, made.act(), { by: 'agency', reason: 'The town has no money.' }),
  );
  expect(withdrawn.ok).toBe(true);
  const states = await made.as((tx) => tx.selectFrom('submission').select('state').execute());
  expect(states).toEqual([{ state: 'taken-back' }]);
});

it('the campaign withdraws for an agency that no longer answers', async () => {
  const made = await anAgency(database.databases);
  const administrator = await aCampaignMember(database.databases, 'administrator');
  const outcome = await actingAs(database.databases.app, { as: 'campaign', person: administrator.id }, (tx) =>
    withdrawPledge(tx, anAct(made.agency.id, administrator), { by: 'campaign', reason: 'Nobody answers.' }),
  );
  expect(outcome.ok).toBe(true);
});

describe('the database takes the signature of a pledge', () => {
  const signing = (made: AgencyForTests, signer: AgencyForTests['executive'], as = signer) =>
    made.as(
      (tx) =>
        tx
          .updateTable('pledge')
          .set({ state: 'awaiting-acceptance', ...signature, signed_by: signer.id })
          .execute(),
      as,
    );
  const executiveAlone = /The executive alone signs the pledge/;

  it('from the executive in person', async () => {
    const made = await anAgency(database.databases, { pledge: 'awaiting-signature' });
    await expect(signing(made, made.executive)).resolves.toBeDefined();
  });

  it('from nobody else, and in nobody else’s name', async () => {
    const made = await anAgency(database.databases, { pledge: 'awaiting-signature' });
    const other = await anAgency(database.databases, { pledge: 'none' });
    await expect(signing(made, made.coordinator)).rejects.toThrow(executiveAlone);
    await expect(signing(made, made.executive, made.coordinator)).rejects.toThrow(executiveAlone);
    await expect(signing(made, made.coordinator, made.executive)).rejects.toThrow(executiveAlone);
    await expect(signing(made, other.executive)).rejects.toThrow(executiveAlone);
    await expect(change(made, { state: 'awaiting-acceptance', ...signature })).rejects.toThrow(
      executiveAlone,
    );
  });
});
