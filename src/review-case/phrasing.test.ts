import { describe, expect, it } from 'vitest';
import { withPhrasing } from './phrasing.ts';

describe('words put into a comment', () => {
  const phrasing = { text: 'Upload the signed page.' };

  it.each([
    ['', 'Upload the signed page.'],
    ['  ', 'Upload the signed page.'],
    ['See page 3.', 'See page 3.\n\nUpload the signed page.'],
    ['Upload the signed page.', 'Upload the signed page.'],
  ])('after %j give %j', (comment, result) => {
    expect(withPhrasing(comment, phrasing)).toBe(result);
  });
});
