import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let agency: AgencyForTests;
let coordinator: string;
let partner: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases);
  coordinator = await app.signIn(agency.coordinator.email);
  const known = await aPartnership(app.databases, await anAgency(app.databases), { name: 'Cedar House' });
  partner = known.partner;
  base = `/workspace/${agency.agency.slug}/partnerships`;
});
afterAll(() => app.close());

const page = async (path: string) => (await app.get(path, coordinator)).text();
const saved = /Saved last on [A-Z][a-z]+ \d+, \d{4}, by Casey Coordinator\./;
const savePurpose = (address: string) =>
  app.post(`${address}/purpose`, { revision: '0', purpose: 'Calm nights.' }, coordinator);

describe('a draft of the first agreement with an organization', () => {
  it('is found again where it was begun and in the list, with when it was saved and by whom', async () => {
    const address = `${base}/new/${partner}/agreement`;
    expect(await page(`${base}/new/${partner}`)).not.toContain('Go on with your draft');
    expect((await savePurpose(address)).status).toBe(303);
    const again = await page(`${base}/new/${partner}`);
    expect(again).toMatch(saved);
    expect(again).toContain(`href="${address}"`);
    expect(again).not.toContain('No agreement yet?');
    const list = await page(base);
    expect(list).toContain(
      `<a class="usa-link" href="${address}">Draft of an agreement with Cedar House</a>`,
    );
    expect(list).toMatch(saved);
  });

  it('is thrown away only after a second question, and that is said', async () => {
    const address = `${base}/new/${partner}/agreement`;
    await savePurpose(address);
    const whole = await page(address);
    expect(whole).toContain(`href="${address}/discard"`);
    expect(whole).not.toContain(`action="${address}/discard"`);
    const asked = await page(`${address}/discard`);
    expect(asked).toContain('Throw the draft away?');
    expect(asked).toMatch(saved);
    const gone = await app.post(`${address}/discard`, {}, coordinator);
    expect(await page(gone.headers.get('location') ?? '')).toContain('Your draft was thrown away.');
    expect(await page(base)).not.toContain('Draft of an agreement');
    expect((await app.get(`${address}/discard`, coordinator)).status).toBe(303);
  });
});

it('a draft of a change is listed, asked about on its own page, and kept from who may not change it', async () => {
  const made = await aPartnership(app.databases, agency, { name: 'Birch Recovery' });
  const address = `${base}/${made.id}/agreement/draft`;
  await savePurpose(address);
  expect(await page(base)).toContain(`href="${address}">Draft of an agreement with Birch Recovery`);
  const executive = await app.signIn(agency.executive.email);
  expect(await (await app.get(base, executive)).text()).not.toContain('Draft of an agreement');
  expect(await page(address)).not.toContain(`action="${address}/discard"`);
  expect(await page(`${address}/discard`)).toContain(`action="${address}/discard"`);
  expect(await page(`${address}/purpose`)).toContain('Calm nights.');
  expect((await app.get(`${address}/discard`, executive)).status).toBe(303);
});
