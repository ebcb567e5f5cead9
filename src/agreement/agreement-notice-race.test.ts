import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { confirmPartnership } from '../partnership/partner-answer-actions.ts';
import { endPartnership } from '../partnership/partnership-actions.ts';
import { anArrangement, aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { giveAgreementNotices } from './agreement-notice-actions.ts';
import { proposeChange } from './negotiation-actions.ts';
import { insertNotice } from './notice-store.ts';

let app: TestApp;
const start = new Date('2026-03-05T18:00:00Z');
let now = start;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());

const inDays = (days: number): CalendarDate => addDays(dayIn('UTC', start), days);
const look = (days: number) => {
  now = new Date(start.getTime() + days * 86_400_000);
  return giveAgreementNotices(app.deps);
};

/** An agreement of an agency of its own, so that each side's mail is about it alone. */
async function reviewedIn(days: number) {
  const of = await anAgency(app.databases, { pledge: 'none' });
  const arrangement = { termEndsOn: undefined, reviewOn: inDays(days) };
  return { of, made: await aPartnership(app.databases, of, { arrangement }) };
}

type Reviewed = Awaited<ReturnType<typeof reviewedIn>>;

async function told({ of, made }: Reviewed): Promise<readonly (readonly string[])[]> {
  const mails = (await app.outbox()).filter(({ kind }) => /^agreement-(review|due)/.test(kind)).toReversed();
  const to = (email: string) =>
    mails.filter(({ recipient }) => recipient === email).map(({ kind }) => kind.replace('agreement-', ''));
  return [to(of.coordinator.email), to(made.representative.email)];
}

/** Gives a notice as another process does, and holds its transaction open until it is told how to end. */
function anotherProcess({ of, made }: Reviewed) {
  const steps: { begun?: () => void; end?: (how: 'commits' | 'dies') => void } = {};
  const begun = new Promise<void>((resolve) => {
    steps.begun = resolve;
  });
  const end = new Promise<'commits' | 'dies'>((resolve) => {
    steps.end = resolve;
  });
  const work = async (tx: Transaction) => {
    const due = { notice: 'review-7', aboutDay: inDays(5) } as const;
    await insertNotice(tx, { agency: of.agency.id, partnership: made.id }, due, start);
    steps.begun?.();
    if ((await end) === 'dies') throw new Error('The process dies.');
  };
  const ended = actingAs(app.databases.app, { as: 'system' }, work).catch(() => undefined);
  return {
    begun,
    async end(how: 'commits' | 'dies') {
      steps.end?.(how);
      await ended;
    },
  };
}

describe('a reminder that two processes give at the same moment', () => {
  it.each([
    ['commits', []],
    ['dies', ['review-7']],
  ] as const)('waits for the first: when that %s, the second tells both sides %j', async (how, kinds) => {
    const reviewed = await reviewedIn(5);
    const first = anotherProcess(reviewed);
    await first.begun;
    const second = look(0);
    const early = await Promise.race([second, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))]);
    expect(early).toBe('waits');
    await first.end(how);
    expect(await second).toBe(kinds.length);
    expect(await told(reviewed)).toEqual([kinds, kinds]);
  });

  it('comes once to each side of many agreements, however many look', async () => {
    const many: Reviewed[] = [];
    for (let count = 0; count < 6; count += 1) many.push(await reviewedIn(6));
    const given = await Promise.all([look(0), look(0), look(0)]);
    expect(given.reduce((sum, one) => sum + one)).toBe(many.length);
    for (const reviewed of many) expect(await told(reviewed)).toEqual([['review-7'], ['review-7']]);
    expect(await look(0)).toBe(0);
  });
});

describe('reminders of a review', () => {
  async function renewal({ of, made }: Reviewed): Promise<void> {
    const { revision } = await made.now();
    const arrangement = anArrangement({ termEndsOn: undefined, reviewOn: inDays(400) });
    const signer = { name: 'Robin Chief', title: 'Chief' };
    const change = { revision, terms: { arrangement }, file: undefined, note: '', renews: true, signer };
    const act = of.act();
    const outcome = await of.as((tx) => proposeChange(tx, { side: 'agency', act }, made.id, change));
    expect(outcome.ok).toBe(true);
  }

  async function answer(made: PartnershipForTests): Promise<void> {
    const { revision } = await made.now();
    const given = { revision, name: 'Morgan Speaker', title: 'Director', isNamedInPublic: false };
    const outcome = await made.as((tx) => confirmPartnership(tx, made.act(), made.id, given));
    expect(outcome.ok).toBe(true);
  }

  it('go on while a renewal waits, and stop once it is answered', async () => {
    const reviewed = await reviewedIn(25);
    await look(0);
    await renewal(reviewed);
    await look(19);
    const before = ['review-30', 'review-7'];
    expect(await told(reviewed)).toEqual([before, before]);
    await answer(reviewed.made);
    for (const day of [20, 25, 26, 60]) await look(day);
    expect(await told(reviewed)).toEqual([before, before]);
    await look(345);
    expect(await told(reviewed)).toEqual([
      [...before, 'review-60'],
      [...before, 'review-60'],
    ]);
  });

  it('stop when the partnership ends', async () => {
    const { of, made } = await reviewedIn(25);
    await look(0);
    const { revision } = await made.now();
    await of.as((tx) => endPartnership(tx, of.act(), made.id, { revision, reason: 'We part.' }));
    for (const day of [19, 25]) await look(day);
    expect(await told({ of, made })).toEqual([['review-30'], ['review-30']]);
  });
});
