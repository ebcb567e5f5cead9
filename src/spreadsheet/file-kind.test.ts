import { describe, expect, it } from 'vitest';
import { fileKind } from './file-kind.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

describe('what a file is', () => {
  it.each([
    ['a,b\n1,2\n', { kind: 'text' }],
    ['', { kind: 'text' }],
    ['{Pat},CIT\n', { kind: 'text' }],
    ['<none>,b\n', { kind: 'text' }],
    ['\uFEFFa,b\n', { kind: 'text' }],
    ['%PDF-1.7\n%âãÏÓ\n', { kind: 'other', found: 'a PDF document' }],
    ['{"rows": []}', { kind: 'other', found: 'a JSON file' }],
    ['[\n  {"a": 1}]', { kind: 'other', found: 'a JSON file' }],
    ['{\\rtf1\\ansi', { kind: 'other', found: 'a Word (RTF) document' }],
    ['<!DOCTYPE html><html><body>Sign in</body>', { kind: 'other', found: 'a web page' }],
    ['<html><body><table><tr><td>', { kind: 'spreadsheet', found: 'web-page' }],
    [
      `<html><style>${'p{color:red}'.repeat(2_000)}</style><table><tr>`,
      { kind: 'spreadsheet', found: 'web-page' },
    ],
    ['ID;PWXL;N;E\r\nC;Y1;X1;K"Name"\r\n', { kind: 'spreadsheet', found: 'sylk' }],
    ['ID;Person\nC;Pat\n', { kind: 'text' }],
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related',
      { kind: 'other', found: 'a saved web page (MHTML)' },
    ],
    [
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
      { kind: 'spreadsheet', found: 'xml-spreadsheet' },
    ],
    ['<?xml version="1.0"?><rows/>', { kind: 'other', found: 'an XML file' }],
    ['PK\x03\x04', { kind: 'zip' }],
  ])('shows in its content: %j', async (start, expected) => {
    expect(await fileKind(Buffer.from(start))).toEqual(expected);
  });

  it.each([
    ['a picture', png, 'a picture'],
    ['a web page in UTF-16', Buffer.from('\uFEFF<html><body>Sign in', 'utf16le'), 'a web page'],
    ['noise', Buffer.from([7, 3, 200, 1, 6, 255, 0, 4, 2, 31]), ''],
  ])('shows when it is %s', async (_, bytes, found) => {
    expect(await fileKind(bytes)).toEqual({ kind: 'other', found });
  });
});
