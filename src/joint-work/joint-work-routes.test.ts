import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { aMember } from '../testing/an-agency.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let stage: JointStage;
let coordinator: string;
let speaker: string;
const today = dayIn('America/Chicago', new Date());
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  stage = await aJointStage(app.databases);
  coordinator = await app.signIn(stage.agency.coordinator.email);
  speaker = await app.signIn(stage.partnership.representative.email);
});

const agencyBase = () => `/workspace/${stage.agency.agency.slug}/partnerships/${stage.partnership.id}`;
const partnerBase = () => `/partner/${stage.partnership.partner}/partnerships/${stage.partnership.id}`;
const textOf = async (answer: Response) => (await answer.text()).replace(/\s+/g, ' ');
const plan = {
  title: 'Quarterly meeting',
  day: addDays(today, 7),
  startsAt: '9 am',
  endsAt: '10:30 am',
  place: 'Station 1',
  link: '',
  agenda: 'Hard calls',
};

/** Plans a meeting as the coordinator; answers its path within a partnership's address. */
async function planned(fields = plan): Promise<string> {
  const answer = await app.post(`${agencyBase()}/meetings/new`, fields, coordinator);
  expect(answer.status).toBe(303);
  const location = answer.headers.get('location') ?? '';
  return (location.split('?')[0] ?? '').replace(agencyBase(), '');
}

