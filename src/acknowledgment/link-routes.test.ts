import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { choicesBy } from '../roster/person-merge.ts';
import { mergePeople } from '../roster/person-merge-actions.ts';
import { separateStaffMember } from '../roster/roster-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AcknowledgmentDesk, anAcknowledgmentDesk } from '../testing/an-acknowledgment-desk.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';

let app: TestApp;
let now = new Date('2026-06-10T17:00:00Z');
let agency: AcknowledgmentDesk['agency'];
let coordinator: AcknowledgmentDesk['coordinator'];
let base: AcknowledgmentDesk['base'];
let mailable: AcknowledgmentDesk['mailable'];
let send: AcknowledgmentDesk['send'];
let linksOf: AcknowledgmentDesk['linksOf'];
let linkOf: AcknowledgmentDesk['linkOf'];
let acknowledged: AcknowledgmentDesk['acknowledged'];
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
});
afterAll(() => app.close());
beforeEach(async () => {
  now = new Date('2026-06-10T17:00:00Z');
  ({ agency, coordinator, base, mailable, send, linksOf, linkOf, acknowledged } =
    await anAcknowledgmentDesk(app));
});

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const dayLater = (days: number) => new Date(now.getTime() + days * 86_400_000);
const answered = { hasRead: 'yes', name: 'Dana Birch' };

/** The builder's document has no content: here it gets some. */
async function keepContent({ size, sha256 }: { readonly size: number; readonly sha256: string }) {
  const folder = await mkdtemp(join(tmpdir(), 'onemind-policy-'));
  const path = join(folder, 'policy.pdf');
  await writeFile(path, 'x'.repeat(size));
  await app.deps.files.keep(path, sha256);
  await rm(folder, { recursive: true });
}

