import { describe, expect, it } from 'vitest';
import { parseFullName, shownName } from './person-name.ts';
import { nameAsWritten, otherNames } from './written-name.ts';

const written = (text: string) => {
  const name = parseFullName(text);
  return name ? nameAsWritten(text, name) : 'nobody';
};
const others = (text: string) => {
  const name = parseFullName(text);
  return name ? otherNames(nameAsWritten(text, name), name).map(shownName) : [];
};

describe('a name of which something was left out', () => {
  it.each([
    `=cmd|'/C calc'!A0, Eve`,
    '=Foo Bar, Eve',
    `'=1+1, Al`,
    'St. James (Miller), Ann',
    'Smith "Bo", Robert',
    '<script>alert(1)</script>, Bob',
    'Smith-Jones-Brown, A. B. C., III, Ret.',
    'Doe, Jane, PhD',
  ])('%s is kept as written', (text) => {
    expect(written(text)).toBe(text);
  });

  it.each([
    'Doe, Jane M. Jr.',
    'Jane M. Doe III',
    'Doe, Jane, Junior',
    `O’Malley-Ash, Kevin`,
    'de la Cruz, Ana María',
    'Sgt. Jane Doe',
    'Doe, Jane #4412',
    '李, 小龙',
    'Ash -  Birch, Tom',
  ])('%s needs no note', (text) => {
    expect(written(text)).toBe('');
  });
});

it('a former name and a nickname are names the person may be listed by', () => {
  expect(others('St. James (Miller), Ann')).toEqual(['Ann Miller']);
  expect(others('Smith "Bo", Robert')).toEqual(['Bo Smith']);
  expect(others('Ash, Robert (Bob)')).toEqual(['Bob Ash']);
  expect(others('Doe, Jane, PhD')).toEqual([]);
});
