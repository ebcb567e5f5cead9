import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { listCertificates } from '../certification/certification-actions.ts';
import { type Acting, actingAs, type Transaction } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { acceptPledge } from '../pledge/decision-actions.ts';
import type { PledgeTerms } from '../pledge/pledge.ts';
import { pledgeAgain, signPledge } from '../pledge/pledge-actions.ts';
import { withdrawPledge } from '../pledge/withdrawal-actions.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAct, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  type ReviewAct,
  releaseReview,
  reviewActOf,
  sendBackToReviewer,
} from './review-actions.ts';
import { agencyReviewContent } from './review-content.ts';
import type { SubmissionId } from './submission.ts';
import { findSubmission } from './submission-store.ts';
import { submitForReview, takeBackSubmission } from './submit-actions.ts';

let app: TestApp;
let first: KnownPerson;
let second: KnownPerson;
beforeAll(async () => {
  app = await createTestApp();
  first = await aCampaignMember(app.databases, 'reviewer');
  second = await aCampaignMember(app.databases, 'administrator');
});
afterAll(() => app.close());

let elmFork: AgencyForTests;
let submission: SubmissionId;
beforeEach(async () => {
  elmFork = await anAgency(app.databases);
  submission = await aSubmission(elmFork);
});

function as<Result>(
  person: KnownPerson,
  work: (tx: Transaction, act: ReviewAct) => Promise<Result>,
): Promise<Result> {
  const acting: Acting = { as: 'campaign', person: person.id };
  const act = reviewActOf(app.deps.config, person.id, new Date());
  return actingAs(app.databases.app, acting, (tx) => work(tx, act));
}

async function reviewed(decision: 'met' | 'returned' = 'met'): Promise<void> {
  await as(first, (tx, act) => claimReview(tx, act, submission));
  for (const requirement of requirements) {
    const comment = decision === 'met' ? '' : `Do this about ${requirement}`;
    await as(first, (tx, act) => decideRequirement(tx, act, submission, { requirement, decision, comment }));
  }
  await as(first, (tx, act) => finishReview(tx, act, submission));
}

const found = () => as(first, (tx) => findSubmission(tx, submission));
const codeOf = (outcome: { ok: boolean; refusal?: { code: string } }) =>
  outcome.ok ? 'ok' : outcome.refusal?.code;

describe('sending work in', () => {
  it('is refused with what is outstanding while anything is', async () => {
    const agency = await anAgency(app.databases);
    const outcome = await agency.as((tx) =>
      submitForReview(tx, agency.act(), { note: '', answers: new Map() }),
    );
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'outstanding' } });
    expect(
      !outcome.ok && outcome.refusal.code === 'outstanding' && outcome.refusal.outstanding.length,
    ).toBeGreaterThan(3);
  });

  it('is refused while a submission is open', async () => {
    const outcome = await elmFork.as((tx) =>
      submitForReview(tx, elmFork.act(), { note: '', answers: new Map() }),
    );
    expect(codeOf(outcome)).toBe('already-submitted');
  });

  it('can be taken back until a reviewer begins', async () => {
    const early = await elmFork.as((tx) => takeBackSubmission(tx, elmFork.act(), submission));
    expect(codeOf(early)).toBe('ok');
  });

  it('cannot be taken back once a reviewer began, also when they gave it up', async () => {
    await as(first, (tx, act) => claimReview(tx, act, submission));
    const late = await elmFork.as((tx) => takeBackSubmission(tx, elmFork.act(), submission));
    expect(codeOf(late)).toBe('submission-moved-on');
    await as(first, (tx, act) => releaseReview(tx, act, submission));
    const after = await elmFork.as((tx) => takeBackSubmission(tx, elmFork.act(), submission));
    expect(codeOf(after)).toBe('submission-moved-on');
  });

  it('freezes the snapshot: the database refuses to change it, even to its owner', async () => {
    await expect(
      asOwner(
        app.ownerUrl,
        `update submission set snapshot = '{}', snapshot_sha256 = encode(sha256('{}'), 'hex')`,
      ),
    ).rejects.toThrow('frozen');
  });

  it('leaves an agency unable to decide about itself', async () => {
    const forged = elmFork.as((tx) =>
      tx.updateTable('submission').set({ state: 'approved' }).where('id', '=', submission).execute(),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
    const decided = await elmFork.as((tx) =>
      tx
        .updateTable('submission_requirement')
        .set({ decision: 'met' })
        .where('submission_id', '=', submission)
        .executeTakeFirst(),
    );
    expect(decided.numUpdatedRows).toBe(0n);
  });
});

