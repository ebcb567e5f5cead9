import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AgencyForTests,
  type AnAgency,
  aCampaignMember,
  aMember,
  anAgency,
} from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { agencyById, agencyScope } from './agency-actions.ts';

let app: TestApp;
let made: AgencyForTests;
let coordinator: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());

async function given(wanted: AnAgency): Promise<string> {
  made = await anAgency(app.databases, wanted);
  coordinator = await app.signIn(made.coordinator.email);
  return `/workspace/${made.agency.slug}/settings`;
}

const facts = () => made.as((tx) => agencyById(tx, made.agency.id));

const place = { address: '2 Oak St', city: 'Elm Fork', postalCode: '75002', timeZone: 'America/Denver' };
const identity = { name: 'New Name Police', kind: 'sheriff', region: 'OK', ori: 'OK1234567' };

async function text(answer: Response | Promise<Response>): Promise<string> {
  return (await answer).text();
}

describe('the settings of an agency', () => {
  it('change its place at any time, and its identity only while no pledge is signed', async () => {
    const base = await given({ pledge: 'active' });
    const name = made.agency.name;
    expect(await text(app.get(base, coordinator))).toContain('only the campaign changes its name');
    await app.post(base, { ...place, ...identity }, coordinator);
    expect(await facts()).toMatchObject({
      name,
      region: 'TX',
      ori: undefined,
      address: '2 Oak St',
      postalCode: '75002',
    });
    await given({ pledge: 'awaiting-signature' });
    const open = `/workspace/${made.agency.slug}/settings`;
    await app.post(open, { ...place, postalCode: '73301', ...identity }, coordinator);
    expect(await facts()).toMatchObject({ name: 'New Name Police', region: 'OK', ori: 'OK1234567' });
    expect(await text(app.get(`${open}?done=facts-saved`, coordinator))).toContain('The facts are saved');
  });

  it('show every fault with what was typed', async () => {
    const base = await given({ pledge: 'awaiting-signature' });
    const answer = await app.post(
      base,
      { ...identity, city: 'Kept City', region: 'ON', postalCode: '75001' },
      coordinator,
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    for (const words of [
      'Enter the street address',
      'Enter a postal code, such as K1A 0B1',
      'value="Kept City"',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('refuse the name of another agency in the state, and name that agency', async () => {
    const other = await anAgency(app.databases, { facts: { name: 'Oak Bend Police Department' } });
    const base = await given({ pledge: 'awaiting-signature' });
    const typed = { ...place, ...identity, region: 'TX', ori: '', name: 'Oak Bend P.D.' };
    const answer = await app.post(base, typed, coordinator);
    expect([answer.status, (await answer.text()).includes(other.agency.name)]).toEqual([422, true]);
  });

  it('choose the non-sworn staff in scope', async () => {
    const base = await given({ pledge: 'active' });
    await app.post(`${base}/scope`, { category: ['records', 'detention', 'nonsense'] }, coordinator);
    const scope = await made.as((tx) => agencyScope(tx, made.agency.id));
    expect([...scope].sort()).toEqual(['detention', 'records']);
    await app.post(`${base}/scope`, {}, coordinator);
    expect(await made.as((tx) => agencyScope(tx, made.agency.id))).toEqual([]);
  });

  it('are read by a training officer and changed by the leaders', async () => {
    const base = await given({ pledge: 'active' });
    const officer = await app.signIn(
      (await aMember(app.databases, made.agency.id, 'training-officer')).email,
    );
    const page = await text(app.get(base, officer));
    expect(page).toContain('Dispatchers and call takers');
    expect(page).not.toContain('Save the facts');
    expect((await app.post(base, place, officer)).status).toBe(403);
    expect((await app.post(`${base}/scope`, {}, officer)).status).toBe(403);
  });
});

describe('the campaign', () => {
  it('changes which agency it is, when the agency can’t, but never an agency of the administrator’s own', async () => {
    await given({ pledge: 'active' });
    const administrator = await aCampaignMember(app.databases, 'administrator');
    const cookie = await app.signIn(administrator.email);
    const desk = `/campaign/agencies/${made.agency.slug}/facts`;
    const typed = {
      ...place,
      ...identity,
      name: 'Corrected Name Police',
      postalCode: '73301',
      ori: 'OK7654321',
    };
    await app.post(desk, typed, cookie);
    expect(await facts()).toMatchObject({
      name: 'Corrected Name Police',
      ori: 'OK7654321',
      slug: made.agency.slug,
    });
    await aMember(app.databases, made.agency.id, 'staff', administrator.email);
    expect((await app.post(desk, typed, cookie)).status).toBe(422);
    const reviewer = await app.signIn((await aCampaignMember(app.databases, 'reviewer')).email);
    expect((await app.get(desk, reviewer)).status).toBe(403);
  });
});
