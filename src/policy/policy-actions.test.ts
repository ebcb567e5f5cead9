import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { recentAgencyEvents } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { listOutbox } from '../mail/mail-store.ts';
import { anAdmittedFile } from '../testing/a-partnership.ts';
import { aPolicy, fullChecklist } from '../testing/a-policy.ts';
import { aSubmission } from '../testing/a-submission.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { adoptPolicy } from './adoption-actions.ts';
import {
  askAdoption,
  beginPolicy,
  policyDesk,
  policyStanding,
  saveChecklist,
  setNextReview,
} from './policy-actions.ts';
import { revisePolicy } from './policy-revision-actions.ts';

let database: TestDatabase;
let agency: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  agency = await anAgency(database.databases, { pledge: 'none' });
});

const day = (text: string) => text as CalendarDate;
const desk = () => agency.as((tx) => policyDesk(tx, agency.agency.id));
const standing = () => agency.as((tx) => policyStanding(tx, agency.agency.id));
const adopt = (revision: number, change: { name?: string; on?: CalendarDate } = {}) =>
  agency.as(
    (tx) =>
      adoptPolicy(tx, agency.act(agency.executive), {
        revision,
        name: agency.executive.name,
        on: day('2024-02-01'),
        ...change,
      }),
    agency.executive,
  );

describe('adopting', () => {
  it('is the executive’s act: the coordinator is told, and the trail keeps what was adopted', async () => {
    const policy = await aPolicy(agency);
    expect(policy.state).toMatchObject({
      is: 'adopted',
      adoption: { on: '2024-02-01', name: 'Robin Executive' },
    });
    const mails = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 500));
    const told = mails.find(({ recipient }) => recipient === agency.coordinator.email);
    expect(told?.text).toContain('in effect from March 1, 2024');
    const events = await agency.as((tx) => recentAgencyEvents(tx, agency.agency.id, 20));
    expect(events.filter(({ subject }) => subject.id === policy.id).map(({ action }) => action)).toEqual([
      'policy-adopted',
      'policy-checklist-saved',
      'policy-drafted',
    ]);
    expect(events[0]?.details).toMatchObject({ sha256: policy.document.sha256, effectiveOn: '2024-03-01' });
  });

  it('waits for the whole checklist and the effective date', async () => {
    const draft = await aPolicy(agency, { until: 'uploaded', details: { effectiveOn: undefined } });
    const partly = fullChecklist().map((answer) =>
      answer.code === 'dispatch' ? { ...answer, status: 'partly' as const } : answer,
    );
    const saved = await agency.as((tx) =>
      saveChecklist(tx, agency.act(), { revision: draft.revision, answers: partly.slice(1) }),
    );
    expect(saved).toEqual({ ok: true, value: { unsettled: 2 } });
    const { draft: now } = await desk();
    const outcome = await adopt(now?.revision ?? 0);
    if (outcome.ok || outcome.refusal.code !== 'policy-not-ready') throw new Error('It was adopted.');
    expect(outcome.refusal.obstacles.isEffectiveDateMissing).toBe(true);
    expect(outcome.refusal.obstacles.unsettled.map(({ element, why }) => [element.code, why])).toEqual([
      ['purpose', 'unanswered'],
      ['dispatch', 'partly'],
    ]);
    expect(await agency.as((tx) => askAdoption(tx, agency.act()))).toMatchObject({
      refusal: { code: 'policy-not-ready' },
    });
  });

  it('refuses another’s name and a day to come', async () => {
    const { revision } = await aPolicy(agency, { until: 'checked' });
    expect(await adopt(revision, { name: 'Somebody Else' })).toMatchObject({
      refusal: { code: 'signature-unlike', expected: 'Robin Executive' },
    });
    expect(await adopt(revision, { on: day('2999-01-01') })).toMatchObject({
      refusal: { code: 'adopted-in-future' },
    });
  });

  it('is bound to what was shown: a document replaced meanwhile has to be read first', async () => {
    const shown = await aPolicy(agency, { until: 'checked' });
    await agency.as((tx) =>
      revisePolicy(tx, agency.act(), {
        revision: shown.revision,
        details: shown,
        document: anAdmittedFile('other.pdf'),
      }),
    );
    expect(await adopt(shown.revision)).toMatchObject({ refusal: { code: 'draft-changed' } });
    expect((await desk()).draft?.document.name).toBe('other.pdf');
    // What was answered about the document before counts for nothing of this one.
    const standing = await agency.as((tx) => policyStanding(tx, agency.agency.id));
    expect(new Set(standing?.elements.map(({ status }) => status))).toEqual(new Set(['open']));
  });

  it('is not bothered by the same document chosen once more', async () => {
    const shown = await aPolicy(agency, { until: 'checked' });
    const { revision, document: kept } = shown;
    const document = { ...anAdmittedFile('again.pdf'), sha256: kept.sha256 };
    await agency.as((tx) => revisePolicy(tx, agency.act(), { revision, details: shown, document }));
    const standing = await agency.as((tx) => policyStanding(tx, agency.agency.id));
    expect(new Set(standing?.elements.map(({ status }) => status))).toEqual(new Set(['covered']));
  });

  it('and replacing the document at the same moment: one wins', async () => {
    const { revision, ...details } = await aPolicy(agency, { until: 'checked' });
    const document = anAdmittedFile('other.pdf');
    const [adopted, replaced] = await Promise.all([
      adopt(revision),
      agency.as((tx) => revisePolicy(tx, agency.act(), { revision, details, document })),
    ]);
    expect([adopted.ok, replaced.ok].sort()).toEqual([false, true]);
  });

  it('twice at the same moment adopts once', async () => {
    const { revision } = await aPolicy(agency, { until: 'checked' });
    const both = await Promise.all([adopt(revision), adopt(revision)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });
});