describe('the first review', () => {
  it('is taken on by one of two who try at once', async () => {
    const outcomes = await Promise.all(
      [first, second].map((person) => as(person, (tx, act) => claimReview(tx, act, submission))),
    );
    expect(outcomes.map(codeOf).toSorted()).toEqual(['ok', 'submission-moved-on']);
  });

  it('is not for somebody who belongs or belonged to the agency', async () => {
    const tied = await aMember(app.databases, elmFork.agency.id, 'staff');
    await asOwner(app.ownerUrl, 'update agency_membership set ended_at = now() where person_id = $1', [
      tied.id,
    ]);
    const outcome = await as(tied, (tx, act) => claimReview(tx, act, submission));
    expect(outcome).toMatchObject({ refusal: { code: 'has-ties', ties: ['agency', 'mail-host'] } });
  });

  it('needs a word for every requirement that it returns', async () => {
    await as(first, (tx, act) => claimReview(tx, act, submission));
    const outcome = await as(first, (tx, act) =>
      decideRequirement(tx, act, submission, { requirement: 'policy', decision: 'returned', comment: '' }),
    );
    expect(codeOf(outcome)).toBe('comment-missing');
  });

  it('is not finished before every requirement is decided', async () => {
    await as(first, (tx, act) => claimReview(tx, act, submission));
    await as(first, (tx, act) =>
      decideRequirement(tx, act, submission, { requirement: 'policy', decision: 'met', comment: '' }),
    );
    const outcome = await as(first, (tx, act) => finishReview(tx, act, submission));
    expect(outcome).toMatchObject({
      refusal: { code: 'undecided', requirements: ['partnership', 'advanced-training', 'everyone-trained'] },
    });
  });

  it('is nobody else’s to decide', async () => {
    await as(first, (tx, act) => claimReview(tx, act, submission));
    const outcome = await as(second, (tx, act) =>
      decideRequirement(tx, act, submission, { requirement: 'policy', decision: 'met', comment: '' }),
    );
    expect(codeOf(outcome)).toBe('not-the-reviewer');
  });

  it('goes back to the agency, by mail too, when a requirement is returned; a second round may follow', async () => {
    await reviewed('returned');
    expect((await found())?.state).toBe('returned');
    const mail = (await app.outbox()).filter((message) => message.kind === 'submission-returned');
    expect(mail.map((message) => message.recipient)).toContain(elmFork.coordinator.email);
    const coordinator = await app.signIn(elmFork.coordinator.email);
    const home = `/workspace/${elmFork.agency.slug}`;
    const overview = await (await app.get(home, coordinator)).text();
    expect(overview.match(/Returned<\/span>/g)).toHaveLength(4);
    expect(overview).toContain('Read what the reviewers ask for');
    await aSubmission(elmFork, { round: 2, answers: new Map([['policy', 'We changed page 3.']]) });
    expect(await (await app.get(home, coordinator)).text()).not.toContain('Returned');
    expect(await (await app.get(`${home}/review`, coordinator)).text()).toContain('We changed page 3.');
  });
});

