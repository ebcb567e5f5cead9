import { read, utils } from '@e965/xlsx';
import {
  asyncProperty,
  boolean,
  assert as checkProperty,
  constantFrom,
  option,
  record,
  string,
  tuple,
  uniqueArray,
} from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { saysNothing } from '../columns/says-nothing.ts';
import { commitImport } from '../file-import/commit-actions.ts';
import { findImport } from '../file-import/file-import-store.ts';
import { planImport } from '../file-import/plan-actions.ts';
import { understandFile } from '../file-import/understand-actions.ts';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { withUploadedFile } from '../testing/received-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { addStaffMember, listAllStaff } from './roster-actions.ts';
import { rosterImport } from './roster-import-actions.ts';
import { staffCategories } from './staff-category.ts';
import type { StaffFactSheet } from './staff-member.ts';

let app: TestApp;
let agency: AgencyForTests;
let cookie: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp({ now: () => new Date('2026-03-05T18:00:00Z') });
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  cookie = await app.signIn(agency.coordinator.email);
  base = `/workspace/${agency.agency.slug}/roster`;
});

const officer = {
  name: { family: 'Example', given: 'Alex', middle: '', suffix: '' },
  employeeNumber: '00412',
  badge: '',
  kind: 'sworn',
  rank: 'Officer',
  unit: 'Patrol',
  shift: 'Days',
  email: '',
} as const satisfies StaffFactSheet;

const named = (family: string, facts: Partial<StaffFactSheet> = {}): StaffFactSheet => ({
  ...officer,
  employeeNumber: '',
  name: { ...officer.name, family },
  ...facts,
});

const add = (...people: readonly StaffFactSheet[]) =>
  agency.as(async (tx) => {
    for (const person of people) await addStaffMember(tx, agency.agency.id, person);
  });
const staff = () => agency.as((tx) => listAllStaff(tx, agency.agency.id));

async function linesOf(query = ''): Promise<readonly string[]> {
  const answer = await app.get(`${base}/export.csv${query}`, cookie);
  expect(answer.status).toBe(200);
  return (await answer.text()).split('\r\n').slice(1, -1);
}

async function importAgain(content: Uint8Array, name: string) {
  const who = { agency: agency.agency, person: agency.coordinator.id };
  const understood = await withUploadedFile(content, name, (file) =>
    understandFile(app.deps, who, rosterImport, file),
  );
  if (!understood.ok) throw new Error(understood.refusal.code);
  const { id } = understood.value;
  const found = await agency.as((tx) => findImport(tx, agency.agency.id, rosterImport, id));
  if (!found) throw new Error('The import is not there.');
  const said = { mapping: found.columns.mapping, facts: { fullRoster: true } };
  const planned = await planImport(app.deps, who, rosterImport, id, said);
  if (!planned.ok) throw new Error(planned.refusal.code);
  const committed = await commitImport(app.deps, who, rosterImport, id, { separateMissing: true });
  if (!committed.ok) throw new Error(committed.refusal.code);
  return planned.value.counts;
}

