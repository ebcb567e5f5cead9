import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AgencyForTests,
  type AnAgency,
  aCampaignMember,
  aMember,
  anAgency,
} from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let clock = new Date('2026-03-05T18:00:00Z');
let made: AgencyForTests;
let cookies: { coordinator: string; executive: string };
beforeAll(async () => {
  app = await createTestApp({ now: () => clock });
});
afterAll(() => app.close());

async function given(wanted: AnAgency): Promise<string> {
  clock = new Date('2026-03-05T18:00:00Z');
  made = await anAgency(app.databases, { now: clock, ...wanted });
  cookies = {
    coordinator: await app.signIn(made.coordinator.email),
    executive: await app.signIn(made.executive.email),
  };
  return `/workspace/${made.agency.slug}/pledge`;
}

async function page(path: string, cookie: string, status = 200): Promise<string> {
  const answer = await app.get(path, cookie);
  expect(answer.status).toBe(status);
  return answer.text();
}

async function refusedWith(answer: Response, status: number, words: string): Promise<void> {
  expect(answer.status).toBe(status);
  expect(await answer.text()).toContain(words);
}

const campaign = async (role: 'reviewer' | 'administrator' | 'editor') =>
  app.signIn((await aCampaignMember(app.databases, role)).email);

describe('signing', () => {
  it('is the executive’s alone: the coordinator is told so, a stranger finds nothing', async () => {
    const base = await given({ pledge: 'awaiting-signature' });
    const sign = { name: 'Robin Executive', confirmed: 'yes' };
    expect((await app.get(`${base}/sign`, cookies.coordinator)).status).toBe(403);
    expect((await app.post(`${base}/sign`, sign, cookies.coordinator)).status).toBe(403);
    const stranger = await app.signIn(`${randomUUID()}@agency.test`);
    expect((await app.post(`${base}/sign`, sign, stranger)).status).toBe(404);
    expect(await page(base, cookies.coordinator)).toContain('Waiting for the signature');
    expect(await page(base, cookies.coordinator)).toContain('What you would promise');
  });

  it('shows the pledge in full, asks for name and confirmation, and goes to the campaign', async () => {
    const base = await given({ pledge: 'awaiting-signature' });
    const full = await page(`${base}/sign`, cookies.executive);
    for (const words of [
      'Crisis training for at least 20 percent',
      'Dispatchers and call takers: 6',
      '24 months',
    ]) {
      expect(full).toContain(words);
    }
    const empty = await app.post(`${base}/sign`, {}, cookies.executive);
    expect(empty.status).toBe(422);
    const faults = await empty.text();
    expect(faults).toContain('Type your full name to sign');
    expect(faults).toContain('Tick the box to confirm that you may sign');
    await refusedWith(
      await app.post(`${base}/sign`, { name: 'Casey Coordinator', confirmed: 'yes' }, cookies.executive),
      422,
      'Type your own name as the pledge has it: Robin Executive',
    );
    const signed = await app.post(
      `${base}/sign`,
      { name: 'Robin Executive', confirmed: 'yes' },
      cookies.executive,
    );
    expect(signed.headers.get('location')).toBe(`${base}?done=pledge-signed`);
    expect(await page(base, cookies.executive)).toContain('Waiting for the campaign');
    await refusedWith(
      await app.post(`${base}/sign`, { name: 'Robin Executive', confirmed: 'yes' }, cookies.executive),
      422,
      'The pledge has moved on',
    );
  });

  it('can be refused with a reason, which the coordinator finds and acts on', async () => {
    const base = await given({ pledge: 'awaiting-signature' });
    await refusedWith(
      await app.post(`${base}/send-back`, {}, cookies.executive),
      422,
      'Write what has to change',
    );
    await app.post(`${base}/send-back`, { reason: 'We have 41 officers.' }, cookies.executive);
    const seen = await page(base, cookies.coordinator);
    expect(seen).toContain('Your executive wrote');
    expect(seen).toContain('We have 41 officers.');
    const amend = await page(`${base}/amend`, cookies.coordinator);
    expect(amend).toMatch(/name="sworn"[^>]*value="40"/);
    const terms = {
      sworn: '41',
      executiveName: 'Robin Executive',
      executiveRank: 'Chief',
      executiveEmail: made.executive.email,
      targetMonths: '37',
    };
    const refused = await app.post(`${base}/amend`, terms, cookies.coordinator);
    await refusedWith(refused, 422, 'Enter a number of months from 12 to 36');
    await app.post(`${base}/amend`, { ...terms, targetMonths: '36' }, cookies.coordinator);
    const amended = await page(base, cookies.executive);
    expect(amended).toContain('Read and sign the pledge');
    expect(amended).toContain('36 months');
  });

  it('has its link sent again by the coordinator', async () => {
    const base = await given({ pledge: 'awaiting-signature' });
    const before = (await app.outbox()).length;
    expect((await app.post(`${base}/resend`, {}, cookies.executive)).status).toBe(403);
    await app.post(`${base}/resend`, {}, cookies.coordinator);
    expect((await app.outbox()).length).toBe(before + 1);
  });
});

