import { describe, expect, it } from 'vitest';
import { StatusTag } from './tag.tsx';

describe('a status', () => {
  it('is words and a sign that is not read out', () => {
    const html = String(<StatusTag standing="done">Certified</StatusTag>);
    expect(html).toMatch(/<svg [^>]*aria-hidden="true"/);
    expect(html).toContain('Certified');
  });
});
