import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagedPdf, pdfOf } from '../testing/policy-pdf.ts';
import { zipFile } from '../testing/zip-file.ts';
import type { InspectedMediaType } from './document-task.ts';
import { textLimits } from './document-text.ts';
import { inspectDocument } from './open-document.ts';
import { surveyPdf } from './pdf-survey.ts';
import { surveyPicture } from './picture-survey.ts';

const script = '9 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>';
const pages = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
];
const holding = (content: Buffer | string, facts: string) =>
  pdfOf([
    ...pages,
    Buffer.concat([
      Buffer.from(`<< ${facts} >>\nstream\n`),
      Buffer.from(content),
      Buffer.from('\nendstream'),
    ]),
  ]);

function inAscii85(bytes: Buffer): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const four = Buffer.alloc(4);
    const count = bytes.copy(four, 0, at, at + 4);
    let value = four.readUInt32BE();
    let group = '';
    for (let digit = 0; digit < 5; digit += 1) {
      group = String.fromCharCode((value % 85) + 33) + group;
      value = Math.floor(value / 85);
    }
    text += group.slice(0, count + 1);
  }
  return `${text}~>`;
}

/** LZW that never builds a word: a clear code, then each letter as it is. */
function inLzw(text: string): Buffer {
  const codes = [
    256,
    ...[...text].flatMap((letter, at) => [...(at % 200 === 199 ? [256] : []), letter.charCodeAt(0)]),
    257,
  ];
  const bits = codes.map((code) => code.toString(2).padStart(9, '0')).join('');
  const bytes = bits.match(/.{1,8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2)));
}

function inRuns(text: string): Buffer {
  const pieces = text.match(/.{1,100}/gs) ?? [];
  return Buffer.concat([
    ...pieces.map((piece) => Buffer.concat([Buffer.of(piece.length - 1), Buffer.from(piece)])),
    Buffer.of(128),
  ]);
}

/** Bytes that deflate keeps as they are, with the word in them that ends a stream. */
function storedWithItsEnd(): Buffer {
  const plain = Buffer.from('9 0 (endstream) ');
  const stored = Buffer.alloc(5);
  stored.writeUInt16LE(plain.length, 1);
  stored.writeUInt16LE(65_535 - plain.length, 3);
  return Buffer.concat([Buffer.of(0x78, 0x01), stored, plain, deflateSync(Buffer.from(script)).subarray(2)]);
}

const packed = deflateSync(Buffer.from(script));
const facts = '/Type /ObjStm /N 1 /First 4';

describe('a script in packed objects is found', () => {
  it.each([
    ['in letters over deflate', inAscii85(packed), `${facts} /Filter [/ASCII85Decode /FlateDecode]`],
    ['in hex over deflate', `${packed.toString('hex')}>`, `${facts} /Filter [/AHx /Fl]`],
    ['in letters alone', inAscii85(Buffer.from(script)), `${facts} /Filter /A85`],
    ['by LZW', inLzw(script), `${facts} /Filter /LZWDecode`],
    ['in letters over LZW', inAscii85(inLzw(script)), `${facts} /Filter [/A85 /LZW]`],
    ['by runs', inRuns(script), `${facts} /Filter /RunLengthDecode`],
    ['by a filter whose name is written otherwise', inLzw(script), `${facts} /Filter /L#5aWDecode`],
    ['in what says it is a picture', packed, '/Subtype /Image /Filter /FlateDecode'],
    ['in what says nothing of itself', packed, '/Length 1'],
    ['with a wrong checksum', Buffer.concat([packed.subarray(0, -4), Buffer.alloc(4)]), facts],
    ['behind the word that ends a stream', storedWithItsEnd(), facts],
    ['behind a long list of facts', packed, `${facts} /Pad (obj${'x'.repeat(5_000)})`],
  ])('%s', (_how, content, said) => {
    expect(surveyPdf(holding(content, said), textLimits)).toMatchObject({ found: 'script' });
  });

  it('in a part that lies within another that nobody needs', () => {
    const inner = Buffer.concat([Buffer.from(`5 0 obj << ${facts} >>\nstream\n`), packed]);
    expect(surveyPdf(holding(inner, '/Length 9'), textLimits).found).toBe('script');
  });
});

describe('what acts is found in plain objects', () => {
  it.each([
    ['with a comment between its words', '<< /S % a word\n/JavaScript /JS 5 0 R >>', 'script'],
    ['with its kind told elsewhere', '<< /S 5 0 R /F (cmd.exe) >> endobj 5 0 obj /Launch', 'program-start'],
    [
      'within what looks like a stream',
      '<< >>\nstream\n5 0 obj << /S /Launch >> endobj\nendstream',
      'program-start',
    ],
  ])('%s', (_how, object, found) => {
    expect(surveyPdf(pdfOf([...pages, object]), textLimits).found).toBe(found);
  });

  it('in the packed template of a form', () => {
    const template =
      '<template><event><script contentType="application/x-javascript">x</script></event></template>';
    const form = holding(deflateSync(Buffer.from(template)), '/Filter /FlateDecode');
    expect(surveyPdf(form, textLimits).found).toBe('script');
  });

  it('but not in what pages show, nor in an address', () => {
    const shown = pagedPdf([['The officer may launch /S /Launch (training).']]);
    expect(surveyPdf(shown, textLimits).found).toBeUndefined();
    const linked = pdfOf([...pages, '<< /S /URI /URI (https://elm.test/JavaScript/Launch) >>']);
    expect(surveyPdf(linked, textLimits).found).toBeUndefined();
  });
});

