import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { firstLink } from '../testing/sign-in-by-mail.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let agency: AgencyForTests;
let coordinator: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases, { facts: { name: 'Elm Fork Police Department' } });
  coordinator = await app.signIn(agency.coordinator.email);
  base = `/workspace/${agency.agency.slug}/partnerships`;
});
afterAll(() => app.close());

const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n']);

function arrangement(change: Readonly<Record<string, string>> = {}, file?: [Blob, string]): FormData {
  const form = new FormData();
  const fields = {
    purpose: 'People in crisis get help.',
    services: 'mobile-crisis',
    agencyContactName: 'Casey Coordinator',
    agencyContactEmail: 'casey@agency.test',
    partnerContactName: 'Lee Liaison',
    partnerContactEmail: 'Lee@Partner.test',
    termStartsOn: '2024-01-01',
    termEndsOn: '12/31/2099',
    representativeEmail: 'morgan.speaker@partner.test',
    signerName: 'Casey Coordinator',
    signerTitle: 'Sergeant',
    ...change,
  };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  if (file) form.append('agreement', file[0], file[1]);
  return form;
}

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';

it('an agency adds an organization, proposes, and the representative confirms through the emailed link', async () => {
  expect(await text(app.get(base, coordinator))).toContain('No partnership yet');
  expect(await text(app.get(`${base}/new?search=Harbor`, coordinator))).toContain('We found no organization');
  const added = await app.post(
    `${base}/add-organization`,
    {
      name: 'Harbor Counseling',
      kinds: ['crisis-service', 'hospital'],
      placesServed: 'Elm County',
      website: 'https://harbor.example.org',
    },
    coordinator,
  );
  expect(await text(app.get(`${base}/new?search=harbor%20elm`, coordinator))).toContain('Harbor Counseling');
  expect(await text(app.get(locationOf(added), coordinator))).toContain('Who confirms for the partner?');
  const proposed = await app.post(locationOf(added), arrangement({}, [pdf, 'MOU.pdf']), coordinator);
  expect(proposed.status).toBe(303);
  const page = await text(app.get(locationOf(proposed), coordinator));
  expect(page).toContain('Harbor Counseling has not answered yet');
  expect(page).toContain('morgan.speaker@partner.test');

  const mail = (await app.outbox()).find(({ recipient }) => recipient === 'morgan.speaker@partner.test');
  const invitation = firstLink(mail?.text ?? '') ?? '';
  const speaker = await app.signIn('morgan.speaker@partner.test');
  const accepted = await app.post(invitation, {}, speaker);
  const partnersPage = locationOf(accepted);
  const shown = await text(app.get(partnersPage, speaker));
  expect(shown).toContain('Do you confirm this partnership?');
  expect(shown).toContain('People in crisis get help.');
  const agreement = await app.get(`${partnersPage}/agreement`, speaker);
  expect(agreement.headers.get('content-disposition')).toContain('MOU.pdf');
  expect(await agreement.text()).toContain('%PDF-1.7');

  const unsigned = await app.post(`${partnersPage}/confirm`, { revision: revisionIn(shown) }, speaker);
  expect(unsigned.status).toBe(422);
  const complaint = await unsigned.text();
  expect(complaint).toContain('Type your full name');
  expect(complaint).toContain('Enter your title or role');
  const answer = { revision: revisionIn(shown), name: 'Morgan Speaker', title: 'Director', naming: 'yes' };
  const confirmed = await app.post(`${partnersPage}/confirm`, answer, speaker);
  expect(await text(app.get(locationOf(confirmed), speaker))).toContain('Thank you. You confirmed');
  expect(await text(app.get(`/partner/${partnersPage.split('/')[2]}`, speaker))).toContain(
    'Nothing waits for you',
  );
  const after = await text(app.get(locationOf(proposed), coordinator));
  expect(after).toContain('Morgan Speaker, Director, on');
  expect(after).toContain('Yes, the organization agreed');
});