describe('an emailed link', () => {
  it('shows the policy and whose it is, and takes the box and the name', async () => {
    const policy = await aPolicy(agency);
    await keepContent(policy.document);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    const page = await text(app.get(link));
    expect(page).toContain('Response to People in Crisis');
    expect(page).toContain('GO 41.2');
    expect(page).toContain('This page is for Dana Birch');
    const document = await app.get(`${link}/document`);
    expect(document.headers.get('content-disposition')).toContain(policy.document.name);
    const empty = await app.post(link, {});
    expect(empty.status).toBe(422);
    const errors = await empty.text();
    expect(errors).toContain('Tick the box once you have read the policy');
    expect(errors).toContain('Type your name');
    expect(await acknowledged()).toEqual([]);
    const sent = await app.post(link, answered);
    expect(sent.status).toBe(303);
    expect(await text(app.get(link))).toContain('You acknowledged this policy on June 10, 2026');
    expect(await acknowledged()).toEqual([{ how: 'link', typed_name: 'Dana Birch', on: '2026-06-10' }]);
  });

  it('records one acknowledgment when it is sent twice at once, and says later that it was used', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    const answers = await Promise.all([app.post(link, answered), app.post(link, answered)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await acknowledged()).toHaveLength(1);
    now = dayLater(100);
    expect(await text(app.get(link))).toContain('You acknowledged this policy on June 10, 2026');
  });

  it('stays used after the word given by it was taken back, and the person is asked again with a new one', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    now = dayLater(2);
    await send({ audience: 'reminder' });
    const [reminder, first] = await linksOf(staff);
    if (!first || !reminder) throw new Error('Two links were to be mailed.');
    await app.post(first, answered);
    expect((await send()).status).toBe(422);
    const [kept] = await asOwner<{ id: string }>(
      app.ownerUrl,
      'select id from policy_acknowledgment where agency_id = $1',
      [agency.agency.id],
    );
    const correction = `${base}/${kept?.id}/correct`;
    expect(await text(app.get(correction, coordinator))).toContain('A link that was used stays used');
    const revoked = await app.post(correction, { reason: 'Somebody else answered.' }, coordinator);
    expect(await text(app.get(revoked.headers.get('location') ?? '', coordinator))).toContain(
      'the person gets a new one with the next sending',
    );
    for (const used of [first, reminder]) {
      for (const answer of [await app.get(used), await app.post(used, answered)]) {
        expect(answer.status).toBe(410);
        expect(await answer.text()).toContain('This link was used');
      }
    }
    expect(await acknowledged()).toHaveLength(1);
    now = dayLater(1);
    expect(await text(app.get(`${base}/mail`, coordinator))).toContain('Everyone not asked yet: 1 person');
    await send();
    const newest = (await linksOf(staff)).find((link) => link !== first && link !== reminder) ?? '';
    expect((await app.post(newest, answered)).status).toBe(303);
    expect(await acknowledged()).toHaveLength(2);
  });

  it('that was never used still opens when what was said with an account is taken back', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    await asOwner(
      app.ownerUrl,
      `insert into policy_acknowledgment (agency_id, policy_id, staff_id, how, acknowledged_on, recorded_at, recorded_by,
         typed_name, revoked_at, revoked_by, revoke_reason)
       select agency_id, policy_id, staff_id, 'account', '2026-06-10', now(), $2, 'Dana Birch', '2026-06-11', $2, 'Wrong name'
       from acknowledgment_link where agency_id = $1`,
      [agency.agency.id, agency.coordinator.id],
    );
    expect((await app.get(link)).status).toBe(200);
    expect((await app.post(link, answered)).status).toBe(303);
  });

  it('that was forwarded takes no other name', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    const refused = await app.post(link, { hasRead: 'yes', name: 'Marguerite Solano' });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Type your name as it is on the roster: Dana Birch');
    expect(await acknowledged()).toEqual([]);
  });

  it.each([
    ['that has expired', 410, 'This link has expired', async () => (now = dayLater(46))],
    [
      'for a version that was replaced',
      410,
      'This version is no longer in effect',
      () => aPolicy(agency, { details: { effectiveOn: '2026-06-10' as CalendarDate } }),
    ],
    [
      'to somebody who left',
      410,
      'You are no longer asked',
      (staff: StaffId) =>
        agency.as((tx) => separateStaffMember(tx, agency.agency.id, staff, '2026-06-10' as CalendarDate)),
    ],
  ])('%s is refused and says what to do', async (_, status, words, change) => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    await change(staff);
    for (const answer of [
      await app.get(link),
      await app.post(link, answered),
      await app.get(`${link}/document`),
    ]) {
      expect(answer.status).toBe(status);
      expect(await answer.text()).toContain(words);
    }
    expect(await acknowledged()).toEqual([]);
  });

  it('still works for a version that is superseded but followed until the next one’s effective day', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const link = await linkOf(staff);
    await aPolicy(agency, { details: { effectiveOn: '2026-06-20' as CalendarDate } });
    expect((await app.get(link)).status).toBe(200);
    now = dayLater(10);
    expect((await app.get(link)).status).toBe(410);
  });

  it('follows its person when two entries of the roster become one', async () => {
    await aPolicy(agency);
    const [kept, other] = [await mailable('Birch'), await mailable('Birch-Hale')];
    await send();
    const [one, two] = [await linkOf(kept), await linkOf(other)];
    const asked = { kept, other, choices: choicesBy(() => 'kept'), reason: 'She married.' };
    const merged = await agency.as((tx) => mergePeople(tx, agency.agency.id, asked, agency.coordinator.id));
    expect(merged.ok).toBe(true);
    expect((await app.post(two, answered)).status).toBe(303);
    expect(await text(app.get(one))).toContain('You acknowledged this policy on June 10, 2026');
    expect(await acknowledged()).toHaveLength(1);
  });

  it('says that a policy is in effect since its adoption where it states an earlier day', async () => {
    await aPolicy(agency, { adoptedOn: '2026-06-01' as CalendarDate });
    const staff = await mailable();
    await send();
    const page = await text(app.get(await linkOf(staff)));
    expect(page).toContain('June 1, 2026');
    expect(page).not.toContain('March 1, 2024');
  });

  it('that is forged says what to do, and opens nothing else that takes a link', async () => {
    await aPolicy(agency);
    const staff = await mailable();
    await send();
    const token = (await linkOf(staff)).split('/').at(-1);
    const forged = await app.get('/acknowledge/invented-by-somebody');
    expect(forged.status).toBe(404);
    expect(await forged.text()).toContain('ask your coordinator for a new link');
    expect((await app.post(`/invitations/${token}`, {})).status).toBe(404);
    expect((await app.get(`/workspace/${agency.agency.slug}/policy/acknowledge`)).status).not.toBe(200);
    const [row] = await asOwner<{ row: string }>(
      app.ownerUrl,
      'select l::text as row from acknowledgment_link l where agency_id = $1',
      [agency.agency.id],
    );
    expect(row?.row).not.toContain(token);
  });

  it('is looked for so often and no more from one address', async () => {
    const answers: number[] = [];
    for (let tries = 0; tries < 70; tries++)
      answers.push((await app.get(`/acknowledge/guess-${tries}`)).status);
    expect(answers).toContain(429);
    await asOwner(app.ownerUrl, 'delete from rate_window', []);
  });
});
