import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { lookUpAgencies } from './joint-reading-actions.ts';

let database: TestDatabase;
let lead: AgencyForTests;
beforeAll(async () => {
  database = await createTestDatabase();
  const names = [
    'Elm Fork Police Department',
    'Harrow Creek Police Department',
    'Harrow County Sheriff’s Office',
    'Cedar Gap Marshal’s Office',
    'Springfield Police Department',
    'Washington County Sheriff’s Office',
    'Kansas City Police Department',
  ];
  for (const name of names) lead = await anAgency(database.databases, { facts: { name, region: 'TX' } });
  const marshal = { name: 'Mesa Verde Marshal’s Office', region: 'NM' };
  await anAgency(database.databases, { facts: marshal });
});
afterAll(() => database.drop());

async function offered(typed: string): Promise<readonly string[]> {
  const [line] = await lead.as((tx) => lookUpAgencies(tx, typed));
  if (line?.is === 'found') return [line.agency.name];
  return line?.is === 'several' ? line.candidates.map(({ name }) => name) : [];
}

describe('looking up an agency for a group', () => {
  it.each([
    ['Harrow Creek', ['Harrow Creek Police Department']],
    ['Cedar Gap', ['Cedar Gap Marshal’s Office']],
    ['gap, cedar', ['Cedar Gap Marshal’s Office']],
    ['Springf', ['Springfield Police Department']],
    ['Springfeild PD', ['Springfield Police Department']],
    ['Harrow', ['Harrow Creek Police Department', 'Harrow County Sheriff’s Office']],
    ['Harrow Creek PD', ['Harrow Creek Police Department']],
    ['Oak Bend Police Department', []],
    ['Police Department', []],
    ['Elm Creek PD', []],
  ])('finds by the telling words of a name, and offers nothing far off: %s', async (typed, names) => {
    expect([...(await offered(typed))].sort()).toEqual([...names].sort());
  });

  it.each([
    ['Elm Fork Police Department, TX', ['Elm Fork Police Department']],
    ['Elm Fork Police Department, Texas', ['Elm Fork Police Department']],
    ['Elm Fork PD texas', ['Elm Fork Police Department']],
    ['Elm Fork, Texas, Police Department', ['Elm Fork Police Department']],
    ['Elm Fork Police Department, New Mexico', []],
    ['Mesa Verde Marshal, New Mexico', ['Mesa Verde Marshal’s Office']],
    ['Washington County Sheriff', ['Washington County Sheriff’s Office']],
    ['Washington County Sheriff, Texas', ['Washington County Sheriff’s Office']],
    ['Kansas City Police Department', ['Kansas City Police Department']],
    ['Texas City Police Department', []],
  ])('knows the state by its code and by its whole name: %s', async (typed, names) => {
    expect([...(await offered(typed))].sort()).toEqual([...names].sort());
  });
});
