import { describe, expect, it } from 'vitest';
import {
  filedName,
  nameAbsence,
  nameKey,
  type PersonName,
  parseFullName,
  personName,
  shownName,
} from './person-name.ts';

const parts = (text: string) => {
  const name = parseFullName(text);
  return name && [name.given, name.middle, name.family, name.suffix].join('/');
};

const named = (text: string): PersonName => {
  const name = parseFullName(text);
  if (!name) throw new Error(`${text} names nobody`);
  return name;
};

describe('a full name in one cell', () => {
  it.each([
    ['Quillfeather, Dana M.', 'Dana/M./Quillfeather/'],
    ['Quillfeather, Dana M. Jr.', 'Dana/M./Quillfeather/Jr'],
    ['Quillfeather Jr., Dana M.', 'Dana/M./Quillfeather/Jr'],
    ['Quillfeather, Jr., Dana', 'Dana//Quillfeather/Jr'],
    ['Quillfeather, Dana, III', 'Dana//Quillfeather/III'],
    ['Dana M. Quillfeather III', 'Dana/M./Quillfeather/III'],
    ['Dana Quillfeather, Jr.', 'Dana//Quillfeather/Jr'],
    ['Dana Quillfeather, LCSW', 'Dana//Quillfeather/'],
    ['Quillfeather, Ma', 'Ma//Quillfeather/'],
    ['Sgt. Dana Quillfeather', 'Dana//Quillfeather/'],
    ['Quillfeather, Sgt. Dana', 'Dana//Quillfeather/'],
    ['Sgt Quillfeather, Dana', 'Dana//Quillfeather/'],
    ['Quillfeather, Dana (Sgt.) #4411', 'Dana//Quillfeather/'],
    ['Quillfeather, Dana, Sgt.', 'Dana//Quillfeather/'],
    ['Police Officer Dana Quillfeather', 'Dana//Quillfeather/'],
    ['1st Lt. Dana Quillfeather', 'Dana//Quillfeather/'],
    ['Sgt. Quillfeather', '//Quillfeather/'],
    ['Major Quillfeather', 'Major//Quillfeather/'],
    ['Major Dana Quillfeather', 'Dana//Quillfeather/'],
    ['Po Chen', 'Po//Chen/'],
    ['De La Cruz, Maria', 'Maria//De La Cruz/'],
    ['Maria De La Cruz', 'Maria//De La Cruz/'],
    ['Jan van der Hoof', 'Jan//van der Hoof/'],
    ['Van Nguyen', 'Van//Nguyen/'],
    ['Mary St. James', 'Mary//St. James/'],
    ['Robert "Bob" Marrowbone', 'Robert//Marrowbone/'],
    ['\u00a0Quillfeather,\u00a0\u00a0Dana ', 'Dana//Quillfeather/'],
    ['QUILLFEATHER,DANA M', 'DANA/M/QUILLFEATHER/'],
    ['Quillfeather', '//Quillfeather/'],
    ['Quillfeather, D.', 'D.//Quillfeather/'],
    ['=Quillfeather, -Dana', 'Dana//Quillfeather/'],
    ["O'Mally-Brook, Siân", "Siân//O'Mally-Brook/"],
    ['ASH MARY J', 'MARY/J/ASH/'],
    ['DE LA CRUZ MARIA A.', 'MARIA/A./DE LA CRUZ/'],
    ['Mary J', 'Mary//J/'],
    ['Tom Ash V', 'Tom//Ash/V'],
    ['Ash V, Tom', 'Tom//Ash/V'],
    ['Ash, Tom V', 'Tom/V/Ash/'],
    ['Juan García y Vega', 'Juan//García y Vega/'],
    ['Ash- Birch, Mary*', 'Mary//Ash-Birch/'],
    ['Ash, Mary - Sgt', 'Mary//Ash/'],
  ])('%s', (text, expected) => {
    expect(parts(text)).toBe(expected);
  });

  it.each([
    ['', 'blank'],
    [' \u00a0 ', 'blank'],
    ['-', 'blank'],
    ['N/A', 'blank'],
    ['1234', 'blank'],
    ['REDACTED', 'redacted'],
    ['[Redacted], [Redacted]', 'redacted'],
    ['XXXXX', 'redacted'],
    ['*****', 'redacted'],
    ['(b)(6)', 'redacted'],
    ['██████', 'redacted'],
    ['VACANT', 'vacant'],
    ['Vacant - Patrol', 'vacant'],
    ['TBD', 'vacant'],
    ['N/A.', 'blank'],
    ['NAME WITHHELD', 'redacted'],
    ['xxxx, xxxx', 'redacted'],
  ])('%s names nobody (%s)', (text, absence) => {
    expect(nameAbsence(text)).toBe(absence);
    expect(parseFullName(text)).toBeUndefined();
  });
});

