import { describe, expect, it } from 'vitest';
import { Pagination, shownPages } from './pagination.tsx';

describe('shown pages', () => {
  it.each([
    [1, 1, [1]],
    [3, 7, [1, 2, 3, 4, 5, 6, 7]],
    [1, 8, [1, 2, 3, 4, 5, 'gap', 8]],
    [4, 8, [1, 2, 3, 4, 5, 'gap', 8]],
    [5, 8, [1, 'gap', 4, 5, 6, 7, 8]],
    [8, 8, [1, 'gap', 4, 5, 6, 7, 8]],
    [5, 9, [1, 'gap', 4, 5, 6, 'gap', 9]],
    [200, 374, [1, 'gap', 199, 200, 201, 'gap', 374]],
  ])('on page %i of %i are %j', (page, pages, shown) => {
    expect(shownPages(page, pages)).toEqual(shown);
  });
});

describe('pagination', () => {
  const html = String(<Pagination page={2} pages={9} href="/agencies?state=TX&page=2" label="Agencies" />);

  it('names itself, the present page and the last one', () => {
    expect(html).toContain('aria-label="Agencies, pages"');
    expect(html).toContain('aria-label="Page 2" aria-current="page"');
    expect(html.match(/aria-current/g)).toHaveLength(1);
    expect(html).toContain('aria-label="Last page, page 9"');
  });

  it('keeps the query, and the first page has no number in its address', () => {
    expect(html).toContain('href="/agencies?state=TX&amp;page=3"');
    expect(html).toContain('href="/agencies?state=TX" rel="prev" aria-label="Previous page"');
  });

  it('ends at the ends', () => {
    const first = String(<Pagination page={1} pages={2} href="/a" label="A" />);
    const last = String(<Pagination page={2} pages={2} href="/a" label="A" />);
    expect(first).not.toContain('Previous');
    expect(last).not.toContain('Next');
    expect(String(<Pagination page={1} pages={1} href="/a" label="A" />)).toBe('');
  });
});
