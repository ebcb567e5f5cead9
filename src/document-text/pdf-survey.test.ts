import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../testing/policy-pdf.ts';
import { inspectionLimits } from './document-text.ts';
import { surveyPdf } from './pdf-survey.ts';

const pdf = (catalog: string, ...more: readonly (string | Buffer)[]) =>
  pdfOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
    ...more,
  ]);
const found = (file: Buffer) => surveyPdf(file, inspectionLimits).found;
const packed = (text: string, first: number) =>
  Buffer.concat([
    Buffer.from(`<< /Type /ObjStm /N 1 /First ${first} /Filter /FlateDecode >>\nstream\n`),
    deflateSync(Buffer.from(text)),
    Buffer.from('\nendstream'),
  ]);

describe('a form put together by a program', () => {
  it.each(['/XFA 4 0 R', '/XFA [(a) 4 0 R (b) 5 0 R]', '/#58FA % a word\n4 0 R'])('%s is found', (entry) => {
    expect(found(pdf(`/AcroForm << /Fields [] ${entry} >>`))).toBe('live-form');
  });
});

describe('what a PDF does by itself', () => {
  it.each(['SubmitForm', 'ImportData', 'GoToR', 'GoToE', 'URI', 'U#52I'])('%s is found', (kind) => {
    const action = `<< /S /${kind} /F (\\\\\\\\a.test\\\\share) >>`;
    expect(found(pdf(`/OpenAction ${action}`))).toBe('outside-content');
    expect(found(pdf(`/AA << /WC ${action} >>`))).toBe('outside-content');
    expect(found(pdf('/OpenAction 4 0 R', action))).toBe('outside-content');
    expect(found(pdf('/OpenAction 4 0 R', '<< /S /GoTo /Next [5 0 R] >>', action))).toBe('outside-content');
    expect(found(pdf('/AA 9 0 R', packed(`9 0 << /O ${action} >>`, 4)))).toBe('outside-content');
    expect(found(pdf('/OpenAction << /S 4 0 R >>', `/${kind}`))).toBe('outside-content');
  });

  it.each([
    ['opens at a page', pdf('/OpenAction [3 0 R /Fit]')],
    ['opens at a page by an action', pdf('/OpenAction << /S /GoTo /D [3 0 R /Fit] >>')],
    [
      'has a link to click on the page it opens at',
      pdf(
        '/OpenAction 5 0 R',
        '<< /Subtype /Link /A << /S /URI /URI (https://a.test) >> >>',
        '<< /S /GoTo /D [4 0 R /Fit] >>',
      ),
    ],
    ['has a link into another file to click', pdf('', '<< /Subtype /Link /A << /S /GoToR /F (b.pdf) >> >>')],
  ])('one that %s is harmless', (_what, file) => {
    expect(found(file)).toBeUndefined();
  });
});

describe('what a PDF shows out of another file', () => {
  const file = '(\\\\\\\\a.test\\\\s\\\\x)';
  const content = (facts: string) => `<< ${facts} /Length 0 >>\nstream\n\nendstream`;
  const url = `<< /S /MR /C << /S /MCD /D << /FS /URL /F (http://a.test/x.mp4) >> >> >>`;

  it.each([
    ['a thread of another file', pdf(`/OpenAction << /S /Thread /F ${file} /D 0 >>`)],
    ['a film of the web', pdf(`/OpenAction << /S /Rendition /OP 0 /R ${url} >>`)],
    ['a film of the web, told elsewhere', pdf('/AA << /O << /S /Rendition /R 4 0 R >> >>', url)],
    ['a sound of a share', pdf(`/OpenAction << /S /Sound /Sound << /F ${file} /R 8000 >> >>`)],
    ['a film that begins', pdf('/OpenAction << /S /Movie >>')],
    ['a film on the page', pdf('', `<< /Subtype /Movie /Movie << /F ${file} >> >>`)],
    ['a page of another file', pdf('', content(`/Subtype /Form /Ref << /F ${file} /Page 0 >>`))],
    ['a page of another file, told elsewhere', pdf('', content('/Ref 5 0 R'), `<< /F ${file} /Page 0 >>`)],
    ['a content that lies elsewhere', pdf('', content('/F << /FS /URL /F (http://a.test/x) >>'))],
    ['a content on a share', pdf('', content(`/#46 ${file} /Note (obj)`))],
    ['a content whose place is told elsewhere', pdf('', content('/F 5 0 R % >>\n'), file)],
  ])('%s is found', (_what, file) => {
    expect(found(file)).toBe('outside-content');
  });

  it.each([
    ['a thread of its own', pdf('/OpenAction << /S /Thread /D 0 >>')],
    ['a sound of its own', pdf('/OpenAction << /S /Sound /Sound 4 0 R >>', content('/R 8000'))],
    ['a note that is printed', pdf('', '<< /Subtype /Text /F 4 >>', content('/Type /XObject'))],
    ['a letter of a name that is short', pdf('', content('/Resources << /Font << /F 5 0 R >> >>'), '<< >>')],
    ['parts that point at each other', pdf('', '<< /S /Note /Ref [5 0 R] >>', '<< /S /P /Ref 4 0 R >>')],
  ])('%s is harmless', (_what, file) => {
    expect(found(file)).toBeUndefined();
  });
});

describe('millions of signs that mean nothing are gone through once', () => {
  it.each([
    ['comments', `/S${'% \n'.repeat(3_000_000)}/Launch `, 'program-start'],
    ['names in comments', `${'%/S\n'.repeat(2_000_000)}`, undefined],
    ['blanks', `/EF${' \0'.repeat(4_000_000)}<<`, 'embedded-file'],
    ['names with blanks', `${`/JavaScript${' '.repeat(50_000)}`.repeat(200)}`, undefined],
    ['names of files', '<< /F (a) '.repeat(500_000), 'outside-content'],
    ['short dictionaries with names of files', '<</F (a)>> '.repeat(500_000), undefined],
    ['triggers', '/AA <<'.repeat(500_000), 'outside-content'],
  ])('%s', { timeout: 20_000 }, (_what, rest, expected) => {
    const started = performance.now();
    expect(found(Buffer.concat([pdf(''), Buffer.from(rest)]))).toBe(expected);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
