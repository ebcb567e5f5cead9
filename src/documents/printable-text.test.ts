import { describe, expect, it } from 'vitest';
import { printableText, unprintedSign } from './printable-text.ts';

describe('text for a document', () => {
  it.each([
    ['accents typed apart', 'Saint-Je\u0301ro\u0302me', 'Saint-Jérôme'],
    ['Hangul typed apart', '\u1109\u1165\u110b\u116e\u11af', '서울'],
    ['a line break of Windows', 'Police\r\nDepartment', 'Police\nDepartment'],
    ['tabs and no-break spaces', 'Elm\t\u00a0 Fork', 'Elm Fork'],
    ['spaces around a line break', ' Elm Fork \n Police ', 'Elm Fork\nPolice'],
    ['control characters', 'Elm\u0000 Fo\u0007rk', 'Elm Fork'],
    ['signs that turn the direction', 'Elm \u202eecilop\u202c', 'Elm ecilop'],
    ['half a surrogate pair', 'Elm \ud83d Fork', 'Elm Fork'],
    ['small pictures', 'Elm 🚔 Fork ☎️', 'Elm Fork ☎'],
    ['signs that mean nothing', 'Elm\ufffe Fo\u{e000}rk', 'Elm Fork'],
  ])('%s: comes out printable', (_case, typed, printed) => {
    expect(printableText(typed)).toBe(printed);
  });

  it('joiners that Persian and Hindi need stay', () => {
    expect(printableText('می\u200cخواهم क्\u200dष')).toBe('می\u200cخواهم क्\u200dष');
  });
});

describe('a name that documents will print', () => {
  it.each(['Elm Fork Police', 'Ville de Québec', '中文 警察', 'شرطة', 'Taylor & Sons ©', '№ 5 – “Old Town”'])(
    '%s: every sign',
    (name) => {
      expect(unprintedSign(name)).toBeUndefined();
    },
  );

  it('is refused for the sign that would be left out', () => {
    expect(unprintedSign('Elm 🚔 Fork')).toBe('🚔');
    expect(unprintedSign('Elm\ufffe')).toBe('\ufffe');
  });
});