describe('the campaign', () => {
  it('finds signed pledges in its queue and accepts one: the term begins', async () => {
    await given({ pledge: 'awaiting-acceptance' });
    const reviewer = await campaign('reviewer');
    expect(await page('/campaign', reviewer)).toMatch(/\d+ waits?\b/);
    expect(await page('/campaign/pledges', reviewer)).toContain(made.agency.name);
    const desk = `/campaign/pledges/${made.agency.slug}`;
    expect(await page(desk, reviewer)).toContain('Accept the pledge');
    const accepted = await app.post(`${desk}/accept`, {}, reviewer);
    expect(accepted.headers.get('location')).toBe(`${desk}?done=pledge-accepted`);
    expect(await page(desk, reviewer)).toContain('March 5, 2028');
    await refusedWith(await app.post(`${desk}/accept`, {}, reviewer), 422, 'It is now: Active');
  });

  it('returns one with words of its own, and not without', async () => {
    const base = await given({ pledge: 'awaiting-acceptance' });
    const administrator = await campaign('administrator');
    const desk = `/campaign/pledges/${made.agency.slug}`;
    await refusedWith(await app.post(`${desk}/return`, {}, administrator), 422, 'Write what has to change');
    await app.post(`${desk}/return`, { reason: 'Reserves are counted twice.' }, administrator);
    expect(await page(base, cookies.coordinator)).toContain('Reserves are counted twice.');
  });

  it('lets nobody decide about an agency of their own', async () => {
    await given({ pledge: 'awaiting-acceptance' });
    const both = await aCampaignMember(app.databases, 'reviewer');
    await aMember(app.databases, made.agency.id, 'staff', both.email);
    const cookie = await app.signIn(both.email);
    const desk = `/campaign/pledges/${made.agency.slug}`;
    const seen = await page(desk, cookie);
    expect(seen).toContain('somebody else at the campaign decides');
    expect(seen).not.toContain('Accept the pledge');
    await refusedWith(
      await app.post(`${desk}/accept`, {}, cookie),
      422,
      'somebody else at the campaign decides',
    );
  });

  it('keeps the queue from its editors, and from agencies', async () => {
    await given({ pledge: 'active' });
    expect((await app.get('/campaign/pledges', await campaign('editor'))).status).toBe(403);
    expect((await app.get('/campaign/pledges', cookies.coordinator)).status).toBe(404);
  });

  it('searches, filters, sorts and pages the queue', async () => {
    const reviewer = await campaign('reviewer');
    const mark = `Zinnia${randomUUID().slice(0, 6)}`;
    for (const place of Array.from({ length: 27 }).keys()) {
      await anAgency(app.databases, {
        facts: { name: `${mark} ${String(place).padStart(2, '0')} Police`, city: '100%_Town' },
        pledge: place === 0 ? 'withdrawn' : 'awaiting-signature',
      });
    }
    const listed = async (query: string) => {
      const html = await page(`/campaign/pledges?${query}`, reviewer);
      return [...html.matchAll(new RegExp(`${mark} (\\d\\d) Police`, 'g'))].map((match) => match[1]);
    };
    const all = `state=all&search=${mark}&sort=name`;
    expect(await listed(all)).toEqual(
      Array.from({ length: 25 }, (_, place) => String(place).padStart(2, '0')),
    );
    expect(await listed(`${all}&page=2`)).toEqual(['25', '26']);
    expect(await listed(`${all}&direction=descending`)).toHaveLength(25);
    expect(await listed(`state=withdrawn&search=${mark}`)).toEqual(['00']);
    expect(await listed(`search=${mark}`)).toEqual([]);
    expect(await listed(`state=all&search=${encodeURIComponent('100%_t')}&sort=name`)).toHaveLength(25);
    expect(await listed(`state=all&search=${encodeURIComponent('1__%')}`)).toEqual([]);
  });
});

