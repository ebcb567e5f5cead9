import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { approveSubmission, claimReview, handOverReview } from './review-actions.ts';
import type { SubmissionId } from './submission.ts';
import { findSubmission } from './submission-store.ts';
import { declareTie, endTie, findTies } from './tie-actions.ts';

let app: TestApp;
let reviewer: KnownPerson;
beforeAll(async () => {
  app = await createTestApp();
  reviewer = await aCampaignMember(app.databases, 'reviewer');
});
afterAll(() => app.close());

let made: AgencyForTests;
let submission: SubmissionId;
beforeEach(async () => {
  made = await anAgency(app.databases);
  submission = await aSubmission(made);
});

const claim = (person: KnownPerson) => asReviewer(app, person, (tx, act) => claimReview(tx, act, submission));
const tiesOf = (person: KnownPerson) =>
  asReviewer(app, person, (tx) => findTies(tx, person.id, made.agency.id));
const declare = (person: KnownPerson, agency = made.agency.name) =>
  asReviewer(app, person, (tx, act) => declareTie(tx, act, { agency, about: 'My sister serves there.' }));
const found = () => asReviewer(app, reviewer, (tx) => findSubmission(tx, submission));

/** Somebody who works for the campaign under the address that they have elsewhere. */
function asColleague(person: KnownPerson): Promise<KnownPerson> {
  return aCampaignMember(app.databases, 'reviewer', person.email);
}

describe('ties to an agency', () => {
  it('are none for somebody who has nothing to do with it', async () => {
    expect(await tiesOf(reviewer)).toEqual([]);
    expect(await claim(reviewer)).toMatchObject({ ok: true });
  });

  it('come from a role at one of its partners, also after the role and the partnership have ended', async () => {
    const { representative } = await aPartnership(app.databases, made);
    await asOwner(app.ownerUrl, 'update partner_membership set ended_at = now() where person_id = $1', [
      representative.id,
    ]);
    await asOwner(
      app.ownerUrl,
      `update partnership set state = 'ended', ended_at = now(), ended_by_side = 'agency', end_reason = 'Over.'
       where agency_id = $1`,
      [made.agency.id],
    );
    const colleague = await asColleague(representative);
    expect(await tiesOf(colleague)).toEqual(['partner']);
    expect(await claim(colleague)).toMatchObject({ refusal: { code: 'has-ties' } });
  });

  it('come from an address at the same place, but not from one at a public provider', async () => {
    const host = `${randomUUID().slice(0, 8)}.test`;
    await aMember(app.databases, made.agency.id, 'staff', `officer@${host}`);
    const neighbor = await aCampaignMember(app.databases, 'reviewer', `clerk@${host}`);
    expect(await tiesOf(neighbor)).toEqual(['mail-host']);
    const mark = randomUUID().slice(0, 8);
    await aMember(app.databases, made.agency.id, 'staff', `officer-${mark}@gmail.com`);
    const stranger = await aCampaignMember(app.databases, 'reviewer', `clerk-${mark}@gmail.com`);
    expect(await tiesOf(stranger)).toEqual([]);
  });

  it('that are declared count until they are ended by who declared them', async () => {
    const declared = await declare(reviewer, made.agency.slug);
    expect(await declare(reviewer)).toMatchObject({ refusal: { code: 'tie-declared-already' } });
    expect(await tiesOf(reviewer)).toEqual(['declared']);
    expect(await claim(reviewer)).toMatchObject({ refusal: { code: 'has-ties', ties: ['declared'] } });
    const id = declared.ok ? declared.value : '';
    const other = await aCampaignMember(app.databases, 'administrator');
    const foreign = await asReviewer(app, other, (tx, act) => endTie(tx, act, id));
    expect(foreign).toMatchObject({ refusal: { code: 'tie-not-found' } });
    await asReviewer(app, reviewer, (tx, act) => endTie(tx, act, id));
    expect(await claim(reviewer)).toMatchObject({ ok: true });
  });

  it('declared during a review give it back at once', async () => {
    await claim(reviewer);
    await declare(reviewer);
    expect(await found()).toMatchObject({ state: 'waiting', reviewer: undefined });
  });

  it('are nobody else’s to read, and an agency learns of none', async () => {
    await declare(reviewer);
    const other = await aCampaignMember(app.databases, 'administrator');
    expect(await asReviewer(app, other, (tx) => tx.selectFrom('review_tie').selectAll().execute())).toEqual(
      [],
    );
    expect(await made.as((tx) => tx.selectFrom('review_tie').selectAll().execute())).toEqual([]);
    expect(await made.as((tx) => findTies(tx, reviewer.id, made.agency.id))).toEqual([]);
  });
});

