import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { actingAs } from '../database/acting.ts';
import { listNamedPartners, partnershipStandings } from '../partnership/partnership-actions.ts';
import { assessPartnership } from '../requirement/partnership-requirement.ts';
import { submittedDocuments } from '../snapshot/submitted-document-actions.ts';
import { anAdmittedFile, aPartnership, type PartnershipForTests } from '../testing/a-partnership.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { confirmPartnersVersion, proposeChange } from './negotiation-actions.ts';
import { listVersions } from './version-actions.ts';

const day = (text: string) => text as CalendarDate;
const [today, lastDay, newDay] = [day('2026-03-05'), day('2026-03-31'), day('2026-04-01')];
let now = new Date('2026-03-05T18:00:00Z');

let app: TestApp;
let agency: AgencyForTests;
let made: PartnershipForTests;
beforeAll(async () => {
  app = await createTestApp({ now: () => now });
  agency = await anAgency(app.databases, { facts: { name: 'Elm Fork Police Department' } });
  made = await aPartnership(app.databases, agency, {
    name: 'Harbor Counseling',
    isNamedInPublic: true,
    arrangement: { termStartsOn: day('2025-04-01'), termEndsOn: lastDay, reviewOn: lastDay },
  });
  await renew(made, newDay, day('2027-03-31'));
});
afterAll(() => app.close());

/** The partner proposes a new term with a signed paper, and the agency confirms it. */
async function renew(of: PartnershipForTests, termStartsOn: CalendarDate, termEndsOn: CalendarDate) {
  const { arrangement, revision } = await of.now();
  const terms = { arrangement: { ...arrangement, termStartsOn, termEndsOn, reviewOn: termEndsOn } };
  const signer = { name: 'Morgan Speaker', title: 'Director' };
  const change = { revision, terms, file: anAdmittedFile('renewed.pdf'), note: '', renews: true, signer };
  await of.as((tx) => proposeChange(tx, { side: 'partner', act: of.act(now) }, of.id, change));
  const given = { revision: (await of.now()).revision, signer };
  const answer = await agency.as((tx) => confirmPartnersVersion(tx, agency.act(), of.id, given));
  expect(answer.ok).toBe(true);
}

const standingsOn = (on: CalendarDate) => agency.as((tx) => partnershipStandings(tx, agency.agency.id, on));
const namedOn = (on: CalendarDate) =>
  actingAs(app.databases.app, { as: 'public' }, (tx) => listNamedPartners(tx, agency.agency.id, on));
const documentsOn = (on: CalendarDate) => agency.as((tx) => submittedDocuments(tx, agency.agency.id, on));

it('a renewal that was agreed early leaves the requirement met, first by the old term and then by the new', async () => {
  const states = await Promise.all(
    [today, lastDay, newDay, day('2027-04-01')].map(async (on) => {
      const facts = await standingsOn(on);
      const { state } = assessPartnership(currentRules, facts, on);
      return [facts[0]?.termEndsOn, state];
    }),
  );
  expect(states).toEqual([
    [lastDay, 'met'],
    [lastDay, 'met'],
    ['2027-03-31', 'met'],
    ['2027-03-31', 'in-progress'],
  ]);
});

it('the partner stays named in public, and the reviewer is given the paper that holds', async () => {
  for (const on of [today, lastDay, newDay]) {
    expect((await namedOn(on)).map(({ name }) => name)).toEqual(['Harbor Counseling']);
  }
  expect(await namedOn(day('2027-04-01'))).toEqual([]);
  const papers = (await Promise.all([lastDay, newDay].map(documentsOn))).map((documents) =>
    documents.filter(({ requirement }) => requirement === 'partnership').map(({ fileName }) => fileName),
  );
  expect(papers).toEqual([['agreement.pdf'], ['renewed.pdf']]);
});

