import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { shareDraft } from './partner-review-actions.ts';
import type { PolicyDetails } from './policy.ts';
import { policyStanding } from './policy-actions.ts';
import { listComments, settleComment, writeComment } from './policy-comment-actions.ts';
import { policyInEffect } from './policy-life-actions.ts';

const now = new Date('2026-06-10T17:00:00Z');
const today = '2026-06-10' as CalendarDate;
let app: TestApp;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';

async function seats(details: Partial<PolicyDetails> = {}) {
  const agency = await anAgency(app.databases);
  const draft = await aPolicy(agency, { until: 'checked', details });
  return {
    agency,
    draft,
    base: `/workspace/${agency.agency.slug}/policy`,
    coordinator: await app.signIn(agency.coordinator.email),
    executive: await app.signIn(agency.executive.email),
  };
}

async function commented(agency: AgencyForTests, policy: string, texts: readonly string[]) {
  const partner = await aPartnership(app.databases, agency);
  await agency.as((tx) => shareDraft(tx, agency.act()));
  const partnership = await partner.now();
  const act = { ...partner.act(), personName: 'Morgan Speaker' };
  for (const said of texts)
    await partner.as((tx) => writeComment(tx, act, partnership, { policy, code: 'dispatch', text: said }));
  return partner;
}

describe('asking the executive', () => {
  it('leaves who asked and when on the page, and can be done again', async () => {
    const { base, agency, coordinator, executive } = await seats();
    const before = await text(app.get(base, coordinator));
    expect(before).toContain('Ask the executive to adopt it');
    expect(before).not.toContain('Asked on');
    await app.post(`${base}/draft/ask`, {}, coordinator);
    const asked = await text(app.get(base, coordinator));
    const day = longDate(dayIn(agency.agency.timeZone, new Date()));
    expect(asked).toContain(`Asked on ${day} by ${agency.coordinator.name}.`);
    expect(asked).toContain('Ask again');
    expect(asked).not.toContain('Ask the executive to adopt it');
    expect(await text(app.get(base, executive))).toContain(`by ${agency.coordinator.name}.`);
    await app.post(`${base}/draft/ask`, {}, coordinator);
    const mails = (await app.outbox()).filter(
      ({ kind, recipient }) => kind === 'policy-to-adopt' && recipient === agency.executive.email,
    );
    expect(mails).toHaveLength(2);
  });
});

describe('comments that wait', () => {
  it('are told with a link before the executive is asked and before adopting, and need an answer or a reason', async () => {
    const { agency, draft, base, coordinator, executive } = await seats();
    await commented(agency, draft.id, ['The night line is missing.', 'Name the callback time.']);
    const words = '2 comments of your partners are neither answered nor settled.';
    const link = `href="${base}/versions/${draft.id}#comments"`;
    for (const page of [
      await text(app.get(base, coordinator)),
      await text(app.get(`${base}/draft/adopt`, executive)),
    ]) {
      expect(page).toContain(words);
      expect(page).toContain(link);
    }
    const [one, two] = await agency.as((tx) => listComments(tx, agency.agency.id, draft.id));
    // The executive settles or answers too.
    expect((await app.post(`${base}/comments/${one?.id}/settle`, {}, executive)).status).toBe(303);
    const page = await text(app.get(`${base}/draft/adopt`, executive));
    expect(page).toContain('1 comment of your partners is neither answered nor settled.');
    const given = { revision: revisionIn(page), name: agency.executive.name, on: today };
    const refused = await app.post(`${base}/draft/adopt`, given, executive);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Enter why the policy is adopted before the comments');
    const answer = { shownAt: '0', [`answer-${two?.id}`]: 'Within the hour.' };
    expect((await app.post(`${base}/comments/${two?.id}/answer`, answer, executive)).status).toBe(303);
    expect((await app.post(`${base}/draft/adopt`, given, executive)).status).toBe(303);
    const version = await text(app.get(`${base}/versions/${draft.id}`, executive));
    expect(version).toContain('Answered before the policy was adopted');
  });

  it('are adopted over with a reason that the partner is mailed and reads at its comment', async () => {
    const { agency, draft, base, executive } = await seats();
    const partner = await commented(agency, draft.id, [
      'The night line is missing.',
      'Name the callback time.',
    ]);
    const [one] = await agency.as((tx) => listComments(tx, agency.agency.id, draft.id));
    await agency.as((tx) => settleComment(tx, agency.act(), one?.id ?? '', true));
    const page = await text(app.get(`${base}/draft/adopt`, executive));
    const given = { revision: revisionIn(page), name: agency.executive.name, on: today };
    const overComments = 'The board meets tonight. The next version answers this.';
    expect((await app.post(`${base}/draft/adopt`, { ...given, overComments }, executive)).status).toBe(303);
    const mail = (await app.outbox()).find(
      ({ kind, recipient }) =>
        kind === 'policy-adopted-partner' && recipient === partner.representative.email,
    );
    expect(mail?.text).toContain('1 was settled, 0 were answered, and the policy was adopted over 1');
    expect(mail?.text).toContain(overComments);
    const speaker = await app.signIn(partner.representative.email);
    const theirs = await text(
      app.get(`/partner/${partner.partner}/partnerships/${partner.id}/policy`, speaker),
    );
    expect(theirs).toContain('Policy adopted without an answer');
    expect(theirs).toContain(
      `The policy was adopted over this comment on June 10, 2026. The reason given: “${overComments}”`,
    );
    expect(theirs).toContain('Settled');
  });
});

