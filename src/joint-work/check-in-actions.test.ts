import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import type { Side } from '../partnership/partnership.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { standingOf } from '../workspace/standing-actions.ts';
import type { CheckInAnswer } from './check-in.ts';
import { answerCheckIn, checkInsFor } from './check-in-actions.ts';
import { halfYearOf } from './half-year.ts';

let database: TestDatabase;
let stage: JointStage;
const today = dayIn('America/Chicago', new Date());
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  stage = await aJointStage(database.databases);
});

const answer: CheckInAnswer = {
  ratings: { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 },
  goingWell: 'Calls end well.',
  wouldHelp: 'A night number.',
  isLiaisonInPlace: true,
};

const give = (side: Side, wanted: Partial<CheckInAnswer> = {}, revision = 0, on = today) =>
  stage.on(side, (tx, act) =>
    answerCheckIn(tx, act, { revision, answer: { ...answer, ...wanted }, today: on }),
  );
const seenBy = (side: Side, on = today) =>
  stage.on(side, (tx, act) => checkInsFor(tx, act.partnership, side, on));

describe('how it is going', () => {
  it('is answered by each side on its own, and then read by both beside each other', async () => {
    expect(await give('agency')).toEqual({ ok: true, value: 'answered' });
    expect((await seenBy('partner'))[0]).toMatchObject({ own: undefined, others: { is: 'closed' } });
    expect((await seenBy('agency'))[0]).toMatchObject({
      own: { ...answer, liaisonName: 'Casey Coordinator', answeredBy: 'Casey Coordinator' },
      others: { is: 'missing' },
    });
    await give('partner', { wouldHelp: 'One phone number.' });
    for (const [side, others] of [
      ['partner', 'A night number.'],
      ['agency', 'One phone number.'],
    ] as const)
      expect((await seenBy(side))[0]?.others).toMatchObject({ answer: { wouldHelp: others } });
  });

  it('is not said for the partner by somebody who works at the agency, and opens to them after the agency’s', async () => {
    await give('partner');
    await actingAs(database.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, {
        agency: stage.agency.agency.id,
        person: stage.partnership.representative.id,
        role: 'staff',
      }),
    );
    expect(await give('partner', { isLiaisonInPlace: false }, 1)).toEqual({
      ok: false,
      refusal: { code: 'own-agency' },
    });
    expect((await seenBy('partner'))[0]).toMatchObject({ own: undefined, others: { is: 'closed' } });
    await give('agency');
    expect((await seenBy('partner'))[0]).toMatchObject({ own: answer, others: { is: 'answered' } });
  });

  it('can be changed until the half-year ends, by whoever saw the latest answer', async () => {
    await give('agency');
    expect(await give('agency', { goingWell: 'All of it.' }, 0)).toMatchObject({
      refusal: { code: 'check-in-changed', now: { goingWell: 'Calls end well.' } },
    });
    expect(await give('agency', { goingWell: 'All of it.' }, 1)).toEqual({ ok: true, value: 'changed' });
    expect((await seenBy('agency'))[0]?.own).toMatchObject({ goingWell: 'All of it.', revision: 2 });
  });

  it('keeps every half-year', async () => {
    const before = addDays(halfYearOf(today).startsOn, -1);
    await give('partner', {}, 0, before);
    await give('partner');
    const pairs = await seenBy('partner');
    expect(pairs.map(({ half, own }) => [half.startsOn, own?.goingWell])).toEqual([
      [halfYearOf(today).startsOn, 'Calls end well.'],
      [halfYearOf(before).startsOn, 'Calls end well.'],
    ]);
  });

  it('that a liaison is gone is outstanding for the agency, also while the answer itself is closed to it', async () => {
    const partnershipState = async () => {
      const standing = await stage.agency.as((tx) => standingOf(tx, stage.agency.agency.id, today));
      const { state, reasons } = standing.statuses[0] ?? {};
      return [state, reasons?.[0]?.code];
    };
    expect(await partnershipState()).toEqual(['met', 'partnership-in-place']);
    await give('partner', { isLiaisonInPlace: false });
    expect(await partnershipState()).toEqual(['in-progress', 'partnership-not-sustained']);
    await give('partner', { isLiaisonInPlace: true }, 1);
    expect(await partnershipState()).toEqual(['met', 'partnership-in-place']);
  });
});