describe('a review that is handed over', () => {
  const handTo = (to: KnownPerson) =>
    asReviewer(app, reviewer, (tx, act) => handOverReview(tx, act, submission, to.id));

  it('is the colleague’s from then on, who is told by mail', async () => {
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    await claim(reviewer);
    expect(await handTo(colleague)).toMatchObject({ ok: true });
    expect(await found()).toMatchObject({ state: 'in-review', reviewer: colleague.id });
    const mail = (await app.outbox()).filter(({ kind }) => kind === 'review-handed-over');
    expect(mail.map(({ recipient }) => recipient)).toContain(colleague.email);
  });

  it('goes to nobody with ties, nor to somebody who doesn’t review', async () => {
    const tied = await aCampaignMember(app.databases, 'reviewer');
    await declare(tied);
    const editor = await aCampaignMember(app.databases, 'editor');
    await claim(reviewer);
    for (const person of [tied, editor]) {
      expect(await handTo(person)).toMatchObject({ refusal: { code: 'colleague-not-found' } });
    }
  });

  it('can be handed over by an administrator when the reviewer is away', async () => {
    const administrator = await aCampaignMember(app.databases, 'administrator');
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    await claim(reviewer);
    const handed = await asReviewer(app, administrator, (tx, act) =>
      handOverReview(tx, act, submission, colleague.id),
    );
    expect(handed).toMatchObject({ ok: true });
    expect(await found()).toMatchObject({ reviewer: colleague.id });
  });
});

describe('the database itself', () => {
  const update = (person: KnownPerson, change: object) =>
    actingAs(app.databases.app, { as: 'campaign', person: person.id }, (tx) =>
      tx.updateTable('submission').set(change).where('id', '=', submission).execute(),
    );

  it('lets nobody with ties take, be given, decide or approve', async () => {
    const tied = await aCampaignMember(app.databases, 'administrator');
    await declare(tied);
    await expect(update(tied, { state: 'in-review', reviewer: tied.id })).rejects.toThrow('has ties');
    await claim(reviewer);
    await expect(update(reviewer, { reviewer: tied.id })).rejects.toThrow('has ties');
    const decided = actingAs(app.databases.app, { as: 'campaign', person: tied.id }, (tx) =>
      tx
        .updateTable('submission_requirement')
        .set({ decision: 'met', decided_by: tied.id, decided_at: new Date() })
        .where('submission_id', '=', submission)
        .execute(),
    );
    await expect(decided).rejects.toThrow('not theirs');
    await asReviewer(app, reviewer, async (tx) => {
      await tx
        .updateTable('submission_requirement')
        .set({ decision: 'met', decided_by: reviewer.id, decided_at: new Date() })
        .where('submission_id', '=', submission)
        .execute();
    });
    await update(reviewer, { state: 'awaiting-approval' });
    const approved = { state: 'approved', approver: tied.id, approved_at: new Date() };
    await expect(update(tied, approved)).rejects.toThrow('not theirs');
  });

  it('lets nobody decide in another’s name, nor finish what somebody else reviews', async () => {
    await claim(reviewer);
    const other = await aCampaignMember(app.databases, 'reviewer');
    await expect(update(other, { state: 'awaiting-approval' })).rejects.toThrow('not theirs');
    await expect(update(other, { reviewer: other.id })).rejects.toThrow('not theirs');
    const forged = asReviewer(app, other, (tx) =>
      tx
        .updateTable('submission_requirement')
        .set({ decision: 'met', decided_by: reviewer.id, decided_at: new Date() })
        .where('submission_id', '=', submission)
        .execute(),
    );
    await expect(forged).rejects.toThrow('not theirs');
  });

  it('lets nobody approve who decided a part of it before it was handed over', async () => {
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    await aReview(app, reviewer, submission, []);
    await asOwner(
      app.ownerUrl,
      'update submission_requirement set decided_by = $1 where submission_id = $2 and requirement = $3',
      [colleague.id, submission, 'policy'],
    );
    const refusedApproval = await asReviewer(app, colleague, (tx, act) =>
      approveSubmission(tx, act, submission),
    );
    expect(refusedApproval).toMatchObject({ refusal: { code: 'reviewer-approves-own' } });
    const approved = { state: 'approved', approver: colleague.id, approved_at: new Date() };
    await expect(update(colleague, approved)).rejects.toThrow('not theirs');
  });
});