describe('a policy that states a day gone by', () => {
  const backdated = { effectiveOn: '2025-01-01' as CalendarDate };

  it('is in effect from its adoption on, and never told as in effect before', async () => {
    const { agency, base, executive } = await seats(backdated);
    await someStaff(agency, 'Birch');
    const page = await text(app.get(`${base}/draft/adopt`, executive));
    expect(page).toContain('The draft says that it is in effect from January 1, 2025.');
    expect(page).toContain('Let it take effect today, June 10, 2026');
    const given = { revision: revisionIn(page), name: agency.executive.name, on: '2026-06-05' };
    await app.post(`${base}/draft/adopt`, given, executive);
    expect(await agency.as((tx) => policyStanding(tx, agency.agency.id))).toMatchObject({
      adoptedOn: '2026-06-05',
      effectiveOn: '2026-06-05',
    });
    for (const shown of [base, `${base}/acknowledgments`]) {
      const after = await text(app.get(shown, executive));
      expect(after).toContain('June 5, 2026');
      expect(after).not.toContain('January 1, 2025');
    }
    const inEffect = (day: string) =>
      agency.as((tx) => policyInEffect(tx, agency.agency.id, day as CalendarDate));
    expect(await inEffect('2026-06-04')).toBeUndefined();
    expect(await inEffect('2026-06-05')).toBeDefined();
    const mail = (await app.outbox()).find(
      ({ kind, recipient }) => kind === 'policy-adopted' && recipient === agency.coordinator.email,
    );
    expect(mail?.text).not.toContain('January 1, 2025');
  });

  it('takes effect on the day of today where the executive says so', async () => {
    const { agency, base, executive } = await seats(backdated);
    const page = await text(app.get(`${base}/draft/adopt`, executive));
    const given = { revision: revisionIn(page), name: agency.executive.name, on: '2026-06-05' };
    await app.post(`${base}/draft/adopt`, { ...given, isFromToday: 'yes' }, executive);
    expect(await agency.as((tx) => policyStanding(tx, agency.agency.id))).toMatchObject({
      adoptedOn: '2026-06-05',
      effectiveOn: today,
    });
  });

  it('does not take effect today when its next review is over already', async () => {
    const { agency, base, executive } = await seats({
      ...backdated,
      reviewOn: '2026-01-01' as CalendarDate,
    });
    const page = await text(app.get(`${base}/draft/adopt`, executive));
    expect(page).not.toContain('Let it take effect today');
    const given = { revision: revisionIn(page), name: agency.executive.name, on: '2026-06-05' };
    const forged = await app.post(`${base}/draft/adopt`, { ...given, isFromToday: 'yes' }, executive);
    expect(forged.status).toBe(303);
    expect((await agency.as((tx) => policyStanding(tx, agency.agency.id)))?.effectiveOn).toBe('2026-06-05');
  });
});