it('both sides read what is in effect now and what begins when', async () => {
  const coordinator = await app.signIn(agency.coordinator.email);
  const speaker = await app.signIn(made.representative.email);
  const workspace = `/workspace/${agency.agency.slug}/partnerships`;
  const partner = `/partner/${made.partner}/partnerships/${made.id}`;
  const page = async (path: string, cookie: string) => (await app.get(path, cookie)).text();
  const rowsOf = (html: string) =>
    [...html.matchAll(/<tr>(?:(?!<\/tr>).)*>Version \d.*?<\/tr>/gs)].map(([row]) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/ Harbor Counseling.*| Elm Fork.*/, ''),
    );
  for (const [base, cookie] of [
    [`${workspace}/${made.id}`, coordinator],
    [partner, speaker],
  ] as const) {
    const overview = await page(base, cookie);
    expect(overview).toContain(`until ${longDate(lastDay)}`);
    expect(overview).toContain('Next term, agreed');
    const versions = await page(`${base}/agreement/versions`, cookie);
    expect(rowsOf(versions)).toEqual(['Version 2 Agreed, begins on April 1, 2026', 'Version 1 In effect']);
    expect(versions).toContain('Both sides agreed to version 2. It begins on April 1, 2026');
    expect(await page(`${base}/sustained`, cookie)).toContain(
      `The agreement runs until ${longDate(lastDay)}.`,
    );
  }
  expect(await page(workspace, coordinator)).toContain(longDate(lastDay));
  // Another renewal follows the one that was agreed.
  expect(await page(`${partner}/agreement/renew`, speaker)).toMatch(/<input[^>]*termStartsOn[^>]*2027-04-01/);

  now = new Date('2026-04-01T18:00:00Z');
  const versions = await page(`${partner}/agreement/versions`, speaker);
  expect(rowsOf(versions)).toEqual(['Version 2 In effect', 'Version 1 Replaced']);
  expect(await page(partner, speaker)).not.toContain('Next term, agreed');
  now = new Date('2026-03-05T18:00:00Z');
});

it('what was renewed twice in advance goes from one term to the next', async () => {
  const twice = await aPartnership(app.databases, agency, {
    arrangement: { termStartsOn: day('2025-04-01'), termEndsOn: lastDay, reviewOn: undefined },
  });
  const overview = async () => {
    const path = `/workspace/${agency.agency.slug}/partnerships/${twice.id}`;
    const html = await (await app.get(path, await app.signIn(agency.coordinator.email))).text();
    return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };
  await renew(twice, newDay, day('2027-03-31'));
  await renew(twice, day('2027-04-01'), day('2028-03-31'));
  expect(await overview()).toMatch(
    /agreement\.pdf .*Term From April 1, 2025 until March 31, 2026 .*Next term, agreed From April 1, 2026 .*renewed\.pdf\) .*Next term, agreed From April 1, 2027 .*renewed\.pdf\)/,
  );
  const endsOn = async (on: CalendarDate) =>
    (await standingsOn(on)).find(({ id }) => id === twice.id)?.termEndsOn;
  expect([await endsOn(today), await endsOn(day('2026-12-01')), await endsOn(day('2027-12-01'))]).toEqual([
    lastDay,
    '2027-03-31',
    '2028-03-31',
  ]);
  const versions = await agency.as((tx) =>
    listVersions(tx, { agency: agency.agency.id, partnership: twice.id }),
  );
  expect(versions).toHaveLength(3);
});

it('what was agreed and begins later is not called active before its first day, and what follows stands after it', async () => {
  const later = await aPartnership(app.databases, agency, {
    name: 'Birch Recovery',
    arrangement: { termStartsOn: newDay, termEndsOn: day('2027-03-31'), reviewOn: undefined },
  });
  const path = `/workspace/${agency.agency.slug}/partnerships/${later.id}`;
  const read = async () => {
    const html = await (await app.get(path, await app.signIn(agency.coordinator.email))).text();
    return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  };
  const before = await read();
  expect(before).toContain('Agreed, begins on April 1, 2026');
  expect(before).not.toContain(' Active ');
  await renew(later, day('2027-04-01'), day('2028-03-31'));
  const renewed = await read();
  expect(renewed).toContain('Agreed, begins on April 1, 2026');
  expect(renewed).toMatch(/agreement\.pdf .*Term From April 1, 2026 .*Next term, agreed From April 1, 2027 /);
  now = new Date('2026-04-01T18:00:00Z');
  expect(await read()).toContain(' Active ');
  now = new Date('2026-03-05T18:00:00Z');
});
