import { describe, expect, it } from 'vitest';
import { type Column, Table } from './table.tsx';

interface Agency {
  readonly name: string;
  readonly sworn: number;
}

const columns: readonly Column<Agency>[] = [
  { heading: 'Agency', sort: 'name', rowHeader: true, cell: ({ name }) => name },
  { heading: 'Sworn officers', sort: 'sworn', numeric: true, cell: ({ sworn }) => sworn },
  { heading: 'Actions', headingHidden: true, cell: () => 'Open' },
];
const rows = [{ name: 'Cedar <Falls>', sworn: 31 }];

function table(direction: 'ascending' | 'descending' = 'ascending') {
  const sort = { by: 'name', direction, href: '/agencies?state=IA&page=3' };
  return String(<Table caption="Agencies" columns={columns} rows={rows} sort={sort} />);
}

describe('a table', () => {
  it('has a caption, and a frame that the keyboard can scroll', () => {
    expect(table()).toContain('<section class="om-table-frame" tabindex="0" aria-label="Agencies">');
    expect(table()).toContain('<caption>Agencies</caption>');
  });

  it('names its rows and repeats each heading for phones', () => {
    expect(table()).toContain('<th scope="row" data-label="Agency">Cedar &lt;Falls&gt;</th>');
    expect(table()).toContain('<td class="om-numeric" data-label="Sworn officers">31</td>');
  });

  it('says which column orders it, and only that one', () => {
    expect(table()).toMatch(/<th scope="col" aria-sort="ascending">/);
    expect(table('descending')).toMatch(/aria-sort="descending"/);
    expect(table().match(/aria-sort/g)).toHaveLength(1);
  });

  it('sorts by links that turn the order, keep the filters and go back to the first page', () => {
    expect(table()).toContain('href="/agencies?state=IA&amp;sort=name&amp;direction=descending"');
    expect(table()).toContain('href="/agencies?state=IA&amp;sort=sworn&amp;direction=ascending"');
    expect(table('descending')).toContain('sort=name&amp;direction=ascending"');
  });

  it('keeps a hidden heading for those who listen', () => {
    expect(table()).toContain('<th scope="col"><span class="usa-sr-only">Actions</span></th>');
  });

  it('gives way to the empty state when it has no rows', () => {
    const html = String(<Table caption="Agencies" columns={columns} rows={[]} empty={<p>None yet</p>} />);
    expect(html).toBe('<p>None yet</p>');
  });
});
