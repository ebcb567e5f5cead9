import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listInvitations } from '../identity/invitation-actions.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, aMember, anAgency, aPerson } from '../testing/an-agency.ts';
import { firstLink } from '../testing/sign-in-by-mail.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';

let app: TestApp;
let made: AgencyForTests;
let cookies: { coordinator: string; executive: string };
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function given(): Promise<string> {
  made = await anAgency(app.databases);
  cookies = {
    coordinator: await app.signIn(made.coordinator.email),
    executive: await app.signIn(made.executive.email),
  };
  return `/workspace/${made.agency.slug}/team`;
}

async function page(path: string, cookie: string): Promise<string> {
  const answer = await app.get(path, cookie);
  expect(answer.status).toBe(200);
  return answer.text();
}

async function mailedPath(to: string, kind: string): Promise<string> {
  const mail = (await app.outbox()).find((message) => message.recipient === to && message.kind === kind);
  return (mail && firstLink(mail.text)) ?? '';
}

const actionsIn = (html: string, end: string) =>
  [...html.matchAll(/action="([^"]+)"/g)]
    .map((match) => match[1] ?? '')
    .filter((action) => action.includes(end));

describe('the team page', () => {
  it('lists colleagues to those who work on the pledge, and lets only its leaders change who they are', async () => {
    const base = await given();
    const officer = await aMember(app.databases, made.agency.id, 'training-officer');
    const staff = await aMember(app.databases, made.agency.id, 'staff');
    const [officerCookie, staffCookie] = [await app.signIn(officer.email), await app.signIn(staff.email)];
    const seen = await page(base, officerCookie);
    expect(seen).toContain(made.coordinator.email);
    expect(seen).not.toContain('Invite a colleague');
    expect((await app.post(`${base}/invite`, {}, officerCookie)).status).toBe(403);
    expect((await app.get(base, staffCookie)).status).toBe(403);
    expect((await app.get(base, await app.signIn(`${randomUUID()}@agency.test`))).status).toBe(404);
  });

  it('does not let an agency flood a mailbox with invitations', async () => {
    const base = await given();
    const invitation = { email: `flooded-${made.agency.slug}@agency.test`, role: 'staff' };
    const statuses: number[] = [];
    for (let i = 0; i < 11; i += 1) {
      statuses.push((await app.post(`${base}/invite`, invitation, cookies.coordinator)).status);
    }
    expect(statuses.slice(0, 10)).toEqual(Array<number>(10).fill(303));
    expect(statuses[10]).toBe(429);
  });

  it('invites a colleague, who comes in by the mailed link; the invitation can be taken back before', async () => {
    const base = await given();
    const faults = await app.post(
      `${base}/invite`,
      { email: 'jo', role: 'coordinator' },
      cookies.coordinator,
    );
    expect(faults.status).toBe(422);
    const words = await faults.text();
    expect(words).toContain('Choose what the colleague does');
    expect(words).toContain('value="jo"');
    for (const email of [`in-${made.agency.slug}@agency.test`, `out-${made.agency.slug}@agency.test`]) {
      await app.post(`${base}/invite`, { email, role: 'training-officer' }, cookies.coordinator);
    }
    const accepted = await mailedPath(`in-${made.agency.slug}@agency.test`, 'colleague-invited');
    expect((await app.post(accepted, {})).status).toBe(303);
    const seen = await page(base, cookies.coordinator);
    const [revoke] = actionsIn(seen, '/revoke');
    await app.post(revoke ?? '', {}, cookies.coordinator);
    const refused = await app.get(
      await mailedPath(`out-${made.agency.slug}@agency.test`, 'colleague-invited'),
    );
    expect(refused.status).toBeGreaterThanOrEqual(400);
    expect(await page(base, cookies.coordinator)).not.toContain(`out-${made.agency.slug}@agency.test`);
  });

  it('ends a colleague’s role after asking once more, but never one’s own', async () => {
    const base = await given();
    const officer = await aMember(app.databases, made.agency.id, 'training-officer');
    const cookie = await app.signIn(officer.email);
    const seen = await page(base, cookies.coordinator);
    const links = [...seen.matchAll(/href="([^"]+\/end)"/g)].map((match) => match[1] ?? '');
    expect(links).toHaveLength(1);
    expect(await page(links[0] ?? '', cookies.coordinator)).toContain('will no longer be a training officer');
    await app.post(links[0] ?? '', {}, cookies.coordinator);
    expect((await app.get(base, cookie)).status).toBe(404);
    const byExecutive = await page(base, cookies.executive);
    const [coordinatorRole] = [...byExecutive.matchAll(/href="([^"]+\/end)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect((await app.post(coordinatorRole ?? '', {}, cookies.coordinator)).status).toBe(422);
  });
});

