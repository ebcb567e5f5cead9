import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import { fileAppeal } from '../review/appeal-actions.ts';
import { decideRequirement, finishReview } from '../review/review-actions.ts';
import type { Decision } from '../review/submission.ts';
import { aSampledSubmission, type SampledSubmissionForTests } from '../testing/a-sampled-submission.ts';
import { aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { decideProof, mayOpenProofs } from './decide-proof-actions.ts';
import { findPlace } from './sample-place-store.ts';

let app: TestApp;
let sampled: SampledSubmissionForTests;
beforeAll(async () => {
  app = await createTestApp();
  sampled = await aSampledSubmission(app);
  await sampled.show(1);
});
afterAll(() => app.close());

const tables = [
  'snapshot_people',
  'snapshot_key',
  'sample',
  'sampled_record',
  'sampled_person',
  'sample_proof',
] as const;
type Seen = Partial<Record<(typeof tables)[number], number>>;

async function rowsSeen(tx: Transaction): Promise<Seen> {
  const seen: Seen = {};
  for (const table of tables) seen[table] = (await tx.selectFrom(table).select('agency_id').execute()).length;
  return seen;
}

const asCampaign = <Result>(person: PersonId, work: (tx: Transaction) => Promise<Result>) =>
  actingAs(app.databases.app, { as: 'campaign', person }, work);

describe('the database shows', () => {
  it('the agency all that is its own, and whom each pseudonym means', async () => {
    expect(await sampled.made.as(rowsSeen)).toEqual({
      snapshot_people: 1,
      snapshot_key: 1,
      sample: 1,
      sampled_record: 4,
      sampled_person: 4,
      sample_proof: 1,
    });
  });

  it('the campaign pseudonyms and facts, and neither the key nor whom they mean', async () => {
    const seen = await sampled.asReviewer(rowsSeen);
    expect(seen).toMatchObject({ snapshot_people: 1, sample: 1, sampled_record: 4, sample_proof: 1 });
    expect(seen).toMatchObject({ snapshot_key: 0, sampled_person: 0 });
  });

  it('the program itself no name either', async () => {
    const seen = await actingAs(app.databases.app, { as: 'system' }, rowsSeen);
    expect(seen).toMatchObject({ snapshot_key: 0, sampled_person: 0 });
  });

  it('another agency, a person of their own and the public nothing at all', async () => {
    const nothing = Object.fromEntries(tables.map((table) => [table, 0]));
    const other = await anAgency(app.databases);
    expect(await other.as(rowsSeen)).toEqual(nothing);
    const person = sampled.made.coordinator.id;
    expect(await actingAs(app.databases.app, { as: 'person', person }, rowsSeen)).toEqual(nothing);
    expect(await actingAs(app.databases.app, { as: 'public' }, rowsSeen)).toEqual(nothing);
  });
});

describe('what an agency shows for a record', () => {
  const canOpen = (person: PersonId, { made, id } = sampled) =>
    asCampaign(person, async (tx) => {
      const files = await tx
        .selectFrom('stored_file')
        .select('id')
        .where('purpose', '=', 'certificate')
        .where('agency_id', '=', made.agency.id)
        .execute();
      return { may: await mayOpenProofs(tx, { agency: made.agency.id, id }), files: files.length };
    });

  it('is opened by the reviewer, and by nobody else of the campaign', async () => {
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    const administrator = await aCampaignMember(app.databases, 'administrator');
    expect(await canOpen(sampled.reviewer.person)).toEqual({ may: true, files: 1 });
    expect(await canOpen(colleague.id)).toEqual({ may: false, files: 0 });
    expect(await canOpen(administrator.id)).toEqual({ may: false, files: 0 });
  });

  it('is opened by who may approve, while it waits for that', async () => {
    const waiting = await aSampledSubmission(app);
    for (const place of [1, 2, 3, 4]) {
      await waiting.show(place);
      await accept(waiting, place);
    }
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    expect(await canOpen(colleague.id, waiting)).toMatchObject({ may: false });
    await waiting.asReviewer((tx) => decideAll(tx, waiting, 'met'));
    expect(await canOpen(colleague.id, waiting)).toEqual({ may: true, files: 4 });
    expect(await canOpen(waiting.made.coordinator.id, waiting)).toEqual({ may: false, files: 0 });
  });

  it('is opened by who may decide an appeal, while one waits', async () => {
    const returned = await aSampledSubmission(app);
    await returned.show(1);
    await returned.asReviewer((tx) => decideAll(tx, returned, 'returned'));
    const third = await aCampaignMember(app.databases, 'reviewer');
    expect(await canOpen(third.id, returned)).toEqual({ may: false, files: 0 });
    const { made, id } = returned;
    const grounds = 'The certificate shows the day.';
    const appeal = { submission: id, requirement: 'everyone-trained', grounds } as const;
    expect(await made.as((tx) => fileAppeal(tx, made.act(), appeal))).toMatchObject({ ok: true });
    expect(await canOpen(third.id, returned)).toEqual({ may: true, files: 1 });
  });
});

async function accept({ asReviewer, id, reviewer, made }: SampledSubmissionForTests, place: number) {
  const outcome = await asReviewer(async (tx) => {
    const found = await findPlace(tx, { agency: made.agency.id, id }, place);
    const finding = { proof: found?.proof?.id ?? '', decision: 'accepted', word: '' } as const;
    return decideProof(tx, reviewer, { submission: id, place }, finding);
  });
  expect(outcome).toMatchObject({ ok: true });
}

/** Finishes the review; `returned` is what becomes of the training of everyone. */
async function decideAll(tx: Transaction, { id, reviewer }: SampledSubmissionForTests, everyone: Decision) {
  for (const requirement of requirements) {
    const decision = requirement === 'everyone-trained' ? everyone : 'met';
    const comment = decision === 'met' ? '' : 'Show that everybody was there.';
    await decideRequirement(tx, reviewer, id, { requirement, decision, comment });
  }
  return finishReview(tx, reviewer, id);
}

describe('the database takes', () => {
  const agency = () => ({ agency_id: sampled.made.agency.id, submission_id: sampled.id });

  it('no second sample, and nothing more once a review has begun', async () => {
    const none = { carried: 0, gone: 0, failed_before: 0, failed_gone: 0 };
    const draw = { seed: Buffer.alloc(32), drawn_for: 'a'.repeat(64), draws: 1, ...none };
    const drawn = sampled.made.as((tx) =>
      tx
        .insertInto('sample')
        .values({ ...agency(), ...draw, records: 4, size: 4, drawn_at: new Date() })
        .execute(),
    );
    await expect(drawn).rejects.toThrow('row-level security');
    const added = sampled.made.as((tx) =>
      tx
        .insertInto('snapshot_key')
        .values({ ...agency(), key: Buffer.alloc(32) })
        .execute(),
    );
    await expect(added).rejects.toThrow('row-level security');
  });

  it('no change and no deletion of anything', async () => {
    for (const table of tables) {
      await expect(sampled.made.as((tx) => tx.deleteFrom(table).execute())).rejects.toThrow(
        'permission denied',
      );
    }
    const reseeded = sampled.made.as((tx) =>
      tx
        .updateTable('sample')
        .set({ seed: Buffer.alloc(32) })
        .execute(),
    );
    await expect(reseeded).rejects.toThrow('permission denied');
  });

  it('no decision but the reviewer’s own', async () => {
    const proof = await sampled.made.as((tx) =>
      tx.selectFrom('sample_proof').select(['id', 'place']).executeTakeFirstOrThrow(),
    );
    const decide = (by: PersonId) => (tx: Transaction) =>
      tx
        .insertInto('sample_decision')
        .values({
          ...agency(),
          place: proof.place,
          proof_id: proof.id,
          decision: 'accepted',
          decided_by: by,
          decided_at: new Date(),
        })
        .execute();
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    await expect(asCampaign(colleague.id, decide(colleague.id))).rejects.toThrow('row-level security');
    await expect(asCampaign(colleague.id, decide(sampled.reviewer.person))).rejects.toThrow(
      'row-level security',
    );
    const { coordinator } = sampled.made;
    await expect(sampled.made.as(decide(coordinator.id))).rejects.toThrow('row-level security');
  });
});
