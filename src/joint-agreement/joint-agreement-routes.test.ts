import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs } from '../database/acting.ts';
import { grantAgencyRole } from '../identity/membership-actions.ts';
import {
  aJointGroup,
  aProposal,
  confirms,
  type JointGroupForTests,
  joins,
} from '../testing/a-joint-group.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { listShown } from './joint-agreement.ts';
import { listMemberNames } from './joint-agreement-store.ts';
import { proposeJointVersion } from './joint-asking-actions.ts';

let app: TestApp;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

const word = {
  liaisonName: 'Lee Liaison',
  liaisonEmail: 'lee@liaison.test',
  liaisonPhone: '555-0100',
  always: '555-0199',
  signerName: 'Robin Executive',
  signerTitle: 'Chief of Police',
};

async function text(answer: Promise<Response> | Response): Promise<string> {
  return (await answer).text();
}

function at(agency: AgencyForTests, rest = ''): string {
  return `/workspace/${agency.agency.slug}/groups${rest}`;
}

function firstOf<Value>([value]: readonly Value[]): Value {
  if (value === undefined) throw new Error('There is none.');
  return value;
}

describe('an agency that leads a group', () => {
  it('begins it, writes the agreement, chooses a partner, names agencies and sends it', async () => {
    const lead = await anAgency(app.databases);
    const member = await anAgency(app.databases);
    const { partner } = await aPartnership(app.databases, lead, { name: 'Willow Harbor Clinic' });
    const cookie = await app.signIn(lead.coordinator.email);
    const begun = await app.post(at(lead, '/new'), { name: 'Alder County', kind: 'county' }, cookie);
    expect(begun.status).toBe(303);
    const base = (begun.headers.get('location') ?? '').split('?', 1)[0] ?? '';
    expect(await text(app.get(base, cookie))).toContain('Before you can send it');

    const unsent = await text(app.post(`${base}/agreement`, { version: '0', ...word }, cookie));
    expect(unsent).toContain('These answers are missing');
    const { arrangement, memorandum } = aProposal().terms;
    const steps: Record<string, Record<string, string | readonly string[]>> = {
      purpose: { purpose: arrangement.purpose, services: ['mobile-crisis'] },
      roles: { agencyRole: memorandum?.agencyRole ?? '', partnerRole: memorandum?.partnerRole ?? '' },
      custody: { referral: memorandum?.referral ?? '', custodyTransfer: memorandum?.custodyTransfer ?? '' },
      training: { training: memorandum?.training ?? '' },
      sharing: { sharing: ['contacts'] },
      term: { termStartsOn: '1/1/2026', reviewOn: '6/30/2099', terminationDays: '30' },
    };
    for (const [step, fields] of Object.entries(steps)) {
      const saved = await app.post(`${base}/agreement/${step}`, { revision: '0', ...fields }, cookie);
      expect(saved.status, step).toBe(303);
    }
    expect((await app.get(`${base}/agreement/contacts`, cookie)).status).toBe(404);

    const early = await text(app.get(`${base}/agreement`, cookie));
    expect(early).not.toContain('Send it to everybody');
    expect(early).toContain('Choose at least one partner');
    expect(early).toContain('Put at least one agency on the list');

    expect(await text(app.get(`${base}/partners?search=Willow`, cookie))).toContain('Willow Harbor Clinic');
    const choice = { organization: partner, search: '' };
    expect((await app.post(`${base}/partners`, choice, cookie)).status).toBe(303);

    const list = `1. ${member.agency.name}\nchief@not-yet.test\nNowhere Constables`;
    const looked = await text(app.post(`${base}/agencies`, { list }, cookie));
    expect(looked).toContain('Found in the list of agencies');
    expect(looked).toContain('chief@not-yet.test');
    expect(looked).toContain('Not found');
    const add = { list, 'found-0': member.agency.id, 'address-0': 'chief@not-yet.test' };
    const listed = await text(app.post(`${base}/agencies/add`, add, cookie));
    expect(listed).toContain('2 agencies were put on the list. 1 line was left out: “Nowhere Constables”.');
    expect(listed).toMatch(/<textarea[^>]*>Nowhere Constables<\/textarea>/);
    expect((await app.outbox()).filter(({ kind }) => kind.startsWith('joint-'))).toEqual([]);

    expect(await text(app.get(`${base}/agreement`, cookie))).toContain(
      'this agreement takes the place of the one between the two of you as soon as the partner confirms',
    );
    const sent = await app.post(`${base}/agreement`, { version: '0', note: 'Welcome.', ...word }, cookie);
    expect(sent.headers.get('location')).toContain('done=sent');
    const page = await text(app.get(base, cookie));
    expect(page).toContain('1 of 3');
    expect(page).toContain('Invited to pledge');
    const mails = (await app.outbox()).filter(({ kind }) => kind.startsWith('joint-'));
    expect(mails.map(({ kind }) => kind).sort()).toEqual([
      'joint-agency-asked',
      'joint-agency-asked',
      'joint-partner-asked',
      'joint-pledge-invited',
    ]);
    expect(mails.find(({ recipient }) => recipient === member.executive.email)?.text).toContain('Welcome.');
  });

  it('loses nothing when two of its people write the same step at once', async () => {
    const lead = await anAgency(app.databases);
    const cookies = [await app.signIn(lead.coordinator.email), await app.signIn(lead.coordinator.email)];
    const [first = '', second = ''] = cookies;
    const begun = await app.post(at(lead, '/new'), { name: 'Alder County', kind: 'county' }, first);
    const [base = ''] = (begun.headers.get('location') ?? '').split('?', 1);
    const roles = `${base}/agreement/roles`;
    const wrote = (agencyRole: string, partnerRole: string, revision: string) => ({
      revision,
      agencyRole,
      partnerRole,
    });
    expect((await app.post(roles, wrote('Sends two officers.', 'Sends a team.', '0'), first)).status).toBe(
      303,
    );
    const late = await app.post(roles, wrote('Sends one officer.', 'Sends a team.', '0'), second);
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('Somebody saved a change while you were writing');
    expect(page).toMatch(/You wrote:<\/span> <span class="om-written">Sends one officer\./);
    expect(page).toMatch(/It says now:<\/span> <span class="om-written">Sends two officers\./);
    expect(page).not.toContain('<span class="om-written">Sends a team.');
    expect(page).toMatch(/<textarea[^>]*name="agencyRole"[^>]*>Sends one officer\./);
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(page) ?? [];
    expect(await text(app.get(roles, first))).toContain('Sends two officers.');
    const again = await app.post(roles, wrote('Sends one officer.', 'Sends a team.', revision), second);
    expect(again.status).toBe(303);
    expect(await text(app.get(roles, first))).toContain('Sends one officer.');
  });

  it('loses no pasted line: each is chosen, counted as left out, or asked about', async () => {
    const lead = await anAgency(app.databases);
    const member = await anAgency(app.databases, { facts: { name: 'Red Mesa Tribal Police Department' } });
    const cookie = await app.signIn(lead.coordinator.email);
    const begun = await app.post(at(lead, '/new'), { name: 'Alder County', kind: 'county' }, cookie);
    const [base = ''] = (begun.headers.get('location') ?? '').split('?', 1);
    const list = 'Red Mesa Tribal\nNowhere Constables';
    const looked = await text(app.post(`${base}/agencies`, { list }, cookie));
    expect(looked).toContain('Which one is “Red Mesa Tribal”?');
    expect(looked).not.toMatch(/type="radio"[^>]*\schecked/);

    const unanswered = await app.post(`${base}/agencies/add`, { list }, cookie);
    expect(unanswered.status).toBe(422);
    expect(await unanswered.text()).toContain('Choose which one “Red Mesa Tribal” is, or “None of these”');
    const none = await text(app.post(`${base}/agencies/add`, { list, 'several-0': 'none' }, cookie));
    expect(none).toContain(
      'No agency was put on the list. 2 lines were left out: “Red Mesa Tribal”, “Nowhere Constables”.',
    );
    expect(none).toMatch(/<textarea[^>]*>Red Mesa Tribal\r?\nNowhere Constables<\/textarea>/);

    const chosen = { list: 'Red Mesa Tribal', 'several-0': member.agency.id };
    const added = await app.post(`${base}/agencies/add`, chosen, cookie);
    expect(added.headers.get('location')).toBe(`${base}?done=listed-1-0`);
    expect(await text(app.get(`${base}?done=listed-1-0`, cookie))).toContain('1 agency was put on the list.');
  });

  it('is asked for agencies, and for a partner’s address, with instructions', async () => {
    const lead = await anAgency(app.databases);
    const cookie = await app.signIn(lead.coordinator.email);
    const empty = await app.post(at(lead, '/new'), { name: '' }, cookie);
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Choose what kind of group it is');
  });
});

