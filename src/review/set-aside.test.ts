import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
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
import type { SubmissionId } from './submission.ts';
import { findSubmission } from './submission-store.ts';
import { declareTie } from './tie-actions.ts';

let app: TestApp;
let second: KnownPerson;
beforeAll(async () => {
  app = await createTestApp();
  second = await aReviewer();
});
afterAll(() => app.close());

let made: AgencyForTests;
let id: SubmissionId;
let first: KnownPerson;
beforeEach(async () => {
  made = await anAgency(app.databases);
  id = await aSubmission(made);
  first = await aReviewer();
});

/** With mail at a place of their own: who is tied to an agency ties nobody else to it. */
function aReviewer(): Promise<KnownPerson> {
  return aCampaignMember(app.databases, 'reviewer', `reviewer@${randomUUID().slice(0, 8)}.test`);
}
const found = () => asReviewer(app, second, (tx) => findSubmission(tx, id));
const claim = (by: KnownPerson) => asReviewer(app, by, (tx, act) => claimReview(tx, act, id));
const decideAll = (by: KnownPerson, which = requirements) =>
  asReviewer(app, by, async (tx, act) => {
    for (const requirement of which)
      await decideRequirement(tx, act, id, { requirement, decision: 'met', comment: '' });
  });
const finish = (by: KnownPerson) => asReviewer(app, by, (tx, act) => finishReview(tx, act, id));
const approve = (by: KnownPerson) => asReviewer(app, by, (tx, act) => approveSubmission(tx, act, id));
const handTo = (to: KnownPerson) => asReviewer(app, first, (tx, act) => handOverReview(tx, act, id, to.id));
const declare = (by: KnownPerson) =>
  asReviewer(app, by, (tx, act) =>
    declareTie(tx, act, { agency: made.agency.slug, about: 'My sister is its chief.' }),
  );
/** A tie that nobody declares: from now on they work there. */
const hire = (person: KnownPerson) => aMember(app.databases, made.agency.id, 'staff', person.email);
const step = (by: KnownPerson, change: object) =>
  asReviewer(app, by, (tx) => tx.updateTable('submission').set(change).where('id', '=', id).execute());
const decisions = async () => (await found())?.reviews.map(({ decision }) => decision);
const told = async () =>
  (await app.outbox())
    .filter(({ kind, text }) => kind === 'decisions-set-aside' && text.includes(id))
    .map(({ recipient }) => recipient);
const pageOf = async (person: KnownPerson) =>
  (await app.get(`/campaign/reviews/${id}`, await app.signIn(person.email))).text();
const undecided = requirements.map(() => undefined);

describe('a tie that is declared', () => {
  it('after the review was finished takes it back from approval: everything is decided anew', async () => {
    await aReview(app, first, id);
    await declare(first);
    expect(await found()).toMatchObject({ state: 'waiting', reviewer: undefined });
    expect(await decisions()).toEqual(undecided);
    expect(await approve(second)).toMatchObject({ refusal: { code: 'submission-moved-on' } });
    await claim(second);
    expect(await finish(second)).toMatchObject({ refusal: { code: 'undecided', requirements } });
    const recipients = await told();
    expect(recipients).toContain(second.email);
    expect(recipients).not.toContain(first.email);
    const page = await pageOf(second);
    expect(page).toContain('Whoever decided this has a tie to the agency. It counts no more.');
    expect(page).toContain('Policy: Met');
    expect(page).not.toContain('My sister');
    await decideAll(second);
    expect(await finish(second)).toMatchObject({ value: 'awaiting-approval' });
  });

  it('during the review leaves the next reviewer nothing that is decided already', async () => {
    await claim(first);
    await decideAll(first);
    await declare(first);
    await claim(second);
    expect(await finish(second)).toMatchObject({ refusal: { code: 'undecided', requirements } });
  });

  it('by somebody who handed over takes only their part out of the colleague’s review, who is told', async () => {
    await claim(first);
    await decideAll(first, ['policy']);
    await handTo(second);
    await decideAll(second, ['partnership']);
    await declare(first);
    expect(await found()).toMatchObject({ state: 'in-review', reviewer: second.id });
    expect(await decisions()).toEqual(['met', undefined, undefined, undefined]);
    expect(await told()).toEqual([second.email]);
  });

  it('is not heard of in the approval of somebody else’s work', async () => {
    await aReview(app, second, id);
    await declare(first);
    expect(await found()).toMatchObject({ state: 'awaiting-approval' });
    expect(await told()).toEqual([]);
  });

  it('tells the agency that something is decided anew, and not who or why', async () => {
    await aReview(app, first, id);
    await declare(first);
    const coordinator = await app.signIn(made.coordinator.email);
    const page = await app.get(`/workspace/${made.agency.slug}`, coordinator);
    const text = await page.text();
    expect(text).toContain('Decisions of the review were set aside');
    expect(text).not.toContain('My sister');
  });
});

describe('a tie that the database finds', () => {
  it('at the approval sets the review aside instead', async () => {
    await aReview(app, first, id);
    await hire(first);
    expect(await approve(second)).toMatchObject({ refusal: { code: 'decisions-set-aside' } });
    expect(await found()).toMatchObject({ state: 'waiting', reviewer: undefined });
    expect(await decisions()).toEqual(undecided);
    expect(await told()).toContain(second.email);
  });

  it('at the end of a review that was handed over keeps it open', async () => {
    await claim(first);
    await decideAll(first);
    await handTo(second);
    await hire(first);
    expect(await finish(second)).toMatchObject({ refusal: { code: 'decisions-set-aside' } });
    expect(await found()).toMatchObject({ state: 'in-review', reviewer: second.id });
    expect(await decisions()).toEqual(undecided);
  });

  it('when an appeal is allowed lets the rest be decided anew', async () => {
    await aReview(app, first, id, ['policy']);
    const words = { submission: id, requirement: 'policy', grounds: 'Page 4 names it.' } as const;
    const appeal = await made.as((tx) => fileAppeal(tx, made.act(), words));
    await hire(first);
    const verdict = { is: 'allowed', grounds: 'It does.' } as const;
    const decided = await asReviewer(app, second, (tx, act) =>
      decideAppeal(tx, act, appeal.ok ? appeal.value : '', verdict),
    );
    expect(decided).toMatchObject({ value: 'in-review' });
    expect(await found()).toMatchObject({ state: 'waiting', reviewer: undefined });
    expect(await decisions()).toEqual(undecided);
  });

  it('can be passed by in no step: not finishing, not approving, not waiting again with the decisions kept', async () => {
    await claim(first);
    await decideAll(first);
    await handTo(second);
    await hire(first);
    await expect(step(second, { state: 'awaiting-approval' })).rejects.toThrow('Somebody with ties');
    await finish(second);
    await expect(step(second, { state: 'awaiting-approval' })).rejects.toThrow('Not every requirement');
    await decideAll(second);
    await finish(second);
    await hire(second);
    const third = await aReviewer();
    const approved = { state: 'approved', approver: third.id, approved_at: new Date() };
    await expect(step(third, approved)).rejects.toThrow('Somebody with ties');
    const forgedReturn = step(third, { state: 'in-review', reviewer: third.id });
    await expect(forgedReturn).rejects.toThrow('not theirs');
  });
});
