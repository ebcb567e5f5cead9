import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { policyElements } from '../campaign-rules/policy-element.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n']);
const png = new Blob([
  Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
]);
const text = async (answer: Response | Promise<Response>) => (await answer).text();
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';

interface Seats {
  readonly agency: AgencyForTests;
  readonly base: string;
  readonly coordinator: string;
  readonly executive: string;
}

async function seats(): Promise<Seats> {
  const agency = await anAgency(app.databases);
  return {
    agency,
    base: `/workspace/${agency.agency.slug}/policy`,
    coordinator: await app.signIn(agency.coordinator.email),
    executive: await app.signIn(agency.executive.email),
  };
}

function upload(change: Readonly<Record<string, string>> = {}, file?: [Blob, string]): FormData {
  const form = new FormData();
  const fields = { title: 'Crisis Response', effectiveOn: '3/1/2024', reviewOn: '2099-03-01', ...change };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('document', file[0], file[1]);
  return form;
}

/** Every element covered, but for what `change` says. */
function checklist(revision: string, change: Readonly<Record<string, string>> = {}) {
  const covered = policyElements.flatMap(({ code }, place) => [
    [`${code}.status`, 'covered'],
    [`${code}.reference`, `page ${place + 1}`],
  ]);
  return { ...Object.fromEntries(covered), revision, ...change };
}

it('goes from upload through the checklist to adoption and a download', async () => {
  const { base, coordinator, executive } = await seats();
  expect(await text(app.get(base, coordinator))).toContain('No policy yet');
  const uploaded = await app.post(`${base}/new`, upload({}, [pdf, 'Policy 41.pdf']), coordinator);
  const list = await text(app.get(locationOf(uploaded), coordinator));
  expect(list).toContain('Now go through the checklist');
  expect(list).toContain('0 of 14 elements settled');
  expect(list).toContain('14. Officer safety and after-action review');

  const half = checklist(revisionIn(list), { 'dispatch.status': 'missing', 'dispatch.reference': '' });
  const saved = await app.post(`${base}/draft/checklist`, half, coordinator);
  expect(await text(app.get(locationOf(saved), coordinator))).toContain('13 of 14 elements settled');
  const unready = await text(app.get(base, executive));
  expect(unready).toContain('Before you can adopt it, settle the last element');
  expect(unready).not.toContain(`${base}/draft/adopt`);
  const waiting = await text(app.get(`${base}/draft/adopt`, executive));
  expect(waiting).toContain('The policy can’t be adopted yet');
  expect(waiting).toContain('Call taking and dispatch: missing from the policy');
  expect(waiting).not.toContain('name="name"');

  const again = await text(app.get(`${base}/draft/checklist`, coordinator));
  await app.post(`${base}/draft/checklist`, checklist(revisionIn(again)), coordinator);
  expect(await text(app.get(base, executive))).toContain(`${base}/draft/adopt`);
  const asked = await app.post(`${base}/draft/ask`, {}, coordinator);
  expect(locationOf(asked)).toContain('done=asked');
  expect(
    (await app.outbox()).some(
      ({ kind, text }) => kind === 'policy-to-adopt' && text.includes('/draft/adopt'),
    ),
  ).toBe(true);

  const page = await text(app.get(`${base}/draft/adopt`, executive));
  expect(page).toContain('page 14');
  const unsigned = await app.post(
    `${base}/draft/adopt`,
    { revision: revisionIn(page), name: '', on: '' },
    executive,
  );
  expect(unsigned.status).toBe(422);
  expect(await unsigned.text()).toContain('Type your full name');
  const adopted = await app.post(
    `${base}/draft/adopt`,
    { revision: revisionIn(page), name: 'Robin Executive', on: '2024-02-01' },
    executive,
  );
  const desk = await text(app.get(locationOf(adopted), executive));
  expect(desk).toContain('Policy in force: Crisis Response');
  expect(desk).toContain('Robin Executive, on February 1, 2024');
  const document = /href="([^"]+\/document)"/.exec(desk)?.[1] ?? '';
  const file = await app.get(document, executive);
  expect(file.headers.get('content-disposition')).toContain('Policy 41.pdf');
});

describe('what comes back', () => {
  it('a document of the wrong kind, with what is taken', async () => {
    const { base, coordinator } = await seats();
    const answer = await app.post(`${base}/new`, upload({}, [png, 'policy.pdf']), coordinator);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Save it as PDF or DOCX and choose it again');
  });

  it('an upload without document and title, with all mistakes at once', async () => {
    const { base, coordinator } = await seats();
    const answer = await app.post(`${base}/new`, upload({ title: '', reviewOn: '2020-01-01' }), coordinator);
    const page = await answer.text();
    for (const words of ['Choose a file.', 'Enter the title', 'a next review that comes after']) {
      expect(page).toContain(words);
    }
  });

  it('a checklist with faults, whole and linked; nothing of it is saved', async () => {
    const { agency, base, coordinator } = await seats();
    const { revision } = await aPolicy(agency, { until: 'uploaded' });
    const faulty = checklist(String(revision), {
      'purpose.reference': '',
      'dispatch.status': 'not-applicable',
      'dispatch.reference': '',
      'training.notes': 'Ask the academy.',
    });
    const answer = await app.post(`${base}/draft/checklist`, faulty, coordinator);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('href="#field-purpose.reference"');
    expect(page).toContain('Enter in the notes why “Call taking and dispatch”');
    expect(page).toContain('Ask the academy.');
    expect(page).toContain('0 of 14 elements settled');
  });

  it('a checklist that somebody else saved meanwhile, with one’s own answers kept', async () => {
    const { agency, base, coordinator } = await seats();
    const { revision } = await aPolicy(agency, { until: 'checked' });
    const stale = checklist(String(revision - 1), { 'purpose.reference': 'mine' });
    const answer = await app.post(`${base}/draft/checklist`, stale, coordinator);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Somebody changed the draft');
    expect(page).toContain('value="mine"');
    const second = await app.post(
      `${base}/draft/checklist`,
      checklist(revisionIn(page), { 'purpose.reference': 'mine' }),
      coordinator,
    );
    expect(second.status).toBe(303);
  });
});

