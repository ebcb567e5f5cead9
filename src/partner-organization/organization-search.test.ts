import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actingAs, type PartnerId } from '../database/acting.ts';
import { aPartnership } from '../testing/a-partnership.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from '../testing/an-agency.ts';
import { asOwner, createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { countPairsToDecide, keepApart, organizationDossier } from './organization-desk-actions.ts';
import { addOrganization, findOrganization, searchOrganizations } from './partner-organization-actions.ts';
import { correctOrganization } from './profile-actions.ts';

let database: TestDatabase;
let agency: AgencyForTests;
let other: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  agency = await anAgency(database.databases, { pledge: 'none' });
  other = await anAgency(database.databases, { pledge: 'none' });
});
afterAll(() => database.drop());

const facts = {
  name: 'Harbor Point Behavioral Health',
  kinds: ['hospital'],
  placesServed: ['Heron County, Texas', 'Otter County, Texas'],
  website: 'https://harborpoint.example',
  phone: '555-0100',
  email: 'info@harborpoint.example',
} as const;

async function find(search: string, by = agency): Promise<readonly string[]> {
  const { organizations } = await by.as((tx) => searchOrganizations(tx, search, { limit: 10, offset: 0 }));
  return organizations.map(({ name }) => name);
}

describe('an organization is found', () => {
  beforeAll(() => agency.as((tx) => addOrganization(tx, agency.act(), facts, true)));

  it.each([
    ['its name', 'harbor point'],
    ['a typing error', 'Harber Point Behavoral'],
    ['two letters in the wrong order', 'Harbor Piont'],
    ['its initials', 'HPBH'],
    ['a place', 'heron county'],
    ['a name and a place', 'harbor otter'],
    ['a state’s code', 'harbor TX'],
    ['the words in another order', 'health harbor'],
  ])('by %s', async (_by, search) => {
    expect(await find(search)).toContain(facts.name);
  });

  it.each(['granite peak', 'harbor oregon', '%', ''])('not by other words: %j', async (search) => {
    expect(await find(search)).toEqual([]);
  });

  it('by nobody else while nobody of it has an account', async () => {
    expect(await find('harbor point', other)).toEqual([]);
  });

  it('by every agency once its people have taken it over, also after they left', async () => {
    const name = `Lantern Row ${randomUUID().slice(0, 6)}`;
    const { partner } = await aPartnership(database.databases, agency, { name, until: 'accepted' });
    expect(await find(name, other)).toEqual([name]);
    await asOwner(database.ownerUrl, 'update partner_membership set ended_at = now() where partner_id = $1', [
      partner,
    ]);
    expect(await find(name, other)).toEqual([name]);
    expect(await other.as((tx) => findOrganization(tx, partner))).toMatchObject({ isClaimed: true });
  });
});

describe('an organization that looks like one that is here', () => {
  it.each(['harbor point behavioral health', 'Harbor Pointe Behavioural Health', 'HPBH'])(
    'is asked about: %s',
    async (name) => {
      const outcome = await agency.as((tx) => addOrganization(tx, agency.act(), { ...facts, name }, false));
      expect(outcome).toMatchObject({ ok: false, refusal: { known: [{ name: facts.name }] } });
    },
  );

  it('is added when the agency says that it is another, or none is alike', async () => {
    const twin = { ...facts, name: 'Harbor Point Behavioral Health East' };
    expect((await agency.as((tx) => addOrganization(tx, agency.act(), twin, true))).ok).toBe(true);
    const new_ = { ...facts, name: 'Granite Peak Crisis Line' };
    expect((await agency.as((tx) => addOrganization(tx, agency.act(), new_, false))).ok).toBe(true);
  });
});