describe('what can’t be looked through is refused', () => {
  const locked = '<< /Filter /Standard /V 2 /R 3 /O () /U () /P -4 >>';

  it.each([
    [
      'packed objects under a lock',
      pdfOf([...pages, locked, '<< /Encrypt 4 0 R /Type /ObjStm >>']),
      'inspection-locked',
    ],
    [
      'a bomb under letters',
      holding(inAscii85(deflateSync(Buffer.alloc(80 * 1024 * 1024))), '/Filter [/A85 /Fl]'),
      'text-too-large',
    ],
    [
      'a bomb in a bomb',
      holding(deflateSync(deflateSync(Buffer.alloc(9_000_000))), '/Filter [/Fl /Fl]'),
      'text-too-large',
    ],
  ])('%s', { timeout: 30_000 }, async (_what, file, code) => {
    expect(await inspected(file, 'application/pdf')).toMatchObject({ ok: false, refusal: { code } });
  });
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'onemind-hidden-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function inspected(content: Buffer, type: InspectedMediaType) {
  const path = join(folder, crypto.randomUUID());
  await writeFile(path, content);
  return inspectDocument(path, type);
}

describe('a workbook', () => {
  const book = (parts: Readonly<Record<string, string>>) =>
    zipFile(
      Object.entries({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>', ...parts }).map(
        ([name, content]) => ({ name, content }),
      ),
    );
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

  it.each([
    ['macros of the old kind', { 'xl/macrosheets/sheet1.xml': '<x/>' }, 'macros'],
    [
      'a link that starts a program',
      { 'xl/externalLinks/externalLink1.xml': '<externalLink><ddeLink ddeService="cmd"/></externalLink>' },
      'program-start',
    ],
    [
      'a table fetched by itself',
      { 'xl/connections.xml': '<connections><connection id="1" refreshOnLoad="1"/></connections>' },
      'outside-content',
    ],
    ['a workbook with macros inside', { 'xl/embeddings/Book1.xlsm': 'x' }, 'embedded-file'],
    ['sheets and nothing else', { 'xl/worksheets/sheet1.xml': '<c t="str"><v>DDE</v></c>' }, undefined],
  ])('with %s', async (_what, parts, found) => {
    expect(await inspected(book(parts), type)).toEqual({ ok: true, value: found });
  });
});

describe('a document that loads from elsewhere', () => {
  const docx = (link: string) =>
    zipFile([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: 'word/_rels/settings.xml.rels', content: `<Relationships>${link}</Relationships>` },
    ]);
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it.each([
    [
      'a template on a server of files',
      `Type="http://x/attachedTemplate" Target="file:///\\\\host\\share\\a.dotm"`,
      'outside-content',
    ],
    [
      'an address written in codes',
      `Type='http://x/attachedTemplate' Target='&#104;ttps://a.test/a.dotm'`,
      'outside-content',
    ],
    ['a picture', `Type="http://x/image" Target="http://a.test/a.png"`, 'outside-content'],
    ['a template beside it', `Type="http://x/attachedTemplate" Target="Normal.dotm"`, undefined],
    ['a link to click', `Type="http://x/hyperlink" Target="https://a.test"`, undefined],
  ])('%s', async (_what, link, found) => {
    const file = docx(`<Relationship Id="a" ${link} TargetMode="External"/>`);
    expect(await inspected(file, type)).toEqual({ ok: true, value: found });
  });
});

describe('a picture', () => {
  const png = (width: number, behind = '') => {
    const head = Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', 'latin1');
    const size = Buffer.alloc(8);
    size.writeUInt32BE(width);
    size.writeUInt32BE(width, 4);
    const end = Buffer.from('\0\0\0\0IEND\0\0\0\0', 'latin1');
    return Buffer.concat([head, size, Buffer.alloc(9), end, Buffer.from(behind, 'latin1')]);
  };
  const jpeg = (behind = '') =>
    Buffer.from(
      `\u00ff\u00d8\u00ff\u00c0\0\u0008\u0008\0\u0010\0\u0010\u0001\u00ff\u00da\0\u0002x\u00ff\0x\u00ff\u00d9${behind}`,
      'latin1',
    );

  it.each([
    ['is kept as it is', png(100), 'image/png', { found: undefined }],
    [
      'is refused when it unfolds to more than a screen can hold',
      png(60_000),
      'image/png',
      { refusal: { code: 'picture-too-large', megapixels: 200 } },
    ],
    [
      'gives away a zip file behind it',
      png(10, 'PK\u0003\u0004rest'),
      'image/png',
      { found: 'embedded-file' },
    ],
    [
      'gives away a web page behind it',
      jpeg('\n<script>x</script>'),
      'image/jpeg',
      { found: 'embedded-file' },
    ],
    [
      'may have what a camera puts behind it',
      jpeg('\0\0\0\u0018ftypmp42'),
      'image/jpeg',
      { found: undefined },
    ],
    [
      'without any size is damaged',
      Buffer.from('\u00ff\u00d8\u00ff\u00d9', 'latin1'),
      'image/jpeg',
      { refusal: { code: 'picture-damaged' } },
    ],
  ] as const)('%s', (_what, bytes, type, survey) => {
    expect(surveyPicture(bytes, type, textLimits)).toEqual(survey);
  });
});
