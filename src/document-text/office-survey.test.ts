import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { zipFile } from '../testing/zip-file.ts';
import { textLimits } from './document-text.ts';
import { surveyOffice } from './office-survey.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-office-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function survey(parts: Readonly<Record<string, string | Buffer>>) {
  const path = join(folder, crypto.randomUUID());
  const all = { '[Content_Types].xml': types(), 'word/document.xml': body('<w:p/>'), ...parts };
  await writeFile(path, zipFile(Object.entries(all).map(([name, content]) => ({ name, content }))));
  return surveyOffice(path, textLimits);
}

const types = (more = '') =>
  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>${more}</Types>`;
const body = (inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="urn:w" xmlns:r="urn:r"><w:body>${inner}</w:body></w:document>`;
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const run = (text: string) => `<w:r><w:instrText xml:space="preserve">${text}</w:instrText></w:r>`;
const field = (...pieces: readonly string[]) =>
  `<w:p>${mark('begin')}${pieces.map(run).join('')}${mark('separate')}<w:r><w:t>x</w:t></w:r>${mark('end')}</w:p>`;
const link = (type: string, target: string, mode = 'External') =>
  `<Relationships><Relationship Id="a" Type="http://x/relationships/${type}" Target="${target}" TargetMode="${mode}"/></Relationships>`;
const links = 'word/_rels/document.xml.rels';

describe('a field that starts a program is found', () => {
  it.each([
    ['in pieces', field('D', 'DEAU', 'TO c:\\\\x')],
    ['in codes', field('&#68;D&#x45;AUTO c:\\\\x')],
    ['in CDATA', field('<![CDATA[DDE]]>AUTO c:\\\\x')],
    ['behind a comment', field('<!-- > -->DDE c:\\\\x')],
    ['under another prefix', field('DDE c:\\\\x').replaceAll('w:', 'q:')],
    ['in one element, in single quotes', "<w:fldSimple w:x='>' w:instr = '&#x44;DE c'/>"],
    ['within another field', `<w:p>${mark('begin')}${run(' IF ')}${field('DDE c')}${mark('end')}</w:p>`],
    [
      'put together by an inner field',
      `<w:p>${mark('begin')}${run(' D')}${field('QUOTE 68')}${mark('end')}</w:p>`,
    ],
    [
      'struck out',
      field('').replaceAll('instrText', 'delInstrText').replace('"preserve">', '"preserve">DDE c'),
    ],
  ])('%s', async (_how, inner) => {
    expect(await survey({ 'word/document.xml': body(inner) })).toEqual({ found: 'program-start' });
  });

  it('in a part of any name', async () => {
    const parts = { 'word/document.dat': body(field('DDE c')), 'word/document.xml': '<a/>' };
    expect(await survey(parts)).toEqual({ found: 'program-start' });
  });
});

describe('a field that fetches', () => {
  it.each([
    ['a picture of a server', 'INCLUDEPICTURE "http://a.test/t.png" \\d', 'outside-content'],
    ['a text of a share', 'INCLUDETEXT "\\\\\\\\a.test\\\\s\\\\x.docx"', 'outside-content'],
    ['a file by its address', 'INCLUDETEXT file://a.test/x.docx', 'outside-content'],
    ['a picture beside it', 'INCLUDEPICTURE "logo.png" \\* MERGEFORMAT \\d', undefined],
    ['nothing', ' HYPERLINK "https://988lifeline.org" \\o "988"', undefined],
    ['a link to a program of a server', 'HYPERLINK "file://a.test/s/x.hta"', 'unsafe-link'],
    ['a link to a share', 'HYPERLINK "\\\\\\\\a.test\\\\s\\\\x.hta"', 'unsafe-link'],
    ['a link to a share in codes', 'HYPERLINK %5C%5Ca.test%5Cs%5Cx.hta', 'unsafe-link'],
    ['a link behind its tip', 'HYPERLINK \\o "help" "file://a.test/x.hta"', 'unsafe-link'],
    ['a link within the file', 'HYPERLINK \\l "file:1" \\o "see: C:\\"', undefined],
    ['a link to a page with codes', 'HYPERLINK "https://a.test/a%20b?c=%3A"', undefined],
    ['a list of its own headings', 'TOC \\o "1-3" \\h', undefined],
  ])('%s', async (_what, instruction, found) => {
    expect(await survey({ 'word/document.xml': body(field(instruction)) })).toEqual({ found });
  });
});

describe('a link that an inner field completes', () => {
  const linked = (before: string) =>
    body(`<w:p>${mark('begin')}${run(before)}${field('QUOTE x')}${mark('end')}</w:p>`);

  it.each([
    ['as its whole address', 'HYPERLINK "', 'unsafe-link'],
    ['behind a switch without a word', 'HYPERLINK \\h ', 'unsafe-link'],
    ['on a page of the web', 'HYPERLINK "https://a.test/?q=', undefined],
    ['as a place in the file', 'HYPERLINK \\l "', undefined],
  ])('%s', async (_where, before, found) => {
    expect(await survey({ 'word/document.xml': linked(before) })).toEqual({ found });
  });
});

