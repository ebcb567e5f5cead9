import { describe, expect, it } from 'vitest';
import { servedName } from './served-name.ts';

describe('a file is called by what it is', () => {
  const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

  it.each([
    ['Policy.hta', 'application/pdf', 'Policy.pdf'],
    ['Policy.pdf', 'application/pdf', 'Policy.pdf'],
    ['Policy.PDF', 'application/pdf', 'Policy.PDF'],
    ['Policy.pdf.exe', 'application/pdf', 'Policy.pdf'],
    ['Policy.pdf. . ', 'application/pdf', 'Policy.pdf'],
    ['Policy\u202efdp.exe', 'application/pdf', 'Policyfdp.pdf'],
    ['Policy 41.2', 'application/pdf', 'Policy 41.2.pdf'],
    ['.hta', 'application/pdf', '.hta.pdf'],
    ['', 'application/pdf', 'file.pdf'],
    ['Order.docm', docx, 'Order.docx'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['photo.html', 'image/png', 'photo.png'],
    ['roster.ods', 'application/vnd.oasis.opendocument.spreadsheet', 'roster.ods'],
    ['roster.hta', 'application/vnd.oasis.opendocument.spreadsheet', 'roster.hta.bin'],
  ])('%j of the kind %s is %j', (name, mediaType, served) => {
    expect(servedName(name, mediaType)).toBe(served);
  });
});
