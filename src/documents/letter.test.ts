import { describe, expect, it } from 'vitest';
import { letterFacts } from '../testing/document-facts.ts';
import { readPdf, readQrCode, rolesOf } from '../testing/read-pdf.ts';
import { createDocumentMaker, type LetterFacts } from './document-maker.ts';

const maker = createDocumentMaker();

const letter = async (changes: Partial<LetterFacts> = {}) =>
  readPdf(await maker.letter(letterFacts(changes)));

describe('the letter', () => {
  it('addresses the executive on one portrait page and gives the figures', async () => {
    const found = await letter();
    expect(found).toMatchObject({ pages: 1, size: [612, 792] });
    for (const words of [
      'Chief Robin Sample Elm Fork Police Department 1 Main Street Elm Fork, TX 75001',
      'Dear Chief Robin Sample:',
      'all 40 sworn officers completed the training that the pledge asks for, 9 of them (22 percent) in crisis intervention.',
      'OM-2026-000123',
      'help@onemind.example',
    ]) {
      expect(found.text).toContain(words);
    }
  });

  it('is tagged PDF/UA-1 with a title, a heading, a link and a code that reads', async () => {
    const file = await maker.letter(letterFacts());
    const found = await readPdf(file);
    expect(found).toMatchObject({
      uaPart: '1',
      isTagged: true,
      title: 'Letter of Acknowledgment: Elm Fork Police Department',
      language: 'en-US',
      links: ['https://onemind.example/verify/OM-2026-000123'],
    });
    expect(rolesOf(found.tags)).toContain('H1');
    expect(await readQrCode(file)).toBe('https://onemind.example/verify/OM-2026-000123');
  });

  it.each([
    [
      { sworn: 1, advanced: 1, trained: 1 },
      'its one sworn officer completed the training that the pledge asks for, in crisis intervention.',
    ],
    [
      { sworn: 1, advanced: 0, trained: 1 },
      'its one sworn officer completed the training that the pledge asks for.',
    ],
    [
      { sworn: 4, advanced: 4, trained: 4 },
      'all 4 sworn officers completed the training that the pledge asks for, all of them in crisis intervention.',
    ],
    [{ sworn: 1000, advanced: 299, trained: 1000 }, 'all 1,000 sworn officers'],
    [{ sworn: 1000, advanced: 299, trained: 1000 }, '299 of them (29 percent)'],
    [{ sworn: 36000, advanced: 7201, trained: 35999 }, 'of 36,000 sworn officers, 35,999 completed'],
  ])('puts %j into words that hold', async (figures, words) => {
    expect((await letter({ figures })).text).toContain(words);
  });

  it('leaves out what the address lacks and takes very long names on further pages', async () => {
    expect(
      (await letter({ addressLines: ['', ' '], executive: { name: 'Robin Sample', rank: '' } })).text,
    ).toContain('Robin Sample Elm Fork Police Department Letter of Acknowledgment Dear Robin Sample:');
    const long = 'Saint Bartholomew Township '.repeat(6).trim();
    const found = await letter({
      agencyName: long,
      addressLines: Array(8).fill(long),
      executive: { name: long, rank: long },
    });
    expect(found.text).toContain('Questions: help@onemind.example');
  });
});
