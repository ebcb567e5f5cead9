import { describe, expect, it } from 'vitest';
import { placesIn, searchedText } from './place-served.ts';

describe('the places an organization serves', () => {
  it.each([
    ['Elm County, TX\nOak County, tx', ['Elm County, Texas', 'Oak County, Texas']],
    ['Elm County; Oak County;', ['Elm County', 'Oak County']],
    ['Elm County, Texas\nelm county, TX', ['Elm County, Texas']],
    ['Texas', ['Texas']],
    ['Elm, Oak and Ash Counties', ['Elm, Oak and Ash Counties']],
    ['Elm County, ZZ', ['Elm County, ZZ']],
    ['  \n ; ', []],
  ])('are one a line: %j', (text, places) => {
    expect(placesIn(text)).toEqual(places);
  });

  it.each([
    ['Elm County, tx', 'Elm County, Texas'],
    ['crisis line TX', 'crisis line Texas'],
    ['who is in Elm', 'who is in Elm'],
    ['NAMI Elm', 'NAMI Elm'],
  ])('are searched by the names of states: %s', (search, words) => {
    expect(searchedText(search)).toBe(words);
  });
});
