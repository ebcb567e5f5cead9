import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simplePdf } from '../demo/demo-document.ts';
import { flatePdf, pagedPdf, pdfOf } from '../testing/policy-pdf.ts';
import { zipFile } from '../testing/zip-file.ts';
import type { TextMediaType } from './document-task.ts';
import { type TextLimits, textLimits } from './document-text.ts';
import { inspectDocument, readDocument } from './open-document.ts';

const pdfType = 'application/pdf';
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const contentTypes = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-text-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function written(content: Uint8Array): Promise<string> {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, content);
  return path;
}
const read = async (content: Uint8Array, type: TextMediaType, limits?: Partial<TextLimits>) =>
  readDocument(await written(content), type, { ...textLimits, ...limits });
const inspect = async (content: Uint8Array, type: TextMediaType) =>
  inspectDocument(await written(content), type);

function aDocx(paragraphs: readonly Paragraph[]): Promise<Buffer> {
  return Packer.toBuffer(new Document({ sections: [{ children: [...paragraphs] }] }));
}

function bareDocx(parts: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  return zipFile(
    Object.entries({
      '[Content_Types].xml': contentTypes,
      'word/document.xml': '<w:document/>',
      ...parts,
    }).map(([name, content]) => ({ name, content })),
  );
}

describe('the text of a document', () => {
  it('of a PDF comes page by page, with the heading each paragraph stands under', async () => {
    const file = pagedPdf([
      ['I. PURPOSE', '', 'Calls end safely when', 'officers take time.', '', 'City Police 41.2 page 1'],
      ['II. TRANSPORT', '', 'Officers name the facility.', '', 'City Police 41.2 page 2'],
      ['They write a report.', '', 'City Police 41.2 page 3'],
    ]);
    expect(await read(file, pdfType)).toEqual({
      ok: true,
      value: {
        pages: 3,
        passages: [
          { page: 1, section: 'I. PURPOSE', text: 'Calls end safely when officers take time.' },
          { page: 2, section: 'II. TRANSPORT', text: 'Officers name the facility.' },
          { page: 3, section: 'II. TRANSPORT', text: 'They write a report.' },
        ],
      },
    });
  });

  it('of a DOCX comes by its headings, also by those that are only bold', async () => {
    const file = await aDocx([
      new Paragraph({ text: 'Purpose', heading: HeadingLevel.HEADING_1 }),
      new Paragraph('Calls end safely & calmly.'),
      new Paragraph({ children: [new TextRun({ text: 'Going to hospital', bold: true })] }),
      new Paragraph('Officers name the facility.'),
    ]);
    expect(await read(file, docxType)).toEqual({
      ok: true,
      value: {
        pages: undefined,
        passages: [
          { page: undefined, section: 'Purpose', text: 'Calls end safely & calmly.' },
          { page: undefined, section: 'Going to hospital', text: 'Officers name the facility.' },
        ],
      },
    });
  });

  it('of a manual of 500 pages is read whole', { timeout: 60_000 }, async () => {
    const page = Array.from({ length: 40 }, (_, line) => `Line ${line} of what officers do in a crisis.`);
    const manual = pagedPdf(Array.from({ length: 500 }, () => page));
    const outcome = await read(manual, pdfType);
    expect(outcome.ok && outcome.value.pages).toBe(500);
  });
});

describe('a document that is not read says why', () => {
  const bomb = Buffer.alloc(80 * 1024 * 1024, ' ');

  it.each([
    ['a scan', () => pagedPdf([[]]), pdfType, {}, 'text-missing'],
    [
      'more pages than the limit',
      () => pagedPdf([['One'], ['Two']]),
      pdfType,
      { pages: 1 },
      'text-too-many-pages',
    ],
    ['bytes that are no PDF', () => Buffer.from('%PDF-1.7\nnothing'), pdfType, {}, 'text-unreadable'],
    ['a PDF whose page unpacks to 80 MB', () => flatePdf(bomb), pdfType, {}, 'text-too-large'],
    [
      'a DOCX whose body unpacks to 80 MB',
      () => bareDocx({ 'word/document.xml': bomb }),
      docxType,
      {},
      'text-too-large',
    ],
    [
      'a DOCX that says less than it holds',
      () =>
        zipFile([
          { name: '[Content_Types].xml', content: contentTypes },
          { name: 'word/document.xml', content: bomb, saysBytes: 500 },
        ]),
      docxType,
      {},
      'text-unreadable',
    ],
    ['a thread out of time', () => pagedPdf([['One']]), pdfType, { seconds: 0.001 }, 'text-took-too-long'],
  ] as const)('%s', { timeout: 30_000 }, async (_what, file, type, limits, code) => {
    expect(await read(file(), type, limits)).toMatchObject({ ok: false, refusal: { code } });
  });

  it('a PDF whose tree of pages leads back to itself ends in time', { timeout: 30_000 }, async () => {
    const looping = pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R] /Count 9 >>']);
    expect(await read(looping, pdfType, { seconds: 10 })).toMatchObject({ ok: false });
  });
});