describe('the pages of meetings', () => {
  it('begin empty and then show the same meeting to both sides', async () => {
    expect(await textOf(await app.get(`${partnerBase()}/meetings`, speaker))).toContain('No meeting yet');
    const path = await planned();
    for (const [base, cookie] of [
      [agencyBase(), coordinator],
      [partnerBase(), speaker],
    ] as const) {
      expect(await textOf(await app.get(`${base}/meetings`, cookie))).toContain('Quarterly meeting');
      const page = await textOf(await app.get(`${base}${path}`, cookie));
      expect(page).toMatch(/9:00 AM to 10:30 AM, Central Time/);
      expect(page).toContain('Change');
    }
  });

  it('tell every fault of the form at once, and keep what was typed', async () => {
    const fields = {
      ...plan,
      title: '',
      day: 'soon',
      endsAt: '8 am',
      place: '',
      link: 'javascript:alert(1)',
    };
    const answer = await app.post(`${agencyBase()}/meetings/new`, fields, coordinator);
    expect(answer.status).toBe(422);
    const page = await textOf(answer);
    for (const words of [
      'Enter what the meeting is called',
      'Enter the day as a date',
      'Enter an end that comes after the beginning. This was read as 9:00 AM to 8:00 AM',
      'Enter the link as a web address',
    ])
      expect(page).toContain(words);
    expect(page).toContain('Hard calls');
  });

  it('take an end without AM or PM as the next such hour after the beginning', async () => {
    const path = await planned({ ...plan, startsAt: '2pm', endsAt: '3' });
    expect(await textOf(await app.get(`${agencyBase()}${path}`, coordinator))).toContain(
      '2:00 PM to 3:00 PM',
    );
  });

  it('of a day to come say that they can’t be written up yet', async () => {
    const path = await planned({ ...plan, day: addDays(today, 400) });
    const page = await textOf(await app.get(`${agencyBase()}${path}/hold`, coordinator));
    expect(page).toContain('This meeting is still to come.');
    expect(page).not.toContain('Save what came of it');
  });

  it('show the second saver both values and lose nothing', async () => {
    const path = await planned();
    const save = (base: string, cookie: string, revision: string, fields: object) =>
      app.post(`${base}${path}/edit`, { ...plan, revision, ...fields }, cookie);
    expect((await save(partnerBase(), speaker, '1', { place: 'The clinic' })).status).toBe(303);
    const second = await save(agencyBase(), coordinator, '1', { place: 'The library' });
    expect(second.status).toBe(422);
    const page = await textOf(second);
    expect(page).toMatch(/You wrote:<\/span> <span class="om-written">The library/);
    expect(page).toMatch(/It says now:<\/span> <span class="om-written">The clinic/);
    expect(page).toMatch(/name="revision" value="2"/);
    expect(page).toMatch(/value="The library"/);
    expect((await save(agencyBase(), coordinator, '2', { place: 'The library' })).status).toBe(303);
    expect(await textOf(await app.get(`${partnerBase()}${path}`, speaker))).toContain('The library');
  });

  it('take the same saved twice for one', async () => {
    const path = await planned();
    const fields = { ...plan, revision: '1', place: 'The clinic' };
    for (let click = 0; click < 2; click += 1)
      expect((await app.post(`${agencyBase()}${path}/edit`, fields, coordinator)).status).toBe(303);
  });

  it('write down what came of a meeting, with names and roles and no other personal data', async () => {
    const path = await planned({ ...plan, day: today });
    const record = { ...plan, day: today, revision: '1', minutes: 'We agreed on a card.' };
    const hold = (fields: object) =>
      app.post(`${partnerBase()}${path}/hold`, { ...record, ...fields }, speaker);
    const refused = await textOf(
      await hold({ agencyAttendees: 'Casey Coordinator, 214-555-0100', partnerAttendees: '' }),
    );
    expect(refused).toContain('write names and roles only');
    expect(refused).toMatch(/Enter at least one person of Harbor Counseling/);
    const held = await hold({
      agencyAttendees: 'Casey Coordinator, sergeant',
      partnerAttendees: 'Lee Liaison',
    });
    expect(held.status).toBe(303);
    const page = await textOf(await app.get(`${agencyBase()}${path}`, coordinator));
    for (const words of ['We agreed on a card.', 'Casey Coordinator, sergeant', 'Morgan Speaker, Harbor'])
      expect(page).toContain(words);
    const print = await textOf(await app.get(`${agencyBase()}${path}/print`, coordinator));
    expect(print).toContain('We agreed on a card.');
    expect(print).not.toContain('<nav class="om-row-nav"');
  });

  it('cancel with a reason and put back', async () => {
    const path = await planned();
    const without = await app.post(
      `${agencyBase()}${path}/cancel`,
      { revision: '1', reason: ' ' },
      coordinator,
    );
    expect(await textOf(without)).toContain('Enter why the meeting is cancelled');
    await app.post(`${agencyBase()}${path}/cancel`, { revision: '1', reason: 'Ice' }, coordinator);
    expect(await textOf(await app.get(`${partnerBase()}${path}`, speaker))).toContain(
      'This meeting was cancelled.',
    );
    const ics = await (await app.get(`${partnerBase()}/meetings/calendar.ics`, speaker)).text();
    expect(ics).toContain('STATUS:CANCELLED');
    expect((await app.post(`${partnerBase()}${path}/restore`, { revision: '2' }, speaker)).status).toBe(303);
    const stale = await app.post(`${agencyBase()}${path}/restore`, { revision: '2' }, coordinator);
    expect([stale.status, await textOf(stale)]).toEqual([422, expect.stringContaining('is now “Planned”')]);
  });

  it('keep the reason of the second who cancels, beside the reason of the first', async () => {
    const path = await planned();
    await app.post(`${agencyBase()}${path}/cancel`, { revision: '1', reason: 'Ice' }, coordinator);
    const second = { revision: '1', reason: 'Half of us have the flu.' };
    const answer = await app.post(`${partnerBase()}${path}/cancel`, second, speaker);
    const page = await textOf(answer);
    expect(answer.status).toBe(422);
    expect(page).toContain('Half of us have the flu.');
    expect(page).toMatch(/This meeting was cancelled\..*Ice/);
  });

  it('give calendar files to both sides with the same entry', async () => {
    const path = await planned();
    const one = await app.get(`${agencyBase()}${path}/calendar.ics`, coordinator);
    expect(one.headers.get('content-type')).toContain('text/calendar');
    const uid = /^UID:(.*)$/m;
    const all = await (await app.get(`${partnerBase()}/meetings/calendar.ics`, speaker)).text();
    expect(uid.exec(all)?.[1]).toBe(uid.exec(await one.text())?.[1]);
  });

  it('are read and not changed by the executive and the training officer', async () => {
    const officer = await aMember(app.databases, stage.agency.agency.id, 'training-officer');
    const path = await planned();
    for (const email of [stage.agency.executive.email, officer.email]) {
      const cookie = await app.signIn(email);
      const page = await app.get(`${agencyBase()}${path}`, cookie);
      expect(page.status).toBe(200);
      expect(await textOf(page)).not.toContain('Cancel the meeting');
      expect((await app.post(`${agencyBase()}${path}/cancel`, { reason: 'x' }, cookie)).status).toBe(403);
    }
  });

  it('exist for nobody else', async () => {
    const path = await planned();
    const other = await aJointStage(app.databases);
    const stranger = await app.signIn(other.agency.coordinator.email);
    const strange = await app.signIn(other.partnership.representative.email);
    const own = `/workspace/${other.agency.agency.slug}/partnerships`;
    const at = `/partner/${other.partnership.partner}/partnerships`;
    for (const [address, cookie] of [
      [`${agencyBase()}${path}`, stranger],
      [`${partnerBase()}${path}`, strange],
      [`${own}/${stage.partnership.id}${path}`, stranger],
      [`${own}/${other.partnership.id}${path}`, stranger],
      [`${at}/${stage.partnership.id}${path}`, strange],
      [`${at}/${other.partnership.id}${path}`, strange],
    ] as const)
      expect((await app.get(address, cookie)).status, address).toBe(404);
  });
});

