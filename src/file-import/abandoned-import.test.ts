import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { longDate } from '../calendar/calendar-date.ts';
import { postJob } from '../jobs/job-actions.ts';
import { rosterImport } from '../roster/roster-import-actions.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { withUploadedFile } from '../testing/received-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { giveUpAbandonedImports } from './abandoned-import-actions.ts';
import { commitImport } from './commit-actions.ts';
import { findImport } from './import-actions.ts';
import type { Importer } from './import-subject.ts';
import { planImport } from './plan-actions.ts';
import { understandFile } from './understand-actions.ts';

let app: TestApp;
let agency: AgencyForTests;
let who: Importer;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  agency = await anAgency(app.databases);
  who = { agency: agency.agency, person: agency.coordinator.id };
  await asOwner(app.ownerUrl, 'delete from job');
});

/** Of each agency its own content, with a column that nobody may keep. */
const file = () => `Emp #,Name,SSN,Rank\n1,"Example, Alex",123-45-6789,Officer ${agency.agency.slug}\n`;

async function begun(): Promise<string> {
  const outcome = await withUploadedFile(file(), 'roster.csv', (received) =>
    understandFile(app.deps, who, rosterImport, received),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.id;
}

async function found(id: string) {
  const there = await agency.as((tx) => findImport(tx, agency.agency.id, rosterImport, id));
  if (!there) throw new Error('The import is not there.');
  return there;
}

async function planned(): Promise<string> {
  const id = await begun();
  const { columns, facts } = await found(id);
  const outcome = await planImport(app.deps, who, rosterImport, id, { mapping: columns.mapping, facts });
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return id;
}

const daysLater = (days: number) => ({ ...app.deps, now: () => new Date(Date.now() + days * 86_400_000) });
const staged = (id: string) => asOwner(app.ownerUrl, 'select from roster_change where import_id = $1', [id]);

describe('an import that nobody carries out', () => {
  it('is kept for the days it was promised', async () => {
    const id = await planned();
    expect(await giveUpAbandonedImports(daysLater(13), rosterImport)).toBe(0);
    expect((await found(id)).state).toBe('planned');
    expect(await staged(id)).toHaveLength(1);
  });

  it('is given up then, with its file and staged rows, by the program and not by a person', async () => {
    const ids = [await planned(), await begun()];
    const { sha256 } = (await found(ids[0] ?? '')).file;
    expect(await app.deps.files.has(sha256)).toBe(true);
    expect(await giveUpAbandonedImports(daysLater(15), rosterImport)).toBeGreaterThanOrEqual(2);
    for (const id of ids) {
      expect(await found(id)).toMatchObject({ state: 'discarded', file: { kept: undefined } });
      expect(await staged(id)).toEqual([]);
    }
    expect(await app.deps.files.has(sha256)).toBe(false);
    const events = await asOwner(
      app.ownerUrl,
      `select acting, person_id, subject_id from audit_event
       where agency_id = $1 and action = 'roster-import-given-up' order by seq`,
      [agency.agency.id],
    );
    expect(events).toEqual(ids.map((subject_id) => ({ acting: 'system', person_id: null, subject_id })));
  });

  it('is left alone while it is being worked on, and once it was carried out', async () => {
    const [busy, over] = [await begun(), await planned()];
    const job = { kind: 'nobody-does-this', subject: busy, asked: {}, isLong: false };
    await agency.as((tx) => postJob(tx, agency.agency.id, job, who.person));
    await commitImport(app.deps, who, rosterImport, over, { separateMissing: false });
    await giveUpAbandonedImports(daysLater(400), rosterImport);
    expect((await found(busy)).state).toBe('understood');
    expect(await found(over)).toMatchObject({ state: 'committed', file: { kept: expect.anything() } });
  });

  it('says on its page until when its file is kept', async () => {
    const cookie = await app.signIn(agency.coordinator.email);
    const base = `/workspace/${agency.agency.slug}/roster/import`;
    const { timeZone } = agency.agency;
    const day = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date(Date.now() + 14 * 86_400_000));
    const sentence = `We keep this file until ${longDate(day as Parameters<typeof longDate>[0])}.`;
    expect(await (await app.get(`${base}/${await begun()}/columns`, cookie)).text()).toContain(sentence);
    const id = await planned();
    expect(await (await app.get(`${base}/${id}`, cookie)).text()).toContain(sentence);
    await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
    expect(await (await app.get(`${base}/${id}`, cookie)).text()).not.toContain('We keep this file');
  });
});