describe('an organization that an agency was asked about and calls another', () => {
  it('stands before the campaign as a pair to look at until it has, also when the names are not that alike', async () => {
    const lead = await aCampaignMember(database.databases, 'assistance-lead');
    const desk: AgencyForTests['as'] = (work) =>
      actingAs(database.databases.app, { as: 'campaign', person: lead.id }, work);
    const add = async (name: string, isAnother: boolean) => {
      const outcome = await agency.as((tx) =>
        addOrganization(tx, agency.act(), { ...facts, name, website: undefined }, isAnother),
      );
      return outcome.ok ? outcome.value : outcome.refusal.code;
    };
    const center = await add('Quill County Mental Health Center', false);
    expect(await add('Quill Co. Mental Helth Cntr', false)).toBe('organization-known');
    const centre = (await add('Quill Co. Mental Helth Cntr', true)) as PartnerId;
    const waiting = await desk(countPairsToDecide);
    const pairs = () => desk((tx) => organizationDossier(tx, centre, new Date()));
    const shown = (await pairs())?.alike ?? [];
    expect(shown).toMatchObject([{ id: center, isToldApart: true }]);
    expect(shown[0]?.likeness).toBeLessThan(70);

    await agency.as((tx) =>
      correctOrganization(tx, agency.agency.id, centre, {
        revision: 1,
        facts: { ...facts, name: 'Quill Helth', website: undefined },
      }),
    );
    expect((await pairs())?.alike).toHaveLength(1);
    const by = { person: lead.id, now: new Date() };
    await desk((tx) => keepApart(tx, by, centre, center as PartnerId));
    expect((await pairs())?.alike).toEqual([]);
    expect(await desk(countPairsToDecide)).toBe(waiting - 1);
  });
});

describe('the facts of a proposed organization', () => {
  it('are corrected by the agency that proposed it, until its people have taken it over', async () => {
    const { partner } = await aPartnership(database.databases, agency, { until: 'proposed' });
    const correct = (by: AgencyForTests, revision: number) =>
      by.as((tx) => correctOrganization(tx, by.agency.id, partner, { revision, facts }));
    expect(await correct(other, 1)).toMatchObject({ refusal: { code: 'organization-not-found' } });
    expect(await correct(agency, 1)).toMatchObject({ ok: true });
    expect(await correct(agency, 1)).toMatchObject({
      refusal: { code: 'organization-changed', now: { revision: 2, name: facts.name } },
    });
    const claimed = await aPartnership(database.databases, agency, { until: 'accepted' });
    const late = agency.as((tx) =>
      correctOrganization(tx, agency.agency.id, claimed.partner, { revision: 1, facts }),
    );
    expect(await late).toMatchObject({ refusal: { code: 'organization-not-found' } });
  });
});

describe('among many organizations', () => {
  it('the words are looked up in the index, and the campaign finds one of 8,000 quickly', {
    timeout: 120_000,
  }, async () => {
    const owner = new pg.Client({ connectionString: database.ownerUrl });
    await owner.connect();
    try {
      await owner.query('alter table partner_organization disable trigger partner_organization_likeness_new');
      await owner.query(`insert into partner_organization (name, kinds, places_served)
        select initcap(substr(md5(n::text), 1, 7) || ' ' || substr(md5((n * 7)::text), 1, 6)) || ' Crisis Services',
               '{crisis-service}', array[substr(md5((n * 3)::text), 1, 6) || ' County, Texas']
        from generate_series(1, 8000) n`);
      await owner.query('alter table partner_organization enable trigger partner_organization_likeness_new');
      await owner.query('analyze partner_organization');
      await owner.query('set pg_trgm.word_similarity_threshold = 0.4');
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
        `explain select id from partner_organization o where o.search_key like '%harber%' or 'harber' <% o.search_key`,
      );
      expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('partner_organization_search');
    } finally {
      await owner.end();
    }
    const lead = await aCampaignMember(database.databases, 'assistance-lead');
    const began = performance.now();
    const found = await actingAs(database.databases.app, { as: 'campaign', person: lead.id }, (tx) =>
      searchOrganizations(tx, 'harber point', { limit: 10, offset: 0 }),
    );
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(found.organizations[0]?.name).toContain('Harbor Point');
  });
});

it('nothing is found under an id that no record has', async () => {
  expect(await agency.as((tx) => findOrganization(tx, randomUUID() as PartnerId))).toBeUndefined();
});
