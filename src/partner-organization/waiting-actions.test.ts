import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { addAction, finishAction } from '../joint-work/action-item-actions.ts';
import { answerCheckIn } from '../joint-work/check-in-actions.ts';
import { askedFrom, halfYearOf } from '../joint-work/half-year.ts';
import { endPartnerReview, shareDraft } from '../policy/partner-review-actions.ts';
import { writeComment } from '../policy/policy-comment-actions.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { anAgency } from '../testing/an-agency.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let now = new Date();
let elm: JointStage;
let guam: JointStage;
let foreign: JointStage;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
  elm = await aJointStage(app.databases);
  const agency = await anAgency(app.databases, { facts: { timeZone: 'Pacific/Guam' } });
  guam = await aJointStage(app.databases, { agency, organizationOf: elm.partnership });
  foreign = await aJointStage(app.databases);
});
afterAll(() => app.close());

const noon = (day: CalendarDate) => new Date(`${day}T18:00:00Z`);
const today = dayIn('America/Chicago', new Date());

const cookies = new Map<string, string>();

async function cookieOf({ partnership: { representative } }: JointStage): Promise<string> {
  const { email } = representative;
  const cookie = cookies.get(email) ?? (await app.signIn(email));
  cookies.set(email, cookie);
  return cookie;
}

async function home(stage = elm, query = ''): Promise<string> {
  const cookie = await cookieOf(stage);
  return (await app.get(`/partner/${stage.partnership.partner}${query}`, cookie)).text();
}

function add(
  stage: JointStage,
  what: string,
  dueOn: CalendarDate,
  ownerSide: 'agency' | 'partner' = 'partner',
) {
  return stage.on('agency', (tx, act) =>
    addAction(tx, act, { what, ownerSide, ownerName: '', dueOn }, undefined),
  );
}

describe('an organization’s home', () => {
  it('says that nothing waits, where nothing does', async () => {
    now = noon(addDays(halfYearOf(today).startsOn, 20));
    expect(await home()).toContain('Nothing waits for you.');
  });

  it('lists its own open actions at all agencies, what is late on the agency’s clock first', async () => {
    // 18:00 UTC: still this day in Chicago, the next on Guam.
    now = noon(addDays(halfYearOf(today).startsOn, 20));
    const day = dayIn('America/Chicago', now);
    await add(elm, 'Print the cards', day);
    await add(guam, 'Call the hospital', day);
    await add(elm, 'Only theirs', day, 'agency');
    await add(foreign, 'A stranger’s', day);
    const finished = await add(elm, 'Done long ago', day);
    if (!finished.ok) throw new Error('not added');
    await elm.on('partner', (tx, act) => finishAction(tx, act, finished.value, { revision: 1 }));
    const page = await home();
    expect(page).toContain('2 actions. 1 is overdue.');
    expect(page.indexOf('Call the hospital')).toBeLessThan(page.indexOf('Print the cards'));
    expect(page.match(/Was due/g)).toHaveLength(1);
    expect(page).toContain(
      `/partner/${guam.partnership.partner}/partnerships/${guam.partnership.id}/actions/`,
    );
    for (const word of ['Only theirs', 'A stranger’s', 'Done long ago']) expect(page).not.toContain(word);
  });

  it('asks how it is going late in the half-year, until the organization has answered', async () => {
    const half = halfYearOf(today);
    await asOwner(app.ownerUrl, 'update partnership set confirmed_at = $1', [
      noon(addDays(half.startsOn, -9)),
    ]);
    now = noon(askedFrom(half));
    const asks = (stage: JointStage) =>
      `/partner/${stage.partnership.partner}/partnerships/${stage.partnership.id}/check-ins/answer`;
    const before = await home();
    expect(before).toContain(asks(elm));
    expect(before).toContain(asks(guam));
    expect(before).not.toContain(foreign.agency.agency.name);
    const answer = {
      ratings: { respect: 4, reach: 3, handover: 5, meetings: 2, 'people-helped': 4 },
      goingWell: '',
      wouldHelp: '',
      isLiaisonInPlace: true,
    } as const;
    const given = { revision: 0, answer, today: dayIn('America/Chicago', now) };
    await elm.on('partner', (tx, act) => answerCheckIn(tx, act, given));
    await guam.on('agency', (tx, act) => answerCheckIn(tx, act, given));
    const after = await home();
    expect(after).not.toContain(asks(elm));
    expect(after).toContain(asks(guam));
    now = noon(addDays(askedFrom(half), -2));
    expect(await home()).not.toContain(asks(guam));
  });

  it('asks for comments on a policy in partner review, until the organization has said something', async () => {
    const policy = await aPolicy(elm.agency, { until: 'checked', details: { title: 'Order for review' } });
    expect(await home()).not.toContain('Order for review');
    await elm.agency.as((tx) => shareDraft(tx, elm.agency.act()));
    expect(await home()).toContain('Order for review');
    expect(await home(foreign)).not.toContain('Order for review');
    await elm.on('partner', (tx, act) =>
      writeComment(tx, { ...act, partner: elm.partnership.partner }, act.partnership, {
        policy: policy.id,
        code: 'definitions',
        text: 'Say who calls us.',
      }),
    );
    expect(await home()).not.toContain('Order for review');
    await elm.agency.as((tx) => endPartnerReview(tx, elm.agency.act()));
  });

  it('asks the database as often for three agencies as for two', async () => {
    const cookie = await cookieOf(elm);
    const queries = async () => {
      const spy = vi.spyOn(pg.Client.prototype, 'query');
      const answer = await app.get(`/partner/${elm.partnership.partner}`, cookie);
      const count = spy.mock.calls.length;
      spy.mockRestore();
      expect(answer.status).toBe(200);
      return count;
    };
    const before = await queries();
    expect(before).toBeGreaterThan(5);
    const third = await aJointStage(app.databases, { organizationOf: elm.partnership });
    for (const what of ['One', 'Two', 'Three']) await add(third, what, today);
    expect(await queries()).toBe(before);
  });

  it('shows the ten most urgent first, and all of them for the asking', async () => {
    for (let count = 1; count <= 12; count += 1)
      await add(elm, `Errand ${count}`, addDays(today, count + 400));
    const page = await home();
    expect(page).not.toContain('Errand 12');
    expect(page).toContain('waiting=all');
    expect(await home(elm, '?waiting=all')).toContain('Errand 12');
  });
});
