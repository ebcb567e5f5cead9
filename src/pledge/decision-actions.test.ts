import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import { aCampaignMember, anAct } from '../testing/an-agency.ts';
import { createPledgeStage, type PledgeStage } from '../testing/pledge-stage.ts';
import { acceptPledge, returnPledge } from './decision-actions.ts';
import { decideExtension } from './extension-actions.ts';
import { amendPledge, signPledge } from './pledge-actions.ts';
import { withdrawPledge } from './withdrawal-actions.ts';

let stage: PledgeStage;
beforeAll(async () => {
  stage = await createPledgeStage();
});
afterAll(() => stage.drop());

describe('the campaign’s decision', () => {
  it.each([
    ['2026-03-06T03:00:00Z', 'America/Chicago', '2026-03-05'],
    ['2026-03-06T12:00:00Z', 'America/Chicago', '2026-03-06'],
    ['2026-03-05T15:00:00Z', 'Pacific/Guam', '2026-03-06'],
  ])('at %s begins the term on the day it is in %s: %s', async (instant, timeZone, day) => {
    await stage.given({ pledge: 'awaiting-acceptance', facts: { timeZone } });
    await stage.asCampaign(stage.reviewer, (tx) =>
      acceptPledge(tx, anAct(stage.made.agency.id, stage.reviewer, new Date(instant))),
    );
    expect(await stage.state()).toMatchObject({ is: 'active', term: { takenOn: day } });
  });

  it('accepts: target and last day follow, and both leaders hear it', async () => {
    const { coordinator, executive } = await stage.given({
      pledge: 'awaiting-acceptance',
      terms: { targetMonths: 12 },
    });
    const now = new Date('2024-02-29T18:00:00Z');
    const accepted = await stage.asCampaign(stage.reviewer, (tx) =>
      acceptPledge(tx, anAct(stage.made.agency.id, stage.reviewer, now)),
    );
    const term = { takenOn: '2024-02-29', targetOn: '2025-02-28', limitOn: '2027-02-28' };
    expect(accepted).toEqual({ ok: true, value: term });
    for (const { email } of [coordinator, executive]) {
      expect((await stage.mails(email)).at(0)?.text).toContain('February 28, 2025');
    }
  });

  it('returns with a reason; the pledge is signed anew before it is decided again', async () => {
    const { executive } = await stage.given({ pledge: 'returned' });
    expect(await stage.state()).toMatchObject({ is: 'returned', by: 'campaign' });
    const early = await stage.asCampaign(stage.reviewer, (tx) =>
      acceptPledge(tx, anAct(stage.made.agency.id, stage.reviewer)),
    );
    expect(early).toEqual({ ok: false, refusal: { code: 'pledge-elsewhere', state: 'returned' } });
    await stage.made.as((tx) => amendPledge(tx, stage.made.act(), stage.terms()));
    await stage.made.as((tx) => signPledge(tx, stage.made.act(executive), executive.name), executive);
    expect((await stage.state())?.is).toBe('awaiting-acceptance');
    expect(await stage.audited('pledge')).toEqual([
      'pledge-taken',
      'pledge-signed',
      'pledge-returned',
      'pledge-amended',
      'pledge-signed',
    ]);
  });

  it('is nobody’s about an agency they belong to', async () => {
    await stage.given({ pledge: 'awaiting-acceptance' });
    const member = await aCampaignMember(stage.databases, 'reviewer');
    await actingAs(stage.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, { agency: stage.made.agency.id, person: member.id, role: 'staff' }),
    );
    const act = anAct(stage.made.agency.id, member);
    const refusals = await stage.asCampaign(member, async (tx) => [
      await acceptPledge(tx, act),
      await returnPledge(tx, act, 'No.'),
      await withdrawPledge(tx, act, { by: 'campaign', reason: 'No.' }),
      await decideExtension(tx, act, { isGranted: true, note: '', mayExceed: true }),
    ]);
    expect(refusals.map((outcome) => !outcome.ok && outcome.refusal.code)).toEqual(
      Array(4).fill('own-agency'),
    );
    expect((await stage.state())?.is).toBe('awaiting-acceptance');
  });

  it('of two at once, one counts', async () => {
    await stage.given({ pledge: 'awaiting-acceptance' });
    const other = await aCampaignMember(stage.databases, 'administrator');
    const outcomes = await Promise.all([
      stage.asCampaign(stage.reviewer, (tx) => acceptPledge(tx, anAct(stage.made.agency.id, stage.reviewer))),
      stage.asCampaign(other, (tx) => returnPledge(tx, anAct(stage.made.agency.id, other), 'Wrong state.')),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
