import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { aJointStage, type JointStage } from '../testing/joint-stage.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import type { MeetingId } from './meeting.ts';
import { planMeeting } from './meeting-actions.ts';

let app: TestApp;
let stage: JointStage;
let second: JointStage;
let coordinator: string;
let speaker: string;
beforeAll(async () => {
  app = await createTestApp();
  stage = await aJointStage(app.databases);
  second = await aJointStage(app.databases, { agency: stage.agency });
  await plan(stage, 'First quarter');
  await plan(second, 'With the others');
  coordinator = await app.signIn(stage.agency.coordinator.email);
  speaker = await app.signIn(stage.partnership.representative.email);
});
afterAll(() => app.close());

const today = dayIn('America/Chicago', new Date());

async function plan(of: JointStage, title: string): Promise<MeetingId> {
  const when = { day: addDays(today, 30), startsAt: '09:00', endsAt: '10:00' };
  const outcome = await of.on('agency', (tx, act) =>
    planMeeting(tx, act, { title, ...when, place: 'Station 1', link: '', agenda: 'Hard calls' }, today),
  );
  if (!outcome.ok) throw new Error('The meeting was not planned.');
  return outcome.value;
}

const agencyPage = () =>
  `/workspace/${stage.agency.agency.slug}/partnerships/${stage.partnership.id}/meetings/subscribe`;
const partnerPage = () =>
  `/partner/${stage.partnership.partner}/partnerships/${stage.partnership.id}/meetings/subscribe`;

/** The paths of the addresses that the page shows. */
async function addresses(page: string, cookie: string): Promise<readonly string[]> {
  const html = await (await app.get(page, cookie)).text();
  return [...html.matchAll(/<code[^>]*>https?:\/\/[^/]+(\/calendars\/[\w-]+\.ics)<\/code>/g)].map(
    ([, path]) => path ?? '',
  );
}

async function made(page: string, cookie: string, scope: 'partnership' | 'all'): Promise<string> {
  const before = await addresses(page, cookie);
  const answer = await app.post(page, { scope, does: 'make' }, cookie);
  expect(answer.headers.get('location')).toBe(`${page}?done=calendar-made`);
  const path = (await addresses(page, cookie)).find((one) => !before.includes(one));
  if (!path) throw new Error('No address is shown.');
  return path;
}

const fetched = async (path: string) => {
  const answer = await app.get(path);
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

describe('an address for a calendar program', () => {
  it('brings the meetings of one partnership without signing in, and all of them from another', async () => {
    const one = await fetched(await made(agencyPage(), coordinator, 'partnership'));
    expect(one.status).toBe(200);
    expect(one.headers.get('content-type')).toContain('text/calendar');
    expect(one.text).toContain('First quarter');
    expect(one.text).not.toContain('With the others');
    expect(one.text).toContain('REFRESH-INTERVAL;VALUE=DURATION:PT4H');
    const all = await fetched(await made(agencyPage(), coordinator, 'all'));
    expect(all.text).toContain('First quarter');
    expect(all.text).toContain('With the others');
    const partners = await fetched(await made(partnerPage(), speaker, 'all'));
    expect(partners.text).toContain('First quarter');
    expect(partners.text).not.toContain('With the others');
    const { coordinator: person } = stage.agency;
    for (const { text } of [one, all, partners]) {
      expect(text).not.toContain(person.email);
      expect(text).not.toContain(person.name);
    }
  });

  it('follows what is planned, and sends nothing where nothing changed', async () => {
    const path = await made(agencyPage(), coordinator, 'partnership');
    const etag = (await fetched(path)).headers.get('etag') ?? '';
    const again = async () => app.app.request(`${testSite}${path}`, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await plan(stage, 'Second quarter');
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('Second quarter');
    expect(changed.headers.get('cache-control')).toBe('private, max-age=900');
  });

  it('stops working once a new one is made, or it is stopped, and says so', async () => {
    const old = await made(agencyPage(), coordinator, 'partnership');
    const next = await made(agencyPage(), coordinator, 'partnership');
    const gone = await fetched(old);
    expect(gone.status).toBe(410);
    expect(gone.text).toContain('This calendar address no longer works');
    expect((await fetched(next)).status).toBe(200);
    await app.post(agencyPage(), { scope: 'partnership', does: 'stop' }, coordinator);
    expect((await fetched(next)).status).toBe(410);
    expect(await addresses(agencyPage(), coordinator)).not.toContain(next);
  });

  it('is one person’s own, and works no longer than that person may read the meetings', async () => {
    const executive = await app.signIn(stage.agency.executive.email);
    const theirs = await made(agencyPage(), executive, 'all');
    expect(await addresses(agencyPage(), coordinator)).not.toContain(theirs);
    expect((await fetched(theirs)).status).toBe(200);
    await asOwner(app.ownerUrl, 'update agency_membership set ended_at = now() where person_id = $1', [
      stage.agency.executive.id,
    ]);
    expect((await fetched(theirs)).status).toBe(410);
  });

  it('can’t be guessed, nor worked out from what the database holds', async () => {
    const unknown = await fetched('/calendars/invented-by-somebody.ics');
    expect(unknown.status).toBe(404);
    expect(unknown.text).toContain('There is no calendar at this address');
    const path = await made(agencyPage(), coordinator, 'all');
    const token = /calendars\/(.+)\.ics/.exec(path)?.[1] ?? '';
    const rows = await asOwner<{ row: string }>(
      app.ownerUrl,
      'select a::text as row from calendar_address a',
    );
    expect(rows.map(({ row }) => row).join()).not.toContain(token);
    for (const { row } of rows) {
      const id = /[0-9a-f-]{36}/.exec(row)?.[0];
      expect((await fetched(`/calendars/${id}.ics`)).status).toBe(404);
    }
  });

  it('leaves a trace in the agency’s trail', async () => {
    await made(agencyPage(), coordinator, 'partnership');
    const home = await (await app.get(`/workspace/${stage.agency.agency.slug}`, coordinator)).text();
    expect(home).toContain('An address for a calendar program was made');
  });
});
