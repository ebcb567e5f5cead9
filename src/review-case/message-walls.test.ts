import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { KnownPerson } from '../identity/person-store.ts';
import type { SubmissionId } from '../review/submission.ts';
import { declareTie } from '../review/tie-actions.ts';
import { asReviewer } from '../testing/a-review.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let made: AgencyForTests;
let submission: SubmissionId;
let reviewer: KnownPerson;
let reviewerCookie: string;
let coordinatorCookie: string;
beforeAll(async () => {
  app = await createTestApp();
  reviewer = await aCampaignMember(app.databases, 'reviewer');
  reviewerCookie = await app.signIn(reviewer.email);
});
afterAll(() => app.close());
beforeEach(async () => {
  made = await anAgency(app.databases);
  coordinatorCookie = await app.signIn(made.coordinator.email);
  submission = await aSubmission(made);
});

const secret = 'Between us: their chief is leaving.';
const open = 'Could you send page 4?';

const say = (thread: 'shared' | 'internal', text: string, cookie = reviewerCookie) =>
  app.post(`/campaign/reviews/${submission}/messages`, { thread, [`text-${thread}`]: text }, cookie);
const casePath = () => `/workspace/${made.agency.slug}/review/cases/${submission}`;
const text = async (path: string, cookie: string) => (await app.get(path, cookie)).text();

describe('an internal note', () => {
  it('reaches the agency on no page, in no mail, in no download, and in no row', async () => {
    await app.post(`/campaign/reviews/${submission}/claim`, {}, reviewerCookie);
    expect((await say('internal', secret)).status).toBe(303);
    expect(await text(`/campaign/reviews/${submission}/messages`, reviewerCookie)).toContain(secret);
    const base = `/workspace/${made.agency.slug}`;
    for (const path of [base, `${base}/review`, casePath(), `${casePath()}/case.zip`]) {
      expect(await text(path, coordinatorCookie)).not.toContain('Between us');
    }
    const rows = await made.as((tx) => tx.selectFrom('review_message').selectAll().execute());
    expect(rows).toEqual([]);
    const mail = (await app.outbox()).filter(({ recipient }) => recipient.endsWith('@agency.test'));
    expect(mail.map(({ text }) => text).join()).not.toContain('Between us');
    const trail = await asOwner<{ details: string }>(
      app.ownerUrl,
      'select details::text as details from audit_event where agency_id = $1',
      [made.agency.id],
    );
    expect(trail.map(({ details }) => details).join()).not.toContain('Between us');
  });

  it('can’t be written by an agency, nor a word in the campaign’s name', async () => {
    const forged = (values: { thread: string; side: string }) =>
      made.as((tx) =>
        tx
          .insertInto('review_message')
          .values({
            agency_id: made.agency.id,
            case_id: submission,
            text: 'We agree.',
            written_by: made.coordinator.id,
            written_at: new Date(),
            ...values,
          })
          .execute(),
      );
    await expect(forged({ thread: 'internal', side: 'campaign' })).rejects.toThrow(/row-level security/);
    await expect(forged({ thread: 'shared', side: 'campaign' })).rejects.toThrow(/row-level security/);
    await expect(forged({ thread: 'internal', side: 'agency' })).rejects.toThrow();
  });

  it('is not for a colleague with ties either, who writes nothing in any thread', async () => {
    await say('internal', secret);
    const tied = await aCampaignMember(app.databases, 'reviewer');
    await asReviewer(app, tied, (tx, act) =>
      declareTie(tx, act, { agency: made.agency.slug, about: 'I served there.' }),
    );
    const cookie = await app.signIn(tied.email);
    expect(await text(`/campaign/reviews/${submission}/messages`, cookie)).not.toContain('Between us');
    expect((await say('shared', open, cookie)).status).toBe(422);
    const rows = await asReviewer(app, tied, (tx) =>
      tx.selectFrom('review_message').selectAll().where('agency_id', '=', made.agency.id).execute(),
    );
    expect(rows).toEqual([]);
  });

  it('stays as it was written: nobody changes or takes away a message', async () => {
    await say('shared', open);
    for (const change of [
      asReviewer(app, reviewer, (tx) => tx.updateTable('review_message').set({ text: 'No.' }).execute()),
      asReviewer(app, reviewer, (tx) => tx.deleteFrom('review_message').execute()),
    ]) {
      await expect(change).rejects.toThrow(/permission denied/);
    }
  });
});

describe('what is said with the agency', () => {
  it('is read and answered by both, each told by mail, and no reviewer is named to the agency', async () => {
    await say('shared', open);
    const told = (await app.outbox()).filter(({ kind }) => kind === 'review-message');
    expect(told.map(({ recipient }) => recipient)).toContain(made.coordinator.email);
    expect(told.map(({ text }) => text).join()).toContain(casePath());
    const read = await text(casePath(), coordinatorCookie);
    expect(read).toContain(open);
    expect(read).not.toContain(reviewer.name);
    await app.post(`/campaign/reviews/${submission}/claim`, {}, reviewerCookie);
    const answer = await app.post(casePath(), { text: 'It is in the post.' }, coordinatorCookie);
    expect(answer.status).toBe(303);
    const asked = (await app.outbox()).filter(
      ({ kind, recipient }) => kind === 'review-message' && recipient === reviewer.email,
    );
    expect(asked).toHaveLength(1);
    expect(await text(`/campaign/reviews/${submission}/messages`, reviewerCookie)).toContain(
      'It is in the post.',
    );
  });

  it('is one agency’s own: another has no such case', async () => {
    const other = await anAgency(app.databases);
    const cookie = await app.signIn(other.coordinator.email);
    const path = `/workspace/${other.agency.slug}/review/cases/${submission}`;
    expect((await app.get(path, cookie)).status).toBe(404);
    expect((await app.get(`${path}/case.zip`, cookie)).status).toBe(404);
    expect((await app.post(path, { text: 'Hello?' }, cookie)).status).toBe(404);
  });

  it('is refused empty or too long, with what was typed kept', async () => {
    const empty = await app.post(casePath(), { text: ' ' }, coordinatorCookie);
    expect([empty.status, (await empty.text()).includes('Write your message')]).toEqual([422, true]);
    const long = 'x'.repeat(4_001);
    const refused = await say('shared', long);
    const page = await refused.text();
    expect([refused.status, page.includes(long)]).toEqual([422, true]);
  });
});
