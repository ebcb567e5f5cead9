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

describe('millions of signs that mean nothing are gone through once', () => {
  it.each([
    ['comments', `/S${'% \n'.repeat(3_000_000)}/Launch `, 'program-start'],
    ['names in comments', `${'%/S\n'.repeat(2_000_000)}`, undefined],
    ['blanks', `/EF${' \0'.repeat(4_000_000)}<<`, 'embedded-file'],
    ['names with blanks', `${`/JavaScript${' '.repeat(50_000)}`.repeat(200)}`, undefined],
    ['triggers', '/AA <<'.repeat(500_000), 'outside-content'],
  ])('%s', { timeout: 20_000 }, (_what, rest, expected) => {
    const started = performance.now();
    expect(found(Buffer.concat([pdf(''), Buffer.from(rest)]))).toBe(expected);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});
