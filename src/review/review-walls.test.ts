import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { withdrawPledge } from '../pledge/withdrawal-actions.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  type ReviewAct,
  reviewActOf,
} from './review-actions.ts';

let app: TestApp;
let made: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  made = await anAgency(app.databases);
});

const asCampaign = <Result>(act: ReviewAct, work: (tx: Transaction) => Promise<Result>) =>
  actingAs(app.databases.app, { as: 'campaign', person: act.person }, work);

async function aReviewer(): Promise<ReviewAct> {
  const { id } = await aCampaignMember(app.databases, 'reviewer');
  return reviewActOf(app.deps.config, id, new Date());
}

/** A submission that the first reviewer found good, and who may approve it. */
async function anAwaitedApproval() {
  const id = await aSubmission(made);
  const [first, second] = [await aReviewer(), await aReviewer()];
  await asCampaign(first, async (tx) => {
    await claimReview(tx, first, id);
    for (const requirement of requirements) {
      await decideRequirement(tx, first, id, { requirement, decision: 'met', comment: '' });
    }
    await finishReview(tx, first, id);
  });
  const approve = () => asCampaign(second, (tx) => approveSubmission(tx, second, id));
  return { id, approve };
}

const withdraw = () =>
  made.as((tx) => withdrawPledge(tx, made.act(), { by: 'agency', reason: 'A new mayor.' }));

describe('the database itself', () => {
  it('lets no agency choose who reviews it, when sending in or when taking back', async () => {
    const reviewer = await aReviewer();
    const id = await aSubmission(made);
    const taken = made.as((tx) =>
      tx.updateTable('submission').set({ state: 'taken-back', reviewer: reviewer.person }).execute(),
    );
    await expect(taken).rejects.toThrow('An agency does not review itself.');
    await made.as((tx) => tx.updateTable('submission').set({ state: 'taken-back' }).execute());
    for (const prefilled of [
      { reviewer: reviewer.person },
      { approver: reviewer.person, approved_at: new Date() },
      { reviewed_at: new Date() },
      { approver_note: 'Fine.' },
    ]) {
      const sent = made.as(async (tx) => {
        const before = await tx
          .selectFrom('submission')
          .select(['agency_id', 'pledge_id', 'rules_version', 'snapshot', 'snapshot_sha256', 'submitted_by'])
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        await tx
          .insertInto('submission')
          .values({ ...before, round: 2, state: 'waiting', ...prefilled })
          .execute();
      });
      await expect(sent).rejects.toThrow(/row-level security/);
    }
  });

  it('lets the campaign change no answer of the agency, and the agency add nothing once it is reviewed', async () => {
    const reviewer = await aReviewer();
    const id = await aSubmission(made);
    const changed = asCampaign(reviewer, (tx) =>
      tx.updateTable('submission_requirement').set({ answer: 'We agree.' }).execute(),
    );
    await expect(changed).rejects.toThrow(/permission denied/);
    await asCampaign(reviewer, (tx) => claimReview(tx, reviewer, id));
    const added = made.as((tx) =>
      tx
        .insertInto('submission_requirement')
        .values({ agency_id: made.agency.id, submission_id: id, requirement: 'extra' })
        .execute(),
    );
    await expect(added).rejects.toThrow(/row-level security/);
  });

  it('shows the campaign no policy before anything is sent in, and no draft ever', async () => {
    const reviewer = await aReviewer();
    const seen = (agency: AgencyForTests) =>
      asCampaign(reviewer, async (tx) => ({
        policies: await tx
          .selectFrom('agency_policy')
          .select('state')
          .where('agency_id', '=', agency.agency.id)
          .execute(),
        elements: await tx
          .selectFrom('policy_element')
          .select('code')
          .where('agency_id', '=', agency.agency.id)
          .execute(),
      }));
    await aPolicy(made);
    expect(await seen(made)).toEqual({ policies: [], elements: [] });
    await aSubmission(made);
    expect((await seen(made)).policies).toEqual([{ state: 'adopted' }]);
    const drafting = await anAgency(app.databases);
    await aPolicy(drafting, { until: 'checked' });
    await aSubmission(drafting);
    expect(await seen(drafting)).toEqual({ policies: [], elements: [] });
  });
});

describe('a certified agency', () => {
  it('does not end its pledge alone: it is told why and whom to ask', async () => {
    const { approve } = await anAwaitedApproval();
    expect((await approve()).ok).toBe(true);
    const coordinator = await app.signIn(made.coordinator.email);
    const path = `/workspace/${made.agency.slug}/pledge/withdraw`;
    const asked = await app.get(path, coordinator);
    const answer = await app.post(path, { reason: 'A new mayor.' }, coordinator);
    expect([asked.status, answer.status]).toEqual([200, 422]);
    for (const page of [await asked.text(), await answer.text()]) {
      expect(page).toContain('Only the campaign can end this pledge');
      expect(page).toContain(`mailto:${app.deps.config.campaign.contact}`);
    }
    expect(await withdraw()).toEqual({ ok: false, refusal: { code: 'certified-already' } });
    expect((await app.get(`/agencies/${made.agency.slug}`)).status).toBe(200);
    const forged = made.as((tx) =>
      tx
        .updateTable('pledge')
        .set({
          state: 'withdrawn',
          withdrawn_by: 'agency',
          withdrawn_at: new Date(),
          withdrawal_reason: 'No.',
        })
        .execute(),
    );
    await expect(forged).rejects.toThrow('A certified agency does not end its pledge alone.');
  });

  it('is withdrawn by the campaign, which is told first what the public will see', async () => {
    const { approve } = await anAwaitedApproval();
    await approve();
    const administrator = await app.signIn((await aCampaignMember(app.databases, 'administrator')).email);
    const path = `/campaign/pledges/${made.agency.slug}/withdraw`;
    expect(await (await app.get(path, administrator)).text()).toContain('This agency is certified.');
    expect((await app.post(path, { reason: 'They asked us by letter.' }, administrator)).status).toBe(303);
    expect((await app.get(`/agencies/${made.agency.slug}`)).status).toBe(404);
  });

  it('is one or the other when it withdraws in the moment of approval', async () => {
    for (let round = 0; round < 6; round += 1) {
      made = await anAgency(app.databases);
      const { approve } = await anAwaitedApproval();
      const [approved, withdrawn] = await Promise.all([approve(), withdraw()]);
      expect([approved.ok, withdrawn.ok].sort()).toEqual([false, true]);
      const pledge = await made.as((tx) => pledgeOf(tx, made.agency.id));
      expect(pledge?.state.is).toBe(approved.ok ? 'active' : 'withdrawn');
    }
  });
});