describe('an agency that is asked', () => {
  let group: JointGroupForTests;
  beforeAll(async () => {
    group = await aJointGroup(app.databases);
  });

  it('sees on its partnerships page that a group invites it, reads the agreement and joins', async () => {
    const agency = firstOf(group.agencies);
    const cookie = await app.signIn(agency.executive.email);
    const partnerships = await text(app.get(`/workspace/${agency.agency.slug}/partnerships`, cookie));
    expect(partnerships).toContain('A group invites you');
    expect(await text(app.get(at(agency), cookie))).toContain('Your answer is awaited');
    const base = at(agency, `/${group.id}`);
    const page = await text(app.get(base, cookie));
    expect(page).toContain('Alder County invites you');
    expect(page).toContain('The partner teaches two classes a year.');
    const empty = await app.post(`${base}/join`, { version: '1' }, cookie);
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain(
      'Enter the number that is answered day and night, or “none” if you have none',
    );
    const joined = await app.post(`${base}/join`, { version: '1', ...word }, cookie);
    expect(joined.headers.get('location')).toBe(`${base}?done=joined`);
    const after = await text(app.get(base, cookie));
    expect(after).toContain('Leave the group');
    expect(after).not.toContain('Nobody joins for you');
    expect(after).toContain('Your agency has joined it.');
    expect(after).toContain('A partnership begins with each partner when it confirms. Not yet: Harbor');
    expect((await app.get(`${base}/agreement`, cookie)).status).toBe(403);
    const coordinator = await app.signIn(agency.coordinator.email);
    expect((await app.get(`${base}/agreement`, coordinator)).status).toBe(404);
    expect((await app.post(`${base}/remind`, {}, coordinator)).status).toBe(404);
  });

  it('declines with a reason', async () => {
    const [, agency] = group.agencies;
    if (!agency) throw new Error('An agency is missing.');
    const cookie = await app.signIn(agency.coordinator.email);
    const base = at(agency, `/${group.id}`);
    expect((await app.post(`${base}/decline`, { reason: '' }, cookie)).status).toBe(422);
    const declined = await app.post(`${base}/decline`, { reason: 'We have our own.' }, cookie);
    expect(declined.headers.get('location')).toBe(`${base}?done=declined`);
    const lead = await app.signIn(group.lead.coordinator.email);
    const progress = await text(app.get(at(group.lead, `/${group.id}`), lead));
    expect(progress).toContain('We have our own.');
    expect(progress).toContain('2 of 2, and 1 declined or left');
    const after = await text(app.get(base, cookie));
    expect(after).not.toContain('Nobody joins for you');
    expect(after).toContain(`ask ${group.lead.agency.name} to put you on the list again`);
  });

  it('finds nothing when it is not on the list', async () => {
    const foreign = await anAgency(app.databases, { pledge: 'none' });
    const cookie = await app.signIn(foreign.coordinator.email);
    const base = at(foreign, `/${group.id}`);
    expect((await app.get(base, cookie)).status).toBe(404);
    expect((await app.post(`${base}/join`, { version: '1', ...word }, cookie)).status).toBe(404);
  });
});

