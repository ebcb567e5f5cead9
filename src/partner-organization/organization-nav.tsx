import { organizationNavContent as content } from './profile-content.ts';

const sections = [
  { section: 'home', path: '' },
  { section: 'profile', path: '/profile' },
  { section: 'team', path: '/team' },
] as const;

export type OrganizationSection = (typeof sections)[number]['section'];

/** The row of links under the heading of an organization's own pages. */
export function OrganizationNav({ partner, current }: { partner: string; current: OrganizationSection }) {
  return (
    <nav class="om-row-nav" aria-label={content.label}>
      <ul>
        {sections.map(({ section, path }) => (
          <li>
            <a href={`/partner/${partner}${path}`} aria-current={section === current ? 'page' : undefined}>
              {content[section]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