describe('a hand-over', () => {
  it('goes from the coordinator’s form to the new coordinator’s answer', async () => {
    const base = await given();
    const email = `next-${made.agency.slug}@agency.test`;
    await aPerson(app.databases, email, 'Next Coordinator');
    const faults = await app.post(`${base}/hand-over/coordinator`, { email: 'x' }, cookies.coordinator);
    expect(await faults.text()).toContain('Write why the role is handed over');
    await app.post(
      `${base}/hand-over/coordinator`,
      { email, reason: 'I move to patrol.' },
      cookies.coordinator,
    );
    expect(await page(base, cookies.coordinator)).toContain(`${email} was asked to become the coordinator`);
    const invitation = await mailedPath(email, 'hand-over-offered');
    const next = await app.signIn(email);
    const accepted = await app.post(invitation, {}, next);
    const answer = accepted.headers.get('location') ?? '';
    expect(answer).toContain('/hand-over/');
    expect(await page(answer, next)).toContain('I move to patrol.');
    expect((await app.post(answer, {}, cookies.executive)).status).toBe(403);
    expect((await app.post(answer, {}, next)).headers.get('location')).toContain('done=hand-over-accepted');
    expect((await app.get(`${base}/invite`, next)).status).toBe(200);
    expect((await app.get(`${base}/invite`, cookies.coordinator)).status).toBe(403);
    expect((await app.post(answer, {}, next)).status).toBe(422);
  });

  it('of the executive’s role is not the coordinator’s to begin', async () => {
    const base = await given();
    const form = { email: 'mine@agency.test', reason: 'I want to be chief.' };
    expect((await app.post(`${base}/hand-over/executive`, form, cookies.coordinator)).status).toBe(403);
    expect((await app.get(`${base}/hand-over/executive`, cookies.coordinator)).status).toBe(403);
    expect((await app.get(`${base}/hand-over/executive`, cookies.executive)).status).toBe(200);
  });

  it('by the campaign asks the new executive for their rank', async () => {
    await given();
    const administrator = await app.signIn((await aCampaignMember(app.databases, 'administrator')).email);
    const reviewer = await app.signIn((await aCampaignMember(app.databases, 'reviewer')).email);
    const successor = await aMember(app.databases, made.agency.id, 'staff');
    const desk = `/campaign/agencies/${made.agency.slug}`;
    expect(await page(desk, reviewer)).not.toContain('Hand over');
    const form = { email: successor.email, reason: 'The chief has retired.' };
    expect((await app.post(`${desk}/hand-over/executive`, form, reviewer)).status).toBe(403);
    await app.post(`${desk}/hand-over/executive`, form, administrator);
    const cookie = await app.signIn(successor.email);
    const answer = await mailedPath(successor.email, 'hand-over-offered');
    const refused = await app.post(answer, {}, cookie);
    expect([refused.status, (await refused.text()).includes('Enter your rank or title')]).toEqual([
      422,
      true,
    ]);
    await app.post(answer, { rank: 'Interim Chief' }, cookie);
    expect(await page(`/workspace/${made.agency.slug}/pledge`, cookie)).toContain('Interim Chief');
    expect((await app.get(`/workspace/${made.agency.slug}/team`, cookies.executive)).status).toBe(404);
  });
});

