import { describe, expect, it } from 'vitest';
import { SideNav } from './side-nav.tsx';

describe('side navigation', () => {
  it('marks the section shown', () => {
    const links = [
      { label: 'Overview', href: '/w' },
      { label: 'Roster', href: '/w/roster' },
    ];
    const html = String(<SideNav label="Workspace" links={links} current="/w/roster" />);
    expect(html).toContain('<nav class="om-side-nav" aria-label="Workspace">');
    expect(html.match(/aria-current="page">Roster/g)).toHaveLength(1);
  });
});
