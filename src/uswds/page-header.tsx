import { Mark } from './mark.tsx';
import { pageContent, siteLinks } from './page-content.ts';
import type { PageFrame, PageLink, PageViewer } from './page-frame.tsx';

/** Mark, navigation, and who is signed in with the way out. */
export function PageHeader({ frame }: { frame: PageFrame }) {
  const { viewer, path, site } = frame;
  return (
    <header class="om-header">
      {site.development ? <DevelopmentNote /> : null}
      {viewer ? <ViewerBar viewer={viewer} path={path} /> : null}
      <div class="om-header__bar">
        <a class="om-brand" href="/">
          <Mark size={44} />
          <span class="om-brand__name">{site.campaignName}</span>
        </a>
        <nav class="om-nav" aria-label={pageContent.siteNavigation}>
          <ul class="om-nav__list">
            {siteLinks.map((link) => (
              <NavItem link={link} path={path} />
            ))}
            {viewer ? null : <NavItem link={pageContent.signIn} path={path} />}
          </ul>
        </nav>
      </div>
    </header>
  );
}

function ViewerBar({ viewer, path }: { viewer: PageViewer; path: string }) {
  return (
    <div class="om-viewer">
      <nav class="om-viewer__bar" aria-label="Your places">
        <ul class="om-nav__list">
          {viewer.places.map((place) => (
            <NavItem link={place} path={path} />
          ))}
        </ul>
        <div class="om-viewer__person">
          <span class="usa-sr-only">{pageContent.signedInAs} </span>
          <a class="om-nav__link" href={pageContent.account.href}>
            {viewer.name || viewer.email}
          </a>
          <form class="om-action-form" method="post" action={pageContent.signOut.action}>
            <button class="om-sign-out" type="submit">
              {pageContent.signOut.label}
            </button>
          </form>
        </div>
      </nav>
    </div>
  );
}

function NavItem({ link, path }: { link: PageLink; path: string }) {
  return (
    <li>
      <a class="om-nav__link" href={link.href} aria-current={placeIn(link.href, path)}>
        {link.label}
      </a>
    </li>
  );
}

/** `page` on the very page, `true` on a page beneath it. */
function placeIn(href: string, path: string): 'page' | 'true' | undefined {
  if (path === href) return 'page';
  return path.startsWith(`${href}/`) ? 'true' : undefined;
}

function DevelopmentNote() {
  return (
    <p class="om-development">
      {pageContent.development} <a href={pageContent.outbox.href}>{pageContent.outbox.label}</a>
    </p>
  );
}
