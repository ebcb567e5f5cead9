import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { someStaff } from '../testing/asked-staff.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  base = `/workspace/${agency.agency.slug}/policy/acknowledgments`;
});

const page = async (path: string) => (await app.get(path, cookie)).text();

describe('a roll call in the browser', () => {
  it('ticks names of one unit, tells what was done, and undoes it at once', async () => {
    const policy = await aPolicy(agency);
    const [birch] = [
      await someStaff(agency, 'Birch'),
      await someStaff(agency, 'Solano', { unit: 'Traffic' }),
    ];
    const shown = await page(`${base}/roll-call?unit=Patrol`);
    expect(shown).toContain('Birch, Dana');
    expect(shown).not.toContain('Solano, Dana');
    expect(shown).toContain(`Your name is kept with theirs: ${agency.coordinator.name}.`);
    const fields = { policy: policy.id, unit: 'Patrol', shift: '', search: '', page: '1' };
    const empty = await app.post(`${base}/roll-call`, fields, cookie);
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Tick at least one name');
    const held = await app.post(`${base}/roll-call`, { ...fields, staff: birch }, cookie);
    const location = held.headers.get('location') ?? '';
    expect(location).toContain('unit=Patrol');
    const told = await page(location);
    expect(told).toContain('1 person acknowledged before you');
    expect(told).not.toContain('Birch, Dana');
    expect(await page(`${base}/people?standing=acknowledged`)).toContain(`before ${agency.coordinator.name}`);
    const undo = /action="([^"]+\/undo)"/.exec(told)?.[1] ?? '';
    const undone = await app.post(undo, { unit: 'Patrol' }, cookie);
    expect(await page(undone.headers.get('location') ?? '')).toContain('The roll call was taken back');
    expect(await page(`${base}/roll-call`)).toContain('Birch, Dana');
  });

  it('leads to the list, the paper and the files of who is missing', async () => {
    await aPolicy(agency);
    await someStaff(agency, 'Birch', { employeeNumber: '0412', email: 'birch@agency.test' });
    await someStaff(agency, '=Solano');
    expect(await page(base)).toContain('0 of 2 (0 percent)');
    expect(await page(base)).toContain('The campaign does not ask for this');
    expect(await page(`${base}?by=shift`)).toContain('Day');
    expect(await page(`${base}/people`)).toContain('2 people');
    expect(await page(`${base}/people?search=bir`)).toContain('1 person');
    const paper = await page(`${base}/print?unit=Patrol`);
    expect(paper).toContain('Roll call list: Patrol');
    expect(paper).toContain('Signature');
    const csv = await page(`${base}/people.csv?standing=missing`);
    expect(csv).toContain('0412');
    expect(csv).not.toContain('birch@agency.test');
    expect(csv).not.toMatch(/^=|,=/m);
    const file = await app.get(`${base}/people.xlsx`, cookie);
    expect(file.headers.get('content-disposition')).toContain('policy-acknowledgments');
    const wrong = await app.get(`${base}?day=yesterday`, cookie);
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('Enter a day as month/day/year');
  });

  it('a correction needs its reason, and is done once', async () => {
    const policy = await aPolicy(agency);
    const staff = await someStaff(agency, 'Birch');
    await app.post(`${base}/roll-call`, { policy: policy.id, staff }, cookie);
    const list = await page(`${base}/people?standing=acknowledged`);
    const correct = /href="([^"]+\/correct)"/.exec(list)?.[1] ?? '';
    expect(await page(correct)).toContain('Birch, Dana');
    expect(await (await app.post(correct, {}, cookie)).text()).toContain('Enter the reason');
    const done = await app.post(correct, { reason: 'The wrong name was ticked.' }, cookie);
    expect(await page(done.headers.get('location') ?? '')).toContain('The acknowledgment was taken back');
    const again = await app.post(correct, { reason: 'Again.' }, cookie);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('was taken back before');
  });

  it('is not there before a policy is in effect, or people are on the roster', async () => {
    expect(await page(base)).toContain('No policy is in effect');
    expect((await app.get(`${base}/roll-call`, cookie)).status).toBe(303);
    await aPolicy(agency);
    expect(await page(base)).toContain('Nobody is on the roster');
  });
});

it('neither a partner nor the campaign nor the program itself sees who acknowledged', async () => {
  const policy = await aPolicy(agency);
  const staff = await someStaff(agency, 'Birch', { email: 'wall@agency.test' });
  await app.post(`${base}/roll-call`, { policy: policy.id, staff }, cookie);
  const partner = await aPartnership(app.databases, agency);
  const reviewer = await aCampaignMember(app.databases, 'reviewer');
  const rows = (as: Parameters<typeof actingAs>[1]) =>
    actingAs(app.databases.app, as, async (tx) => [
      ...(await tx.selectFrom('policy_acknowledgment').select('id').execute()),
      ...(await tx.selectFrom('acknowledgment_link').select('id').execute()),
      ...(await tx.selectFrom('acknowledgment_mailing').select('id').execute()),
    ]);
  expect(await rows({ as: 'campaign', person: reviewer.id })).toEqual([]);
  expect(await rows({ as: 'system' })).toEqual([]);
  expect(await rows({ as: 'public' })).toEqual([]);
  const seen = await partner.as((tx) => tx.selectFrom('policy_acknowledgment').select('id').execute());
  expect(seen).toEqual([]);
  expect(await rows({ as: 'agency', agency: agency.agency.id, person: agency.coordinator.id })).toHaveLength(
    1,
  );
});
