import { describe, expect, it } from 'vitest';
import { nestingOf } from './json-nesting.ts';

describe('how deep a text is nested', () => {
  it.each([
    ['1', 0],
    ['[]', 1],
    ['{"a":[1,{"b":2}],"c":[]}', 3],
    ['{"a":"[[[[ \\" {{{{"}', 1],
    ['["\\\\",[1]]', 2],
  ])('%s: %i', (text, depth) => {
    expect(nestingOf(text, 10)).toBe(depth);
  });

  it('is not measured further than anybody asks', () => {
    expect(nestingOf('['.repeat(5_000_000), 16)).toBe(16);
  });
});
