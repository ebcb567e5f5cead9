import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { rosterImport } from '../roster/roster-import-actions.ts';
import { type AgencyForTests, anAgency } from '../testing/an-agency.ts';
import { withUploadedFile } from '../testing/received-file.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { asOwner } from '../testing/test-database.ts';
import { commitImport, discardImport } from './commit-actions.ts';
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
});

/** Each agency has a file of its own, so that no other test keeps its content. */
const withSecrets = () => `Personnel report ${agency.agency.slug},,,
,,,
Emp #,Name,SSN,Rank
1,"Example, Alex",123-45-6789,Officer

2,"Sample, Jordan",123-45-6780,Officer
`;
const plain = () => `Emp #,Name,Rank\n1,"Example, Alex",Officer ${agency.agency.slug}\n`;

async function understood(content: string, importer = who): Promise<string> {
  const outcome = await withUploadedFile(content, 'roster.csv', (file) =>
    understandFile(app.deps, importer, rosterImport, file),
  );
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.id;
}

async function fileOf(id: string) {
  const found = await agency.as((tx) => findImport(tx, agency.agency.id, rosterImport, id));
  if (!found) throw new Error('The import is not there.');
  return found.file;
}

async function committed(content: string): Promise<string> {
  const id = await understood(content);
  const found = await agency.as((tx) => findImport(tx, agency.agency.id, rosterImport, id));
  if (!found) throw new Error('The import is not there.');
  const said = { mapping: found.columns.mapping, facts: found.facts };
  const planned = await planImport(app.deps, who, rosterImport, id, said);
  const outcome = await commitImport(app.deps, who, rosterImport, id, { separateMissing: false });
  if (!planned.ok || !outcome.ok) throw new Error('The import was refused.');
  return id;
}

const content = async (sha256: string) => text(await app.deps.files.open(sha256));

describe('the file of an import', () => {
  it('stays as it came when nothing in it has to go', async () => {
    const { sha256, kept } = await fileOf(await committed(plain()));
    expect(kept?.sha256).toBe(sha256);
    expect(await content(sha256)).toBe(plain());
  });

  it('loses the columns that nobody may keep once it is imported; its rows stay where they were', async () => {
    const before = await fileOf(await understood(withSecrets()));
    expect(await content(before.sha256)).toContain('123-45-6789');
    const { sha256, kept } = await fileOf(await committed(withSecrets()));
    expect(sha256).toBe(before.sha256);
    const lines = (await content(kept?.sha256 ?? '')).replace('\ufeff', '').split('\r\n');
    expect(lines[0]).toContain('Personnel report');
    expect(lines[2]).toBe('Emp #,Name,SSN,Rank');
    expect(lines[3]).toBe('1,"Example, Alex",,Officer');
    expect(lines[5]).toBe('2,"Sample, Jordan",,Officer');
    expect(lines.join()).not.toContain('123-45');
  });

  it('is kept by nobody in its first form once every import of it is over', async () => {
    const first = await understood(withSecrets());
    const { sha256 } = await fileOf(first);
    await committed(withSecrets());
    expect(await app.deps.files.has(sha256)).toBe(true);
    await discardImport(app.deps, who, rosterImport, first);
    expect(await app.deps.files.has(sha256)).toBe(false);
    expect((await fileOf(first)).kept).toBeUndefined();
  });

  it('stays for another agency that keeps the same content', async () => {
    const other = await anAgency(app.databases);
    const id = await understood(plain());
    await understood(plain(), { agency: other.agency, person: other.coordinator.id });
    const { sha256 } = await fileOf(id);
    await discardImport(app.deps, who, rosterImport, id);
    expect(await app.deps.files.has(sha256)).toBe(true);
  });

  it('is not planned as another sheet than the one that was read', async () => {
    const id = await understood(withSecrets());
    const files = {
      ...app.deps.files,
      open: async (sha256: string) => {
        await asOwner(app.ownerUrl, "update file_import set sheet = 'Another' where id = $1", [id]);
        return app.deps.files.open(sha256);
      },
    };
    const said = { mapping: { employeeNumber: 0, fullName: 1 }, facts: { fullRoster: false } };
    const planned = await planImport({ ...app.deps, files }, who, rosterImport, id, said);
    expect(planned).toEqual({ ok: false, refusal: { code: 'plan-outdated' } });
    const found = await agency.as((tx) => findImport(tx, agency.agency.id, rosterImport, id));
    expect(found).toMatchObject({ state: 'understood', report: undefined });
  });
});