describe('the pages of actions', () => {
  const action = {
    what: 'Print cards',
    ownerSide: 'partner',
    ownerName: 'Lee Liaison',
    dueOn: addDays(today, -1),
  };

  it('add what was decided at a meeting, show it late, and let the other side do it', async () => {
    const path = await planned();
    const meeting = path.split('/').at(-1) ?? '';
    expect(
      await textOf(await app.get(`${agencyBase()}/actions/new?meeting=${meeting}`, coordinator)),
    ).toContain('Decided at: Quarterly meeting');
    const added = await app.post(`${agencyBase()}/actions/new`, { ...action, meeting }, coordinator);
    expect(added.headers.get('location')).toBe(`${agencyBase()}${path}?done=action-added`);
    const list = await textOf(await app.get(`${partnerBase()}/actions`, speaker));
    expect(list).toMatch(/Print cards.*Lee Liaison, Harbor Counseling.*Overdue/);
    const id = /actions\/([0-9a-f-]{36})\/done/.exec(list)?.[1] ?? '';
    const done = await app.post(`${partnerBase()}/actions/${id}/done`, { revision: '1' }, speaker);
    expect(done.status).toBe(303);
    const page = await textOf(await app.get(`${agencyBase()}/actions/${id}`, coordinator));
    expect(page).toMatch(/Marked it done.*Morgan Speaker/);
    expect(page).toContain('Open again');
  });

  it('keep the reason of the second who drops one, beside the reason of the first', async () => {
    const what = 'Order name tags';
    await app.post(`${agencyBase()}/actions/new`, { ...action, what }, coordinator);
    const list = await textOf(await app.get(`${agencyBase()}/actions?q=tags`, coordinator));
    const drop = `actions/${/actions\/([0-9a-f-]{36})\/done/.exec(list)?.[1]}/drop`;
    const first = { revision: '1', reason: 'We have some.' };
    expect((await app.post(`${agencyBase()}/${drop}`, first, coordinator)).status).toBe(303);
    const second = { revision: '1', reason: 'No money is left.' };
    const answer = await app.post(`${partnerBase()}/${drop}`, second, speaker);
    const page = await textOf(answer);
    expect(answer.status).toBe(422);
    expect(page).toContain('No money is left.');
    expect(page).toContain('We have some.');
  });

  it('ask for what is missing, and keep phone numbers out', async () => {
    const answer = await app.post(
      `${partnerBase()}/actions/new`,
      { what: '', ownerName: 'Lee 214-555-0100', dueOn: '13/45/2026' },
      speaker,
    );
    expect(answer.status).toBe(422);
    const page = await textOf(answer);
    for (const words of [
      'Enter what is to be done',
      'Choose which side',
      'Enter a name only',
      'Enter the day by which',
    ])
      expect(page).toContain(words);
  });

  it('download as CSV, with what a spreadsheet would carry out made harmless', async () => {
    await app.post(`${agencyBase()}/actions/new`, { ...action, what: '=HYPERLINK("x")' }, coordinator);
    const csv = await (await app.get(`${partnerBase()}/actions/export.csv`, speaker)).text();
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain('Lee Liaison');
    expect(csv).toContain('Overdue');
  });
});