describe('a partner', () => {
  it('confirms once for the group, with the document kept, and is told of a newer version first', async () => {
    const group = await aJointGroup(app.databases, { name: 'Birch Region' });
    const agency = firstOf(group.agencies);
    const partner = firstOf(group.partners);
    await joins(agency, group.id);
    const cookie = await app.signIn(partner.representative.email);
    const base = `/partner/${partner.partner}/groups/${group.id}`;
    const home = await text(app.get(`/partner/${partner.partner}`, cookie));
    expect(home).toContain('A group invites you');
    expect(home).toContain('Nothing else waits for you.');
    expect(await text(app.get(`/partner/${partner.partner}/groups`, cookie))).toContain('Birch Region');
    const page = await text(app.get(base, cookie));
    expect(page).toContain('Birch Region asks you to confirm one agreement');
    expect(page).toContain(agency.agency.name);
    const empty = await app.post(`${base}/confirm`, { version: '1', ...word }, cookie);
    expect(await empty.text()).toContain('Choose what to do about agencies that join later');
    const changed = aProposal({ version: 1, training: 'Four classes a year.' });
    await group.lead.as((tx) => proposeJointVersion(tx, group.lead.act(), group.id, changed));
    const stale = await app.post(`${base}/confirm`, { version: '1', later: 'no', ...word }, cookie);
    expect(await stale.text()).toContain('There is a newer version of the agreement');
    await joins(agency, group.id, 2);
    const list = await partner.as(async (tx) => listShown(await listMemberNames(tx, group.id)));
    expect(await text(app.get(base, cookie))).toContain(list.replaceAll('"', '&quot;'));
    const given = { version: '2', later: 'no', list, ...word };
    const confirmed = await app.post(`${base}/confirm`, given, cookie);
    expect(confirmed.headers.get('location')).toBe(`${base}?done=confirmed`);
    const settled = await text(app.get(base, cookie));
    expect(settled).toContain('Your organization has confirmed its agreement.');
    expect(settled).not.toContain('You confirm once');
    const own = await app.signIn(agency.coordinator.email);
    const [path] = /\/workspace\/[^"]*\/partnerships\/[0-9a-f-]{36}/.exec(
      await text(app.get(at(agency, `/${group.id}`), own)),
    ) ?? [''];
    const partnership = await text(app.get(path, own));
    expect(partnership).toContain('Joint agreement, version 2');
    const document = await app.get(`${path}/agreement`, own);
    expect(document.headers.get('content-type')).toBe('application/pdf');
    const later = group.agencies[1];
    if (!later) throw new Error('An agency is missing.');
    await joins(later, group.id, 2);
    expect(await text(app.get(base, cookie))).toContain(`Joined after you confirmed: ${later.agency.name}.`);
  });

  it('is told on its page, as the lead and the agency are, that it cannot confirm where it works', async () => {
    const group = await aJointGroup(app.databases, { name: 'Cedar Region' });
    const agency = firstOf(group.agencies);
    const partner = firstOf(group.partners);
    await actingAs(app.databases.app, { as: 'system' }, (tx) =>
      grantAgencyRole(tx, {
        agency: agency.agency.id,
        person: partner.representative.id,
        role: 'training-officer',
      }),
    );
    await joins(agency, group.id);
    await confirms(partner, group.id);
    const told = 'one person does not speak for both sides';
    const speaker = await app.signIn(partner.representative.email);
    const asked = await text(app.get(`/partner/${partner.partner}/groups/${group.id}`, speaker));
    expect(asked).toContain(told);
    expect(asked).not.toContain('Joined after you confirmed');
    const own = await app.signIn(agency.coordinator.email);
    expect(await text(app.get(at(agency, `/${group.id}`), own))).toContain(told);
    const lead = await app.signIn(group.lead.coordinator.email);
    const page = await text(app.get(at(group.lead, `/${group.id}`), lead));
    expect(page).toContain(told);
    expect(page).toContain(`${agency.agency.name} joined (version 1)`);
    const later = firstOf(group.agencies.slice(1));
    await joins(later, group.id);
    const neighbor = await app.signIn(later.coordinator.email);
    expect(await text(app.get(at(later, `/${group.id}`), neighbor))).not.toContain(told);
  });

  it('of another place finds nothing', async () => {
    const group = await aJointGroup(app.databases);
    const foreign = await aPartnership(app.databases, await anAgency(app.databases, { pledge: 'none' }));
    const cookie = await app.signIn(foreign.representative.email);
    expect((await app.get(`/partner/${foreign.partner}/groups/${group.id}`, cookie)).status).toBe(404);
  });
});

describe('the campaign', () => {
  it('prepares a group for an agency to lead, and sees how far each has come', async () => {
    const lead = await anAgency(app.databases);
    const somebody = await aCampaignMember(app.databases, 'assistance-lead');
    const cookie = await app.signIn(somebody.email);
    const unknown = { name: 'Cedar State Association', kind: 'state-association', leadAgency: 'Nobody' };
    expect((await app.post('/campaign/groups/new', unknown, cookie)).status).toBe(422);
    const asked = { ...unknown, leadAgency: lead.agency.name };
    const begun = await app.post('/campaign/groups/new', asked, cookie);
    expect(begun.status).toBe(303);
    const list = await text(app.get('/campaign/groups?search=cedar', cookie));
    expect(list).toContain('Cedar State Association');
    expect(list).not.toContain('Your answer');
    expect(await text(app.get(begun.headers.get('location') ?? '', cookie))).toContain(lead.agency.name);
    const own = await app.signIn(lead.coordinator.email);
    expect(await text(app.get(at(lead), own))).toContain('Cedar State Association');
    const [mail] = (await app.outbox()).filter(({ kind }) => kind === 'joint-lead-asked');
    expect(mail?.recipient).toBe(lead.coordinator.email);
  });
});