describe('a rank alone', () => {
  it.each(['Officer', 'Officer 12', 'Sgt.'])('%s names nobody', (text) => {
    expect(parseFullName(text)).toBeUndefined();
  });
});

describe('a name from separate columns', () => {
  it('takes the suffix and the middle initial out of where they were typed', () => {
    expect(personName({ family: 'Quillfeather Jr.', given: 'Dana M.' })).toEqual({
      family: 'Quillfeather',
      given: 'Dana',
      middle: 'M.',
      suffix: 'Jr',
    });
  });

  it.each(['Quillfeather, Jr.', 'Quillfeather Jr.,', 'Quillfeather,Jr', 'QUILLFEATHER , JR.,'])(
    'takes the commas around the suffix in %s out with it',
    (family) => {
      const name = personName({ family, given: 'James' });
      expect(name && filedName(name)).toBe('Quillfeather, James, Jr.');
    },
  );

  it('keeps two given names together', () => {
    expect(personName({ family: 'Ash', given: 'Mary Ann' })?.given).toBe('Mary Ann');
  });

  it('reads a full name that was typed into the family name column', () => {
    expect(personName({ family: 'Ash, Mary', given: '' })?.given).toBe('Mary');
  });

  it('names nobody when both are blank', () => {
    expect(personName({ family: ' ', given: '' })).toBeUndefined();
  });
});

describe('the key of a name', () => {
  it.each([
    ['QUILLFEATHER, DANA', 'Dana M. Quillfeather Jr.'],
    ["O'Mally-Brook, Siân", 'Sian OMally-Brook'],
    ['De La Cruz, María', 'Maria DE LA CRUZ'],
    ['Ash, Jean-Luc', 'Jean Luc Ash'],
    ['Ash, Mary Ann', 'Mary Ash'],
  ])('%s and %s have the same key', (one, other) => {
    expect(nameKey(named(one))).toBe(nameKey(named(other)));
  });

  it('differs between people', () => {
    expect(nameKey(named('Ash, Mary'))).not.toBe(nameKey(named('Ash, Marta')));
  });
});

describe('a name on a page', () => {
  it.each([
    ['MCDOVE, SHANNON T JR', 'Shannon T McDove Jr.', 'McDove, Shannon T, Jr.'],
    ["O'MALLY-BROOK, DANA", "Dana O'Mally-Brook", "O'Mally-Brook, Dana"],
    ['de la cruz, maria', 'Maria De La Cruz', 'De La Cruz, Maria'],
    ['van der Hoof, Jan', 'Jan van der Hoof', 'van der Hoof, Jan'],
    ['ASH, JT', 'JT Ash', 'Ash, JT'],
    ['ASH, ED', 'Ed Ash', 'Ash, Ed'],
  ])('%s is shown as %s and filed as %s', (text, shown, filed) => {
    expect(shownName(named(text))).toBe(shown);
    expect(filedName(named(text))).toBe(filed);
  });
});