describe('the second of two browsers in which the facts of a draft are changed', () => {
  it('shows both values, keeps what was written, and decides by saving again', async () => {
    const { agency, base, coordinator } = await seats();
    await aPolicy(agency, { until: 'uploaded' });
    const elsewhere = await app.signIn(agency.coordinator.email);
    const path = `${base}/draft/details`;
    const shown = revisionIn(await text(app.get(path, coordinator)));
    expect(revisionIn(await text(app.get(path, elsewhere)))).toBe(shown);
    const facts = { title: 'Calls in Crisis', number: 'GO 41.2', effectiveOn: '4/1/2024' };
    const first = await app.post(
      path,
      upload({ ...facts, revision: shown }, [pdf, 'first.pdf']),
      coordinator,
    );
    expect(first.status).toBe(303);

    const mine = { ...facts, title: 'Safe Calls', effectiveOn: '2024-04-01', amends: 'GO 12' };
    const late = await app.post(path, upload({ ...mine, revision: shown }, [pdf, 'second.pdf']), elsewhere);
    expect(late.status).toBe(422);
    const page = await late.text();
    const conflict = /<section[^>]*om-conflict.*?<\/section>/s.exec(page)?.[0] ?? '';
    expect(conflict.match(/<dt>[^<]*/g)).toEqual(
      ['Title', 'Amends or cancels', 'Policy document'].map((label) => `<dt>${label}`),
    );
    for (const value of ['Safe Calls', 'Calls in Crisis', 'GO 12', 'first.pdf', 'second.pdf']) {
      expect(conflict).toContain(value);
    }
    expect(page).toContain('value="Safe Calls"');
    expect(page).toContain('Choose the document again');
    const [saved] = await agency.as((tx) => tx.selectFrom('agency_policy').select('title').execute());
    expect(saved?.title).toBe('Calls in Crisis');

    const again = await app.post(path, upload({ ...mine, revision: revisionIn(page) }), elsewhere);
    expect(again.status).toBe(303);
    const [decided] = await agency.as((tx) => tx.selectFrom('agency_policy').select('title').execute());
    expect(decided?.title).toBe('Safe Calls');
  });
});

it('the next version begins from the answers of the one in force, each of which counts once it was checked', async () => {
  const { agency, base, coordinator, executive } = await seats();
  await aPolicy(agency);
  const form = await text(app.get(`${base}/new`, coordinator));
  expect(form).toContain('Upload a new version');
  await app.post(`${base}/new`, upload({ title: 'Version two' }, [pdf, 'v2.pdf']), coordinator);
  const list = await text(app.get(`${base}/draft/checklist`, coordinator));
  expect(list).toContain('14 answers are about an earlier document');
  expect(list).toContain('value="page 3"');
  expect(list).toContain('0 of 14 elements settled');
  // As the page was shown, with one box ticked and one answer changed.
  const looked = { 'purpose.checked': 'yes', 'dispatch.reference': 'page 9' };
  await app.post(`${base}/draft/checklist`, checklist(revisionIn(list), looked), coordinator);
  const half = await text(app.get(`${base}/draft/checklist`, coordinator));
  expect(half).toContain('2 of 14 elements settled');
  expect(half).toContain('12 answers are about an earlier document');
  expect(await text(app.get(`${base}/draft/adopt`, executive))).toContain(
    'Definitions: answered about an earlier document, to be checked against this one',
  );
});

it('a review that is past is shown with a warning and can be set anew', async () => {
  const { agency, base, coordinator } = await seats();
  await aPolicy(agency, { details: { reviewOn: '2024-06-01' as CalendarDate } });
  expect(await text(app.get(base, coordinator))).toContain(
    'The review of the policy was due on June 1, 2024',
  );
  const late = await app.post(`${base}/review`, { reviewOn: '2024-07-01' }, coordinator);
  expect(await late.text()).toContain('Enter a day that comes after today');
  const set = await app.post(`${base}/review`, { reviewOn: '2099-07-01' }, coordinator);
  expect(await text(app.get(locationOf(set), coordinator))).toContain('July 1, 2099');
});

it('who is turned away: a coordinator from adopting, an executive from changing, staff and strangers from all', async () => {
  const { agency, base, coordinator, executive } = await seats();
  const policy = await aPolicy(agency);
  const foreign = await seats();
  expect((await app.get(`${base}/draft/adopt`, coordinator)).status).toBe(403);
  expect((await app.get(`${base}/draft/checklist`, executive)).status).toBe(403);
  expect((await app.get(`${base}/versions/${policy.id}`, executive)).status).toBe(200);
  expect((await app.get(base, foreign.coordinator)).status).toBe(404);
  expect((await app.get(`${foreign.base}/versions/${policy.id}/document`, foreign.coordinator)).status).toBe(
    404,
  );
  const staff = await aMember(app.databases, agency.agency.id, 'staff');
  expect((await app.get(base, await app.signIn(staff.email))).status).toBe(403);
});
