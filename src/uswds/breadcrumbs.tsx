import { pageContent } from './page-content.ts';
import type { PageLink } from './page-frame.tsx';

/** The way from the start to this page, which ends it unlinked. */
export function Breadcrumbs({ trail, here }: { trail: readonly PageLink[]; here: string }) {
  return (
    <nav class="usa-breadcrumb om-breadcrumb" aria-label={pageContent.breadcrumbNavigation}>
      <ol class="usa-breadcrumb__list">
        {trail.map((link) => (
          <li class="usa-breadcrumb__list-item">
            <a class="usa-breadcrumb__link" href={link.href}>
              <span>{link.label}</span>
            </a>
          </li>
        ))}
        <li class="usa-breadcrumb__list-item usa-current" aria-current="page">
          <span>{here}</span>
        </li>
      </ol>
    </nav>
  );
}
