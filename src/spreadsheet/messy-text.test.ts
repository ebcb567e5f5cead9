import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { readingOf, refusalOf, textsOf } from '../testing/sheet-content.ts';

/** All texts below the first row of a text file, whatever they are. */
async function cellsBelow(content: string | Uint8Array): Promise<(string | number)[][]> {
  const reading = await readingOf(content, { headerRow: 1 });
  return (await textsOf(reading)).map(([, ...cells]) => cells);
}

describe('a text file read back', () => {
  const latin = 'aZ09éñü"\',;|\t\n\r =+-@#._/';
  const wide = `${latin}ŁжЖ漢字‰–“”\u{1F46E}`;
  const encodings: readonly (readonly [string, string, (text: string) => Buffer])[] = [
    ['UTF-8', wide, (text) => Buffer.from(text)],
    ['UTF-8 with a mark', wide, (text) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16LE with a mark', wide, (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16BE with a mark', wide, (text) => iconv.encode(`\uFEFF${text}`, 'utf-16be')],
    ['UTF-16LE', latin, (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16BE', latin, (text) => iconv.encode(text, 'utf-16be')],
    ['Windows-1252', latin, (text) => iconv.encode(text, 'win1252')],
  ];

  it.each(encodings)(
    'holds the same cells in %s with any delimiter and line end',
    async (_, units, encode) => {
      // A leading letter keeps rows from being blank and texts from being taken for guarded formulas.
      const cell = fc
        .string({ unit: fc.constantFrom(...units), maxLength: 12 })
        .map((text) => `x${text}`.trim());
      const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 });
      await fc.assert(
        fc.asyncProperty(
          table,
          fc.constantFrom(',', ';', '\t', '|'),
          fc.constantFrom('\n', '\r\n', '\r'),
          fc.boolean(),
          async (rows, delimiter, end, quoted) => {
            const text = stringify([['ID', 'Name', 'Note'], ...rows], {
              delimiter,
              record_delimiter: end,
              quoted,
              // Left to itself the writer quotes only the line end it writes.
              quoted_match: /[\r\n]/,
            });
            expect(await cellsBelow(encode(text))).toEqual(rows);
          },
        ),
        { numRuns: 40 },
      );
    },
  );

  it.each([
    "O'Brien-Núñez",
    'Robert"); DROP TABLE staff;--',
    '=HYPERLINK("http://x.example","y")',
    '-2+3',
    '@SUM(1)',
    '１２３',
    'Ω≈ç√∫˜µ≤≥÷',
    'ẋ̸̧͚',
    '👮🏽‍♀️',
    '\u202Etest\u202C',
    'مرحبا',
    '‘’“”—',
    '<script>alert(1)</script>',
    '&amp;&lt;',
    '$\x7Bjndi:ldap://x}',
    '%00%0a',
    '..\\..\\etc',
    'NULL',
    '1E+5',
    '0x1F',
    '1,000,000.00',
    '٠١٢',
    'a\u200Bb',
    'ﬁ ligature',
    'Ａ Ｂ',
    'İıſ',
    '\u{10FFFF}',
  ])('keeps %s byte for byte', async (text) => {
    const [row] = await cellsBelow(
      stringify([
        ['ID', 'Text', 'End'],
        ['1', text, 'end'],
      ]),
    );
    expect(Buffer.from(String(row?.[1]))).toEqual(Buffer.from(text));
  });
});

describe('well-known shapes of CSV', () => {
  it.each<[string, string, string[][]]>([
    ['a delimiter in quotes', 'first,town\nPat,"Elmwood, WW"\n', [['Pat', 'Elmwood, WW']]],
    ['blank values', 'a,b,c\n1,"",""\n2,3,4\n', [['1'], ['2', '3', '4']]],
    ['blank values and CRLF', 'a,b,c\r\n1,"",""\r\n2,3,4\r\n', [['1'], ['2', '3', '4']]],
    [
      'quotes in quotes',
      'a,b\n1,"ho ""ho"" ho"\n3,4\n',
      [
        ['1', 'ho "ho" ho'],
        ['3', '4'],
      ],
    ],
    [
      'JSON in a cell',
      'key,val\n1,"{""type"": ""Pin"", ""at"": [10.5, 2]}"\n',
      [['1', '{"type": "Pin", "at": [10.5, 2]}']],
    ],
    [
      'degrees and quotes',
      'Place,Where\nElm,"37°36\'37.8""N 121°2\'17.9""W"\n',
      [['Elm', '37°36\'37.8"N 121°2\'17.9"W']],
    ],
    ['line ends in quotes', 'a,b,c\n"One fine \nday",5,6\n', [['One fine \nday', '5', '6']]],
    ['CRLF in quotes', 'a,b,c\r\n"One fine \r\nday",5,6\r\n', [['One fine \r\nday', '5', '6']]],
    [
      'quotes and line ends',
      'a,b\n1,"ho \n""ho"" \nho"\n3,4\n',
      [
        ['1', 'ho \n"ho" \nho'],
        ['3', '4'],
      ],
    ],
    ['a rare letter', 'a,b,c\n4,5,ʤ\n', [['4', '5', 'ʤ']]],
    ['the end-of-file mark of DOS', 'a,b\r\n1,2\r\n\u001A', [['1', '2']]],
  ])('%s', async (_, text, expected) => {
    const reading = await readingOf(text);
    expect(reading.headerRow).toBe(1);
    expect((await textsOf(reading)).map(([, ...cells]) => cells)).toEqual(expected);
  });
});

