import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  aSampledSubmission,
  officerName,
  type SampledSubmissionForTests,
} from '../testing/a-sampled-submission.ts';
import { smallPdf } from '../testing/a-staff-account.ts';
import { aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let sampled: SampledSubmissionForTests;
let coordinator: string;
let reviewer: string;
beforeAll(async () => {
  app = await createTestApp();
  sampled = await aSampledSubmission(app);
  coordinator = await app.signIn(sampled.made.coordinator.email);
  reviewer = await app.signIn(sampled.reviewer.email);
});
afterAll(() => app.close());

const list = () => `/workspace/${sampled.made.agency.slug}/review/sample`;
const record = (place: number) =>
  `/workspace/${sampled.made.agency.slug}/review/${sampled.id}/sample/${place}`;
const desk = (place?: number) =>
  `/campaign/reviews/${sampled.id}/sample${place === undefined ? '' : `/${place}`}`;

async function send(place: number, content: string, name: string) {
  const form = new FormData();
  form.set('file', new File([content], name));
  return app.post(record(place), form, coordinator);
}

async function shownProof(place: number): Promise<string> {
  const page = await (await app.get(desk(place), reviewer)).text();
  return /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

describe('the agency’s page of its sample', () => {
  it('lists each person with the course and what to do, in plain words', async () => {
    const page = await (await app.get(list(), coordinator)).text();
    expect(page).toContain('Proof of training');
    expect(page).toContain('4 records are asked for, of 4.');
    expect(page).toContain(`${officerName(1)}, Alex, 101`);
    expect(page).toContain('MHFA: Mental Health First Aid');
    expect(page).toContain('Proof wanted');
    expect(page).toContain('Show a certificate, a class list or a sign-in sheet.');
    expect(page).toMatch(/<code class="om-hash">[0-9a-f]{64}<\/code>/);
  });

  it('narrows to a person or a state', async () => {
    const page = await (await app.get(`${list()}?search=${officerName(2)}`, coordinator)).text();
    expect(page).toContain(officerName(2));
    expect(page).not.toContain(officerName(1));
    expect(await (await app.get(`${list()}?state=accepted`, coordinator)).text()).toContain(
      'No record matches',
    );
  });

  it('takes a scan as proof, and says so', async () => {
    const sent = await send(1, smallPdf, 'scan.pdf');
    expect([sent.status, sent.headers.get('location')]).toEqual([303, `${list()}?done=sent`]);
    const page = await (await app.get(`${list()}?done=sent`, coordinator)).text();
    expect(page).toContain('The proof was sent.');
    expect(page).toContain('1 of 4');
    const own = await app.get(`${record(1)}/proof`, coordinator);
    expect(await own.text()).toBe(smallPdf);
  });

  it('says what to do when no file came, or one that is no proof', async () => {
    const nothing = await app.post(record(2), new FormData(), coordinator);
    expect([nothing.status, await nothing.text()]).toEqual([422, expect.stringContaining('Choose')]);
    const text = await send(2, 'I was there, I swear.', 'note.txt');
    expect([text.status, await text.text()]).toEqual([422, expect.stringContaining('PDF')]);
  });

  it('answers 404 for a record that nobody asked for and for a submission of somebody else', async () => {
    expect((await app.get(record(5), coordinator)).status).toBe(404);
    expect((await app.get(record(0), coordinator)).status).toBe(404);
    const other = await anAgency(app.databases);
    const cookie = await app.signIn(other.coordinator.email);
    const foreign = `/workspace/${other.agency.slug}/review/${sampled.id}`;
    expect((await app.get(`${foreign}/sample/1`, cookie)).status).toBe(404);
    expect((await app.get(`${foreign}/snapshot.json`, cookie)).status).toBe(404);
    expect(await (await app.get(`/workspace/${other.agency.slug}/review/sample`, cookie)).text()).toContain(
      'Nothing is asked for',
    );
  });

  it('is read by the executive, who sends nothing', async () => {
    const cookie = await app.signIn(sampled.made.executive.email);
    const page = await (await app.get(record(3), cookie)).text();
    expect(page).not.toContain('type="file"');
    expect((await app.post(record(3), {}, cookie)).status).toBe(403);
  });

  it('is not for other staff', async () => {
    const staff = await aMember(app.databases, sampled.made.agency.id, 'staff');
    expect((await app.get(list(), await app.signIn(staff.email))).status).toBe(403);
  });
});

describe('the campaign’s page of a sample', () => {
  it('shows pseudonyms and facts, and no name', async () => {
    const page = await (await app.get(desk(), reviewer)).text();
    expect(page).toContain('Sample of the training records');
    expect(page).toMatch(/>\s*CIT\s*</);
    expect(page).not.toContain('Crisis Intervention Team (CIT)');
    expect(page).not.toContain('Quill');
    const one = await (await app.get(desk(1), reviewer)).text();
    expect(one).toContain('Does the record hold?');
    expect(one).not.toContain('Quill');
  });

  it('opens the proof to its reviewer alone', async () => {
    expect((await app.get(`${desk(1)}/proof`, reviewer)).status).toBe(200);
    const colleague = await aCampaignMember(app.databases, 'reviewer');
    const cookie = await app.signIn(colleague.email);
    expect((await app.get(`${desk(1)}/proof`, cookie)).status).toBe(404);
    expect(await (await app.get(desk(1), cookie)).text()).toContain('Only who reviews or approves');
  });

  it('asks for a decision, and for a word where one is needed', async () => {
    const proof = await shownProof(1);
    const none = await app.post(desk(1), { proof }, reviewer);
    expect([none.status, await none.text()]).toEqual([
      422,
      expect.stringContaining('Choose whether the record holds.'),
    ]);
    const wordless = await app.post(desk(1), { proof, decision: 'failed' }, reviewer);
    expect([wordless.status, await wordless.text()]).toEqual([
      422,
      expect.stringContaining('Write what is wrong'),
    ]);
  });

  it('tells the agency what the reviewer said, and that another proof is wanted', async () => {
    const word = 'The day can’t be read. Please scan it again.';
    const decided = await app.post(
      desk(1),
      { proof: await shownProof(1), decision: 'asked-again', word },
      reviewer,
    );
    expect([decided.status, decided.headers.get('location')]).toEqual([303, `${desk()}?done=decided`]);
    const page = await (await app.get(record(1), coordinator)).text();
    expect(page).toContain(word);
    expect(page).toContain('Proof wanted');
    await send(1, smallPdf, 'better.pdf');
    await app.post(desk(1), { proof: await shownProof(1), decision: 'accepted', word: '' }, reviewer);
    expect(await (await app.get(desk(), reviewer)).text()).toContain('1 of 4');
  });

  it('says that the agency sent another file in between', async () => {
    await send(2, smallPdf, 'one.pdf');
    const proof = await shownProof(2);
    await send(2, smallPdf, 'two.pdf');
    const stale = await app.post(desk(2), { proof, decision: 'accepted', word: '' }, reviewer);
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('sent another file')]);
  });
});

describe('the published file', () => {
  it('is downloaded alike by agency and campaign', async () => {
    const own = await app.get(
      `/workspace/${sampled.made.agency.slug}/review/${sampled.id}/snapshot.json`,
      coordinator,
    );
    const theirs = await app.get(`/campaign/reviews/${sampled.id}/snapshot.json`, reviewer);
    expect(own.headers.get('content-disposition')).toContain('one-mind-snapshot-');
    const text = await own.text();
    expect(await theirs.text()).toBe(text);
    expect(JSON.parse(text)).toMatchObject({
      is: 'one-mind-snapshot',
      people: { length: 4 },
      sample: { wanted: 4 },
    });
  });
});
