import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.tsx';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { anAgency, aPerson } from '../testing/an-agency.ts';
import { createTestApp, type TestApp, testSite } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import type { DirectoryQuery } from './directory-entry.ts';
import { directoryRows } from './directory-store.ts';

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
  for (const name of ['Zebra Police Department', 'Árbol Police Department', 'Oak Police Department']) {
    await anAgency(test.databases, { facts: { name, website: 'https://city.gov' } });
  }
});
afterAll(() => test.close());

const everything: DirectoryQuery = {
  search: '',
  region: undefined,
  kind: undefined,
  status: undefined,
  sort: 'name',
  descending: false,
  limit: 50,
  offset: 0,
};

const listed = async (path: string) => names(await (await test.get(path)).text());

function names(html: string): readonly string[] {
  return [...html.matchAll(/href="\/agencies\/[^"]+">([^<]+)</g)].map(([, name]) => name ?? '');
}

describe('the public list of agencies', () => {
  it('is in the order people expect, whatever the accents', async () => {
    const expected = ['Árbol Police Department', 'Oak Police Department', 'Zebra Police Department'];
    expect(await listed('/agencies')).toEqual(expected);
    expect(await listed('/agencies?direction=descending')).toEqual(expected.toReversed());
    expect(await listed('/agencies?sort=place')).toEqual(expected);
    expect(await listed('/agencies?search=oak')).toEqual(['Oak Police Department']);
  });

  it.each<[Partial<DirectoryQuery>, string]>([
    [{}, 'directory_entry_by_name'],
    [{ descending: true }, 'directory_entry_by_name'],
    [{ sort: 'place' }, 'directory_entry_by_place'],
    [{ sort: 'place', descending: true }, 'directory_entry_by_place'],
    [{ sort: 'pledged', descending: true }, 'directory_entry_by_pledge'],
    [{ sort: 'certified', descending: true }, 'directory_entry_by_certification'],
    [{ region: 'OR' }, 'directory_entry_by_place'],
    [{ status: 'certified' }, 'directory_entry_by_status'],
  ])('asked for with %j is read from an index in its order', async (asked, index) => {
    const query: DirectoryQuery = { ...everything, ...asked };
    const plan = await actingAs(test.databases.app, { as: 'public' }, async (tx) => {
      await sql`set local enable_seqscan = off`.execute(tx);
      return directoryRows(tx, query).explain('text');
    });
    expect(JSON.stringify(plan)).toContain(index);
    expect(JSON.stringify(plan)).not.toContain('Sort');
  });

  it('shows a newly listed agency at once, also in a process that remembered the page before', async () => {
    const other = createApp(test.deps, { isDraining: () => false });
    const ask = async () => names(await (await other.request(`${testSite}/agencies`)).text());
    expect(await ask()).toHaveLength(3);
    expect(await ask()).toHaveLength(3);
    const { agency } = await anAgency(test.databases, { facts: { name: 'Maple Police Department' } });
    expect(await ask()).toContain('Maple Police Department');
    expect(await listed('/agencies')).toContain('Maple Police Department');
    await asOwner(test.ownerUrl, `update agency set name = 'Mapleton Police' where id = '${agency.id}'`);
    expect(await ask()).toContain('Mapleton Police');
    await asOwner(test.ownerUrl, `delete from directory_entry where agency_id = '${agency.id}'`);
    expect(await ask()).toHaveLength(3);
  });

  it('is not sent again to a browser that has it, until something changes', async () => {
    const first = await test.get('/agencies?page=1');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('content-security-policy')).toContain("default-src 'none'");
    const again = () =>
      test.app.request(`${testSite}/agencies?page=1`, { headers: { 'if-none-match': etag } });
    expect((await again()).status).toBe(304);
    await anAgency(test.databases, { facts: { name: 'Willow Police Department' } });
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('Willow Police Department');
  });

  it('is made for the person who is signed in, and kept nowhere', async () => {
    await aPerson(test.databases, 'reader@agency.test', 'Riley Reader');
    const cookie = await test.signIn('reader@agency.test');
    const own = await test.get('/agencies', cookie);
    expect(own.headers.get('cache-control')).toBe('private, no-store');
    expect(own.headers.get('etag')).toBeNull();
    expect(await own.text()).toContain('Riley Reader');
    expect(await (await test.get('/agencies')).text()).not.toContain('Riley Reader');
  });
});

describe('the public page of an agency', () => {
  it('shows its website without what browsers need', async () => {
    const { agency } = await anAgency(test.databases, { facts: { website: 'https://elmfork.gov/' } });
    const html = await (await test.get(`/agencies/${agency.slug}`)).text();
    expect(html).toContain('href="https://elmfork.gov/"');
    expect(html).toContain('>elmfork.gov</a>');
    expect(html).not.toContain('Demonstration');
  });

  it('says of a fictional agency that it is one, as the list does', async () => {
    const { agency } = await anAgency(test.databases, {
      facts: { name: 'Invented Police', website: 'https://invented.example' },
    });
    for (const path of [`/agencies/${agency.slug}`, '/agencies?search=invented'])
      expect(await (await test.get(path)).text()).toContain('Demonstration: fictional agencies.');
    expect(await (await test.get('/agencies?search=zebra')).text()).not.toContain('Demonstration');
  });
});

it('the page of an agency names the partners that agreed to it, as long as their term runs', async () => {
  const pledged = await anAgency(test.databases, { facts: { name: 'Birch Police Department' } });
  const named = { isNamedInPublic: true };
  await aPartnership(test.databases, pledged, { ...named, name: 'Cedar Clinic' });
  await aPartnership(test.databases, pledged, {
    ...named,
    name: 'Lapsed Clinic',
    arrangement: { termEndsOn: '2026-03-04' as CalendarDate },
  });
  await aPartnership(test.databases, pledged, { name: 'Quiet Clinic' });
  const page = await (await test.get(`/agencies/${pledged.agency.slug}`)).text();
  expect(page).toContain('Cedar Clinic');
  expect(page).not.toMatch(/Lapsed Clinic|Quiet Clinic/);
});