describe('what Word opens by itself', () => {
  it.each([
    [
      'letters from a list elsewhere',
      '<w:connectString w:val="Data Source=\\\\a.test\\s\\x.mdb"/>',
      'outside-content',
    ],
    [
      'letters that have no list',
      '<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge>',
      undefined,
    ],
    ['a program beside the page', '<wetp:taskpane visibility="1"/>', 'outside-content'],
    [
      'a program that shows itself',
      '<we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/>',
      'outside-content',
    ],
    [
      'a program from a share',
      '<we:reference store="\\\\a.test\\s" storeType="Filesystem"/>',
      'outside-content',
    ],
    ['a program that stays closed', '<wetp:taskpane visibility="0"/>', undefined],
    ['a program of a store', '<we:reference store="en-US" storeType="OMEX"/>', undefined],
    [
      'a program in the page',
      '<a:graphicData uri="http://schemas.microsoft.com/office/webextensions/webextension/2010/11"/>',
      'outside-content',
    ],
    ['a drawing that leads to a program', '<v:shape href="file://a.test/x.hta"/>', 'unsafe-link'],
    ['a drawing that leads to a page', '<v:shape href="https://a.test"/>', undefined],
  ])('%s', async (_what, inner, found) => {
    expect(await survey({ 'word/settings.xml': body(inner) })).toEqual({ found });
  });
});

describe('a part is judged by its kind and by the links to it', () => {
  it.each([
    [
      'macros under a kind in codes',
      {
        '[Content_Types].xml': types(
          '<Override PartName="/word/a.dat" ContentType="application/vnd.ms-office.vba&#80;roject"/>',
        ),
      },
      'macros',
    ],
    [
      'a main part with macros',
      {
        '[Content_Types].xml': types(
          '<Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macro&#69;nabled.main+xml"/>',
        ),
      },
      'macros',
    ],
    ['macros that only a link tells', { [links]: link('vbaProject/', 'a.bin', 'Internal') }, 'macros'],
    [
      'an object in a folder of its own',
      { [links]: link('oleObject', 'things/a', 'Internal') },
      'embedded-file',
    ],
    [
      'a package outside of a chart',
      { [links]: link('package', 'things/a.xlsx', 'Internal') },
      'embedded-file',
    ],
    ['a control', { [links]: link('control', 'a.xml', 'Internal') }, 'control'],
    [
      'a text of another kind, by its link',
      { [links]: link('aFChunk', 'a.rtf', 'Internal') },
      'embedded-file',
    ],
    [
      'a text of another kind, by its place',
      { 'word/document.xml': body('<w:altChunk r:id="a"/>') },
      'embedded-file',
    ],
    [
      'the table of a chart',
      { 'word/charts/_rels/chart1.xml.rels': link('package', '../embeddings/a.xlsx', 'Internal') },
      undefined,
    ],
  ] as const)('%s', async (_what, parts, found) => {
    expect(await survey(parts)).toEqual({ found });
  });

  it.each([
    'font',
    'header',
    'transform',
    'subDocument',
    'frame',
    'mailMergeSource',
    'attachedTemplate',
    'customXml',
  ])('a link to a %s elsewhere', async (type) => {
    expect(await survey({ [links]: link(type, 'http://a.test/x') })).toEqual({ found: 'outside-content' });
  });

  it.each([
    ['in codes', link('attached&#84;emplate', '&#104;ttp://a.test/t', '&#69;xternal')],
    [
      'behind a sign that ends no tag',
      link('attachedTemplate', 'http://a.test/t').replace(' Target=', ' Foo=">" Target='),
    ],
    ['with an end that says nothing', link('attachedTemplate/', 'http://a.test/t')],
    ['in codes of an address', link('attachedTemplate', '%5C%5Ca.test%5Cshare%5Ct.dotm')],
    ['in codes of codes', link('attachedTemplate', '%255C%255Ca.test%255Ct.dotm')],
    ['by way of the disk', link('attachedTemplate', 'file://c:/../../a.test/share/t.dotm')],
    ['up and out of the disk', link('attachedTemplate', 'file:///c:/../../a.test/share/t.dotm')],
  ])('a template elsewhere, written %s', async (_how, relationships) => {
    expect(await survey({ [links]: relationships })).toEqual({ found: 'outside-content' });
  });

  it.each([
    ['https://988lifeline.org/?a=1&amp;b=2', undefined],
    ['mailto:chief@elm.example', undefined],
    ['Forms/form%201.docx', undefined],
    ['file:////a.test/share/x.docx', 'unsafe-link'],
    ['\\\\a.test\\share\\x.docx', 'unsafe-link'],
    ['javascript:x', 'unsafe-link'],
    ['%5C%5Ca.test%5Cshare%5Cx.hta', 'unsafe-link'],
    ['file%3A//a.test/x.hta', 'unsafe-link'],
    ['java&#10;script:x', 'unsafe-link'],
  ])('a link to click to %s', async (target, found) => {
    expect(await survey({ [links]: link('hyperlink', target) })).toEqual({ found });
  });
});

describe('a part that is no sound XML is refused', () => {
  it.each([
    ['a document type', '<!DOCTYPE x [<!ENTITY e "External">]><a/>'],
    ['an entity without meaning', '<a>&e;</a>'],
    ['a value without quotes', '<a b=1/>'],
    ['one attribute twice', '<a b="1" b="2"/>'],
    ['an element left open', '<a><b></a>'],
    ['another encoding', '<?xml version="1.0" encoding="UTF-7"?><a/>'],
    ['signs that XML has not', '<a>\u0001</a>'],
    ['elements without end', '<a>'.repeat(2_000)],
  ])('%s', async (_what, xml) => {
    expect(await survey({ 'word/settings.xml': xml })).toEqual({ refusal: { code: 'text-unreadable' } });
  });

  it('and one of 20 MB of tags is read in time', { timeout: 20_000 }, async () => {
    const long = body('<w:r a="&amp;"><!-- --></w:r>'.repeat(700_000));
    const started = performance.now();
    expect(await survey({ 'word/document.xml': long })).toEqual({ found: undefined });
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
