import type { PageLink } from './page-frame.tsx';

/** The headings of a long page; each `href` is `#` and the heading's id. */
export function InPageNav({ links }: { links: readonly PageLink[] }) {
  return (
    <nav class="om-in-page" aria-labelledby="in-page-title">
      <p class="om-in-page__title" id="in-page-title">
        On this page
      </p>
      <ul>
        {links.map((link) => (
          <li>
            <a class="usa-link" href={link.href}>
              {link.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
