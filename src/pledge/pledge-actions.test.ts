import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyScope, chooseScope } from '../agency/agency-actions.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { grantAgencyRole, listAgencyMembers } from '../identity/membership-actions.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { listOutbox } from '../mail/mail-store.ts';
import {
  type AgencyForTests,
  type AnAgency,
  aCampaignMember,
  anAct,
  anAgency,
  aPerson,
} from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { acceptPledge, returnPledge } from './decision-actions.ts';
import { askExtension, decideExtension, extensionsOf } from './extension-actions.ts';
import type { PledgeTerms } from './pledge.ts';
import {
  amendPledge,
  pledgeAgain,
  pledgeOf,
  resendSignatureRequest,
  sendBackPledge,
  signPledge,
} from './pledge-actions.ts';
import { withdrawPledge } from './withdrawal-actions.ts';

let database: TestDatabase;
let made: AgencyForTests;
let reviewer: KnownPerson;
beforeAll(async () => {
  database = await createTestDatabase();
  reviewer = await aCampaignMember(database.databases, 'reviewer');
});
afterAll(() => database.drop());

async function given(
  pledge: AnAgency['pledge'],
  wanted: Omit<AnAgency, 'pledge'> = {},
): Promise<AgencyForTests> {
  made = await anAgency(database.databases, { ...wanted, ...(pledge ? { pledge } : {}) });
  return made;
}

const state = async () => (await made.as((tx) => pledgeOf(tx, made.agency.id)))?.state;

function asCampaign<Result>(
  person: KnownPerson,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  return actingAs(database.databases.app, { as: 'campaign', person: person.id }, work);
}

const mails = async (to: string) => {
  const all = await actingAs(database.databases.app, { as: 'system' }, (tx) => listOutbox(tx, 1000));
  return all.filter(({ recipient }) => recipient === to);
};

const audited = async () => {
  const rows = await asOwner<{ action: string }>(
    database.ownerUrl,
    `select action from audit_event where agency_id = $1 and subject_kind = 'pledge' order by seq`,
    [made.agency.id],
  );
  return rows.map(({ action }) => action);
};

function terms(change: Partial<PledgeTerms> = {}): PledgeTerms {
  const { executive } = made;
  return {
    targetMonths: 18,
    headcount: { sworn: 41, nonSworn: { dispatcher: 6 } },
    executive: { name: executive.name, rank: 'Chief of Police', email: executive.email },
    ...change,
  };
}

describe('signing a pledge', () => {
  it('with the executive’s name sends it to the campaign', async () => {
    const { executive, coordinator } = await given('awaiting-signature');
    await made.as((tx) => signPledge(tx, made.act(executive), '  Robin   Executive '));
    expect(await state()).toMatchObject({
      is: 'awaiting-acceptance',
      signature: { name: 'Robin Executive' },
    });
    expect((await mails(coordinator.email)).map(({ kind }) => kind)).toContain('pledge-signed');
    expect((await mails(reviewer.email)).at(0)?.text).toContain(`/campaign/pledges/${made.agency.slug}`);
    expect(await audited()).toEqual(['pledge-taken', 'pledge-signed']);
  });

  it('with another name is refused and names the one expected', async () => {
    const { executive } = await given('awaiting-signature');
    expect(await made.as((tx) => signPledge(tx, made.act(executive), 'Casey Coordinator'))).toEqual({
      ok: false,
      refusal: { code: 'signature-unlike', expected: 'Robin Executive' },
    });
    expect((await state())?.is).toBe('awaiting-signature');
  });

  it('twice is refused the second time', async () => {
    const { executive } = await given('awaiting-signature');
    const sign = () => made.as((tx) => signPledge(tx, made.act(executive), executive.name));
    const outcomes = await Promise.all([sign(), sign()]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'signed' : outcome.refusal)).sort()).toEqual(
      [{ code: 'pledge-elsewhere', state: 'awaiting-acceptance' }, 'signed'].sort(),
    );
  });

  it('can be declined with a reason; the coordinator changes it and it has to be signed again', async () => {
    const { executive, coordinator } = await given('awaiting-signature');
    await made.as((tx) => sendBackPledge(tx, made.act(executive), 'We have 41 officers.'));
    expect(await state()).toMatchObject({ is: 'returned', by: 'executive', reason: 'We have 41 officers.' });
    expect((await mails(coordinator.email)).at(0)?.text).toContain('We have 41 officers.');
    await made.as((tx) => amendPledge(tx, made.act(), terms()));
    expect((await state())?.is).toBe('awaiting-signature');
    const pledge = await made.as((tx) => pledgeOf(tx, made.agency.id));
    expect(pledge).toMatchObject({ targetMonths: 18, headcount: { sworn: 41 } });
    expect((await mails(executive.email)).at(0)?.text).toContain(
      `/workspace/${made.agency.slug}/pledge/sign`,
    );
  });
});

