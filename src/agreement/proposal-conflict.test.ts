import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let agency: AgencyForTests;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases);
  coordinator = await app.signIn(agency.coordinator.email);
});
afterAll(() => app.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
const both = (yours: string, now: string) =>
  `You wrote:</span> <span class="om-written">${yours}</span></dd><dd><span class="om-conflict__who">It says now:</span> <span class="om-written">${now}</span>`;

/** A partnership in effect, and a renewal of a colleague or the partner that comes while a form of the agency is open. */
async function renewedMeanwhile(form: 'renew' | 'signed', by: 'colleague' | 'partner' = 'partner') {
  const made = await aPartnership(app.databases, agency);
  const base = `/workspace/${agency.agency.slug}/partnerships/${made.id}/agreement`;
  const [address, cookie] =
    by === 'colleague'
      ? [`${base}/renew`, coordinator]
      : [
          `/partner/${made.partner}/partnerships/${made.id}/agreement/renew`,
          await app.signIn(made.representative.email),
        ];
  const shown = revisionIn(await text(app.get(`${base}/${form}`, coordinator)));
  const revision = revisionIn(await text(app.get(address, cookie)));
  const renewal = { ...dates, note: 'As last year.', signerName: 'Morgan Speaker', signerTitle: 'Director' };
  expect((await app.post(address, { ...renewal, revision }, cookie)).status).toBe(303);
  return { base, shown, renewal };
}

const dates = { termStartsOn: '2100-01-01', termEndsOn: '2102-12-31', reviewOn: '2101-01-01' };
const signer = { signerName: 'Casey Coordinator', signerTitle: 'Sergeant' };

describe('the second of two who propose a renewal', () => {
  it('sees both values, keeps what was typed, and decides by sending it again', async () => {
    const { base, shown } = await renewedMeanwhile('renew', 'colleague');
    const typed = { ...dates, termEndsOn: '2104-12-31', note: 'Two years more.', ...signer };
    const late = await app.post(`${base}/renew`, { ...typed, revision: shown }, coordinator);
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Somebody saved a change while you were writing');
    expect(page).toContain(both('December 31, 2104', 'December 31, 2102'));
    expect(page).toContain(both('Two years more.', 'As last year.'));
    expect(page).not.toContain(both('January 1, 2100', 'January 1, 2100'));
    expect(page).toMatch(/name="termEndsOn"[^>]*value="2104-12-31"|value="2104-12-31"[^>]*name="termEndsOn"/);
    const again = await app.post(`${base}/renew`, { ...typed, revision: revisionIn(page) }, coordinator);
    expect(again.status).toBe(303);
  });

  it('is led to the version that is there when it says the very same', async () => {
    const { base, shown, renewal } = await renewedMeanwhile('renew');
    const same = await app.post(`${base}/renew`, { ...renewal, ...signer, revision: shown }, coordinator);
    expect(same.status).toBe(303);
    expect(same.headers.get('location')).toBe(`${base}/versions`);
    expect(await text(app.get(`${base}/versions`, coordinator))).not.toContain(`${base}/versions/3`);
  });
});

it('a signed document sent to an older version is told what was proposed meanwhile, and chosen again', async () => {
  const { base, shown } = await renewedMeanwhile('signed');
  const form = new FormData();
  for (const [name, value] of Object.entries({ note: 'On paper.', ...signer, revision: shown })) {
    form.append(name, value);
  }
  const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n']);
  form.append('file', pdf, 'signed by both.pdf');
  const late = await app.post(`${base}/signed`, form, coordinator);
  expect(late.status).toBe(409);
  const page = await late.text();
  expect(page).toContain('You wrote:</span> <span class="om-written">signed by both.pdf');
  expect(page).toContain(both('On paper.', 'As last year.'));
  expect(page).toContain('Choose the document again');
  form.set('revision', revisionIn(page));
  expect((await app.post(`${base}/signed`, form, coordinator)).status).toBe(303);
});
