import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let clock = new Date();
beforeAll(async () => {
  app = await createTestApp({ now: () => clock });
});
afterAll(() => app.close());

async function page(path: string, cookie: string): Promise<string> {
  const answer = await app.get(path, cookie);
  expect(answer.status).toBe(200);
  return (await answer.text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

const taken = new Date('2026-03-05T18:00:00Z');

describe('the workspace’s home', () => {
  it('shows the four requirements, what is next, who did what, and the agency', async () => {
    clock = new Date('2026-03-06T18:00:00Z');
    const { agency, coordinator } = await anAgency(app.databases, { now: taken });
    const home = await page(`/workspace/${agency.slug}`, await app.signIn(coordinator.email));
    expect(home.match(/Not started/g)).toHaveLength(4);
    for (const words of [
      'A partnership that lasts',
      'A policy in use',
      'What to do next',
      'Open the roster',
      'The campaign accepted the pledge: the target is March 5, 2028',
      'The executive signed the pledge',
      'Robin Executive',
      'Elm Fork, Texas',
    ]) {
      expect(home).toContain(words);
    }
    expect(home).not.toContain('Sam reviewer');
  });

  it.each([
    ['2026-03-06T18:00:00Z', '1,095 days until month 36, your last day, March 5, 2029'],
    ['2029-03-04T18:00:00Z', '1 day until month 36, your last day, March 5, 2029'],
    ['2029-03-05T05:59:00Z', '1 day until month 36, your last day, March 5, 2029'],
    ['2029-03-05T06:01:00Z', '0 days left: today is month 36, your last day, March 5, 2029'],
    ['2029-03-06T18:00:00Z', '1 day past month 36, your last day, March 5, 2029'],
  ])('on %s tells %s', async (now, words) => {
    const { agency, coordinator } = await anAgency(app.databases, { now: taken });
    clock = new Date(now);
    const home = await page(`/workspace/${agency.slug}`, await app.signIn(coordinator.email));
    expect(home).toContain(words);
    expect(home.includes('The last day has passed')).toBe(words.includes('past'));
  });

  it('asks the executive to sign, and tells the coordinator for whom it waits', async () => {
    const { agency, coordinator, executive } = await anAgency(app.databases, {
      pledge: 'awaiting-signature',
    });
    const home = `/workspace/${agency.slug}`;
    expect(await page(home, await app.signIn(coordinator.email))).toContain(
      'The pledge was sent to be signed',
    );
    expect(await page(home, await app.signIn(executive.email))).toContain('Read and sign the pledge.');
    expect(await page(home, await app.signIn(coordinator.email))).toContain(
      'Wait for the signature of Robin Executive.',
    );
  });

  it('shows staff where the agency stands without the ways to change it', async () => {
    const { agency } = await anAgency(app.databases);
    const staff = await app.signIn((await aMember(app.databases, agency.id, 'staff')).email);
    const html = await (await app.get(`/workspace/${agency.slug}`, staff)).text();
    expect(html).toContain('A partnership that lasts');
    expect(html).not.toContain(`/workspace/${agency.slug}/roster"`);
  });

  it('does not exist for another agency’s people, nor for the campaign’s', async () => {
    const [mine, other] = [await anAgency(app.databases), await anAgency(app.databases)];
    const stranger = await app.signIn(other.coordinator.email);
    const reviewer = await app.signIn((await aCampaignMember(app.databases, 'reviewer')).email);
    for (const cookie of [stranger, reviewer]) {
      expect((await app.get(`/workspace/${mine.agency.slug}`, cookie)).status).toBe(404);
    }
  });
});

describe('the start page', () => {
  it('leads somebody without a place to the pledge', async () => {
    const cookie = await app.signIn(`${randomUUID()}@agency.test`);
    expect(await page('/start', cookie)).toContain('You do not belong to an agency yet');
  });

  it('is skipped by somebody with a single place and nothing begun', async () => {
    const { agency, coordinator } = await anAgency(app.databases);
    const answer = await app.get('/start', await app.signIn(coordinator.email));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/workspace/${agency.slug}`]);
  });

  it('lists every place with the roles held there', async () => {
    const { agency, coordinator } = await anAgency(app.databases);
    await aCampaignMember(app.databases, 'editor', coordinator.email);
    const start = await page('/start', await app.signIn(coordinator.email));
    for (const words of [agency.name, 'You are the coordinator', 'Campaign desk'])
      expect(start).toContain(words);
  });
});
