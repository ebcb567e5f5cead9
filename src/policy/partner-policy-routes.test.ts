import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPartnership } from '../testing/a-partnership.ts';
import { aPolicy } from '../testing/a-policy.ts';
import { anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function inReview() {
  const agency = await anAgency(app.databases);
  const partnership = await aPartnership(app.databases, agency);
  const draft = await aPolicy(agency, { until: 'checked' });
  const base = `/workspace/${agency.agency.slug}/policy`;
  const coordinator = await app.signIn(agency.coordinator.email);
  const speaker = await app.signIn(partnership.representative.email);
  const theirs = `/partner/${partnership.partner}/partnerships/${partnership.id}/policy`;
  return { agency, draft, base, coordinator, speaker, theirs, partnership };
}
const text = async (answer: Response | Promise<Response>) => (await answer).text();

describe('partner review on the pages of both sides', () => {
  it('goes from the open draft through a comment and its answer to settled', async () => {
    const { draft, base, coordinator, speaker, theirs } = await inReview();
    expect(await text(app.get(theirs, speaker))).toContain('Nothing to read yet');
    expect(await text(app.get(base, coordinator))).toContain('the pledge does not require it');
    const shared = await app.post(`${base}/draft/share`, {}, coordinator);
    expect(shared.headers.get('location')).toContain('done=shared');

    const page = await text(app.get(theirs, speaker));
    expect(page).toContain('In partner review');
    expect(page).toContain('Comment on “Call taking and dispatch”');
    const empty = { version: draft.id, element: 'dispatch', 'comment-dispatch': ' ' };
    const nothing = await app.post(`${theirs}/comments`, empty, speaker);
    expect(nothing.status).toBe(422);
    expect(await nothing.text()).toContain('Write the comment');
    const said = { ...empty, 'comment-dispatch': 'The night line is missing.' };
    const sent = await app.post(`${theirs}/comments`, said, speaker);
    expect(sent.headers.get('location')).toContain('#element-dispatch');

    expect(await text(app.get(base, coordinator))).toContain('1 comment is not settled yet');
    const version = await text(app.get(`${base}/versions/${draft.id}`, coordinator));
    expect(version).toContain('The night line is missing.');
    const comment = /comments\/([0-9a-f-]{36})\/answer/.exec(version)?.[1] ?? '';
    const answer = { shownAt: '0', [`answer-${comment}`]: 'It is in section 4 now.' };
    const answered = await app.post(`${base}/comments/${comment}/answer`, answer, coordinator);
    expect(answered.status).toBe(303);
    const late = { shownAt: '0', [`answer-${comment}`]: 'We will see.' };
    const second = await app.post(`${base}/comments/${comment}/answer`, late, coordinator);
    expect(second.status).toBe(422);
    const conflict = await second.text();
    expect(conflict).toContain('We will see.');
    expect(conflict).toContain('It is in section 4 now.');
    await app.post(`${base}/comments/${comment}/settle`, {}, coordinator);
    const after = await text(app.get(theirs, speaker));
    expect(after).toContain('It is in section 4 now.');
    expect(after).toContain('Settled');
  });

  it('the partner downloads the document only while it is open to partners', async () => {
    const { draft, base, coordinator, speaker, theirs } = await inReview();
    expect((await app.get(`${theirs}/${draft.id}/document`, speaker)).status).toBe(404);
    await app.post(`${base}/draft/share`, {}, coordinator);
    expect(await text(app.get(theirs, speaker))).toContain(`${theirs}/${draft.id}/document`);
    await app.post(`${base}/draft/unshare`, {}, coordinator);
    expect((await app.get(`${theirs}/${draft.id}/document`, speaker)).status).toBe(404);
  });

  it('tells partners that another document took the place of the one they read, and has its checklist checked again', async () => {
    const { base, coordinator, speaker, theirs, partnership } = await inReview();
    await app.post(`${base}/draft/share`, {}, coordinator);
    const told = async () =>
      (await app.outbox()).filter(
        ({ kind, recipient }) =>
          kind === 'policy-document-replaced' && recipient === partnership.representative.email,
      );
    const replace = async (content: string) => {
      const details = await text(app.get(`${base}/draft/details`, coordinator));
      const form = new FormData();
      form.append('revision', /name="revision" value="(\d+)"/.exec(details)?.[1] ?? '');
      form.append('title', 'Response to People in Crisis');
      form.append('effectiveOn', '3/1/2024');
      if (content) form.append('document', new Blob([`%PDF-1.7\n${content}\n%%EOF\n`]), 'two.pdf');
      return app.post(`${base}/draft/details`, form, coordinator);
    };
    await replace('');
    expect(await text(app.get(base, coordinator))).toContain('14 of 14 elements settled');
    expect(await told()).toHaveLength(0);
    const replaced = await replace('1 0 obj\n<<>>\nendobj');
    expect(replaced.headers.get('location')).toContain('done=replaced');
    expect(await text(app.get(base, coordinator))).toContain('0 of 14 elements settled');
    const [mail] = await told();
    expect(mail?.text).toContain('put another document in place of the draft policy');
    expect(mail?.text).toContain(theirs);
    await replace('2 0 obj\n<<>>\nendobj');
    expect(await told()).toHaveLength(1);
    const page = await text(app.get(theirs, speaker));
    expect(page).toContain('The agency put another document in place of the one before on');
    expect(page).toContain('Answered about an earlier document, not checked yet');
  });

  it('is closed to representatives of other agencies’ partners', async () => {
    const here = await inReview();
    await app.post(`${here.base}/draft/share`, {}, here.coordinator);
    const elsewhere = await inReview();
    expect((await app.get(here.theirs, elsewhere.speaker)).status).toBe(404);
    const foreign = here.theirs.replace(/^\/partner\/[^/]+/, elsewhere.theirs.slice(0, 45));
    expect((await app.get(foreign, elsewhere.speaker)).status).toBe(404);
  });
});

it('the executive rescinds with a reason, and the version keeps it', async () => {
  const agency = await anAgency(app.databases);
  await aPolicy(agency);
  const base = `/workspace/${agency.agency.slug}/policy`;
  const executive = await app.signIn(agency.executive.email);
  const faulty = await app.post(`${base}/rescind`, { name: '', on: '', reason: '' }, executive);
  expect(faulty.status).toBe(422);
  expect(await faulty.text()).toContain('Enter why the policy is rescinded');
  const given = { name: 'Robin Executive', on: '2025-06-01', reason: 'The county’s order holds now.' };
  const rescinded = await app.post(`${base}/rescind`, given, executive);
  const page = await text(app.get(rescinded.headers.get('location') ?? '', executive));
  expect(page).toContain('Rescinded');
  expect(page).not.toContain('Policy in force');
  expect(page).toContain('No policy is in force since June 1, 2025');
  expect(page).toContain('“The county’s order holds now.”');
  expect(page).toContain('Next: your coordinator uploads the policy');
  const coordinator = await app.signIn(agency.coordinator.email);
  expect(await text(app.get(base, coordinator))).toContain('Next: upload the policy');
  await aPolicy(agency, { until: 'uploaded' });
  expect(await text(app.get(base, coordinator))).toContain('Next: settle the checklist of the draft below');
});

it('an outline in the agency’s name is offered where there is no policy yet', async () => {
  const agency = await anAgency(app.databases);
  const base = `/workspace/${agency.agency.slug}/policy`;
  const coordinator = await app.signIn(agency.coordinator.email);
  expect(await text(app.get(base, coordinator))).toContain(`${base}/outline.docx`);
  const file = await app.get(`${base}/outline.docx`, coordinator);
  expect(file.headers.get('content-type')).toContain('wordprocessingml');
  expect(file.headers.get('content-disposition')).toContain('Policy outline');
});

it('two versions are laid beside each other', async () => {
  const agency = await anAgency(app.databases);
  await aPolicy(agency, { details: { number: 'GO 41' } });
  const draft = await aPolicy(agency, { until: 'checked', details: { number: 'GO 42' } });
  const coordinator = await app.signIn(agency.coordinator.email);
  const base = `/workspace/${agency.agency.slug}/policy`;
  const version = await text(app.get(`${base}/versions/${draft.id}`, coordinator));
  expect(version).toContain(`${base}/versions/${draft.id}/changes`);
  const page = await text(app.get(`${base}/versions/${draft.id}/changes`, coordinator));
  expect(page).toContain('GO 41');
  expect(page).toContain('GO 42');
  expect(page).toContain('No difference was found in what could be compared.');
  expect(page).toContain('The text was not compared, because no passage was taken or found');
  expect(page).not.toContain('The same answers and the same passages');
});
