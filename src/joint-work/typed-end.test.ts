import { describe, expect, it } from 'vitest';
import { typedEnd } from './typed-end.ts';

describe('the end of a meeting', () => {
  it.each([
    ['2pm', '3', '15:00'],
    ['2pm', '3:30', '15:30'],
    ['11 am', '1', '13:00'],
    ['9 am', '10:30', '10:30'],
    ['9 am', '12', '12:00'],
    ['14:00', '3', '15:00'],
    ['9 am', '8', '20:00'],
  ])('from %s to %s is at %s: the next such hour', (start, end, meant) => {
    expect(typedEnd(start, end)).toBe(meant);
  });

  it.each([
    ['9 am', '8 am', '08:00'],
    ['14:00', '03:00', '03:00'],
    ['10 pm', '1', '01:00'],
    ['1:30 PM', '130', '01:30'],
    ['soon', '3', '03:00'],
    ['9 am', 'late', undefined],
  ])('from %s to %s is read as it stands: %s', (start, end, read) => {
    expect(typedEnd(start, end)).toBe(read);
  });
});
