import { randomUUID } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AgencyForTests, aMember, anAgency } from '../testing/an-agency.ts';
import { pdfOf } from '../testing/policy-pdf.ts';
import { createTestApp, type TestApp } from '../testing/test-app.ts';
import { zipFile } from '../testing/zip-file.ts';

const wordTypes =
  '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const lockedHead = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);

let app: TestApp;
let made: AgencyForTests;
let coordinator: string;
let base: string;
beforeAll(async () => {
  app = await createTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  made = await anAgency(app.databases);
  coordinator = await app.signIn(made.coordinator.email);
  base = `/workspace/${made.agency.slug}/evidence`;
});

/** A PDF with content of its own. */
const pdf = () => new Blob([`%PDF-1.7\n% ${randomUUID()}\n%%EOF\n`]);

function form(content: Blob, name: string, fields: Readonly<Record<string, string>> = { title: 'A plan' }) {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  data.append('file', content, name);
  return data;
}

async function storedContents(): Promise<number> {
  const folder = join(app.deps.config.dataDirectory, 'files');
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return files.filter((entry) => entry.isFile()).length;
}

const pieces = () =>
  made.as((tx) => tx.selectFrom('evidence').select(['id', 'title']).orderBy('added_at').execute());

async function added(content = pdf(), name = 'plan.pdf'): Promise<string> {
  expect((await app.post(`${base}/add/policy`, form(content, name), coordinator)).status).toBe(303);
  return (await pieces()).at(-1)?.id ?? '';
}

describe('the file store keeps nothing', () => {
  it('of a form that was refused for its words, or for a second file of another kind', async () => {
    const before = await storedContents();
    const untitled = await app.post(`${base}/add/policy`, form(pdf(), 'a.pdf', { title: '' }), coordinator);
    const foreign = await app.post(`${base}/add/policy`, form(new Blob(['<svg/>']), 'a.pdf'), coordinator);
    expect([untitled.status, foreign.status]).toEqual([422, 422]);
    expect(await storedContents()).toBe(before);
    await added();
    expect(await storedContents()).toBe(before + 1);
  });

  it('of a replacement that came too late', async () => {
    const id = await added();
    expect((await app.post(`${base}/${id}/replace`, form(pdf(), 'b.pdf'), coordinator)).status).toBe(303);
    const before = await storedContents();
    const late = await app.post(`${base}/${id}/replace`, form(pdf(), 'c.pdf'), coordinator);
    expect(late.status).toBe(422);
    expect(await storedContents()).toBe(before);
  });

  it('of a proposal of a partnership that was refused', async () => {
    const before = await storedContents();
    const organization = { name: `Harbor ${randomUUID()}`, kinds: ['hospital'], placesServed: 'Elm County' };
    const partnerships = `/workspace/${made.agency.slug}/partnerships`;
    const found = await app.post(`${partnerships}/add-organization`, organization, coordinator);
    const data = new FormData();
    data.append('purpose', '');
    data.append('agreement', pdf(), 'mou.pdf');
    expect((await app.post(found.headers.get('location') ?? '', data, coordinator)).status).toBe(422);
    expect(await storedContents()).toBe(before);
  });

  it('twice, when two agencies keep the same content at once', async () => {
    const content = pdf();
    const before = await storedContents();
    const other = await anAgency(app.databases);
    const otherCookie = await app.signIn(other.coordinator.email);
    const answers = await Promise.all([
      app.post(`${base}/add/policy`, form(content, 'a.pdf'), coordinator),
      app.post(`/workspace/${other.agency.slug}/evidence/add/policy`, form(content, 'a.pdf'), otherCookie),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303]);
    expect(await storedContents()).toBe(before + 1);
  });
});

describe('a kept file', () => {
  it('with a name that is a script is shown as text and offered under a harmless header', async () => {
    const name = '"><script>alert(1)</script>\r\nSet-Cookie: a=b.pdf';
    const id = await added(pdf(), name);
    const page = await (await app.get(base, coordinator)).text();
    expect(page).not.toContain('<script>alert');
    const file = await app.get(`${base}/${id}/file`, coordinator);
    expect(file.headers.get('set-cookie')).toBeNull();
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.\- ]*"; filename\*=/);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect(file.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'picture.png'],
    ['a web page', '<!doctype html><script>alert(1)</script>', 'page.pdf'],
    ['a web page that begins late', `${' '.repeat(2000)}<html><script>alert(1)</script>`, 'page.jpg'],
    ['a program', 'MZ\u0090\u0000', 'plan.docx'],
  ])('is never %s, whatever it is called', async (_what, content, name) => {
    const answer = await app.post(`${base}/add/policy`, form(new Blob([content]), name), coordinator);
    expect(answer.status).toBe(422);
    expect(await pieces()).toEqual([]);
  });

  it.each([
    [
      'a PDF with a script',
      pdfOf(['<< /Type /Catalog /OpenAction << /S /JavaScript /JS (x) >> >>']),
      'Print it to a new PDF and choose it again.',
    ],
    [
      'a document with macros',
      zipFile([
        { name: '[Content_Types].xml', content: wordTypes },
        { name: 'word/document.xml', content: '<w/>' },
        { name: 'word/vbaProject.bin', content: 'x' },
      ]),
      'Save it without macros and choose it again.',
    ],
    [
      'a locked document',
      Buffer.concat([lockedHead, Buffer.from('EncryptedPackage', 'utf16le')]),
      'Save it without a password and choose it again.',
    ],
  ])('is never %s; the sentence says what to do', async (_what, content, sentence) => {
    const before = await storedContents();
    const sent = form(new Blob([content]), 'plan.pdf');
    const answer = await app.post(`${base}/add/policy`, sent, coordinator);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(sentence);
    expect([await pieces(), await storedContents()]).toEqual([[], before]);
  });

  it('is out of reach of another agency and of its own staff', async () => {
    const id = await added();
    const staff = await app.signIn((await aMember(app.databases, made.agency.id, 'staff')).email);
    const other = await anAgency(app.databases);
    const foreign = await app.signIn(other.coordinator.email);
    const theirs = `/workspace/${other.agency.slug}/evidence`;
    const statuses = await Promise.all([
      app.get(`${base}/${id}/file`, staff),
      app.get(`${base}/${id}/file`, foreign),
      app.get(`${theirs}/${id}/file`, foreign),
      app.post(`${theirs}/${id}/remove`, {}, foreign),
      app.post(`${theirs}/${id}/replace`, form(pdf(), 'a.pdf', {}), foreign),
      app.get(`${base}/${id}/file`),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([403, 404, 404, 404, 404, 303]);
  });
});
