import { describe, expect, it, onTestFinished } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { certificateFacts } from '../testing/document-facts.ts';
import { altsOf, readPdf, readQrCode, rolesOf } from '../testing/read-pdf.ts';
import { type CertificateFacts, createDocumentMaker } from './document-maker.ts';
import { TypesettingError } from './typesetter.ts';

const maker = createDocumentMaker();

const certificate = async (changes: Partial<CertificateFacts> = {}) =>
  readPdf(await maker.certificate(certificateFacts(changes)));

const count = (file: Uint8Array, sign: RegExp) =>
  Buffer.from(file).toString('latin1').match(sign)?.length ?? 0;

describe('the certificate', () => {
  it('is one landscape letter page that says who was certified, when, under which number and by whom', async () => {
    const found = await certificate();
    expect(found).toMatchObject({ pages: 1, size: [792, 612] });
    for (const words of [
      'One Mind Campaign',
      'Certificate of Completion',
      'Elm Fork Police Department',
      'Elm Fork, Texas',
      'has completed every requirement of the One Mind pledge.',
      'November 20, 2026',
      'OM-2026-000123',
      'Alex Example',
      'Pledge taken February 3, 2025 under the rules “One Mind pledge, 2024”',
      'ab'.repeat(32),
    ]) {
      expect(found.text).toContain(words);
    }
  });

  it('says its last day where it has one, and nothing where it has none', async () => {
    expect((await certificate()).text).not.toContain('Valid until');
    const { text, pages } = await certificate({ validUntil: '2029-11-19' as CalendarDate });
    expect(text).toContain('Valid until November 19, 2029');
    expect(pages).toBe(1);
  });

  it('is tagged PDF/UA-1 with a title, a language, headings and a described picture', async () => {
    const found = await certificate();
    expect(found).toMatchObject({
      uaPart: '1',
      isTagged: true,
      title: 'Certificate of Completion: Elm Fork Police Department',
      language: 'en-US',
    });
    const roles = rolesOf(found.tags);
    expect(roles.filter((role) => /^H\d?$/.test(role))).toEqual(['H1', 'H2']);
    expect(roles).toContain('Link');
    expect(altsOf(found.tags)).toEqual(['QR code that opens https://onemind.example/verify/OM-2026-000123']);
  });

  it('leads to the verification page by its link and by its QR code', async () => {
    const verifyUrl = 'https://onemind.a-rather-long-host-name-of-a-campaign.example/verify/OM-2026-000123';
    const file = await maker.certificate(certificateFacts({ verifyUrl }));
    const found = await readPdf(file);
    expect(found.links).toEqual([verifyUrl]);
    expect(await readQrCode(file)).toBe(verifyUrl);
    expect(found.text.replaceAll(' ', '')).toContain(verifyUrl);
  });

  it('carries every font it uses', async () => {
    const file = await maker.certificate(certificateFacts({ agencyName: 'Elm Fork شرطة 警察署' }));
    const fonts = count(file, /\/Type \/FontDescriptor/g);
    expect(fonts).toBeGreaterThanOrEqual(4);
    expect(count(file, /\/FontFile[23] /g)).toBe(fonts);
  });

  it.each([
    ['Spanish and French', 'Policía de Ñandú, Service de police de Saint-Jérôme-de-la-Côte'],
    ['Vietnamese', 'Sở Cảnh sát Thành phố Nguyễn Đức'],
    ['Navajo, Hawaiian and Salish', 'Naabeehó Bináhásdzo ą́ ʻōlelo xʷməθkʷəy̓əm'],
    ['Greek and Cyrillic', 'Αστυνομία Ὀδυσσεύς Полиция'],
    ['Chinese', '北京市公安局朝阳分局'],
    ['Japanese', '警視庁 さいたま ケイサツ'],
    ['Korean', '서울특별시경찰청'],
    ['Hindi', 'दिल्ली पुलिस'],
    ['Thai', 'กรุงเทพมหานคร'],
    ['Cherokee and Inuktitut', 'ᏣᎳᎩ ᎠᏰᎵ ᓄᓇᕗᑦ'],
  ])('shows a name in %s', async (_script, agencyName) => {
    const found = await certificate({ agencyName });
    expect(found.pages).toBe(1);
    expect(found.title).toBe(`Certificate of Completion: ${agencyName.normalize('NFC')}`);
    for (const letter of lettersOf(agencyName)) expect(found.text.normalize('NFD')).toContain(letter);
  });

  it.each([
    ['Arabic', 'شرطة مدينة ديربورن'],
    ['Hebrew', 'משטרת ישראל'],
  ])('shows a name in %s, which runs from right to left', async (_script, agencyName) => {
    const found = await certificate({ agencyName });
    for (const word of agencyName.split(' ')) expect(found.text).toContain(word);
  });

  it.each([
    '#import "theme.typ": deep',
    '#panic() #sys.version',
    '*bold* _slanted_ `raw` -- ~ ...',
    '$x^2$ @reference <label> https://elm.example',
    '\\u{41} \\ // no comment /* none */',
    '= Heading - item + item / term: "quoted" 1/2',
    '{"facts": [null]} </svg>',
  ])('prints %s as it stands', async (agencyName) => {
    const found = await certificate({ agencyName, place: agencyName, statement: agencyName });
    expect(found.text.split(agencyName)).toHaveLength(4);
  });

  it('sets a name of 148 letters, one of two lines and one endless word within one page', async () => {
    const long =
      'Metropolitan Transportation, Harbor and Airport Police Department of the Consolidated City and County of Lake Meridian and Saint Bartholomew Township';
    expect(await certificate({ agencyName: long })).toMatchObject({ pages: 1 });
    const twoLines = await certificate({ agencyName: 'Police Department\nof the Lake Meridian Band' });
    expect(twoLines).toMatchObject({
      pages: 1,
      title: 'Certificate of Completion: Police Department of the Lake Meridian Band',
    });
    const endless = await certificate({ agencyName: 'W'.repeat(200) });
    expect(endless.pages).toBe(1);
    expect(endless.text.match(/W/g)).toHaveLength(200);
  });

  it('stays on its page when every text is long', async () => {
    const words = (length: number) => 'Saint Bartholomew Township '.repeat(40).slice(0, length).trim();
    const found = await certificate({
      agencyName: words(200),
      place: words(120),
      statement: words(600),
      rulesTitle: words(120),
      campaignName: words(80),
      issuer: words(120),
      signatory: { name: words(80), title: words(120) },
    });
    expect(found.pages).toBe(1);
  });

  it('names the character that no font has instead of printing a box', async () => {
    const making = maker.certificate(certificateFacts({ agencyName: 'Elm Fork \u{1B170} \u{1780}' }));
    await expect(making).rejects.toThrow(TypesettingError);
    await expect(making).rejects.toThrow(/^No font has \u{1B170} \u{1780}\. Add one/u);
  });

  it('is refused when its text outgrows the page', async () => {
    const making = maker.certificate(certificateFacts({ statement: 'Elm Fork has trained. '.repeat(200) }));
    await expect(making).rejects.toThrow('The text needs 2 pages where 1 may be.');
  });

  it('comes out byte for byte the same for the same facts, also from another maker', async () => {
    const facts = certificateFacts();
    const one = await maker.certificate(facts);
    await maker.certificate(certificateFacts({ number: 'OM-2026-000124' }));
    const others = [await maker.certificate(facts), await createDocumentMaker().certificate(facts)];
    for (const other of others) expect(Buffer.compare(one, other)).toBe(0);
  });

  it('lets requests be answered while many are made', async () => {
    let turns = 0;
    const clock = setInterval(() => {
      turns += 1;
    }, 0);
    onTestFinished(() => clearInterval(clock));
    await Promise.all(Array.from({ length: 20 }, () => maker.certificate(certificateFacts())));
    expect(turns).toBeGreaterThanOrEqual(10);
  });
});

/** The letters and marks of a name; this reader of PDF doesn't keep their order where a script joins them. */
function lettersOf(name: string): Set<string> {
  return new Set(name.normalize('NFD').match(/[\p{L}\p{M}]/gu));
}
