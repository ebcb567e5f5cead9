import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agencyScope, chooseScope } from '../agency/agency-actions.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { offerHandOver } from '../team/hand-over-actions.ts';
import { acceptHandOver } from '../team/hand-over-answer-actions.ts';
import { aMember, aPerson } from '../testing/an-agency.ts';
import { createPledgeStage, type PledgeStage } from '../testing/pledge-stage.ts';
import { settledExecutive } from './executive-actions.ts';
import {
  amendPledge,
  pledgeAgain,
  resendSignatureRequest,
  sendBackPledge,
  signPledge,
} from './pledge-actions.ts';

let stage: PledgeStage;
beforeAll(async () => {
  stage = await createPledgeStage();
});
afterAll(() => stage.drop());

describe('signing a pledge', () => {
  it('with the executive’s name sends it to the campaign', async () => {
    const { executive, coordinator } = await stage.given({ pledge: 'awaiting-signature' });
    await stage.made.as((tx) => signPledge(tx, stage.made.act(executive), '  Robin   Executive '), executive);
    expect(await stage.state()).toMatchObject({
      is: 'awaiting-acceptance',
      signature: { name: 'Robin Executive' },
    });
    expect((await stage.mails(coordinator.email)).map(({ kind }) => kind)).toContain('pledge-signed');
    expect((await stage.mails(stage.reviewer.email)).at(0)?.text).toContain(
      `/campaign/pledges/${stage.made.agency.slug}`,
    );
    expect(await stage.audited('pledge')).toEqual(['pledge-taken', 'pledge-signed']);
  });

  it('with another name is refused and names the one expected', async () => {
    const { executive } = await stage.given({ pledge: 'awaiting-signature' });
    expect(
      await stage.made.as((tx) => signPledge(tx, stage.made.act(executive), 'Casey Coordinator'), executive),
    ).toEqual({
      ok: false,
      refusal: { code: 'signature-unlike', expected: 'Robin Executive' },
    });
    expect((await stage.state())?.is).toBe('awaiting-signature');
  });

  it('twice is refused the second time', async () => {
    const { executive } = await stage.given({ pledge: 'awaiting-signature' });
    const sign = () =>
      stage.made.as((tx) => signPledge(tx, stage.made.act(executive), executive.name), executive);
    const outcomes = await Promise.all([sign(), sign()]);
    expect(outcomes.map((outcome) => (outcome.ok ? 'signed' : outcome.refusal)).sort()).toEqual(
      [{ code: 'pledge-elsewhere', state: 'awaiting-acceptance' }, 'signed'].sort(),
    );
  });

  it('can be declined with a reason; the coordinator changes it and it has to be signed again', async () => {
    const { executive, coordinator } = await stage.given({ pledge: 'awaiting-signature' });
    await stage.made.as((tx) => sendBackPledge(tx, stage.made.act(executive), 'We have 41 officers.'));
    expect(await stage.state()).toMatchObject({
      is: 'returned',
      by: 'executive',
      reason: 'We have 41 officers.',
    });
    expect((await stage.mails(coordinator.email)).at(0)?.text).toContain('We have 41 officers.');
    await stage.made.as((tx) => amendPledge(tx, stage.made.act(), stage.terms()));
    expect((await stage.state())?.is).toBe('awaiting-signature');
    const pledge = await stage.pledge();
    expect(pledge).toMatchObject({ targetMonths: 18, headcount: { sworn: 41 } });
    expect((await stage.mails(executive.email)).at(0)?.text).toContain(
      `/workspace/${stage.made.agency.slug}/pledge/sign`,
    );
  });
});

describe('the executive of a pledge', () => {
  it('whose address was wrong is corrected while nobody signed; the old link stops working', async () => {
    const { executive } = await stage.given({ pledge: 'awaiting-signature' });
    const right = await aPerson(
      stage.databases,
      `right-${stage.made.agency.slug}@agency.test`,
      'Robin Executive',
    );
    const corrected = stage.terms({
      executive: { name: 'Robin Executive', rank: 'Chief', email: right.email },
    });
    await stage.made.as((tx) => amendPledge(tx, stage.made.act(), corrected));
    const members = await stage.made.as((tx) => listAgencyMembers(tx, stage.made.agency.id));
    expect(members.some(({ person }) => person === executive.id)).toBe(false);
    expect((await stage.mails(executive.email)).at(0)?.kind).toBe('role-ended');
    await stage.made.as((tx) => resendSignatureRequest(tx, stage.made.act()));
    const open = await stage.made.as((tx) => listInvitations(tx, { agency: stage.made.agency.id }));
    expect(open.map(({ email, into }) => [email, into.role])).toEqual([[right.email, 'executive']]);
    await acceptInvitation(stage.databases.app, open[0]?.id ?? '', right);
    await stage.made.as((tx) => signPledge(tx, stage.made.act(right), 'Robin Executive'), right);
    expect((await stage.state())?.is).toBe('awaiting-acceptance');
  });

  it('who has signed is not replaced by the coordinator’s amending', async () => {
    await stage.given({ pledge: 'returned' });
    const other = stage.terms({ executive: { name: 'New Chief', rank: 'Chief', email: 'new@agency.test' } });
    expect(await stage.made.as((tx) => amendPledge(tx, stage.made.act(), other))).toEqual({
      ok: false,
      refusal: { code: 'executive-settled' },
    });
    expect((await stage.state())?.is).toBe('returned');
  });

  it('who came by hand-over after a withdrawal stays when the agency pledges again', async () => {
    const { executive } = await stage.given({ pledge: 'withdrawn' });
    const successor = await aMember(stage.databases, stage.made.agency.id, 'staff');
    const offer = {
      role: 'executive',
      email: successor.email,
      reason: 'Retires.',
      offeredAs: 'agency',
    } as const;
    const offered = await stage.asMember(executive, (tx) =>
      offerHandOver(tx, stage.made.act(executive), offer),
    );
    if (!offered.ok) throw new Error(offered.refusal.code);
    const act = { ...stage.made.act(successor), email: successor.email };
    await stage.asMember(successor, (tx) => acceptHandOver(tx, act, { id: offered.value, rank: 'Chief' }));
    const own = stage.terms({
      executive: { name: 'Casey Coordinator', rank: 'Chief', email: stage.made.coordinator.email },
    });
    const again = await stage.made.as((tx) => pledgeAgain(tx, stage.made.act(), own));
    expect(again).toEqual({ ok: false, refusal: { code: 'executive-settled' } });
    const settled = await stage.made.as((tx) => settledExecutive(tx, stage.made.agency.id));
    expect(settled?.email).toBe(successor.email);
  });
});

describe('the categories in scope', () => {
  it('follow the headcount when its categories change, and stay as they were set otherwise', async () => {
    await stage.given({ pledge: 'returned' });
    await stage.made.as((tx) => chooseScope(tx, stage.made.agency.id, ['dispatcher', 'records']));
    await stage.made.as((tx) => amendPledge(tx, stage.made.act(), stage.terms()));
    expect([...(await stage.made.as((tx) => agencyScope(tx, stage.made.agency.id)))].sort()).toEqual([
      'dispatcher',
      'records',
    ]);
    const changed = stage.terms({ headcount: { sworn: 41, nonSworn: { detention: 3 } } });
    await stage.made.as((tx) => amendPledge(tx, stage.made.act(), changed));
    expect(await stage.made.as((tx) => agencyScope(tx, stage.made.agency.id))).toEqual(['detention']);
  });
});
