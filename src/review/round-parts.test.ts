import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import type { PersonId } from '../database/acting.ts';
import { ensurePerson, type KnownPerson } from '../identity/person-store.ts';
import { decideProof } from '../snapshot/decide-proof-actions.ts';
import { asReviewer } from '../testing/a-review.ts';
import { aSampledSubmission, type SampledSubmissionForTests } from '../testing/a-sampled-submission.ts';
import { aCampaignMember } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { fileAppeal } from './appeal-actions.ts';
import { decideAppeal } from './appeal-decision-actions.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  handOverReview,
} from './review-actions.ts';
import { partsOf } from './round-part.ts';
import type { Decision } from './submission.ts';
import { declareTie } from './tie-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

let sampled: SampledSubmissionForTests;
let first: KnownPerson;
let second: KnownPerson;
beforeEach(async () => {
  sampled = await aSampledSubmission(app);
  first = await ensurePerson(app.databases.identity, sampled.reviewer.email, 'Sam reviewer');
  second = await aCampaignMember(app.databases, 'reviewer');
});

async function acceptProofs(): Promise<void> {
  const { id, reviewer } = sampled;
  for (const place of [1, 2, 3, 4]) {
    await sampled.show(place);
    await sampled.asReviewer(async (tx) => {
      const proof = await tx
        .selectFrom('sample_proof')
        .select('id')
        .where('submission_id', '=', id)
        .where('place', '=', place)
        .executeTakeFirstOrThrow();
      const finding = { proof: proof.id, decision: 'accepted', word: '' } as const;
      await decideProof(tx, reviewer, { submission: id, place }, finding);
    });
  }
}

const decideAll = (by: KnownPerson, decision: Decision = 'met', comment = '') =>
  asReviewer(app, by, async (tx, act) => {
    for (const requirement of requirements)
      await decideRequirement(tx, act, sampled.id, { requirement, decision, comment });
  });
const handOver = () => asReviewer(app, first, (tx, act) => handOverReview(tx, act, sampled.id, second.id));
const finish = (by: KnownPerson) => asReviewer(app, by, (tx, act) => finishReview(tx, act, sampled.id));
const approve = (by: KnownPerson) => asReviewer(app, by, (tx, act) => approveSubmission(tx, act, sampled.id));
const approveDirectly = (by: KnownPerson) =>
  asReviewer(app, by, (tx) =>
    tx
      .updateTable('submission')
      .set({ state: 'approved', approver: by.id, approved_at: new Date() })
      .where('id', '=', sampled.id)
      .execute(),
  );
const pageOf = async (person: KnownPerson) =>
  (await app.get(`/campaign/reviews/${sampled.id}`, await app.signIn(person.email))).text();