describe('downloading the roster', () => {
  it('answers a file named for the agency and the day, which no cache keeps', async () => {
    await add(officer);
    const answer = await app.get(`${base}/export.csv`, cookie);
    expect(answer.headers.get('content-type')).toContain('text/csv');
    expect(answer.headers.get('content-disposition')).toContain(
      `attachment; filename="${agency.agency.slug}-roster-2026-03-05.csv"`,
    );
    expect(answer.headers.get('cache-control')).toContain('no-store');
    expect(await answer.text()).toContain('00412,,Example,Alex,,,,Officer,Officer,Sworn,,Patrol,Days,,,\r\n');
  });

  it('answers a workbook with the zeros of numbers kept', async () => {
    await add({ ...officer, hiredOn: '2015-03-04' as CalendarDate });
    const answer = await app.get(`${base}/export.xlsx`, cookie);
    expect(answer.headers.get('content-type')).toContain('spreadsheetml.sheet');
    const sheet = read(await answer.arrayBuffer(), { cellDates: true, UTC: true }).Sheets.Roster;
    expect(utils.sheet_to_json(sheet ?? {}, { UTC: true })).toEqual([
      expect.objectContaining({
        'Employee number': '00412',
        'Hire date': new Date('2015-03-04T00:00:00Z'),
      }),
    ]);
  });

  it('keeps to the search, the standing and the order of the page', async () => {
    await add(
      named('Sample', { hiredOn: '2020-01-01' as CalendarDate }),
      named('Fictional', { hiredOn: '2010-01-01' as CalendarDate }),
      named('Imagined'),
      named('Invented', { separatedOn: '2025-01-01' as CalendarDate }),
    );
    const families = async (query: string) => (await linesOf(query)).map((line) => line.split(',')[2]);
    expect(await families('')).toEqual(['Fictional', 'Imagined', 'Sample']);
    expect(await families('?standing=separated')).toEqual(['Invented']);
    expect(await families('?search=samp')).toEqual(['Sample']);
    expect(await families('?sort=hired')).toEqual(['Fictional', 'Sample', 'Imagined']);
    expect(await families('?sort=hired&direction=descending')).toEqual(['Imagined', 'Sample', 'Fictional']);
  });

  it('is written down, with who did it and without whom they searched for', async () => {
    await add(officer);
    await linesOf('?search=example');
    const events = await asOwner<{ person_id: string; details: unknown }>(
      app.ownerUrl,
      `select person_id, details from audit_event where action = 'roster-exported' and agency_id = '${agency.agency.id}'`,
    );
    expect(events).toEqual([
      { person_id: agency.coordinator.id, details: { format: 'csv', standing: 'on-staff' } },
    ]);
    expect(await (await app.get(`/workspace/${agency.agency.slug}`, cookie)).text()).toContain(
      'The roster was downloaded',
    );
  });

  it('is for those who may see the roster', async () => {
    const member = await aMember(app.databases, agency.agency.id, 'staff');
    const answer = await app.get(`${base}/export.csv`, await app.signIn(member.email));
    expect(answer.status).toBe(403);
  });

  it('is offered below the list, with its filters and without its page', async () => {
    await add(officer);
    const page = await (await app.get(`${base}?standing=all&page=1`, cookie)).text();
    expect(page).toContain(
      `Download this list: <a class="usa-link" href="${base}/export.csv?standing=all">CSV</a>`,
    );
  });

  it('hands out no formula and leaves what is kept as it is', async () => {
    await add(named('Example', { unit: '=HYPERLINK("http://evil.example")', shift: '-' }));
    expect(await linesOf()).toEqual([
      ',,Example,Alex,,,,Officer,Officer,Sworn,,"\'=HYPERLINK(""http://evil.example"")",-,,,',
    ]);
    expect((await staff())[0]).toMatchObject({ unit: '=HYPERLINK("http://evil.example")', shift: '-' });
  });

  it('reads through 50,000 people with memory that does not grow with them', async () => {
    await asOwner(
      app.ownerUrl,
      `insert into staff_member (agency_id, employee_number, family_name, given_name, kind, rank, unit)
       select '${agency.agency.id}', lpad(n::text, 6, '0'), 'Example' || n % 7000, 'Alex ' || n, 'sworn', 'Officer',
         'Precinct ' || n % 77 from generate_series(1, 50000) n`,
    );
    for (const format of ['csv', 'xlsx']) {
      const answer = await app.get(`${base}/export.${format}`, cookie);
      const reader = answer.body?.getReader();
      let [bytes, most] = [0, 0];
      const before = usedMemory();
      for (let block = await reader?.read(); block && !block.done; block = await reader?.read()) {
        bytes += block.value.length;
        most = Math.max(most, usedMemory() - before);
      }
      expect(bytes).toBeGreaterThan(1_000_000);
      expect(most).toBeLessThan(120 * 1_048_576);
    }
    const lines = await linesOf();
    expect(new Set(lines.map((line) => line.split(',')[0])).size).toBe(50_000);
  }, 60_000);

  it('comes back as the same people and without a change, whatever they are called', async () => {
    await checkProperty(
      asyncProperty(
        uniqueArray(aPerson, { minLength: 1, maxLength: 12, selector: ({ name }) => name.family }),
        constantFrom('csv', 'xlsx'),
        async (named, format) => {
          const people = named.map((person, place) => ({
            ...person,
            employeeNumber: person.employeeNumber && `0${400 + place}`,
          }));
          agency = await anAgency(app.databases);
          cookie = await app.signIn(agency.coordinator.email);
          await add(...people);
          const before = await staff();
          const answer = await app.get(
            `/workspace/${agency.agency.slug}/roster/export.${format}?standing=all`,
            cookie,
          );
          const counts = await importAgain(new Uint8Array(await answer.arrayBuffer()), `roster.${format}`);
          expect(counts).toMatchObject({ added: 0, changed: 0, separated: 0, missing: 0, refused: 0 });
          expect(await staff()).toEqual(expect.arrayContaining([...before]));
        },
      ),
      { numRuns: 12 },
    );
  }, 120_000);

  it('adds the same people to an empty roster, byte for byte', async () => {
    const people = naughtyTexts.map((text, place) =>
      named(`Example${letters(place)}`, {
        employeeNumber: `0${100 + place}`,
        rankWritten: place % 2 === 0 ? 'P.O. II' : '',
        nameWritten: place % 2 === 0 ? `Example${letters(place)} (Quill), Alex` : '',
        unit: text,
        shift: 'Nights',
      }),
    );
    await add(...people);
    const file = new Uint8Array(await (await app.get(`${base}/export.csv`, cookie)).arrayBuffer());
    const before = (await staff()).map(({ id: _, ...facts }) => facts);
    agency = await anAgency(app.databases);
    expect(await importAgain(file, 'roster.csv')).toMatchObject({ added: people.length });
    const after = (await staff()).map(({ id: _, ...facts }) => facts);
    expect(after).toEqual(expect.arrayContaining(before));
  });
});

