import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type TextEncoding, textDecoding, Utf8Check, wideEncoding } from './text-encoding.ts';

function decodedInPieces(bytes: Buffer, encoding: TextEncoding, piece: number): string {
  const decoding = textDecoding(encoding);
  let text = '';
  for (let at = 0; at < bytes.length; at += piece) text += decoding.decode(bytes.subarray(at, at + piece));
  return text + decoding.end();
}

function isUtf8InPieces(bytes: Buffer, piece: number): boolean {
  const check = new Utf8Check();
  for (let at = 0; at < bytes.length; at += piece) check.add(bytes.subarray(at, at + piece));
  return check.valid;
}

describe('the encoding of a text file', () => {
  it.each([
    ['UTF-16LE with a byte order mark', Buffer.from('\uFEFFName,Größe\n', 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a byte order mark', iconv.encode('\uFEFFName,Größe\n', 'utf-16be'), 'utf-16be'],
    ['UTF-16LE without a mark', Buffer.from('Name,Größe\n', 'utf16le'), 'utf-16le'],
    ['UTF-16BE without a mark', iconv.encode('Name,Größe\n', 'utf-16be'), 'utf-16be'],
    ['UTF-8', Buffer.from('Name,Größe\n'), undefined],
    ['Windows-1252', iconv.encode('Name,Größe\n', 'win1252'), undefined],
    ['nothing', Buffer.alloc(0), undefined],
  ])('%s shows in its first bytes', (_, bytes, expected) => {
    expect(wideEncoding(bytes)).toBe(expected);
  });

  it('is UTF-8 or not, wherever the pieces break', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((value) => value.isWellFormed());
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 7 }), (value, piece) => {
        expect(isUtf8InPieces(Buffer.from(value), piece)).toBe(true);
        expect(isUtf8InPieces(Buffer.concat([Buffer.from(value), Buffer.from([0xe9])]), piece)).toBe(false);
      }),
    );
  });

  it('decodes to the same text, wherever the pieces break', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    const encodings = fc.constantFrom<TextEncoding>('utf-8', 'utf-16le', 'utf-16be', 'mixed');
    fc.assert(
      fc.property(text, encodings, fc.integer({ min: 1, max: 7 }), (value, encoding, piece) => {
        const bytes = iconv.encode(value, encoding === 'mixed' ? 'utf-8' : encoding);
        expect(decodedInPieces(bytes, encoding, piece)).toBe(value);
      }),
    );
  });

  it('of each line counts in a file put together from several programs', () => {
    const bytes = Buffer.concat([
      Buffer.from('Zoë,ok\r\n'),
      iconv.encode('Renée – “Rey”\r\n', 'win1252'),
      Buffer.from('Núñez'),
    ]);
    expect(decodedInPieces(bytes, 'mixed', 5)).toBe('Zoë,ok\r\nRenée – “Rey”\r\nNúñez');
  });
});