describe('whoever decided any part of a round', () => {
  it('does not approve it, also when everything was decided anew by a colleague since', async () => {
    await acceptProofs();
    await decideAll(first);
    await handOver();
    await decideAll(second);
    expect(await finish(second)).toMatchObject({ value: 'awaiting-approval' });
    expect(await approve(first)).toMatchObject({
      refusal: { code: 'reviewer-approves-own', parts: ['decision', 'proof'] },
    });
    await expect(approveDirectly(first)).rejects.toThrow('not theirs');
    const page = await pageOf(first);
    expect(page).toContain('You accepted or refused proofs of this round.');
    expect(page).toContain('You decided about a requirement of this round.');
    expect(page).not.toContain('/approve');
    const third = await aCampaignMember(app.databases, 'reviewer');
    expect(await pageOf(third)).toContain('/approve');
    expect(await approve(third)).toMatchObject({ ok: true });
  });

  it('does not approve it for a single proof', async () => {
    await acceptProofs();
    await handOver();
    await decideAll(second);
    await finish(second);
    expect(await approve(first)).toMatchObject({
      refusal: { code: 'reviewer-approves-own', parts: ['proof'] },
    });
    await expect(approveDirectly(first)).rejects.toThrow('not theirs');
  });

  it('counts no more with a tie: the proofs wait to be looked at anew, and nobody with a tie decides about one', async () => {
    await acceptProofs();
    const states = () =>
      asReviewer(app, second, (tx) =>
        tx
          .selectFrom('sample_place')
          .select(['state', 'proof_id', 'place'])
          .where('submission_id', '=', sampled.id)
          .where('place', '<=', 4)
          .execute(),
      );
    expect((await states()).map(({ state }) => state)).toEqual([
      'accepted',
      'accepted',
      'accepted',
      'accepted',
    ]);
    await asReviewer(app, first, (tx, act) =>
      declareTie(tx, act, { agency: sampled.made.agency.slug, about: 'I trained them.' }),
    );
    const after = await states();
    expect(after.map(({ state }) => state)).toEqual(['shown', 'shown', 'shown', 'shown']);
    const finding = { proof: after[0]?.proof_id ?? '', decision: 'accepted', word: '' } as const;
    const at = { submission: sampled.id, place: after[0]?.place ?? 0 };
    await asReviewer(app, second, (tx, act) => claimReview(tx, act, sampled.id));
    expect(await pageOf(second)).toContain('What was found about 4 proofs of the sample');
    await asReviewer(app, second, (tx, act) =>
      declareTie(tx, act, { agency: sampled.made.agency.slug, about: 'So did I.' }),
    );
    const late = await asReviewer(app, second, (tx, act) => decideProof(tx, act, at, finding));
    expect(late.ok).toBe(false);
  });

  it('decides no appeal in its case', async () => {
    await decideAll(first);
    await handOver();
    await decideAll(second, 'returned', 'Name the facility.');
    expect(await finish(second)).toMatchObject({ value: 'returned' });
    const { made, id } = sampled;
    const words = { submission: id, requirement: 'policy', grounds: 'Page 4 names it.' } as const;
    const appeal = await made.as((tx) => fileAppeal(tx, made.act(), words));
    const verdict = { is: 'upheld', grounds: 'It does not.' } as const;
    const decide = (by: KnownPerson) =>
      asReviewer(app, by, (tx, act) => decideAppeal(tx, act, appeal.ok ? appeal.value : '', verdict));
    expect(await decide(first)).toMatchObject({ refusal: { code: 'decided-in-case' } });
    const asked = (await app.outbox()).filter(
      ({ kind, text }) => kind === 'appeal-filed' && text.includes(id),
    );
    expect(asked.map(({ recipient }) => recipient)).not.toContain(first.email);
    expect(await decide(await aCampaignMember(app.databases, 'reviewer'))).toMatchObject({ ok: true });
  });

  it('stays known: nobody of the campaign adds to what is kept or changes it', async () => {
    await decideAll(first);
    const kept = await asReviewer(app, second, (tx) =>
      tx.selectFrom('review_decision').select('decided_by').where('submission_id', '=', sampled.id).execute(),
    );
    expect(kept.map((row) => row.decided_by)).toEqual(requirements.map(() => first.id));
    const changed = asReviewer(app, first, (tx) =>
      tx.updateTable('review_decision').set({ decided_by: second.id }).execute(),
    );
    await expect(changed).rejects.toThrow('permission denied');
    const gone = asReviewer(app, first, (tx) => tx.deleteFrom('review_decision').execute());
    await expect(gone).rejects.toThrow('permission denied');
  });
});

it('parts are told in the order of the work, and only somebody’s own', () => {
  const [me, other] = ['a' as PersonId, 'b' as PersonId];
  const taken = [
    { person: me, part: 'proof' },
    { person: other, part: 'review' },
    { person: me, part: 'decision' },
  ] as const;
  expect(partsOf(me, taken)).toEqual(['decision', 'proof']);
  expect(partsOf('c' as PersonId, taken)).toEqual([]);
});
