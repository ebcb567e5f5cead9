import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayIn, longDate } from '../calendar/calendar-date.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let agency: AgencyForTests;
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases, { facts: { name: 'Elm Fork Police Department' } });
});
afterAll(() => app.close());

const today = dayIn('America/Chicago', new Date());
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const partnerPath = ({ id, partner }: PartnershipForTests) => `/partner/${partner}/partnerships/${id}`;

/** What a browser would send back of the form as it was shown. */
function shown(page: string): Readonly<Record<string, string>> {
  const fields = page.matchAll(/<input[^>]*name="([A-Za-z]+)"[^>]*>/g);
  return Object.fromEntries(
    [...fields]
      .map(([tag, name = '']) => [name, /value="([^"]*)"/.exec(tag)?.[1] ?? ''] as const)
      .filter(([name]) => name !== 'file'),
  );
}

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('a partner that reads an uploaded agreement', () => {
  it('answers it with single facts changed, and writes nothing else', async () => {
    const made = await aPartnership(app.databases, agency, { until: 'accepted' });
    const speaker = await app.signIn(made.representative.email);
    const base = partnerPath(made);
    expect(await text(app.get(base, speaker))).toContain(`href="${base}/agreement/answer"`);
    const page = await text(app.get(`${base}/agreement/answer`, speaker));
    expect(page).toContain('agreement.pdf');
    const same = await app.post(
      `${base}/agreement/answer`,
      formOf({ ...shown(page), signerTitle: 'Director' }),
      speaker,
    );
    expect(await same.text()).toContain('Change something, then propose it');
    const reviewOn = addDays(today, 90);
    const wrong = { ...shown(page), reviewOn: 'soon', partnerContactName: '' };
    const complaint = await text(app.post(`${base}/agreement/answer`, formOf(wrong), speaker));
    for (const word of [
      'Enter the next review as a date',
      'Enter the name of the partner',
      'Enter your title',
    ]) {
      expect(complaint).toContain(word);
    }
    const given = { ...shown(page), signerTitle: 'Director', reviewOn, partnerContactName: 'Noa Liaison' };
    const sent = await app.post(`${base}/agreement/answer`, formOf(given), speaker);
    expect(sent.headers.get('location')).toContain('done=proposed');
    const own = await app.signIn(agency.coordinator.email);
    const version = await text(
      app.get(`/workspace/${agency.agency.slug}/partnerships/${made.id}/agreement/versions/2`, own),
    );
    for (const word of ['Noa Liaison', longDate(reviewOn), 'agreement.pdf']) expect(version).toContain(word);
    expect((await app.get(`${base}/agreement/answer`, speaker)).status).toBe(303);
  });

  it('answers it with another signed document', async () => {
    const made = await aPartnership(app.databases, agency, { until: 'accepted' });
    const speaker = await app.signIn(made.representative.email);
    const base = partnerPath(made);
    const page = await text(app.get(`${base}/agreement/answer`, speaker));
    const form = formOf({ ...shown(page), signerTitle: 'Director' });
    const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n']);
    form.append('file', pdf, 'ours.pdf');
    expect((await app.post(`${base}/agreement/answer`, form, speaker)).status).toBe(303);
    const file = await app.get(`${base}/agreement/versions/2/document`, speaker);
    expect(file.headers.get('content-disposition')).toContain('ours.pdf');
  });

  it('is shown what the agency changed while the form was open, and loses nothing of its own', async () => {
    const made = await aPartnership(app.databases, agency, { until: 'accepted' });
    const speaker = await app.signIn(made.representative.email);
    const base = partnerPath(made);
    const page = await text(app.get(`${base}/agreement/answer`, speaker));
    const given = {
      ...shown(page),
      signerTitle: 'Director',
      partnerContactName: 'Noa Liaison',
      revision: '0',
    };
    const answer = await app.post(`${base}/agreement/answer`, formOf(given), speaker);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain('Noa Liaison');
  });

  it('begins the builder at the first step when it chooses to write, with what is known', async () => {
    const made = await aPartnership(app.databases, agency, { until: 'accepted' });
    const speaker = await app.signIn(made.representative.email);
    const base = partnerPath(made);
    const page = await text(app.get(`${base}/agreement/answer`, speaker));
    expect(page).toContain(`href="${base}/agreement/draft/purpose"`);
    const whole = await app.get(`${base}/agreement/draft`, speaker);
    expect(whole.headers.get('location')).toBe(`${base}/agreement/draft/purpose`);
    const { arrangement } = await made.now();
    expect(await text(app.get(`${base}/agreement/draft/purpose`, speaker))).toContain(arrangement.purpose);
  });
});