describe('a request to join', () => {
  it('is decided by those who lead the agency', async () => {
    const base = await given();
    const email = `asks-${made.agency.slug}@agency.test`;
    const asker = await app.signIn(email);
    await app.post(`/pledge/join/${made.agency.slug}`, { note: 'I run the training unit.' }, asker);
    expect((await app.get(`/workspace/${made.agency.slug}`, asker)).status).toBe(404);
    const seen = await page(base, cookies.executive);
    expect(seen).toContain('I run the training unit.');
    const [request] = actionsIn(seen, '/requests/');
    await app.post(request ?? '', { role: 'training-officer' }, cookies.executive);
    expect((await app.get(`/workspace/${made.agency.slug}`, asker)).status).toBe(200);
    expect((await app.post(request ?? '', {}, cookies.executive)).status).toBe(422);
  });

  it('cannot be answered with the coordinator’s role', async () => {
    const base = await given();
    const asker = await app.signIn(`wants-${made.agency.slug}@agency.test`);
    await app.post(`/pledge/join/${made.agency.slug}`, { note: 'Make me coordinator.' }, asker);
    const [request] = actionsIn(await page(base, cookies.coordinator), '/requests/');
    await app.post(request ?? '', { role: 'coordinator' }, cookies.coordinator);
    expect((await app.get(`/workspace/${made.agency.slug}`, asker)).status).toBe(404);
  });
});

describe('an id that is not of this agency’s team', () => {
  it('leads nowhere, whatever the form holds', async () => {
    const base = await given();
    const foreign = await anAgency(app.databases);
    const [foreignRole] = await foreign.as((tx) => listAgencyMembers(tx, foreign.agency.id));
    for (const id of [randomUUID(), foreignRole?.id ?? '']) {
      for (const act of [
        `invitations/${id}/resend`,
        `invitations/${id}/revoke`,
        `requests/${id}`,
        `members/${id}/end`,
        `hand-over/${id}/cancel`,
      ]) {
        expect([act, (await app.post(`${base}/${act}`, {}, cookies.coordinator)).status]).toEqual([act, 404]);
      }
    }
  });

  it('and a role that has ended says so', async () => {
    const base = await given();
    const staff = await aMember(app.databases, made.agency.id, 'staff');
    const members = await made.as((tx) => listAgencyMembers(tx, made.agency.id));
    const id = members.find(({ person }) => person === staff.id)?.id;
    expect((await app.post(`${base}/members/${id}/end`, {}, cookies.coordinator)).status).toBe(303);
    const again = await app.post(`${base}/members/${id}/end`, {}, cookies.coordinator);
    expect([again.status, (await again.text()).includes('This role has ended already')]).toEqual([422, true]);
  });

  it('of a partner’s invitation keeps the partner’s link alive', async () => {
    const base = await given();
    const { representative, partner } = await aPartnership(app.databases, made, { until: 'proposed' });
    const link = await mailedPath(representative.email, 'partnership-proposed');
    expect(link).toContain('/invitations/');
    const [invitation] = await made.as((tx) => listInvitations(tx, { partner }));
    for (const act of ['resend', 'revoke']) {
      const answer = await app.post(`${base}/invitations/${invitation?.id}/${act}`, {}, cookies.coordinator);
      expect(answer.status).toBe(404);
    }
    expect((await app.get(link)).status).toBe(200);
  });
});

it('a member of staff who becomes the coordinator has not had a role ended', async () => {
  const base = await given();
  const successor = await aMember(app.databases, made.agency.id, 'staff');
  const form = { email: successor.email, reason: 'I move to patrol.' };
  await app.post(`${base}/hand-over/coordinator`, form, cookies.coordinator);
  const answer = await mailedPath(successor.email, 'hand-over-offered');
  const cookie = await app.signIn(successor.email);
  await app.post(answer, {}, cookie);
  const workspace = await page(`/workspace/${made.agency.slug}`, cookie);
  expect(workspace).toContain('A staff member became coordinator, a role that includes the other');
  expect(workspace).toContain('The role of coordinator was passed on');
  expect(workspace).not.toContain('was ended');
});
