import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { anAct } from '../testing/an-agency.ts';
import { createPledgeStage, type PledgeStage } from '../testing/pledge-stage.ts';
import { askExtension, decideExtension, extensionsOf } from './extension-actions.ts';
import { pledgeAgain } from './pledge-actions.ts';
import { withdrawPledge } from './withdrawal-actions.ts';

let stage: PledgeStage;
beforeAll(async () => {
  stage = await createPledgeStage();
});
afterAll(() => stage.drop());

describe('withdrawing a pledge', () => {
  it('keeps the reason, tells both leaders, and lets the agency pledge again under the rules of today', async () => {
    const { coordinator, executive } = await stage.given({ pledge: 'active' });
    await stage.made.as((tx) =>
      withdrawPledge(tx, stage.made.act(), { by: 'agency', reason: 'A new sheriff.' }),
    );
    expect(await stage.state()).toMatchObject({ is: 'withdrawn', by: 'agency', reason: 'A new sheriff.' });
    for (const { email } of [coordinator, executive]) {
      expect((await stage.mails(email)).at(0)?.subject).toContain('was withdrawn');
    }
    const again = await stage.made.as((tx) => pledgeAgain(tx, stage.made.act(), stage.terms()));
    expect(again.ok).toBe(true);
    expect(await stage.state()).toEqual({ is: 'awaiting-signature' });
    const kept = await stage.made.as((tx) =>
      tx.selectFrom('pledge').select('state').orderBy('created_at').execute(),
    );
    expect(kept.map((row) => row.state)).toEqual(['withdrawn', 'awaiting-signature']);
  });

  it('drops the extension that was asked for', async () => {
    await stage.given({ pledge: 'active', now: new Date('2026-03-05T18:00:00Z') });
    const act = stage.made.act(undefined, new Date('2026-04-01T18:00:00Z'));
    await stage.made.as((tx) =>
      askExtension(tx, act, { to: '2028-12-31' as CalendarDate, reason: 'Classes are full.' }),
    );
    await stage.made.as((tx) => withdrawPledge(tx, act, { by: 'agency', reason: 'A new sheriff.' }));
    const pledge = await stage.pledge();
    if (!pledge) throw new Error('The pledge is gone.');
    const asked = await stage.made.as((tx) => extensionsOf(tx, pledge));
    expect(asked.map((extension) => extension.state)).toEqual(['dropped']);
  });

  it('is refused when there is nothing to withdraw, and a live pledge is not taken again', async () => {
    await stage.given({ pledge: 'withdrawn' });
    const twice = await stage.made.as((tx) =>
      withdrawPledge(tx, stage.made.act(), { by: 'agency', reason: 'Again.' }),
    );
    expect(twice).toEqual({ ok: false, refusal: { code: 'pledge-elsewhere', state: 'withdrawn' } });
    await stage.given({ pledge: 'active' });
    const again = await stage.made.as((tx) => pledgeAgain(tx, stage.made.act(), stage.terms()));
    expect(again).toEqual({ ok: false, refusal: { code: 'pledge-elsewhere', state: 'active' } });
  });
});

describe('more time', () => {
  const taken = new Date('2026-03-05T18:00:00Z');
  const to = (text: string) => text as CalendarDate;
  const ask = (day: string, now = new Date('2026-09-01T18:00:00Z')) =>
    stage.made.as((tx) =>
      askExtension(tx, stage.made.act(undefined, now), { to: to(day), reason: 'Classes are full.' }),
    );
  const decide = (isGranted: boolean, mayExceed = false) =>
    stage.asCampaign(stage.reviewer, (tx) =>
      decideExtension(tx, anAct(stage.made.agency.id, stage.reviewer), {
        isGranted,
        note: 'Good luck.',
        mayExceed,
      }),
    );

  it('within the term moves the target when granted, and both leaders hear it', async () => {
    const { coordinator } = await stage.given({ pledge: 'active', now: taken });
    expect((await ask('2028-12-31')).ok).toBe(true);
    expect(await stage.state()).toMatchObject({ term: { targetOn: '2028-03-05' } });
    expect((await decide(true)).ok).toBe(true);
    expect(await stage.state()).toMatchObject({ term: { targetOn: '2028-12-31', limitOn: '2029-03-05' } });
    expect((await stage.mails(coordinator.email)).at(0)?.text).toContain('December 31, 2028');
    expect(await stage.audited('pledge')).toEqual([
      'pledge-taken',
      'pledge-signed',
      'pledge-accepted',
      'extension-asked',
      'extension-granted',
    ]);
  });

  it('when declined leaves the target, and may be asked for again', async () => {
    await stage.given({ pledge: 'active', now: taken });
    await ask('2028-12-31');
    await decide(false);
    expect(await stage.state()).toMatchObject({ term: { targetOn: '2028-03-05' } });
    expect((await ask('2028-06-30')).ok).toBe(true);
  });

  it('is asked for once at a time, and for a day that makes sense', async () => {
    await stage.given({ pledge: 'active', now: taken });
    expect(await ask('2028-03-05')).toMatchObject({ refusal: { code: 'extension-day', why: 'not-later' } });
    expect(await ask('2030-03-06')).toMatchObject({ refusal: { code: 'extension-day', why: 'too-late' } });
    await ask('2028-12-31');
    expect(await ask('2028-12-30')).toEqual({ ok: false, refusal: { code: 'extension-asked-already' } });
  });

  it('past month 36 is granted by an administrator alone, and moves the last day', async () => {
    await stage.given({ pledge: 'active', now: taken });
    await ask('2029-03-06');
    expect(await decide(true)).toEqual({ ok: false, refusal: { code: 'exception-needs-administrator' } });
    expect((await decide(true, true)).ok).toBe(true);
    expect(await stage.state()).toMatchObject({ term: { targetOn: '2029-03-06', limitOn: '2029-03-06' } });
  });

  it('is not there for a pledge that is not accepted', async () => {
    await stage.given({ pledge: 'awaiting-acceptance' });
    expect(await ask('2028-12-31')).toMatchObject({ refusal: { code: 'pledge-elsewhere' } });
  });
});