const naughtyTexts = [
  '=1+1',
  '+1 555 0100',
  '-93.5',
  '@home',
  "'=1",
  "'t Hooft",
  '"quoted"',
  'a,b;c|d',
  'Línea\nnueva',
  '漢字 𐍈',
  'TRUE',
  '1E5',
  '00412',
  '<b>&amp;</b>',
];

const word = constantFrom(
  'Example',
  'Sample',
  'Fictional',
  'Imagined',
  'Quill',
  'Marlow',
  'Østby',
  'Ibáñez',
  "O'Hare",
);
const naughty = tuple(constantFrom('', '=', '+', '-', '@', "'="), string({ unit: 'grapheme', maxLength: 8 }))
  .map(([start, text]) => `${start}${text}`.replace(/[\p{Cc}\p{Z}]+/gu, ' ').trim())
  .filter((text) => !text.startsWith('#') && !text.startsWith('="') && !saysNothing(text));
const aDay = constantFrom('2001-02-28', '2015-03-04', '2020-02-29').map((day) => day as CalendarDate);

const aPerson = record({
  family: tuple(word, constantFrom('', '-Vale', 'son', ' Grove')).map((parts) => parts.join('')),
  given: word,
  isNumbered: boolean(),
  category: option(constantFrom(...staffCategories), { nil: undefined }),
  unit: naughty,
  shift: naughty,
  hiredOn: option(aDay, { nil: undefined }),
}).map(
  ({ family, given, isNumbered, category, unit, shift, hiredOn }): StaffFactSheet => ({
    name: { family, given, middle: '', suffix: '' },
    employeeNumber: isNumbered ? 'numbered' : '',
    badge: '',
    kind: category ? 'non-sworn' : 'sworn',
    category,
    rank: category ? '' : 'Officer',
    rankWritten: category || !isNumbered ? '' : 'PTL.',
    unit,
    shift,
    email: '',
    hiredOn,
  }),
);

function usedMemory(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function letters(place: number): string {
  return String.fromCharCode(97 + (place % 26)).repeat(2 + Math.floor(place / 26));
}