describe('the pages of trainings, check-ins and what sustains a partnership', () => {
  const answers = {
    respect: '4',
    reach: '3',
    handover: '5',
    meetings: '2',
    'people-helped': '4',
    liaison: 'yes',
    goingWell: 'Calls end well.',
    wouldHelp: 'A night number.',
  };

  it('list a training for both sides', async () => {
    const fields = {
      course: 'CIT',
      heldOn: addDays(today, -3),
      taughtBySide: 'both',
      taughtBy: '',
      attended: '9',
    };
    const wrong = await app.post(`${partnerBase()}/trainings/new`, { ...fields, attended: 'many' }, speaker);
    expect(await textOf(wrong)).toContain('Enter how many attended as a whole number');
    expect((await app.post(`${partnerBase()}/trainings/new`, fields, speaker)).status).toBe(303);
    const page = await textOf(await app.get(`${agencyBase()}/trainings`, coordinator));
    expect(page).toMatch(/CIT.*Both sides.*9/);
    const id = /trainings\/([0-9a-f-]{36})\/edit/.exec(page)?.[1] ?? '';
    const edit = { ...fields, attended: '8' };
    const path = `trainings/${id}/edit`;
    expect((await app.post(`${partnerBase()}/${path}`, { ...edit, revision: '1' }, speaker)).status).toBe(
      303,
    );
    const second = await app.post(
      `${agencyBase()}/${path}`,
      { ...fields, attended: '7', revision: '1' },
      coordinator,
    );
    expect([second.status, await textOf(second)]).toEqual([
      422,
      expect.stringMatching(
        /You wrote:<\/span> <span class="om-written">7.*It says now:<\/span> <span class="om-written">8/,
      ),
    ]);
  });

  it('keep an answer from the other side until it has answered itself', async () => {
    const missing = await app.post(`${agencyBase()}/check-ins/answer`, { revision: '0' }, coordinator);
    expect(missing.status).toBe(422);
    expect(await textOf(missing)).toContain('Choose whether the liaison is still in place');
    expect(
      (await app.post(`${agencyBase()}/check-ins/answer`, { ...answers, revision: '0' }, coordinator)).status,
    ).toBe(303);
    const closed = await textOf(await app.get(`${partnerBase()}/check-ins`, speaker));
    expect(closed).not.toContain('A night number.');
    expect(closed).toContain('after you have given yours');
    const own = { ...answers, wouldHelp: 'One phone number.', revision: '0' };
    expect((await app.post(`${partnerBase()}/check-ins/answer`, own, speaker)).status).toBe(303);
    for (const [base, cookie] of [
      [agencyBase(), coordinator],
      [partnerBase(), speaker],
    ] as const) {
      const page = await textOf(await app.get(`${base}/check-ins`, cookie));
      expect(page).toMatch(/A night number\..*One phone number\./);
      const sustained = await textOf(await app.get(`${base}/sustained`, cookie));
      expect(sustained).toMatch(/Yes, as these rules ask.*Meet with .*0 of 2 meetings.*A night number/);
      expect(sustained).toContain('Local discretion: the campaign names no number.');
    }
  });

  it('say what is missing when a liaison is gone, on the overview of the agency too', async () => {
    await app.post(
      `${partnerBase()}/check-ins/answer`,
      { ...answers, liaison: 'no', revision: '0' },
      speaker,
    );
    const page = await textOf(await app.get(`${agencyBase()}/sustained`, coordinator));
    expect(page).toMatch(/Not yet.*One required sign is missing\./);
    expect(page).not.toContain('A night number.');
    const overview = await textOf(await app.get(`/workspace/${stage.agency.agency.slug}`, coordinator));
    expect(overview).toContain('Name a new liaison');
  });
});