const javascript = '<< /S /JavaScript /JS (app.alert\\(1\\)) >>';
const pagesOf = (catalog: string, ...more: readonly string[]) =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
    ...more,
  ]);

describe('what acts when a document is opened', () => {
  it.each([
    ['a script that runs at once', pagesOf(`/OpenAction ${javascript}`), 'script'],
    [
      'a script with its name written otherwise',
      pagesOf('/OpenAction << /S /J#61vaScript /JS (x) >>'),
      'script',
    ],
    [
      'a script among the names',
      pagesOf(`/Names << /JavaScript << /Names [(a) ${javascript}] >> >>`),
      'script',
    ],
    ['a program', pagesOf('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'program-start'],
    [
      'a file inside',
      pagesOf('/Names << /EmbeddedFiles << /Names [(a) << /EF << /F 4 0 R >> >>] >> >>'),
      'embedded-file',
    ],
  ] as const)('in a PDF is found: %s', async (_what, file, found) => {
    expect(await inspect(file, pdfType)).toEqual({ ok: true, value: found });
  });

  it('is found in objects that are packed', async () => {
    const hidden = flatePdf(Buffer.from(`9 0 ${javascript}`), '/Type /ObjStm /N 1 /First 4');
    expect(await inspect(hidden, pdfType)).toEqual({ ok: true, value: 'script' });
  });

  it.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, 'macros'],
    [
      'macros under another name',
      { '[Content_Types].xml': '<a t="application/vnd.ms-office.vbaProject"/>' },
      'macros',
    ],
    ['a control', { 'word/activeX/activeX1.xml': '<a/>' }, 'control'],
    ['an embedded program', { 'word/embeddings/oleObject1.bin': 'x' }, 'embedded-file'],
    [
      'a template from elsewhere',
      {
        'word/_rels/settings.xml.rels':
          '<R><Relationship Id="a" Type="http://x/attachedTemplate" Target="https://evil.test/a.dotm" TargetMode="External"/></R>',
      },
      'outside-content',
    ],
    [
      'a field that starts a program',
      { 'word/document.xml': '<w:instrText>DDEAUTO c:\\\\x</w:instrText>' },
      'program-start',
    ],
  ] as const)('in a DOCX is found: %s', async (_what, parts, found) => {
    expect(await inspect(bareDocx(parts), docxType)).toEqual({ ok: true, value: found });
  });

  it.each([
    ['a plain PDF', simplePdf('Policy', ['The officer may launch /JavaScript /JS (training).']), pdfType],
    ['a PDF that opens at its first page', pagesOf('/OpenAction [3 0 R /Fit]'), pdfType],
    ['a PDF with links', pagesOf('/Outlines << /A << /S /URI /URI (https://a.test) >> >>'), pdfType],
    ['bytes that are no PDF', Buffer.from('%PDF-1.7\n'), pdfType],
    [
      'a DOCX with a chart, and a template on its writer’s disk',
      bareDocx({
        'word/embeddings/Microsoft_Excel_Sheet1.xlsx': 'x',
        'word/_rels/settings.xml.rels':
          '<R><Relationship Id="a" Type="http://x/attachedTemplate" Target="file:///C:/Users/me/Normal.dotm" TargetMode="External"/></R>',
        'word/_rels/document.xml.rels':
          '<R><Relationship Id="b" Type="http://x/hyperlink" Target="https://988lifeline.org" TargetMode="External"/></R>',
      }),
      docxType,
    ],
  ] as const)('is not found in what is harmless: %s', async (_what, file, type) => {
    expect(await inspect(file, type)).toEqual({ ok: true, value: undefined });
  });
});
