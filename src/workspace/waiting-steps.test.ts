import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proposeChange } from '../agreement/negotiation-actions.ts';
import { addDays, dayIn, longDate } from '../calendar/calendar-date.ts';
import { addAction } from '../joint-work/action-item-actions.ts';
import { answerCheckIn } from '../joint-work/check-in-actions.ts';
import { askedFrom, halfYearOf } from '../joint-work/half-year.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import { askAdoption } from '../policy/policy-actions.ts';
import { aJointGroup } from '../testing/a-joint-group.ts';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { aMember } from '../testing/an-agency.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { waitingSteps } from './waiting-steps-content.ts';

let app: TestApp;
let now = new Date();
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());

const today = dayIn('America/Chicago', now);

/** The section “What to do next”, as the agency's coordinator finds it. */
async function nextOf(agency: JointStage['agency'], email = agency.coordinator.email): Promise<string> {
  const answer = await app.get(`/workspace/${agency.agency.slug}`, await app.signIn(email));
  return /id="next"[\s\S]*?<\/section>/.exec(await answer.text())?.[0] ?? '';
}

describe('what the agency does next', () => {
  it('is to answer the version that a partner has sent, and is the leaders’ alone to read', async () => {
    const { agency, partnership } = await aJointStage(app.databases);
    expect(await nextOf(agency)).not.toContain('has sent a version');
    const { revision } = await partnership.now();
    const terms = memorandumTerms({ training: 'One class a year.' });
    const change = { revision, terms, file: undefined, note: '', renews: false };
    const signer = { name: 'Morgan Speaker', title: 'Director' };
    const sent = await partnership.as((tx) =>
      proposeChange(tx, { side: 'partner', act: partnership.act() }, partnership.id, { ...change, signer }),
    );
    expect(sent.ok).toBe(true);
    const versions = `/workspace/${agency.agency.slug}/partnerships/${partnership.id}/agreement/versions`;
    expect(await nextOf(agency)).toMatch(/Harbor Counseling .* has sent a version/);
    expect(await nextOf(agency)).toContain(`href="${versions}"`);
    expect((await app.get(versions, await app.signIn(agency.coordinator.email))).status).toBe(200);
    const staff = await aMember(app.databases, agency.agency.id, 'staff');
    expect(await nextOf(agency, staff.email)).not.toContain('has sent a version');
  });

  it('is to answer a group that asks for its word', async () => {
    const { agencies } = await aJointGroup(app.databases);
    const [agency] = agencies;
    if (!agency) throw new Error('The group has no agency.');
    const next = await nextOf(agency);
    expect(next).toContain('A group under one agreement waits for your answer.');
    expect(next).toContain(`href="/workspace/${agency.agency.slug}/groups"`);
  });

  it('is to finish its own actions once they are late, and not its partner’s', async () => {
    const { agency, partnership, on } = await aJointStage(app.databases);
    const add = (ownerSide: 'agency' | 'partner', dueOn = today) =>
      on('partner', (tx, act) =>
        addAction(tx, act, { what: 'Print cards', ownerSide, ownerName: '', dueOn }, undefined),
      );
    await add('agency', today);
    await add('partner', addDays(today, -9));
    expect(await nextOf(agency)).not.toContain('overdue');
    await add('agency', addDays(today, -1));
    expect(await nextOf(agency)).toContain('Finish the action on your joint list with');
    await add('agency', addDays(today, -2));
    expect(await nextOf(agency)).toContain('Finish the 2 actions on your joint list with');
    expect(await nextOf(agency)).toContain(`/partnerships/${partnership.id}/actions?shown=overdue"`);
  });

  it('is to say how it is going late in the half-year, until it has', async () => {
    const { agency, partnership, on } = await aJointStage(app.databases);
    const half = halfYearOf(addDays(today, 400));
    now = new Date(`${addDays(askedFrom(half), -1)}T18:00:00Z`);
    expect(await nextOf(agency)).not.toContain('Say how the partnership');
    now = new Date(`${askedFrom(half)}T18:00:00Z`);
    expect(await nextOf(agency)).toContain('Say how the partnership with');
    expect(await nextOf(agency)).toContain(`/partnerships/${partnership.id}/check-ins/answer"`);
    const ratings = { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 } as const;
    const answer = { ratings, goingWell: '', wouldHelp: '', isLiaisonInPlace: true };
    await on('agency', (tx, act) => answerCheckIn(tx, act, { revision: 0, answer, today: askedFrom(half) }));
    expect(await nextOf(agency)).not.toContain('Say how the partnership');
    now = new Date();
  });

  it('is to adopt a revised draft that is ready: the executive’s step, and the coordinator’s to ask', async () => {
    const { agency } = await aJointStage(app.databases);
    await aPolicy(agency);
    await aPolicy(agency, { until: 'checked', details: { title: 'Order revised' } });
    const executive = agency.executive.email;
    expect(await nextOf(agency)).toContain(
      'The revised draft of “Order revised” is ready. Ask your executive',
    );
    expect(await nextOf(agency, executive)).toContain(
      'Read the revised draft of “Order revised” and adopt it.',
    );
    expect(await nextOf(agency, executive)).toContain('/policy/draft/adopt"');
    const asked = await agency.as((tx) => askAdoption(tx, agency.act()));
    expect(asked.ok).toBe(true);
    expect(await nextOf(agency)).toContain('waits for your executive, who was asked on');
    const officer = await aMember(app.databases, agency.agency.id, 'training-officer');
    expect(await nextOf(agency, officer.email)).not.toContain('Order revised');
  });

  it('stays short where many partners wait', () => {
    const many = Array.from({ length: 4 }, (_, at) => ({
      partnership: `p${at}` as PartnershipId,
      partner: `Partner ${at}`,
    }));
    const place = { slug: 'elm-fork', roles: ['coordinator'] } as const;
    const waiting = {
      agreements: many,
      groups: 0,
      overdue: [],
      checkIns: many.slice(1),
      reviews: [{ partnership: 'r' as PartnershipId, partner: 'Harbor', on: today }],
      gaps: [],
      message: undefined,
      proofs: 0,
      certificate: undefined,
      adoption: undefined,
    };
    const steps = waitingSteps(place, waiting, today);
    expect(steps.map(({ text }) => text)).toEqual([
      '4 partners have sent a version of the agreement. Read them and answer.',
      `Look at the agreement with Harbor together: its review was due on ${longDate(today)}.`,
      'Say how the partnership with Partner 1 is going.',
      'Say how the partnership with Partner 2 is going.',
      'Say how the partnership with Partner 3 is going.',
    ]);
  });
});
