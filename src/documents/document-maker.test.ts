import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type CertificateFacts, createDocumentMaker, type LetterFacts } from './document-maker.ts';
import { TypesettingError } from './typesetter.ts';

const maker = createDocumentMaker();

function certificateFacts(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    number: 'OM-2026-000123',
    agencyName: 'Elm Fork Police Department',
    place: 'Elm Fork, Texas',
    certifiedOn: '2026-11-20' as CalendarDate,
    pledgedOn: '2025-02-03' as CalendarDate,
    rulesTitle: 'One Mind pledge, 2024',
    verifyUrl: 'https://onemind.example/verify/OM-2026-000123',
    campaignName: 'One Mind Campaign',
    issuer: 'International Association of Chiefs of Police',
    signatory: { name: 'Alex Example', title: 'President' },
    statement: 'has completed every requirement of the One Mind pledge.',
    snapshotHash: 'ab'.repeat(32),
    ...changes,
  };
}

function letterFacts(): LetterFacts {
  return {
    ...certificateFacts(),
    executive: { name: 'Robin Sample', rank: 'Chief' },
    addressLines: ['1 Main Street', 'Elm Fork, TX 75001'],
    figures: { sworn: 40, advanced: 9, trained: 40 },
    contactEmail: 'help@onemind.example',
  };
}

async function read(pdf: Uint8Array) {
  const document = await getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS }).promise;
  const page = await document.getPage(1);
  const content = await page.getTextContent();
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
  const { info, metadata } = await document.getMetadata();
  return {
    pages: document.numPages,
    text: text.replace(/\s+/g, ' '),
    info: JSON.parse(JSON.stringify(info)),
    ua: metadata?.get('pdfuaid:part'),
    isMarked: (await document.getMarkInfo())?.Marked,
    tree: JSON.stringify(await page.getStructTree()),
  };
}

describe('the certificate', () => {
  it('is one tagged PDF/UA page that says who was certified, when, under which number', async () => {
    const found = await read(await maker.certificate(certificateFacts()));
    expect(found).toMatchObject({ pages: 1, isMarked: true });
    expect(String(found.ua)).toBe('1');
    expect(found.info).toMatchObject({
      Title: 'Certificate of Completion: Elm Fork Police Department',
      Language: 'en-US',
    });
    for (const words of [
      'Elm Fork Police Department',
      'November 20, 2026',
      'OM-2026-000123',
      'Alex Example',
    ]) {
      expect(found.text).toContain(words);
    }
    expect(found.text).toContain('ab'.repeat(32));
  });

  it('describes its QR code to people who hear the page', async () => {
    const found = await read(await maker.certificate(certificateFacts()));
    expect(found.tree).toContain('QR code that opens https://onemind.example/verify/OM-2026-000123');
  });

  it.each([
    ['French', "Service de police de Saint-Jérôme-de-la-Côte et de la Vallée-de-l'Or"],
    ['Vietnamese', 'Sở Cảnh sát Thành phố Nguyễn'],
    ['Greek and Cyrillic', 'Αστυνομία Полиция'],
    ['Chinese, Japanese and Korean', '中文警察局 日本警察署 한국경찰서'],
    ['Arabic and Hebrew', 'شرطة משטרה'],
    ['signs of the typesetter', 'a#b *bold* $x$ @ref \\ #import "x" <tag> // no'],
  ])('sets a name in %s on one page', async (_script, agencyName) => {
    const found = await read(await maker.certificate(certificateFacts({ agencyName })));
    expect(found.pages).toBe(1);
    expect(found.info.Title).toBe(`Certificate of Completion: ${agencyName}`);
  });

  it('sets a name of two hundred letters on one page', async () => {
    const agencyName = 'Metropolitan Regional Transportation and Harbor Police '
      .repeat(4)
      .slice(0, 200)
      .trim();
    const found = await read(await maker.certificate(certificateFacts({ agencyName })));
    expect(found.pages).toBe(1);
    expect(found.text).toContain('Harbor');
  });

  it('is refused rather than printed with a character that no font has', async () => {
    const making = maker.certificate(certificateFacts({ agencyName: 'Department \u{1B170}' }));
    await expect(making).rejects.toBeInstanceOf(TypesettingError);
  });

  it('comes out byte for byte the same for the same facts', async () => {
    const [one, other] = [
      await maker.certificate(certificateFacts()),
      await maker.certificate(certificateFacts()),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});

describe('the letter', () => {
  it('thanks the executive by name and gives the figures', async () => {
    const found = await read(await maker.letter(letterFacts()));
    expect(found).toMatchObject({ pages: 1, isMarked: true });
    for (const words of [
      'Dear Chief Robin Sample',
      '1 Main Street',
      'of 40 sworn officers',
      '9 of them',
      'OM-2026-000123',
    ]) {
      expect(found.text).toContain(words);
    }
  });
});
