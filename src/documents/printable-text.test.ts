import { describe, expect, it } from 'vitest';
import { printableText } from './printable-text.ts';

describe('text for a document', () => {
  it.each([
    ['accents typed apart', 'Saint-Je\u0301ro\u0302me', 'Saint-Jérôme'],
    ['Hangul typed apart', '\u1109\u1165\u110b\u116e\u11af', '서울'],
    ['a line break of Windows', 'Police\r\nDepartment', 'Police\nDepartment'],
    ['tabs and no-break spaces', 'Elm\t\u00a0 Fork', 'Elm Fork'],
    ['spaces around a line break', ' Elm Fork \n Police ', 'Elm Fork\nPolice'],
    ['control characters', 'Elm\u0000 Fo\u0007rk', 'Elm Fork'],
    ['signs that turn the direction', 'Elm \u202eecilop\u202c', 'Elm ecilop'],
    ['half a surrogate pair', 'Elm \ud83d Fork', 'Elm \ufffd Fork'],
  ])('%s: comes out printable', (_case, typed, printed) => {
    expect(printableText(typed)).toBe(printed);
  });

  it('joiners that Persian and Hindi need stay', () => {
    expect(printableText('می\u200cخواهم क्\u200dष')).toBe('می\u200cخواهم क्\u200dष');
  });
});
