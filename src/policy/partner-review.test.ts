import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { adoptPolicy } from './adoption-actions.ts';
import { endPartnerReview, shareDraft } from './partner-review-actions.ts';
import type { AgencyPolicy } from './policy.ts';
import { listAnswers, listPolicies } from './policy-actions.ts';
import { answerComment, listComments, settleComment, writeComment } from './policy-comment-actions.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let partner: PartnershipForTests;
let draft: AgencyPolicy;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  agency = await anAgency(database.databases, { pledge: 'none' });
  partner = await aPartnership(database.databases, agency);
  draft = await aPolicy(agency, { until: 'checked' });
});

const share = () => agency.as((tx) => shareDraft(tx, agency.act()));
const seen = (by = partner) => by.as((tx) => listPolicies(tx, agency.agency.id));
const comment = async (text: string, by = partner) => {
  const partnership = await by.now();
  const act = { ...by.act(), personName: 'Morgan Speaker' };
  return by.as((tx) => writeComment(tx, act, partnership, { policy: draft.id, code: 'dispatch', text }));
};
const comments = () => agency.as((tx) => listComments(tx, agency.agency.id, draft.id));
const mailsOf = async (kind: string) => {
  const mails = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 500));
  return mails.filter((mail) => mail.kind === kind && mail.text?.includes(agency.agency.name));
};

describe('partner review', () => {
  it('is offered and not forced: a draft is adopted without it', async () => {
    const adopted = await agency.as(
      (tx) =>
        adoptPolicy(tx, agency.act(agency.executive), {
          revision: draft.revision,
          name: agency.executive.name,
          on: '2024-02-01' as CalendarDate,
        }),
      agency.executive,
    );
    expect(adopted.ok).toBe(true);
    expect(await seen()).toEqual([]);
  });

  it('shows the draft with document and checklist to active partners, who are told once', async () => {
    expect(await seen()).toEqual([]);
    expect((await share()).ok).toBe(true);
    expect((await share()).ok).toBe(true);
    const [version] = await seen();
    expect(version?.id).toBe(draft.id);
    expect(await partner.as((tx) => listAnswers(tx, agency.agency.id, draft.id))).toHaveLength(14);
    const file = await partner.as((tx) => findStoredFile(tx, agency.agency.id, draft.document.id));
    expect(file?.sha256).toBe(draft.document.sha256);
    const mails = await mailsOf('policy-shared');
    expect(mails.map(({ recipient }) => recipient)).toEqual([partner.representative.email]);
  });

  it('asks nobody while no partnership is active', async () => {
    const lonely = await anAgency(database.databases, { pledge: 'none' });
    await aPolicy(lonely, { until: 'checked' });
    expect(await lonely.as((tx) => shareDraft(tx, lonely.act()))).toMatchObject({
      refusal: { code: 'no-active-partner' },
    });
  });

  it('ends when the agency says so: comments stay, partners see nothing, and none can be added', async () => {
    await share();
    await comment('The night line is missing.');
    await agency.as((tx) => endPartnerReview(tx, agency.act()));
    expect(await seen()).toEqual([]);
    expect(await comments()).toHaveLength(1);
    expect(await comment('Late.')).toMatchObject({ refusal: { code: 'not-in-partner-review' } });
  });

  it('keeps the version readable for partners once it is adopted, but closed for comments', async () => {
    await share();
    const given = { revision: draft.revision, name: agency.executive.name, on: '2024-02-01' as CalendarDate };
    await agency.as((tx) => adoptPolicy(tx, agency.act(agency.executive), given), agency.executive);
    expect((await seen())[0]?.state.is).toBe('adopted');
    expect(await comment('Late.')).toMatchObject({ refusal: { code: 'not-in-partner-review' } });
  });
});

