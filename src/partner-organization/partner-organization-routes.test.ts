import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency } from '../testing/an-agency.ts';
import { firstLink } from '../testing/sign-in-by-mail.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let elm: AgencyForTests;
let oak: AgencyForTests;
let coordinator: string;
let lead: string;
beforeAll(async () => {
  app = await createTestApp();
  elm = await anAgency(app.databases, { pledge: 'none' });
  oak = await anAgency(app.databases, { pledge: 'none' });
  coordinator = await app.signIn(elm.coordinator.email);
  lead = await app.signIn((await aCampaignMember(app.databases, 'assistance-lead')).email);
});
afterAll(() => app.close());

const text = async (answer: Response | Promise<Response>) => (await answer).text();
const locationOf = (answer: Response) => answer.headers.get('location') ?? '';
const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';

const profile = {
  name: 'Cedar Hill Crisis Services',
  kinds: ['crisis-service', 'peer-organization'],
  placesServed: 'Elm County, TX\nOak County',
  website: 'https://cedarhill.example',
  phone: '555-0142',
  email: 'info@cedarhill.example',
};

async function signedIn(partnership: PartnershipForTests) {
  return {
    cookie: await app.signIn(partnership.representative.email),
    base: `/partner/${partnership.partner}`,
  };
}

describe('an organization’s own people', () => {
  it('write its profile, which its agencies then read with the people it names', async () => {
    const partnership = await aPartnership(app.databases, elm);
    const { cookie, base } = await signedIn(partnership);
    const form = await text(app.get(`${base}/profile/edit`, cookie));
    const saved = await app.post(`${base}/profile/edit`, { ...profile, revision: revisionIn(form) }, cookie);
    expect(locationOf(saved)).toBe(`${base}/profile?done=saved`);
    const contact = { name: 'Lee Liaison', role: 'Director', phone: '555-0177', revision: '0' };
    expect((await app.post(`${base}/profile/contacts/new`, contact, cookie)).status).toBe(303);
    const page = await text(
      app.get(`/workspace/${elm.agency.slug}/partnerships/organizations/${partnership.partner}`, coordinator),
    );
    for (const words of ['Cedar Hill Crisis Services', 'Elm County, Texas', '555-0142', 'Lee Liaison']) {
      expect(page).toContain(words);
    }
    const outsider = await app.signIn(oak.coordinator.email);
    const seen = await text(
      app.get(`/workspace/${oak.agency.slug}/partnerships/organizations/${partnership.partner}`, outsider),
    );
    expect(seen).toContain('555-0142');
    expect(seen).not.toContain('Lee Liaison');
  });

  it('are told every mistake, and what a colleague saved meanwhile, with everything typed kept', async () => {
    const { cookie, base } = await signedIn(await aPartnership(app.databases, elm));
    const empty = await app.post(`${base}/profile/edit`, { name: '', website: 'x', email: 'y' }, cookie);
    expect(empty.status).toBe(422);
    const complaint = await empty.text();
    for (const words of [
      'Enter the name',
      'Choose at least one kind',
      'Enter a web address',
      'Enter an email',
    ]) {
      expect(complaint).toContain(words);
    }
    await app.post(`${base}/profile/edit`, { ...profile, phone: '555-0001', revision: '1' }, cookie);
    const late = await app.post(
      `${base}/profile/edit`,
      { ...profile, phone: '555-0002', revision: '1' },
      cookie,
    );
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain('Somebody saved a change while you were writing');
    expect(page).toContain('555-0001');
    expect(page).toContain('value="555-0002"');
    const again = { ...profile, phone: '555-0002', revision: revisionIn(page) };
    expect((await app.post(`${base}/profile/edit`, again, cookie)).status).toBe(303);
  });

  it('invite a colleague, whose place they end; the last one leaves only knowing it', async () => {
    const partnership = await aPartnership(app.databases, elm);
    const { cookie, base } = await signedIn(partnership);
    const colleague = `ash-${partnership.partner.slice(0, 8)}@partner.test`;
    await app.post(`${base}/team/invitations`, { name: 'Ash Birch', email: colleague }, cookie);
    const mail = (await app.outbox()).find(({ recipient }) => recipient === colleague);
    expect(mail?.subject).toContain('Morgan Speaker invites you to speak for');
    const link = firstLink(mail?.text ?? '') ?? '';
    const ash = await app.signIn(colleague);
    const foreign = await app.post(link, {}, coordinator);
    expect(foreign.status).not.toBe(303);
    expect(locationOf(await app.post(link, {}, ash))).toBe(base);
    const alias = { email: colleague.replace('@', '+again@') };
    const twice = await app.post(`${base}/team/invitations`, alias, cookie);
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('This person speaks for the organization already');
    const team = await text(app.get(`${base}/team`, ash));
    expect(team).toContain('Morgan Speaker');
    const [mine] = [...team.matchAll(/\/team\/([0-9a-f-]{36})\/end/g)].map((match) => match[1]);
    expect((await app.post(`${base}/team/${mine}/end`, {}, ash)).status).toBe(303);
    const who = (await app.get(base, ash)).status === 200 ? ash : cookie;
    const rest = await text(app.get(`${base}/team`, who));
    const last = /\/team\/([0-9a-f-]{36})\/end/.exec(rest)?.[1];
    expect(await text(app.get(`${base}/team/${last}/end`, who))).toContain('Nobody else speaks for');
    expect((await app.post(`${base}/team/${last}/end`, {}, who)).status).toBe(422);
    expect(locationOf(await app.post(`${base}/team/${last}/end`, { last: 'yes' }, who))).toBe('/');
    expect((await app.get(base, who)).status).toBe(404);
  });
});