describe('the approval', () => {
  it('is not the first reviewer’s', async () => {
    await reviewed();
    const outcome = await as(first, (tx, act) => approveSubmission(tx, act, submission));
    expect(codeOf(outcome)).toBe('reviewer-approves-own');
  });

  it('is asked of everybody who reviews but the first reviewer', async () => {
    await reviewed();
    const asked = (await app.outbox()).filter(
      ({ kind, text }) => kind === 'approval-waiting' && text.includes(submission),
    );
    const recipients = asked.map(({ recipient }) => recipient);
    expect(recipients).toContain(second.email);
    expect(recipients).not.toContain(first.email);
  });

  it('certifies, lists and tells the agency at once', async () => {
    await reviewed();
    const outcome = await as(second, (tx, act) => approveSubmission(tx, act, submission));
    const number = outcome.ok ? outcome.value : '';
    expect(number).toMatch(/^OM-\d{4}-\d{6}$/);
    const page = await (await app.get(`/verify/${number}`)).text();
    expect(page).toContain('This certificate is valid');
    expect(page).toContain(elmFork.agency.name);
    const listed = await (await app.get(`/agencies/${elmFork.agency.slug}`)).text();
    expect(listed).toContain('Certified');
    expect(listed).not.toContain(elmFork.coordinator.name);
    const mail = (await app.outbox()).filter((message) => message.kind === 'certified');
    expect(mail.map((message) => message.recipient)).toContain(elmFork.executive.email);
  });

  it('given twice at once issues one certificate', async () => {
    const third = await aCampaignMember(app.databases, 'administrator');
    await reviewed();
    const outcomes = await Promise.all(
      [second, third].map((person) => as(person, (tx, act) => approveSubmission(tx, act, submission))),
    );
    expect(outcomes.map(codeOf).toSorted()).toEqual(['ok', 'submission-moved-on']);
    expect(await elmFork.as((tx) => listCertificates(tx, elmFork.agency.id))).toHaveLength(1);
  });

  it('may be declined with a word: the first reviewer looks again', async () => {
    await reviewed();
    await as(second, (tx, act) => sendBackToReviewer(tx, act, submission, 'Look at the agreement again.'));
    expect(await found()).toMatchObject({ state: 'in-review', approverNote: 'Look at the agreement again.' });
  });

  it('is not given from a page that shows an earlier end of the review', async () => {
    const third = await aCampaignMember(app.databases, 'administrator');
    const cookie = await app.signIn(third.email);
    const here = `/campaign/reviews/${submission}`;
    const seenNow = async () =>
      /name="seen" value="([^"]+)"/.exec(await (await app.get(here, cookie)).text())?.[1] ?? '';
    await reviewed();
    const seen = await seenNow();
    await as(second, (tx, act) => sendBackToReviewer(tx, act, submission, 'Look at the agreement again.'));
    await as(first, async (tx, act) => {
      const remark = { requirement: 'policy', decision: 'met-with-remark', comment: 'Add a page.' } as const;
      await decideRequirement(tx, act, submission, remark);
      expect(await finishReview(tx, act, submission)).toMatchObject({ ok: true });
    });
    const stale = await app.post(`${here}/approve`, { seen }, cookie);
    expect(stale.status).toBe(422);
    expect(await stale.text()).toContain('This was sent back and reviewed again');
    expect(await elmFork.as((tx) => listCertificates(tx, elmFork.agency.id))).toEqual([]);
    const approved = await app.post(`${here}/approve`, { seen: await seenNow() }, cookie);
    expect(approved.headers.get('location')).toBe(`${here}?done=approved`);
  });

  it('numbers certificates without a gap when one fails', async () => {
    await reviewed();
    const failing = as(second, async (tx, act) => {
      await approveSubmission(tx, act, submission);
      throw new Error('power cut');
    });
    await expect(failing).rejects.toThrow('power cut');
    const before = await asOwner<{ last: number }>(app.ownerUrl, 'select last from certificate_number');
    const outcome = await as(second, (tx, act) => approveSubmission(tx, act, submission));
    const number = outcome.ok ? Number(outcome.value.slice(-6)) : 0;
    expect(number).toBe((before[0]?.last ?? 0) + 1);
  });
});

describe('an agency that pledges anew after its pledge was withdrawn', () => {
  const send = () => elmFork.as((tx) => submitForReview(tx, elmFork.act(), { note: '', answers: new Map() }));
  const listing = async () => (await app.get(`/agencies/${elmFork.agency.slug}`)).text();

  async function pledgedAgain(): Promise<void> {
    const { executive } = elmFork;
    const about = (person: KnownPerson) => anAct(elmFork.agency.id, person);
    await as(second, (tx) =>
      withdrawPledge(tx, about(second), { by: 'campaign', reason: 'It was asked for.' }),
    );
    const terms: PledgeTerms = {
      targetMonths: 24,
      headcount: { sworn: 40, nonSworn: {} },
      executive: { name: executive.name, rank: 'Chief of Police', email: executive.email },
    };
    expect(codeOf(await elmFork.as((tx) => pledgeAgain(tx, elmFork.act(), terms)))).toBe('ok');
    await elmFork.as((tx) => signPledge(tx, elmFork.act(executive), executive.name), executive);
    expect(codeOf(await as(second, (tx) => acceptPledge(tx, about(second))))).toBe('ok');
  }

  it('is certified again under the new pledge; the old certificate speaks for the old one alone', async () => {
    await reviewed();
    await as(second, (tx, act) => approveSubmission(tx, act, submission));
    expect(codeOf(await send())).toBe('already-certified');
    expect(await listing()).toContain('Certified');
    await pledgedAgain();
    expect(await listing()).not.toContain('Certified');
    const cookie = await app.signIn(elmFork.coordinator.email);
    const page = await (await app.get(`/workspace/${elmFork.agency.slug}/review`, cookie)).text();
    expect(page).toContain(agencyReviewContent.certified.earlier);
    expect(page).toContain(agencyReviewContent.earlierRounds);
    expect(page).toContain(agencyReviewContent.outstandingHeading);
    expect(codeOf(await send())).toBe('outstanding');

    submission = await aSubmission(elmFork);
    await reviewed();
    expect(codeOf(await as(second, (tx, act) => approveSubmission(tx, act, submission)))).toBe('ok');
    expect(await elmFork.as((tx) => listCertificates(tx, elmFork.agency.id))).toHaveLength(2);
    expect(await listing()).toContain('Certified');
    expect(codeOf(await send())).toBe('already-certified');
  });
});
