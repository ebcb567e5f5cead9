import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCertificates } from '../certification/certification-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { fileAppeal } from './appeal-actions.ts';
import { decideAppeal } from './appeal-decision-actions.ts';
import { closeLateCases } from './closing-actions.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  handOverReview,
} from './review-actions.ts';
import type { SubmissionId } from './submission.ts';
import { findSubmission } from './submission-store.ts';
import { takeBackSubmission } from './submit-actions.ts';
import { declareTie } from './tie-actions.ts';

/** Each race is run several times: which side wins is the scheduler's affair, that one does is ours. */
const tries = [1, 2, 3, 4, 5];

let app: TestApp;
let now = new Date();
let first: KnownPerson;
let second: KnownPerson;
let third: KnownPerson;
let fourth: KnownPerson;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
  [first, second, third, fourth] = [
    await aCampaignMember(app.databases, 'reviewer'),
    await aCampaignMember(app.databases, 'reviewer'),
    await aCampaignMember(app.databases, 'administrator'),
    await aCampaignMember(app.databases, 'reviewer'),
  ];
});
afterAll(() => app.close());

let made: AgencyForTests;
let submission: SubmissionId;
beforeEach(async () => {
  now = new Date();
  made = await anAgency(app.databases);
  submission = await aSubmission(made);
});

const found = () => asReviewer(app, first, (tx) => findSubmission(tx, submission));
const codeOf = (outcome: { readonly ok: boolean; readonly refusal?: { readonly code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code;
const claim = (person: KnownPerson) => asReviewer(app, person, (tx, act) => claimReview(tx, act, submission));
const approve = (person: KnownPerson) =>
  asReviewer(app, person, (tx, act) => approveSubmission(tx, act, submission));
const handTo = (to: KnownPerson) =>
  asReviewer(app, first, (tx, act) => handOverReview(tx, act, submission, to.id));
/** How often the agency's trail tells of an act. */
const toldOf = async (action: string) => {
  const rows = await asOwner<{ count: number }>(
    app.ownerUrl,
    'select count(*)::int as count from audit_event where agency_id = $1 and action = $2',
    [made.agency.id, action],
  );
  return rows[0]?.count;
};

describe('of two things at once exactly one happens', () => {
  it.each(tries)('when three reviewers claim one submission (%i)', async () => {
    const outcomes = await Promise.all([claim(first), claim(second), claim(fourth)]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['ok', 'submission-moved-on', 'submission-moved-on']);
    expect(await toldOf('review-begun')).toBe(1);
  });

  it.each(tries)('when the agency takes back what a reviewer claims (%i)', async () => {
    const [claimed, taken] = await Promise.all([
      claim(first),
      made.as((tx) => takeBackSubmission(tx, made.act(), submission)),
    ]);
    expect([claimed.ok, taken.ok].toSorted()).toEqual([false, true]);
    expect((await found())?.state).toBe(claimed.ok ? 'in-review' : 'taken-back');
  });

  it.each(tries)('when two approve: one certificate, one number, no gap (%i)', async () => {
    await aReview(app, first, submission);
    const before = await asOwner<{ last: number }>(app.ownerUrl, 'select last from certificate_number');
    const outcomes = await Promise.all([approve(second), approve(third), approve(fourth)]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['ok', 'submission-moved-on', 'submission-moved-on']);
    const certificates = await made.as((tx) => listCertificates(tx, made.agency.id));
    const after = await asOwner<{ last: number }>(app.ownerUrl, 'select last from certificate_number');
    expect([certificates.length, (after[0]?.last ?? 0) - (before[0]?.last ?? 0)]).toEqual([1, 1]);
  });

  it.each(tries)('when a review is finished and handed over (%i)', async () => {
    await asReviewer(app, first, async (tx, act) => {
      await claimReview(tx, act, submission);
      for (const requirement of ['partnership', 'policy', 'advanced-training', 'everyone-trained'] as const)
        await decideRequirement(tx, act, submission, { requirement, decision: 'met', comment: '' });
    });
    const [finished, handed] = await Promise.all([
      asReviewer(app, first, (tx, act) => finishReview(tx, act, submission)),
      handTo(second),
    ]);
    expect([finished.ok, handed.ok].toSorted()).toEqual([false, true]);
    const expected = finished.ok
      ? { state: 'awaiting-approval', reviewer: first.id }
      : { state: 'in-review', reviewer: second.id };
    expect(await found()).toMatchObject(expected);
  });

  it.each(tries)('when the agency appeals in the moment its case is closed (%i)', async () => {
    await aReview(app, first, submission, ['policy']);
    const lastDay = now;
    now = new Date(now.getTime() + 62 * 86_400_000);
    const [filed] = await Promise.all([
      // Sent on the last day, and arriving with the closing.
      made.as((tx) =>
        fileAppeal(tx, made.act(undefined, lastDay), {
          submission,
          requirement: 'policy',
          grounds: 'Page 4 says it.',
        }),
      ),
      closeLateCases(app.deps),
    ]);
    expect((await found())?.state).toBe(filed.ok ? 'returned' : 'closed');
  });

  it.each(tries)('when two decide one appeal (%i)', async () => {
    await aReview(app, first, submission, ['policy']);
    const filed = await made.as((tx) =>
      fileAppeal(tx, made.act(), { submission, requirement: 'policy', grounds: 'Page 4 says it.' }),
    );
    const id = filed.ok ? filed.value : '';
    const verdict = (person: KnownPerson, is: 'upheld' | 'allowed') =>
      asReviewer(app, person, (tx, act) => decideAppeal(tx, act, id, { is, grounds: 'Read again.' }));
    const outcomes = await Promise.all([verdict(second, 'allowed'), verdict(third, 'upheld')]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(['appeal-moved-on', 'ok']);
    expect((await found())?.state).toBe(outcomes[0]?.ok ? 'awaiting-approval' : 'returned');
  });
});

describe('a decision', () => {
  it.each(tries)('made while the review is handed over is the old reviewer’s or none (%i)', async () => {
    await claim(first);
    const [decided, handed] = await Promise.all([
      asReviewer(app, first, (tx, act) =>
        decideRequirement(tx, act, submission, { requirement: 'policy', decision: 'met', comment: '' }),
      ),
      handTo(second),
    ]);
    expect(handed.ok).toBe(true);
    const policy = (await found())?.reviews.find(({ requirement }) => requirement === 'policy');
    expect(policy?.decidedBy).toBe(decided.ok ? first.id : undefined);
  });

  it.each(tries)('isn’t made after the reviewer declared a tie, whichever came first (%i)', async () => {
    const person = await aCampaignMember(app.databases, 'reviewer');
    await claim(person);
    await Promise.all([
      asReviewer(app, person, (tx, act) =>
        decideRequirement(tx, act, submission, { requirement: 'policy', decision: 'met', comment: '' }),
      ),
      asReviewer(app, person, (tx, act) =>
        declareTie(tx, act, { agency: made.agency.slug, about: 'I used to train them.' }),
      ),
    ]);
    expect(await found()).toMatchObject({ state: 'waiting', reviewer: undefined });
    const late = await asReviewer(app, person, (tx, act) =>
      decideRequirement(tx, act, submission, { requirement: 'policy', decision: 'met', comment: '' }),
    );
    expect(late.ok).toBe(false);
  });
});