describe('versions', () => {
  it('a new draft stands beside the adopted version and replaces it on adoption', async () => {
    const first = await aPolicy(agency);
    const second = await aPolicy(agency, { until: 'checked', details: { title: 'Version two' } });
    expect((await desk()).adopted?.id).toBe(first.id);
    expect(await standing()).toMatchObject({ adoptedOn: '2024-02-01' });
    expect((await adopt(second.revision, { on: day('2025-05-05') })).ok).toBe(true);
    const { versions, draft } = await desk();
    expect(versions.map(({ title, state }) => [title, state.is])).toEqual([
      ['Version two', 'adopted'],
      ['Response to People in Crisis', 'superseded'],
    ]);
    expect(draft).toBeUndefined();
    expect(await standing()).toMatchObject({ adoptedOn: '2025-05-05' });
  });

  it('there is one draft, also when two are begun at the same moment', async () => {
    const details = {
      title: 'A',
      number: '',
      amends: '',
      accreditation: '',
      issuedOn: undefined,
      effectiveOn: undefined,
      reviewOn: undefined,
    };
    const begin = () =>
      agency.as((tx) => beginPolicy(tx, agency.act(), { details, document: anAdmittedFile('a.pdf') }));
    const both = await Promise.all([begin(), begin()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  it('the next review of the policy in force can be moved, to a later day only', async () => {
    await aPolicy(agency);
    const review = (on: string) => agency.as((tx) => setNextReview(tx, agency.act(), day(on)));
    expect(await review('2024-03-02')).toMatchObject({ refusal: { code: 'review-not-later' } });
    expect((await review('2098-01-01')).ok).toBe(true);
    expect((await standing())?.reviewOn).toBe('2098-01-01');
  });
});

describe('what the requirement rules are told', () => {
  it('nothing before the first upload', async () => {
    expect(await standing()).toBeUndefined();
  });

  it('what is partly covered or missing is open', async () => {
    const { revision } = await aPolicy(agency, { until: 'uploaded' });
    await agency.as((tx) =>
      saveChecklist(tx, agency.act(), {
        revision,
        answers: [
          { code: 'purpose', status: 'covered', reference: 'p. 1', notes: '' },
          { code: 'definitions', status: 'partly', reference: 'p. 2', notes: '' },
          { code: 'dispatch', status: 'not-applicable', reference: '', notes: 'The county does.' },
        ],
      }),
    );
    expect(await standing()).toEqual({
      hasDocument: true,
      adoptedOn: undefined,
      effectiveOn: '2024-03-01',
      reviewOn: '2099-03-01',
      elements: [
        { code: 'definitions', status: 'open' },
        { code: 'dispatch', status: 'not-applicable', reason: 'The county does.' },
        { code: 'purpose', status: 'covered' },
      ],
    });
  });
});

it('another agency and the public see nothing of it; the campaign reads what was sent in and changes nothing', async () => {
  agency = await anAgency(database.databases);
  const policy = await aPolicy(agency);
  const other = await anAgency(database.databases, { pledge: 'none' });
  const all = async (tx: Transaction) => [
    ...(await tx.selectFrom('agency_policy').select('id').where('id', '=', policy.id).execute()),
    ...(await tx
      .selectFrom('policy_element')
      .select('policy_id')
      .where('policy_id', '=', policy.id)
      .execute()),
  ];
  expect(await other.as(all)).toEqual([]);
  expect(await actingAs(database.databases.app, { as: 'public' }, all)).toEqual([]);
  const reviewer = await aCampaignMember(database.databases, 'reviewer');
  const asCampaign = { as: 'campaign', person: reviewer.id } as const;
  expect(await actingAs(database.databases.app, asCampaign, all)).toEqual([]);
  await aSubmission(agency);
  await actingAs(database.databases.app, asCampaign, async (tx) => {
    expect((await policyStanding(tx, agency.agency.id))?.elements).toHaveLength(14);
    const { numUpdatedRows } = await tx
      .updateTable('agency_policy')
      .set({ title: 'Taken over' })
      .where('id', '=', policy.id)
      .executeTakeFirst();
    expect(numUpdatedRows).toBe(0n);
  });
});

describe('the database takes an adoption', () => {
  const adoption = (by: AgencyForTests['executive']) => ({
    state: 'adopted',
    adopted_on: '2024-02-01',
    adopted_at: new Date(),
    adopted_by: by.id,
    adopted_name: by.name,
  });
  const write = (signer: AgencyForTests['executive'], as = signer) =>
    agency.as((tx) => tx.updateTable('agency_policy').set(adoption(signer)).execute(), as);

  it('from the executive in person, and from nobody else', async () => {
    await aPolicy(agency, { until: 'checked' });
    const executiveAlone = /The executive alone adopts the policy/;
    await expect(write(agency.coordinator)).rejects.toThrow(executiveAlone);
    await expect(write(agency.executive, agency.coordinator)).rejects.toThrow(executiveAlone);
    await expect(write(agency.coordinator, agency.executive)).rejects.toThrow(executiveAlone);
    await expect(write(agency.executive)).resolves.toBeDefined();
  });

  it('of a version that was never a draft from nobody but the executive', async () => {
    const { id } = await aPolicy(agency, { until: 'checked' });
    const copied = agency.as(async (tx) => {
      const draft = await tx
        .selectFrom('agency_policy')
        .select(['agency_id', 'title', 'file_id', 'created_by', 'effective_on'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('agency_policy')
        .values({ ...draft, ...adoption(agency.executive) })
        .execute();
    });
    await expect(copied).rejects.toThrow(/The executive alone adopts the policy/);
  });
});