describe('the agency’s forms', () => {
  it.each([
    ['', 'Enter the purpose of the partnership'],
    ['a'.repeat(3_001), 'Shorten the purpose to 3,000 letters or fewer'],
  ])('tell what is wrong with the purpose, and nothing else (%#)', async (purpose, words) => {
    const { partner } = await aPartnership(app.databases, await anAgency(app.databases), {
      until: 'accepted',
    });
    const answer = await app.post(`${base}/new/${partner}`, arrangement({ purpose }), coordinator);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(new RegExp(`${words}\\s*<`));
  });

  it('a proposal with mistakes comes back whole, with every mistake told', async () => {
    const { partner } = await aPartnership(app.databases, await anAgency(app.databases), {
      until: 'accepted',
    });
    const form = arrangement({ purpose: ' ', termEndsOn: '2023-01-01', reviewOn: 'soon' }, [pdf, 'MOU.pdf']);
    const answer = await app.post(`${base}/new/${partner}`, form, coordinator);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of [
      'Please fix these 4 things',
      'Enter the purpose of the partnership',
      'Enter a last day that comes after',
      'Enter the next review as a date',
      'Choose the document again',
      'value="casey@agency.test"',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('an agreement of the wrong kind is refused by its content, whatever its name', async () => {
    const { partner } = await aPartnership(app.databases, await anAgency(app.databases), {
      until: 'accepted',
    });
    const program = new Blob(['#!/bin/sh\necho nothing good\n']);
    const answer = await app.post(
      `${base}/new/${partner}`,
      arrangement({}, [program, 'MOU.pdf']),
      coordinator,
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Save it as PDF, DOCX, PNG or JPEG and choose it again');
  });

  it('a name that is here already is shown, to be chosen or set apart', async () => {
    await aPartnership(app.databases, agency, { name: 'Twin Rivers Clinic', until: 'proposed' });
    const fields = { name: 'Twin Rivers clinic', kinds: 'hospital', placesServed: 'Elm' };
    const refused = await app.post(`${base}/add-organization`, fields, coordinator);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('Choose Twin Rivers Clinic');
    const another = await app.post(`${base}/add-organization`, { ...fields, another: 'yes' }, coordinator);
    expect(another.status).toBe(303);
  });

  it('two who save at once lose nothing: the second sees both texts, and decides', async () => {
    const { id, now } = await aPartnership(app.databases, agency);
    const path = `${base}/${id}/edit`;
    const revision = revisionIn(await text(app.get(path, coordinator)));
    const common = { revision, termEndsOn: '12/31/2099', reviewOn: '6/30/2099', services: 'training' };
    const texts = ['We train all dispatchers.', 'We train every shift.'];
    const answers = await Promise.all(
      texts.map((purpose, place) =>
        app.post(path, arrangement({ ...common, purpose }, [pdf, `MOU ${place}.pdf`]), coordinator),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    const [won = '', lost = ''] = answers[0]?.status === 303 ? texts : texts.toReversed();
    const page = await text(answers.find(({ status }) => status === 422) ?? new Response());
    expect(page).toContain('Somebody saved a change while you were writing');
    expect(page).toContain(`You wrote:</span> <span class="om-written">${lost}`);
    expect(page).toContain(`It says now:</span> <span class="om-written">${won}`);
    expect(page).toMatch(new RegExp(`<textarea[^>]*>${lost}</textarea>`));
    expect(page).toContain('Choose the document again');
    // Dates are typed in another way than they are kept, and mean the same.
    expect(page).not.toContain('It says now:</span> <span class="om-written">December 31, 2099');
    const both = `${won} ${lost}`;
    const again = await app.post(
      path,
      arrangement({ ...common, revision: revisionIn(page), purpose: both }),
      coordinator,
    );
    expect(locationOf(again)).toContain('done=asked');
    expect((await now()).waitingFor).toBe('partner');
    expect(await text(app.get(path, coordinator))).toContain(both);
  });

  it('the same saved twice is saved once', async () => {
    const { id } = await aPartnership(app.databases, agency);
    const path = `${base}/${id}/edit`;
    const revision = revisionIn(await text(app.get(path, coordinator)));
    const send = () => app.post(path, arrangement({ revision, purpose: 'Once.' }), coordinator);
    expect(locationOf(await send())).toContain('done=asked');
    expect(locationOf(await send())).toContain('done=unchanged');
  });

  it('a changed term goes back to the partner, an ending needs a reason', async () => {
    const { id } = await aPartnership(app.databases, agency);
    const form = await text(app.get(`${base}/${id}/edit`, coordinator));
    expect(form).toContain('the partner is asked to confirm again');
    const changed = await app.post(
      `${base}/${id}/edit`,
      arrangement({ revision: revisionIn(form), termEndsOn: '2098-01-01' }),
      coordinator,
    );
    expect(locationOf(changed)).toContain('done=asked');
    expect(await text(app.get(locationOf(changed), coordinator))).toContain(
      'What both sides confirmed before stays in effect until then',
    );
    const stale = await app.post(`${base}/${id}/edit`, arrangement({ revision: '1' }), coordinator);
    expect(stale.status).toBe(422);
    expect(await stale.text()).toContain('Somebody saved a change while you were writing');
    const end = await text(app.get(`${base}/${id}/end`, coordinator));
    const unexplained = await app.post(
      `${base}/${id}/end`,
      { revision: revisionIn(end), reason: '' },
      coordinator,
    );
    expect(await unexplained.text()).toContain('Enter the reason');
    const ended = await app.post(
      `${base}/${id}/end`,
      { revision: revisionIn(end), reason: 'Moved away.' },
      coordinator,
    );
    const page = await text(app.get(locationOf(ended), coordinator));
    expect(page).toContain('Moved away.');
    expect(page).toContain('Propose it again');
  });
});

describe('a partner at the agency’s own mail domain', () => {
  it('is said openly on the page of the partnership, before and after its answer', async () => {
    await aMember(app.databases, agency.agency.id, 'staff', 'sheriff@county.test');
    const added = { kinds: 'hospital', placesServed: 'Elm County', name: 'Elm County Health' };
    const chosen = locationOf(await app.post(`${base}/add-organization`, added, coordinator));
    const asked = arrangement({ representativeEmail: 'nurse@county.test' }, [pdf, 'MOU.pdf']);
    const proposed = locationOf(await app.post(chosen, asked, coordinator));
    expect(await text(app.get(proposed, coordinator))).toContain(
      'The person you ask to confirm for Elm County Health has an address at your agency’s own mail domain',
    );
    const mail = (await app.outbox()).find(({ recipient }) => recipient === 'nurse@county.test');
    const nurse = await app.signIn('nurse@county.test');
    const page = locationOf(await app.post(firstLink(mail?.text ?? '') ?? '', {}, nurse));
    const revision = revisionIn(await text(app.get(page, nurse)));
    await app.post(`${page}/confirm`, { revision, name: 'Nia Nurse', title: 'Director' }, nurse);
    expect(await text(app.get(proposed, coordinator))).toContain(
      'The person who confirmed for Elm County Health has an address at your agency’s own mail domain',
    );
  });
});

describe('who is turned away', () => {
  it('an executive reads and does not propose, staff do not read', async () => {
    const executive = await app.signIn(agency.executive.email);
    expect((await app.get(base, executive)).status).toBe(200);
    expect((await app.get(`${base}/new`, executive)).status).toBe(403);
    const staff = await aMember(app.databases, agency.agency.id, 'staff');
    expect((await app.get(base, await app.signIn(staff.email))).status).toBe(403);
  });

  it('a partnership of another agency or partner does not exist', async () => {
    const mine = await aPartnership(app.databases, agency);
    const theirs = await aPartnership(app.databases, await anAgency(app.databases));
    const speaker = await app.signIn(mine.representative.email);
    expect((await app.get(`${base}/${theirs.id}`, coordinator)).status).toBe(404);
    expect((await app.get(`${base}/not-an-id`, coordinator)).status).toBe(404);
    expect((await app.get(`/partner/${mine.partner}/partnerships/${mine.id}`, speaker)).status).toBe(200);
    expect((await app.get(`/partner/${mine.partner}/partnerships/${theirs.id}`, speaker)).status).toBe(404);
    expect((await app.get(`/partner/${theirs.partner}`, speaker)).status).toBe(404);
    expect((await app.get(`/partner/${mine.partner}/partnerships/${mine.id}`, coordinator)).status).toBe(404);
  });
});

describe('the partner’s answers', () => {
  it('declining needs a reason, which the agency reads', async () => {
    const waiting = await aPartnership(app.databases, agency, { until: 'accepted' });
    const speaker = await app.signIn(waiting.representative.email);
    const path = `/partner/${waiting.partner}/partnerships/${waiting.id}`;
    const form = await text(app.get(`${path}/decline`, speaker));
    const fields = { revision: revisionIn(form), reason: 'We have no team at night.' };
    expect((await app.post(`${path}/decline`, { ...fields, reason: '' }, speaker)).status).toBe(422);
    const declined = await app.post(`${path}/decline`, fields, speaker);
    expect(await text(app.get(locationOf(declined), speaker))).toContain('You declined.');
    expect(await text(app.get(`${base}/${waiting.id}`, coordinator))).toContain('We have no team at night.');
    const late = await app.post(`${path}/confirm`, { ...fields, name: 'M', title: 'D' }, speaker);
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('the partnership is now “Declined”');
  });

  it('naming in public is taken back at any time, and the partner can end it', async () => {
    const active = await aPartnership(app.databases, agency, { isNamedInPublic: true });
    const speaker = await app.signIn(active.representative.email);
    const path = `/partner/${active.partner}/partnerships/${active.id}`;
    const page = await text(app.get(path, speaker));
    expect(page).toContain('Stop naming in public');
    await app.post(`${path}/naming`, { revision: revisionIn(page), naming: '' }, speaker);
    expect(await text(app.get(path, speaker))).toContain('Allow naming in public');
    const form = await text(app.get(`${path}/end`, speaker));
    await app.post(
      `${path}/end`,
      { revision: revisionIn(form), reason: 'We merge with another group.' },
      speaker,
    );
    expect((await active.now()).state).toMatchObject({ is: 'ended', by: 'partner' });
  });
});