describe('what is said of a text file', () => {
  it.each([
    ['Name;Rank\nPat Example;Officer\n', 'a.csv', [{ code: 'delimiter', delimiter: ';', isDeclared: false }]],
    [
      'sep=|\nName|Rank\nPat Example|Officer\n',
      'a.csv',
      [{ code: 'delimiter', delimiter: '|', isDeclared: true }],
    ],
    [
      'Name\tRank\nPat Example\tOfficer\n',
      'a.xls',
      [
        { code: 'name-says-otherwise', says: 'xls', found: 'csv' },
        { code: 'delimiter', delimiter: '\t', isDeclared: false },
      ],
    ],
    [
      'Roster\n\nName,Rank\nPat Example,Officer\n',
      'a.txt',
      [
        { code: 'delimiter', delimiter: ',', isDeclared: false },
        { code: 'lines-above', count: 1 },
      ],
    ],
    [
      'Name,Rank\nPat Example,#N/A\nSam Sample,#N/A\n',
      'a.csv',
      [
        { code: 'delimiter', delimiter: ',', isDeclared: false },
        {
          code: 'cells-in-trouble',
          trouble: { code: 'error', column: 1, cells: 2, rows: [2, 3], text: '#N/A' },
        },
      ],
    ],
    [
      'ID,Name\n1.23457E+11,Pat Example\n1E+5x,Sam Sample\n',
      'a.csv',
      [
        { code: 'delimiter', delimiter: ',', isDeclared: false },
        {
          code: 'cells-in-trouble',
          trouble: { code: 'digits-lost', column: 0, cells: 1, rows: [2], text: '1.23457E+11' },
        },
      ],
    ],
  ])('%j named %s', async (content, name, facts) => {
    expect((await readingOf(content, {}, name)).facts).toEqual(facts);
  });

  it('an encoding that the file does not say was guessed', async () => {
    const windows = await readingOf(iconv.encode('Name,Rank\r\nZoë O’Brien,Officer\r\n', 'win1252'));
    expect(windows.facts).toContainEqual({ code: 'encoding-guessed', encoding: 'mixed' });
    expect(await textsOf(windows)).toEqual([[2, 'Zoë O’Brien', 'Officer']]);
    const utf8 = await readingOf('Name,Rank\r\nZoë O’Brien,Officer\r\n');
    expect(utf8.facts.map(({ code }) => code)).toEqual(['delimiter']);
  });

  it('an old Mac wrote it, when its letters make words only so', async () => {
    const text = 'Name,Rank\rMuñoz José,Officer\rBjörk Zoë,Sergeant\rO’Brien René,Chief\r';
    const reading = await readingOf(iconv.encode(text, 'macintosh'));
    expect(reading.facts).toContainEqual({ code: 'encoding-guessed', encoding: 'macintosh' });
    expect(await textsOf(reading)).toEqual([
      [2, 'Muñoz José', 'Officer'],
      [3, 'Björk Zoë', 'Sergeant'],
      [4, 'O’Brien René', 'Chief'],
    ]);
  });

  it.each([
    'Crisis—intervention “for all”, ‘new’ – 2024…',
    'Šarik, Kovaž, Doe™ •',
    'O’BRIEN, D’Angelo’s',
    'café—bar, Ÿ',
  ])('dashes and quotes of Windows do not make it a Mac’s: %s', async (text) => {
    const content = iconv.encode(`Name,Note\r\nPat Example,"${text}"\r\n`, 'win1252');
    expect(await textsOf(await readingOf(content))).toEqual([[2, 'Pat Example', text]]);
  });

  it('a byte order mark before letters of Windows is no part of the first heading', async () => {
    const content = Buffer.concat([Buffer.from('\uFEFF'), iconv.encode('Name,Größe\nZoë,1\n', 'win1252')]);
    expect((await readingOf(content)).headings).toEqual(['Name', 'Größe']);
  });
});

describe('a file without headings', () => {
  const rows = '00412,"Ash, Mary",3/5/2019\n00413,"Birch, Tom",3/6/2019\n';

  it('is refused unless the caller can tell columns from their values', async () => {
    expect(await refusalOf(rows)).toEqual({ code: 'no-header' });
    const reading = await readingOf(rows, { allowsNoHeadings: true });
    expect(reading).toMatchObject({ headerRow: 0, headings: ['', '', ''], preamble: [] });
    expect(reading.facts).toContainEqual({ code: 'no-headings' });
    expect(await textsOf(reading)).toEqual([
      [1, '00412', 'Ash, Mary', '3/5/2019'],
      [2, '00413', 'Birch, Tom', '3/6/2019'],
    ]);
  });

  it('can be pointed at by its row 0', async () => {
    const reading = await readingOf('Ash,Officer\nBirch,Chief\n', { headerRow: 0 });
    expect([reading.headings, (await textsOf(reading)).length]).toEqual([['', ''], 2]);
  });

  it('is not seen in a letter', async () => {
    const letter = 'Dear Chief,\nplease find the home addresses attached.\nYours, Pat';
    const isKnownHeading = (heading: string) => heading === 'Name';
    expect(await refusalOf(letter, { isKnownHeading, allowsNoHeadings: true })).toEqual({
      code: 'no-header',
    });
  });
});
