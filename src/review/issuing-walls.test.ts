import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listCertificates } from '../certification/certification-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { aReview, asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { approveSubmission } from './review-actions.ts';
import type { SubmissionId } from './submission.ts';
import { declareTie } from './tie-actions.ts';

let app: TestApp;
let first: KnownPerson;
let second: KnownPerson;
beforeAll(async () => {
  app = await createTestApp();
  first = await aCampaignMember(app.databases, 'reviewer');
  second = await aCampaignMember(app.databases, 'reviewer');
});
afterAll(() => app.close());

let made: AgencyForTests;
let submission: SubmissionId;
beforeEach(async () => {
  made = await anAgency(app.databases);
  submission = await aSubmission(made);
  await aReview(app, first, submission);
});

/** A certificate written past the program, as somebody of the campaign. */
const issue = (by: KnownPerson, hash = sql`snapshot_sha256`) =>
  asReviewer(app, by, (tx) =>
    sql`insert into certificate (agency_id, number, submission_id, agency_name, place, pledged_on, certified_on,
        rules_version, rules_title, campaign_name, issuer, signatory_name, signatory_title, snapshot_sha256)
      select agency_id, 'OM-2026-009999', id, 'Elm Fork', 'Elm Fork', '2026-01-01', '2026-01-02', rules_version, 'Rules',
        'The campaign', 'The issuer', 'Jo', 'President', ${hash} from submission where id = ${submission}`.execute(
      tx,
    ),
  );
const approveOnly = (by: KnownPerson) =>
  asReviewer(app, by, (tx) =>
    tx
      .updateTable('submission')
      .set({ state: 'approved', approver: by.id, approved_at: new Date() })
      .where('id', '=', submission)
      .execute(),
  );

describe('a certificate', () => {
  it('is issued for nothing that still waits for approval', async () => {
    await expect(issue(second)).rejects.toThrow('issued by who approved');
  });

  it('is issued by nobody but who approved, and of nothing else', async () => {
    await approveOnly(second);
    await expect(issue(first)).rejects.toThrow('issued by who approved');
    await expect(issue(second, sql`repeat('0', 64)`)).rejects.toThrow('issued by who approved');
    await issue(second);
    await expect(issue(second)).rejects.toThrow('unique');
  });

  it('is not issued once a decider or the approver has a tie', async () => {
    await approveOnly(second);
    await asReviewer(app, first, (tx, act) =>
      declareTie(tx, act, { agency: made.agency.slug, about: 'My sister is its chief.' }),
    );
    await expect(issue(second)).rejects.toThrow('issued by who approved');
  });

  it('comes with the approval in one act, once', async () => {
    const approve = () => asReviewer(app, second, (tx, act) => approveSubmission(tx, act, submission));
    const outcomes = await Promise.all([approve(), approve()]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    await expect(issue(second)).rejects.toThrow('unique');
    expect(await made.as((tx) => listCertificates(tx, made.agency.id))).toHaveLength(1);
  });
});