describe('the campaign', () => {
  it('sees before it joins two records who would speak for both, by address, and which invitations end', async () => {
    const first = await aPartnership(app.databases, elm);
    const second = await aPartnership(app.databases, oak, { until: 'proposed' });
    await aMember(app.databases, oak.agency.id, 'staff', 'deputy@partner.test');
    const path = `/campaign/organizations/${first.partner}/merge/${second.partner}`;
    for (let looked = 0; looked < 2; looked += 1) {
      const page = await text(app.get(path, lead));
      expect(page).toContain(first.representative.email);
      expect(page).toContain(`Same mail domain as ${oak.agency.name}`);
      expect(page).toContain('Invitations that stop working');
      expect(page).toContain(second.representative.email);
    }
    expect((await app.post(path, {}, lead)).status).toBe(303);
    expect(await text(app.get(`/campaign/organizations/${first.partner}`, lead))).toContain('Take back');
  });

  it('finds two records of one organization, joins them, and old addresses lead to the one that stays', async () => {
    const first = await aPartnership(app.databases, elm, { name: 'Juniper Street Clinic' });
    const second = await aPartnership(app.databases, elm, { name: 'Juniper Street Clinics' });
    const list = await text(app.get('/campaign/organizations?search=juniper&filter=alike', lead));
    expect(list).toContain('Juniper Street Clinics');
    expect(list).toContain('2 organizations');
    const path = `/campaign/organizations/${first.partner}/merge/${second.partner}`;
    const back = `/campaign/organizations/${second.partner}/merge/${first.partner}`;
    expect(locationOf(await app.get(back, lead)), 'both are claimed: the older one stays').toBe(path);
    const proposed = await text(app.get(path, lead));
    expect(proposed).toContain('It can’t be taken back');
    expect(proposed).toContain('Keep the other one instead: Juniper Street Clinics');
    const link = /href="([^"]*keep=chosen)"/.exec(proposed)?.[1] ?? '';
    expect(await text(app.get(link, lead))).toContain(
      'Juniper Street Clinic goes, and Juniper Street Clinics stays.',
    );
    const unchosen = await app.post(path, {}, lead);
    expect(unchosen.status).toBe(422);
    expect(await unchosen.text()).toContain('Choose which partnership goes on');
    const chosen = { [`goes-on-${elm.agency.id}`]: second.id };
    const merged = await app.post(path, chosen, lead);
    expect(await text(app.get(locationOf(merged), lead))).toContain('The two records are one now');
    const old = await app.get(`/campaign/organizations/${second.partner}`, lead);
    expect(locationOf(old)).toBe(`/campaign/organizations/${first.partner}`);

    const { cookie, base } = await signedIn(second);
    const moved = await app.get(`${base}/partnerships/${second.id}?x=1`, cookie);
    expect(moved.status).toBe(307);
    expect(locationOf(moved)).toContain(`/partner/${first.partner}/partnerships/${second.id}?x=1`);
    expect((await app.get(`/partner/${first.partner}/partnerships/${second.id}`, cookie)).status).toBe(200);
    const stranger = await aPartnership(app.databases, oak);
    expect((await app.get(base, (await signedIn(stranger)).cookie)).status).toBe(404);
  });
});

describe('an organization with two agencies', () => {
  it('sees both on its home, and neither agency sees a word of the other', async () => {
    const secret = 'Only Elm knows this purpose.';
    const partnership = await aPartnership(app.databases, elm, { arrangement: { purpose: secret } });
    const { cookie, base } = await signedIn(partnership);
    const theirs = await app.signIn(oak.coordinator.email);
    const workspace = `/workspace/${oak.agency.slug}/partnerships`;
    const proposal = new FormData();
    const typed = {
      purpose: 'Oak works with you too.',
      services: 'training',
      agencyContactName: 'Robin Oak',
      agencyContactEmail: 'robin@oak.test',
      partnerContactName: 'Lee Liaison',
      partnerContactEmail: 'lee@partner.test',
      signerName: 'Robin Oak',
      signerTitle: 'Sergeant',
    };
    for (const [name, value] of Object.entries(typed)) proposal.append(name, value);
    const proposed = await app.post(`${workspace}/new/${partnership.partner}`, proposal, theirs);
    expect(proposed.status).toBe(303);
    const home = await text(app.get(base, cookie));
    expect(home).toContain(elm.agency.name);
    expect(home).toContain(oak.agency.name);
    expect(home).toContain('Answer what the agency proposed');

    const oaks = locationOf(proposed).split('?')[0] ?? '';
    const id = oaks.split('/').at(-1) ?? '';
    const elmWords = [secret, elm.agency.name, elm.agency.slug, partnership.id];
    const pages = [
      workspace,
      oaks,
      `${oaks}/edit`,
      `${workspace}/new?search=${encodeURIComponent('Harbor Counseling')}`,
      `${workspace}/organizations/${partnership.partner}`,
    ];
    for (const page of pages) await expectNone(page, theirs, elmWords);
    // The partner's pages about Oak's partnership show nothing of Elm's.
    for (const page of ['', '/agreement/versions', '/decline']) {
      await expectNone(`${base}/partnerships/${id}${page}`, cookie, [
        secret,
        elm.agency.slug,
        partnership.id,
      ]);
    }
    expect((await app.get(`${workspace}/${partnership.id}`, theirs)).status).toBe(404);
  });
});

async function expectNone(path: string, cookie: string, words: readonly string[]): Promise<void> {
  const answer = await app.get(path, cookie);
  expect(answer.status, path).toBe(200);
  const page = await answer.text();
  for (const word of words) expect(page.includes(word), `${path} shows “${word}”`).toBe(false);
}