describe('the end of a pledge and more time', () => {
  it('is withdrawn by its leaders with a reason, never by a training officer', async () => {
    const base = await given({ pledge: 'active' });
    const officer = await aMember(app.databases, made.agency.id, 'training-officer');
    const cookie = await app.signIn(officer.email);
    expect((await app.post(`${base}/withdraw`, { reason: 'No.' }, cookie)).status).toBe(403);
    await refusedWith(
      await app.post(`${base}/withdraw`, {}, cookies.executive),
      422,
      'Write why the agency withdraws',
    );
    await app.post(`${base}/withdraw`, { reason: 'A new sheriff.' }, cookies.executive);
    const seen = await page(base, cookies.coordinator);
    expect(seen).toContain('A new sheriff.');
    expect(seen).toContain('Pledge again');
    expect(await page(`${base}/amend`, cookies.coordinator)).toContain('This begins a new pledge');
  });

  it('is extended when the campaign grants it', async () => {
    const base = await given({ pledge: 'active' });
    await refusedWith(
      await app.post(`${base}/extend`, { to: '3/5/2028', reason: 'Classes are full.' }, cookies.coordinator),
      422,
      'Choose a day after your present target',
    );
    await app.post(`${base}/extend`, { to: '12/31/2028', reason: 'Classes are full.' }, cookies.coordinator);
    expect(await page(`${base}/extend`, cookies.coordinator)).toContain('You have asked already');
    const reviewer = await campaign('reviewer');
    const desk = `/campaign/pledges/${made.agency.slug}`;
    expect(await page(`/campaign/pledges?state=more-time`, reviewer)).toContain(made.agency.name);
    // The desk counts it among what waits, so the list it leads to has it too.
    const waiting = encodeURIComponent(made.agency.name);
    expect(await page(`/campaign/pledges?search=${waiting}`, reviewer)).toContain('1 pledge<');
    const listed = /(\d+) pledges?</.exec(await page('/campaign/pledges', reviewer))?.[1];
    const counted = /\/campaign\/pledges">Pledges<\/a><\/h2>.*?(\d+) waits?</s.exec(
      await page('/campaign', reviewer),
    );
    expect(counted?.[1]).toBe(listed);
    expect(Number(listed)).toBeGreaterThan(0);
    expect(await page(desk, reviewer)).toContain('From March 5, 2028 to December 31, 2028');
    await app.post(`${desk}/extension`, { decision: 'grant', note: 'Good luck.' }, reviewer);
    const granted = await page(base, cookies.coordinator);
    expect(granted).toContain('Granted: Good luck.');
    expect(granted).toContain('December 31, 2028');
  });

  it('past month 36 is an administrator’s to grant', async () => {
    const base = await given({ pledge: 'active' });
    await app.post(`${base}/extend`, { to: '2029-06-30', reason: 'A flood.' }, cookies.coordinator);
    const desk = `/campaign/pledges/${made.agency.slug}`;
    const reviewer = await campaign('reviewer');
    expect(await page(desk, reviewer)).not.toContain('Grant more time');
    await refusedWith(
      await app.post(`${desk}/extension`, { decision: 'grant' }, reviewer),
      422,
      'Only an administrator can grant',
    );
    await app.post(`${desk}/extension`, { decision: 'grant' }, await campaign('administrator'));
    expect(await page(base, cookies.coordinator)).toContain('June 30, 2029');
  });
});