describe('a comment', () => {
  beforeEach(share);

  it('reaches the coordinator by one mail a day, is answered and settled', async () => {
    await comment('The night line is missing.');
    await comment('So is the number of the clinic.');
    expect(await mailsOf('policy-commented')).toHaveLength(1);
    const [first] = await comments();
    if (!first) throw new Error('No comment.');
    expect(first).toMatchObject({ code: 'dispatch', said: { name: 'Morgan Speaker' }, answer: undefined });
    await agency.as((tx) => answerComment(tx, agency.act(), first.id, { text: 'Added.', shownAt: 0 }));
    await agency.as((tx) => settleComment(tx, agency.act(), first.id, true));
    const shown = await partner.as((tx) => listComments(tx, agency.agency.id, draft.id));
    expect(shown[0]?.answer?.text).toBe('Added.');
    expect(shown.map(({ settledAt }) => settledAt !== undefined)).toEqual([true, false]);
    expect(await mailsOf('policy-comment-answered')).toHaveLength(1);
  });

  it('answered by two at once keeps the first answer and shows it to the second', async () => {
    await comment('The night line is missing.');
    const [first] = await comments();
    const answer = (text: string) =>
      agency.as((tx) => answerComment(tx, agency.act(), first?.id ?? '', { text, shownAt: 0 }));
    expect((await answer('Added.')).ok).toBe(true);
    expect(await answer('We will add it.')).toMatchObject({
      refusal: { code: 'comment-changed', now: { answer: { text: 'Added.' } } },
    });
    expect((await comments())[0]?.answer?.text).toBe('Added.');
  });

  it('is seen by the agency and its writer, and by no other partner of the agency', async () => {
    const other = await aPartnership(database.databases, agency);
    await comment('The night line is missing.');
    expect(await other.as((tx) => listComments(tx, agency.agency.id, draft.id))).toEqual([]);
    expect(await seen(other)).toHaveLength(1);
  });
});

describe('the database itself', () => {
  const forged = (change: Record<string, unknown> = {}) => ({
    agency_id: agency.agency.id,
    policy_id: draft.id,
    code: 'dispatch',
    partner_id: partner.partner,
    written_by: partner.representative.id,
    written_name: 'Forged',
    written_at: new Date(),
    said: 'Forged',
    ...change,
  });

  it('lets no agency speak for its partner, nor change what it said', async () => {
    await share();
    const written = agency.as((tx) => tx.insertInto('policy_comment').values(forged()).execute());
    await expect(written).rejects.toThrow(/row-level security/);
    await comment('The night line is missing.');
    const changed = agency.as((tx) =>
      tx.updateTable('policy_comment').set({ said: 'All is well.' }).execute(),
    );
    await expect(changed).rejects.toThrow(/permission denied/);
  });

  it('lets no partner comment on what was not opened to it, and answer nothing', async () => {
    const closed = partner.as((tx) => tx.insertInto('policy_comment').values(forged()).execute());
    await expect(closed).rejects.toThrow(/row-level security/);
    await share();
    await comment('The night line is missing.');
    const answered = await partner.as((tx) =>
      tx.updateTable('policy_comment').set({ settled_at: new Date() }).executeTakeFirst(),
    );
    expect(answered.numUpdatedRows).toBe(0n);
  });

  it('shows no partner the policy of an agency it does not work with, nor accepted passages and texts', async () => {
    await share();
    const elsewhere = await aPartnership(
      database.databases,
      await anAgency(database.databases, { pledge: 'none' }),
    );
    expect(await seen(elsewhere)).toEqual([]);
    expect(await elsewhere.as((tx) => listAnswers(tx, agency.agency.id, draft.id))).toEqual([]);
    const file = await elsewhere.as((tx) => findStoredFile(tx, agency.agency.id, draft.document.id));
    expect(file).toBeUndefined();
    const changed = await partner.as((tx) =>
      tx.updateTable('agency_policy').set({ title: 'Ours' }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const texts = await partner.as((tx) => tx.selectFrom('document_text').selectAll().execute());
    expect(texts).toEqual([]);
  });

  it('lets nobody but the executive rescind', async () => {
    const policy = await aPolicyAdopted();
    const by = agency.act().person;
    const rescinded = agency.as((tx) =>
      tx
        .updateTable('agency_policy')
        .set({
          state: 'rescinded',
          rescinded_on: '2024-05-01',
          rescinded_at: new Date(),
          rescinded_by: by,
          rescinded_name: 'Forged',
          rescind_reason: 'Forged',
        })
        .where('id', '=', policy)
        .execute(),
    );
    await expect(rescinded).rejects.toThrow('The executive alone rescinds the policy.');
  });
});

async function aPolicyAdopted(): Promise<string> {
  const given = { revision: draft.revision, name: agency.executive.name, on: '2024-02-01' as CalendarDate };
  await agency.as((tx) => adoptPolicy(tx, agency.act(agency.executive), given), agency.executive);
  return draft.id;
}
