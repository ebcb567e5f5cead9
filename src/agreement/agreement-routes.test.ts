import mammoth from 'mammoth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memorandumTerms } from '../testing/a-memorandum.ts';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { readPdf } from '../testing/read-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { answersFrom, builderSteps, stepFields } from './builder-step.ts';

let app: TestApp;
let agency: AgencyForTests;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
  agency = await anAgency(app.databases, { facts: { name: 'Elm Fork Police Department' } });
  coordinator = await app.signIn(agency.coordinator.email);
});
afterAll(() => app.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';
const workspace = (path = '') => `/workspace/${agency.agency.slug}/partnerships${path}`;
const sidesOf = (made: PartnershipForTests) => ({
  agency: workspace(`/${made.id}`),
  partner: `/partner/${made.partner}/partnerships/${made.id}`,
});

/** Goes through the builder's steps as a person does, each from the page it came from. */
async function write(address: string, cookie: string, changes: Readonly<Record<string, string>> = {}) {
  const answers = { ...answersFrom(memorandumTerms()), ...changes };
  for (const step of builderSteps) {
    const page = await text(app.get(`${address}/${step}`, cookie));
    const fields = Object.fromEntries(
      stepFields[step].map(({ name }) => [name, answers[name] ?? '']).map(([name, value]) => [name, value]),
    );
    const saved = await app.post(`${address}/${step}`, { ...fields, revision: revisionIn(page) }, cookie);
    expect(saved.status).toBe(303);
  }
  return text(app.get(address, cookie));
}

const signed = (page: string, signerName: string) => ({
  revision: revisionIn(page),
  signerName,
  signerTitle: 'Director',
  note: 'As we said on Monday.',
});

describe('an agreement written here', () => {
  it('is proposed by the agency, changed by the partner, compared, and confirmed by the agency', async () => {
    const made = await aPartnership(app.databases, agency, {
      name: 'Harbor Counseling',
      until: 'accepted',
      agreement: undefined,
    });
    const speaker = await app.signIn(made.representative.email);
    const at = sidesOf(made);

    const whole = await write(`${at.agency}/agreement/draft`, coordinator);
    expect(whole).toContain('8. Sharing information');
    const proposed = await app.post(
      `${at.agency}/agreement/draft`,
      signed(whole, 'Casey Coordinator'),
      coordinator,
    );
    expect(locationOf(proposed)).toContain('done=proposed');
    expect(await text(app.get(locationOf(proposed), coordinator))).toContain('Version 2 waits for an answer');

    const changed = await write(`${at.partner}/agreement/draft`, speaker, {
      training: 'The partner teaches four classes a year.',
    });
    await app.post(`${at.partner}/agreement/draft`, signed(changed, 'Morgan Speaker'), speaker);
    const page = await text(app.get(`${at.agency}/agreement/versions`, coordinator));
    expect(page).toContain('Harbor Counseling proposed version 3');
    expect(page).toContain('As we said on Monday.');
    expect(await text(app.get(at.agency, coordinator))).toContain(
      'Harbor Counseling proposed a version of the agreement',
    );
    const compared = await text(app.get(`${at.agency}/agreement/versions/3/changes?from=2`, coordinator));
    expect(compared).toMatch(/<del><span[^>]*>\[taken out: <\/span>two<span/);
    expect(compared).toMatch(/<\/del> <ins>/);
    expect(compared).toMatch(/<ins><span[^>]*>\[added: <\/span>four<span/);
    expect(await text(app.get(`${at.partner}/agreement/versions/3/changes?from=2`, speaker))).toContain(
      '<ins>',
    );

    const version = await text(app.get(`${at.agency}/agreement/versions/3`, coordinator));
    expect(version).toContain('Do you confirm version 3?');
    const unsigned = await app.post(
      `${at.agency}/agreement/confirm`,
      { revision: revisionIn(version), name: '', title: 'Chief' },
      coordinator,
    );
    expect(unsigned.status).toBe(422);
    expect(await unsigned.text()).toContain('Type your full name');
    const answer = { revision: revisionIn(version), name: 'Robin Chief', title: 'Chief of Police' };
    const confirmed = await app.post(`${at.agency}/agreement/confirm`, answer, coordinator);
    expect(await text(app.get(locationOf(confirmed), coordinator))).toContain('It is in effect');

    const { state, agreement } = await made.now();
    expect(state).toMatchObject({ is: 'active', confirmation: { name: 'Morgan Speaker' } });
    expect(agreement?.name).toBe('Memorandum of understanding, version 3.pdf');
    const record = await app.get(`${at.partner}/agreement`, speaker);
    const printed = await readPdf(new Uint8Array(await record.arrayBuffer()));
    expect(printed.text).toContain('Confirmed in One Mind by Robin Chief, Chief of Police');
    expect(printed.text).toContain('Confirmed in One Mind by Morgan Speaker, Director');
  });

  it('can be the first word to an organization, with the draft kept in between', async () => {
    const { partner } = await aPartnership(app.databases, await anAgency(app.databases), {
      until: 'accepted',
    });
    const form = await text(app.get(workspace(`/new/${partner}`), coordinator));
    expect(form).toContain('Write the agreement step by step');
    const address = workspace(`/new/${partner}/agreement`);
    expect(await text(app.get(address, coordinator))).toContain('Before you can propose it, fill in:');
    const whole = await write(address, coordinator);
    const proposed = await app.post(address, signed(whole, 'Casey Coordinator'), coordinator);
    const page = await text(app.get(locationOf(proposed), coordinator));
    expect(page).toContain('The partnership was proposed');
    expect(page).toContain('Read the agreement, written here');
    expect(page).not.toContain('The agreement is missing');
  });

  it('is read by the partner before its first yes, signed with the name it is known by, and then given', async () => {
    const made = await aPartnership(app.databases, agency, { until: 'accepted', agreement: undefined });
    const at = sidesOf(made);
    const speaker = await app.signIn(made.representative.email);
    const bare = await text(app.get(at.agency, coordinator));
    expect(bare).toContain('The agreement is missing');
    const whole = await write(`${at.agency}/agreement/draft`, coordinator);
    await app.post(`${at.agency}/agreement/draft`, signed(whole, 'Casey Coordinator'), coordinator);
    expect(await text(app.get(at.agency, coordinator))).not.toContain('The agreement is missing');
    const sustained = await text(app.get(`${at.agency}/sustained`, coordinator));
    expect(sustained).not.toContain('upload the signed one');
    const asked = await text(app.get(at.partner, speaker));
    expect(asked).toContain('Do you confirm this partnership?');
    expect(asked).toContain('As we said on Monday.');
    expect(asked).toMatch(/<li>Sharing information<\/li>/);
    expect(asked).toMatch(/agreement\/versions\/2"[^>]*>\s*Read what you are asked to confirm/);
    expect(asked).toMatch(/<input(?=[^>]*name="name")[^>]*value="Morgan Speaker"/);
    const answer = { revision: revisionIn(asked), name: 'Morgan Speaker', title: 'Director' };
    await app.post(`${at.partner}/confirm`, answer, speaker);
    expect(await text(app.get(at.partner, speaker))).toContain(
      'Download Memorandum of understanding, version 2.pdf',
    );
  });

  it('is downloaded as a Word document and as a PDF that say the same', async () => {
    const made = await aPartnership(app.databases, agency);
    const at = sidesOf(made);
    const speaker = await app.signIn(made.representative.email);
    const whole = await write(`${at.partner}/agreement/draft`, speaker);
    await app.post(`${at.partner}/agreement/draft`, signed(whole, 'Morgan Speaker'), speaker);
    const word = await app.get(`${at.agency}/agreement/versions/2/memorandum.docx`, coordinator);
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await word.arrayBuffer()) });
    const pdf = await app.get(`${at.partner}/agreement/versions/2/memorandum.pdf`, speaker);
    const { text: printed } = await readPdf(new Uint8Array(await pdf.arrayBuffer()));
    for (const said of [value.replace(/\s+/g, ' '), printed]) {
      expect(said).toContain('Officers bring people to Harbor Center, which takes over within 15 minutes.');
      expect(said).toContain('Confirmed in One Mind by Morgan Speaker, Director');
    }
    expect((await app.get(`${at.agency}/agreement/versions/1/memorandum.pdf`, coordinator)).status).toBe(404);
    expect((await app.get(`${at.agency}/agreement/versions/2/document`, coordinator)).status).toBe(404);
    expect((await app.get(`${at.agency}/agreement/versions/9`, coordinator)).status).toBe(404);
  });
});

describe('two people who write the same step', () => {
  it('the second sees both texts and loses nothing', async () => {
    const made = await aPartnership(app.databases, agency);
    const address = `${sidesOf(made).agency}/agreement/draft/training`;
    const shown = revisionIn(await text(app.get(address, coordinator)));
    await app.post(address, { revision: shown, training: 'The first says two classes.' }, coordinator);
    const second = await app.post(
      address,
      { revision: shown, training: 'The second says three classes.' },
      coordinator,
    );
    expect(second.status).toBe(409);
    const page = await second.text();
    expect(page).toContain('Somebody saved a change while you were writing');
    expect(page).toContain('The first says two classes.');
    expect(page).toMatch(/<textarea[^>]*>The second says three classes\.<\/textarea>/);
    const again = { revision: revisionIn(page), training: 'Two classes, and one refresher.' };
    expect((await app.post(address, again, coordinator)).status).toBe(303);
  });
});

describe('who changes one step', () => {
  it('reads of each part whether it is filled, being edited or empty, wherever it stands', async () => {
    const made = await aPartnership(app.databases, agency);
    const draft = `${sidesOf(made).agency}/agreement/draft`;
    const shown = revisionIn(await text(app.get(`${draft}/sharing`, coordinator)));
    const sent = { revision: shown, sharing: ['totals'] };
    expect((await app.post(`${draft}/sharing`, sent, coordinator)).status).toBe(303);
    const bar = (await text(app.get(`${draft}/roles`, coordinator))).replace(/<[^>]+>/g, '');
    expect(bar).toContain('Roles, being edited');
    expect(bar).toContain('Referral and custody transfer, still empty');
    expect(bar).toContain('Sharing information, filled in');
    expect(bar).not.toMatch(/, done|not done yet/);
  });

  it('goes on to the next step, or straight to the whole', async () => {
    const made = await aPartnership(app.databases, agency);
    const draft = `${sidesOf(made).agency}/agreement/draft`;
    const shown = await text(app.get(`${draft}/training`, coordinator));
    const first = { revision: revisionIn(shown), training: 'Two classes a year.' };
    expect(locationOf(await app.post(`${draft}/training`, first, coordinator))).toBe(`${draft}/sharing`);
    const again = {
      revision: revisionIn(await text(app.get(`${draft}/training`, coordinator))),
      training: 'Three classes a year.',
      next: 'whole',
    };
    expect(shown).toMatch(/<button[^>]* name="next" value="whole"/);
    expect(locationOf(await app.post(`${draft}/training`, again, coordinator))).toBe(draft);
    expect(await text(app.get(`${draft}/training`, coordinator))).toContain('Three classes a year.');
    expect(await text(app.get(`${draft}/term`, coordinator))).not.toContain('name="next"');
  });
});

describe('an active agreement', () => {
  it('is renewed when the other side confirms, and not before', async () => {
    const made = await aPartnership(app.databases, agency);
    const at = sidesOf(made);
    const speaker = await app.signIn(made.representative.email);
    const form = await text(app.get(`${at.partner}/agreement/renew`, speaker));
    const fields = {
      revision: revisionIn(form),
      termStartsOn: '2100-01-01',
      termEndsOn: '2102-12-31',
      reviewOn: '2101-01-01',
      signerName: 'Morgan Speaker',
      signerTitle: 'Director',
    };
    const backwards = await app.post(
      `${at.partner}/agreement/renew`,
      { ...fields, termEndsOn: '2020-01-01', reviewOn: 'soon' },
      speaker,
    );
    expect(backwards.status).toBe(422);
    const complaint = await backwards.text();
    expect(complaint).toContain('Enter a last day that is still ahead');
    expect(complaint).toContain('Enter the next review as a date');
    await app.post(`${at.partner}/agreement/renew`, fields, speaker);
    expect((await made.now()).arrangement.termEndsOn).toBe('2099-12-31');
    const version = await text(app.get(`${at.agency}/agreement/versions/2`, coordinator));
    const answer = { revision: revisionIn(version), name: 'Robin Chief', title: 'Chief' };
    await app.post(`${at.agency}/agreement/confirm`, answer, coordinator);
    expect((await made.now()).arrangement).toMatchObject({
      termEndsOn: '2102-12-31',
      reviewOn: '2101-01-01',
    });
  });

  it('is confirmed for the agency by its executive too, who proposes nothing', async () => {
    const made = await aPartnership(app.databases, agency);
    const at = sidesOf(made);
    const speaker = await app.signIn(made.representative.email);
    const whole = await write(`${at.partner}/agreement/draft`, speaker, { other: 'Nights too.' });
    await app.post(`${at.partner}/agreement/draft`, signed(whole, 'Morgan Speaker'), speaker);
    const executive = await app.signIn(agency.executive.email);
    const version = await text(app.get(`${at.agency}/agreement/versions/2`, executive));
    expect(version).toContain('Do you confirm version 2?');
    expect(version).toContain(`${at.agency}/agreement/decline`);
    expect(version).not.toContain(`${at.agency}/agreement/draft`);
    const answer = { revision: revisionIn(version), name: 'Robin Executive', title: 'Chief of Police' };
    const confirmed = await app.post(`${at.agency}/agreement/confirm`, answer, executive);
    expect(await text(app.get(locationOf(confirmed), executive))).toContain('It is in effect');
    expect(await text(app.get(`${at.partner}/agreement/versions/2`, speaker))).toContain(
      'Robin Executive, Chief of Police',
    );
  });

  it('asks the partner about the very thing: the renewal, then a change', async () => {
    const made = await aPartnership(app.databases, agency);
    const at = sidesOf(made);
    const speaker = await app.signIn(made.representative.email);
    const form = await text(app.get(`${at.agency}/agreement/renew`, coordinator));
    const renewal = {
      revision: revisionIn(form),
      termStartsOn: '2100-01-01',
      termEndsOn: '2102-12-31',
      reviewOn: '2101-01-01',
      signerName: 'Robin Chief',
      signerTitle: 'Chief',
    };
    await app.post(`${at.agency}/agreement/renew`, renewal, coordinator);
    const asked = await text(app.get(at.partner, speaker));
    expect(asked).toContain('Do you confirm the renewal?');
    expect(asked).not.toContain('Confirm the partnership');
    expect(await text(app.get(`${at.partner}/decline`, speaker))).toContain('Decline the renewal?');
    const answer = { revision: revisionIn(asked), name: 'Morgan Speaker', title: 'Director' };
    const confirmed = await app.post(`${at.partner}/confirm`, answer, speaker);
    expect(await text(app.get(locationOf(confirmed), speaker))).toContain('You confirmed the renewal');
    const [told] = (await app.outbox()).filter(({ kind }) => kind === 'partnership-confirmed');
    expect(told?.subject).toContain('confirmed the renewal of the agreement');
    const whole = await write(`${at.agency}/agreement/draft`, coordinator, { other: 'Days only.' });
    await app.post(`${at.agency}/agreement/draft`, signed(whole, 'Casey Coordinator'), coordinator);
    expect(await text(app.get(at.partner, speaker))).toContain('Confirm the change');
  });

  it('tells whoever opens a mailed link with another account the same, whether it is there or not', async () => {
    const made = await aPartnership(app.databases, agency);
    const at = sidesOf(made);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const paths = [at.partner, `/partner/${made.partner}/partnerships/${nowhere}`, `/partner/${nowhere}`];
    const pages: string[] = [];
    for (const path of paths) {
      const answer = await app.get(path, coordinator);
      expect(answer.status).toBe(404);
      pages.push((await answer.text()).replace(/<code>[^<]*<\/code>/g, ''));
    }
    expect(pages[0]).toContain('sign in with that address');
    expect(new Set(pages.map((page) => page.replaceAll(/[0-9a-f-]{36}/g, ''))).size).toBe(1);
    expect(await text(app.get('/no-such-page', coordinator))).not.toContain('sign in with that address');
  });

  it('takes the signed paper from the partner as its next version', async () => {
    const made = await aPartnership(app.databases, agency);
    const at = sidesOf(made);
    const speaker = await app.signIn(made.representative.email);
    const form = new FormData();
    const page = await text(app.get(`${at.partner}/agreement/signed`, speaker));
    for (const [name, value] of Object.entries(signed(page, 'Morgan Speaker'))) form.append(name, value);
    const without = await app.post(`${at.partner}/agreement/signed`, form, speaker);
    expect(await without.text()).toContain('Choose the signed document');
    const pdf = new Blob(['%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n']);
    form.append('file', pdf, 'signed by both.pdf');
    const sent = await app.post(`${at.partner}/agreement/signed`, form, speaker);
    expect(sent.status).toBe(303);
    const file = await app.get(`${at.agency}/agreement/versions/2/document`, coordinator);
    expect(file.headers.get('content-disposition')).toContain('signed by both.pdf');
  });

  it('is declined or taken back with words that say what happened', async () => {
    const made = await aPartnership(app.databases, agency);
    const at = sidesOf(made);
    const speaker = await app.signIn(made.representative.email);
    const whole = await write(`${at.partner}/agreement/draft`, speaker);
    await app.post(`${at.partner}/agreement/draft`, signed(whole, 'Morgan Speaker'), speaker);
    const form = await text(app.get(`${at.agency}/agreement/decline`, coordinator));
    const empty = { revision: revisionIn(form), reason: '' };
    expect((await app.post(`${at.agency}/agreement/decline`, empty, coordinator)).status).toBe(422);
    await app.post(
      `${at.agency}/agreement/decline`,
      { ...empty, reason: 'We have no room for it.' },
      coordinator,
    );
    expect(await text(app.get(`${at.partner}/agreement/versions/2`, speaker))).toContain(
      'We have no room for it.',
    );
    const again = await write(`${at.agency}/agreement/draft`, coordinator, { other: 'Days only.' });
    await app.post(`${at.agency}/agreement/draft`, signed(again, 'Casey Coordinator'), coordinator);
    const page = await text(app.get(`${at.agency}/agreement/versions`, coordinator));
    const taken = await app.post(
      `${at.agency}/agreement/withdraw`,
      { revision: revisionIn(page) },
      coordinator,
    );
    expect(await text(app.get(locationOf(taken), coordinator))).toContain('It was taken back');
  });
});
