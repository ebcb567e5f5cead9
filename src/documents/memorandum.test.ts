import { inflateRawSync } from 'node:zlib';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { memorandumFacts } from '../testing/document-facts.ts';
import { readPdf, rolesOf } from '../testing/read-pdf.ts';
import { createDocumentMaker } from './document-maker.ts';
import { memorandumDocx } from './memorandum-docx.ts';

const maker = createDocumentMaker();
const html = async (changes: Parameters<typeof memorandumFacts>[0] = {}) => {
  const buffer = Buffer.from(await memorandumDocx(memorandumFacts(changes)));
  return mammoth.convertToHtml({ buffer });
};

describe('the memorandum as PDF', () => {
  it('says every clause under its number, and who confirmed', async () => {
    const found = await readPdf(await maker.memorandum(memorandumFacts()));
    for (const words of [
      'Memorandum of Understanding',
      '1. Purpose',
      '2.2 Lends a van.',
      'Sends a mobile crisis team',
      'Confirmed by Robin Chief, Chief of Police, on March 5, 2026',
      'For Harbor Counseling',
      'Printed name and title',
    ]) {
      expect(found.text).toContain(words);
    }
    expect(found.size).toEqual([612, 792]);
  });

  it('is tagged PDF/UA-1 with a title, a language, headings and lists', async () => {
    const found = await readPdf(await maker.memorandum(memorandumFacts()));
    expect(found).toMatchObject({
      uaPart: '1',
      isTagged: true,
      title: 'Memorandum of Understanding: Elm Fork Police Department and Harbor Counseling',
      language: 'en-US',
    });
    const roles = rolesOf(found.tags);
    for (const role of ['H1', 'H2', 'L', 'LI', 'LBody']) expect(roles).toContain(role);
  });

  it('prints whatever was typed as it stands, over as many pages as it needs', async () => {
    const text = '#panic() *bold* $x$ @a <b> \\ // https://elm.example\n'.repeat(200);
    const sections = [{ heading: '= #Heading', clauses: [{ text, items: ['- item + 1'] }] }];
    const found = await readPdf(await maker.memorandum(memorandumFacts({ sections })));
    expect(found.pages).toBeGreaterThan(3);
    expect(found.text).toContain('#panic() *bold* $x$ @a <b> \\ // https://elm.example');
  });
});

describe('the memorandum as DOCX', () => {
  it('has headings, numbered clauses, lists and blocks to sign', async () => {
    const { value, messages } = await html();
    expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
    expect(value).toMatch(/<h1>.*Purpose<\/h1>/);
    expect(value).toContain('People in crisis get care.<br />Everybody goes home safe.');
    expect(value).toContain('<li>Sends a mobile crisis team</li>');
    expect(value).toContain('<strong>For Elm Fork Police Department</strong>');
    expect(value).toContain('Confirmed by Robin Chief, Chief of Police, on March 5, 2026');
    expect(value.match(/Printed name and title/g)).toHaveLength(2);
  });

  it('states its title and language, and numbers its clauses itself', async () => {
    const file = await memorandumDocx(memorandumFacts());
    const part = (name: string) => partOf(Buffer.from(file), name);
    expect(part('docProps/core.xml')).toContain(
      '<dc:title>Memorandum of Understanding: Elm Fork Police Department and Harbor Counseling</dc:title>',
    );
    expect(part('word/styles.xml')).toContain('<w:lang w:val="en-US"/>');
    expect(part('word/numbering.xml')).toContain('w:val="%1.%2"');
  });

  it('keeps signs that XML gives a meaning, and drops what no document may hold', async () => {
    const sections = [{ heading: 'A & B', clauses: [{ text: '<w:p> & "quoted"\u0007 \u202eturned' }] }];
    expect((await html({ sections })).value).toContain('&lt;w:p&gt; &amp; "quoted" turned');
  });
});

/** One part of a package, found through the zip's directory. */
function partOf(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((place) => zip.readUInt16LE(at + place));
    const length = nameLength ?? 0;
    if (zip.toString('utf8', at + 46, at + 46 + length) === name) {
      const local = zip.readUInt32LE(at + 42);
      const begin = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const packed = zip.subarray(begin, begin + zip.readUInt32LE(at + 20));
      return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    }
    at += 46 + length + (extraLength ?? 0) + (noteLength ?? 0);
  }
  throw new Error(`The package has no ${name}.`);
}
