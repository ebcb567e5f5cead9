import type { Child } from 'hono/jsx';
import type { PageLink } from './page-frame.tsx';

export interface SideNavProps {
  readonly label: string;
  readonly links: readonly PageLink[];
  /** The path of the link that is shown now. */
  readonly current: string;
}

/** The sections of one place, such as an agency's workspace; a row of links on phones. */
export function SideNav({ label, links, current }: SideNavProps) {
  return (
    <nav class="om-side-nav" aria-label={label}>
      <ul class="usa-sidenav">
        {links.map((link) => (
          <li class="usa-sidenav__item">
            <a
              class={link.href === current ? 'usa-current' : undefined}
              href={link.href}
              aria-current={link.href === current ? 'page' : undefined}
            >
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Side navigation beside the content, above it on phones. */
export function WithSideNav({ nav, children }: { nav: Child; children: Child }) {
  return (
    <div class="om-with-side">
      <div class="om-with-side__nav">{nav}</div>
      <div class="om-with-side__content">{children}</div>
    </div>
  );
}