describe('the campaign’s decision', () => {
  it.each([
    ['2026-03-06T03:00:00Z', 'America/Chicago', '2026-03-05'],
    ['2026-03-06T12:00:00Z', 'America/Chicago', '2026-03-06'],
    ['2026-03-05T15:00:00Z', 'Pacific/Guam', '2026-03-06'],
  ])('at %s begins the term on the day it is in %s: %s', async (instant, timeZone, day) => {
    await given('awaiting-acceptance', { facts: { timeZone } });
    await asCampaign(reviewer, (tx) => acceptPledge(tx, anAct(made.agency.id, reviewer, new Date(instant))));
    expect(await state()).toMatchObject({ is: 'active', term: { takenOn: day } });
  });

  it('accepts: target and last day follow, and both leaders hear it', async () => {
    const { coordinator, executive } = await given('awaiting-acceptance', { terms: { targetMonths: 12 } });
    const now = new Date('2024-02-29T18:00:00Z');
    const accepted = await asCampaign(reviewer, (tx) =>
      acceptPledge(tx, anAct(made.agency.id, reviewer, now)),
    );
    const term = { takenOn: '2024-02-29', targetOn: '2025-02-28', limitOn: '2027-02-28' };
    expect(accepted).toEqual({ ok: true, value: term });
    for (const { email } of [coordinator, executive]) {
      expect((await mails(email)).at(0)?.text).toContain('February 28, 2025');
    }
  });

  it('returns with a reason; the pledge is signed anew before it is decided again', async () => {
    const { executive } = await given('returned');
    expect(await state()).toMatchObject({ is: 'returned', by: 'campaign' });
    const early = await asCampaign(reviewer, (tx) => acceptPledge(tx, anAct(made.agency.id, reviewer)));
    expect(early).toEqual({ ok: false, refusal: { code: 'pledge-elsewhere', state: 'returned' } });
    await made.as((tx) => amendPledge(tx, made.act(), terms()));
    await made.as((tx) => signPledge(tx, made.act(executive), executive.name));
    expect((await state())?.is).toBe('awaiting-acceptance');
    expect(await audited()).toEqual([
      'pledge-taken',
      'pledge-signed',
      'pledge-returned',
      'pledge-amended',
      'pledge-signed',
    ]);
  });

  it('is nobody’s about an agency they belong to', async () => {
    await given('awaiting-acceptance');
    const member = await aCampaignMember(database.databases, 'reviewer');
    await made.as((tx) => grantAgencyRole(tx, { agency: made.agency.id, person: member.id, role: 'staff' }));
    const act = anAct(made.agency.id, member);
    const refusals = await asCampaign(member, async (tx) => [
      await acceptPledge(tx, act),
      await returnPledge(tx, act, 'No.'),
      await withdrawPledge(tx, act, { by: 'campaign', reason: 'No.' }),
      await decideExtension(tx, act, { isGranted: true, note: '', mayExceed: true }),
    ]);
    expect(refusals.map((outcome) => !outcome.ok && outcome.refusal.code)).toEqual(
      Array(4).fill('own-agency'),
    );
    expect((await state())?.is).toBe('awaiting-acceptance');
  });

  it('of two at once, one counts', async () => {
    await given('awaiting-acceptance');
    const other = await aCampaignMember(database.databases, 'administrator');
    const outcomes = await Promise.all([
      asCampaign(reviewer, (tx) => acceptPledge(tx, anAct(made.agency.id, reviewer))),
      asCampaign(other, (tx) => returnPledge(tx, anAct(made.agency.id, other), 'Wrong state.')),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('the executive of a pledge', () => {
  it('whose address was wrong is corrected while nobody signed; the old link stops working', async () => {
    const { executive } = await given('awaiting-signature');
    const right = await aPerson(
      database.databases,
      `right-${made.agency.slug}@agency.test`,
      'Robin Executive',
    );
    const corrected = terms({ executive: { name: 'Robin Executive', rank: 'Chief', email: right.email } });
    await made.as((tx) => amendPledge(tx, made.act(), corrected));
    const members = await made.as((tx) => listAgencyMembers(tx, made.agency.id));
    expect(members.some(({ person }) => person === executive.id)).toBe(false);
    await made.as((tx) => resendSignatureRequest(tx, made.act()));
    const open = await made.as((tx) => listInvitations(tx, { agency: made.agency.id }));
    expect(open.map(({ email, into }) => [email, into.role])).toEqual([[right.email, 'executive']]);
    await acceptInvitation(database.databases.app, open[0]?.id ?? '', right);
    await made.as((tx) => signPledge(tx, made.act(right), 'Robin Executive'));
    expect((await state())?.is).toBe('awaiting-acceptance');
  });

  it('who has signed is not replaced by the coordinator’s amending', async () => {
    await given('returned');
    const other = terms({ executive: { name: 'New Chief', rank: 'Chief', email: 'new@agency.test' } });
    expect(await made.as((tx) => amendPledge(tx, made.act(), other))).toEqual({
      ok: false,
      refusal: { code: 'executive-settled' },
    });
    expect((await state())?.is).toBe('returned');
  });
});

describe('withdrawing a pledge', () => {
  it('keeps the reason, tells both leaders, and lets the agency pledge again under the rules of today', async () => {
    const { coordinator, executive } = await given('active');
    await made.as((tx) => withdrawPledge(tx, made.act(), { by: 'agency', reason: 'A new sheriff.' }));
    expect(await state()).toMatchObject({ is: 'withdrawn', by: 'agency', reason: 'A new sheriff.' });
    for (const { email } of [coordinator, executive]) {
      expect((await mails(email)).at(0)?.subject).toContain('was withdrawn');
    }
    const again = await made.as((tx) => pledgeAgain(tx, made.act(), terms()));
    expect(again.ok).toBe(true);
    expect(await state()).toEqual({ is: 'awaiting-signature' });
    const kept = await made.as((tx) =>
      tx.selectFrom('pledge').select('state').orderBy('created_at').execute(),
    );
    expect(kept.map((row) => row.state)).toEqual(['withdrawn', 'awaiting-signature']);
  });

  it('drops the extension that was asked for', async () => {
    await given('active', { now: new Date('2026-03-05T18:00:00Z') });
    const act = made.act(undefined, new Date('2026-04-01T18:00:00Z'));
    await made.as((tx) =>
      askExtension(tx, act, { to: '2028-12-31' as CalendarDate, reason: 'Classes are full.' }),
    );
    await made.as((tx) => withdrawPledge(tx, act, { by: 'agency', reason: 'A new sheriff.' }));
    const pledge = await made.as((tx) => pledgeOf(tx, made.agency.id));
    if (!pledge) throw new Error('The pledge is gone.');
    const asked = await made.as((tx) => extensionsOf(tx, pledge));
    expect(asked.map((extension) => extension.state)).toEqual(['dropped']);
  });

  it('is refused when there is nothing to withdraw, and a live pledge is not taken again', async () => {
    await given('withdrawn');
    const twice = await made.as((tx) => withdrawPledge(tx, made.act(), { by: 'agency', reason: 'Again.' }));
    expect(twice).toEqual({ ok: false, refusal: { code: 'pledge-elsewhere', state: 'withdrawn' } });
    await given('active');
    const again = await made.as((tx) => pledgeAgain(tx, made.act(), terms()));
    expect(again).toEqual({ ok: false, refusal: { code: 'pledge-elsewhere', state: 'active' } });
  });
});

describe('more time', () => {
  const taken = new Date('2026-03-05T18:00:00Z');
  const to = (text: string) => text as CalendarDate;
  const ask = (day: string, now = new Date('2026-09-01T18:00:00Z')) =>
    made.as((tx) => askExtension(tx, made.act(undefined, now), { to: to(day), reason: 'Classes are full.' }));
  const decide = (isGranted: boolean, mayExceed = false) =>
    asCampaign(reviewer, (tx) =>
      decideExtension(tx, anAct(made.agency.id, reviewer), { isGranted, note: 'Good luck.', mayExceed }),
    );

  it('within the term moves the target when granted, and both leaders hear it', async () => {
    const { coordinator } = await given('active', { now: taken });
    expect((await ask('2028-12-31')).ok).toBe(true);
    expect(await state()).toMatchObject({ term: { targetOn: '2028-03-05' } });
    expect((await decide(true)).ok).toBe(true);
    expect(await state()).toMatchObject({ term: { targetOn: '2028-12-31', limitOn: '2029-03-05' } });
    expect((await mails(coordinator.email)).at(0)?.text).toContain('December 31, 2028');
    expect(await audited()).toEqual([
      'pledge-taken',
      'pledge-signed',
      'pledge-accepted',
      'extension-asked',
      'extension-granted',
    ]);
  });

  it('when declined leaves the target, and may be asked for again', async () => {
    await given('active', { now: taken });
    await ask('2028-12-31');
    await decide(false);
    expect(await state()).toMatchObject({ term: { targetOn: '2028-03-05' } });
    expect((await ask('2028-06-30')).ok).toBe(true);
  });

  it('is asked for once at a time, and for a day that makes sense', async () => {
    await given('active', { now: taken });
    expect(await ask('2028-03-05')).toMatchObject({ refusal: { code: 'extension-day', why: 'not-later' } });
    expect(await ask('2030-03-06')).toMatchObject({ refusal: { code: 'extension-day', why: 'too-late' } });
    await ask('2028-12-31');
    expect(await ask('2028-12-30')).toEqual({ ok: false, refusal: { code: 'extension-asked-already' } });
  });

  it('past month 36 is granted by an administrator alone, and moves the last day', async () => {
    await given('active', { now: taken });
    await ask('2029-03-06');
    expect(await decide(true)).toEqual({ ok: false, refusal: { code: 'exception-needs-administrator' } });
    expect((await decide(true, true)).ok).toBe(true);
    expect(await state()).toMatchObject({ term: { targetOn: '2029-03-06', limitOn: '2029-03-06' } });
  });

  it('is not there for a pledge that is not accepted', async () => {
    await given('awaiting-acceptance');
    expect(await ask('2028-12-31')).toMatchObject({ refusal: { code: 'pledge-elsewhere' } });
  });
});

describe('the categories in scope', () => {
  it('follow the headcount when its categories change, and stay as they were set otherwise', async () => {
    await given('returned');
    await made.as((tx) => chooseScope(tx, made.agency.id, ['dispatcher', 'records']));
    await made.as((tx) => amendPledge(tx, made.act(), terms()));
    expect([...(await made.as((tx) => agencyScope(tx, made.agency.id)))].sort()).toEqual([
      'dispatcher',
      'records',
    ]);
    const changed = terms({ headcount: { sworn: 41, nonSworn: { detention: 3 } } });
    await made.as((tx) => amendPledge(tx, made.act(), changed));
    expect(await made.as((tx) => agencyScope(tx, made.agency.id))).toEqual(['detention']);
  });
});
