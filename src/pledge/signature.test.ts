import { describe, expect, it } from 'vitest';
import { signatureFits } from './signature.ts';

describe('the signature under a pledge', () => {
  it.each([
    ['Robert Alder', 'Robert Alder'],
    ['robert alder', 'Robert Alder'],
    ['Chief Robert J. Alder', 'Robert Alder'],
    ['Bob Alder', 'Robert Alder'],
    ['R. Alder', 'Robert Alder'],
    ['Alder, Robert', 'Robert Alder'],
    ['Ana Núñez Elm', 'Ana Nunez Elm'],
    ['王芳', '王芳'],
    ['Alder', 'Alder'],
  ])('%s is the signature of %s', (typed, named) => {
    expect(signatureFits(typed, named)).toBe(true);
  });

  it.each([
    ['', 'Robert Alder'],
    ['   ', 'Robert Alder'],
    ['X', 'Robert Alder'],
    ['Alder', 'Robert Alder'],
    ['Robert', 'Robert Alder'],
    ['Dana Birch', 'Robert Alder'],
    ['Robert Birch', 'Robert Alder'],
    ['Dana Alder', 'Robert Alder'],
  ])('%s is not the signature of %s', (typed, named) => {
    expect(signatureFits(typed, named)).toBe(false);
  });
});
