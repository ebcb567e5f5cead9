import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { assetUrl } from '../assets/asset-url.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { pageContent } from './page-content.ts';
import { PageFooter } from './page-footer.tsx';
import { type PageLink, usePageFrame } from './page-frame.tsx';
import { PageHeader } from './page-header.tsx';

export type { PageFrame, PageLink, PageSite, PageViewer } from './page-frame.tsx';

export interface PageProps {
  /** The document's title; the site's name is added. The page's own `<h1>` stands in `children` (see `PageHeading`). */
  readonly title: string;
  /** One sentence for search engines and shared links. */
  readonly description?: string | undefined;
  /** For a page whose links are shared: the address and the picture that stand beside them, whole. */
  readonly shared?: { readonly url: string; readonly picture: string; readonly alt: string } | undefined;
  /** The way here, without this page itself, which ends the trail under its title. */
  readonly breadcrumbs?: readonly PageLink[] | undefined;
  /** True when a form was refused: the title then says so first. */
  readonly refused?: boolean | undefined;
  /** `prose` keeps lines short for forms and texts, `wide` suits tables, `full` lets the content lay itself out. */
  readonly width?: 'prose' | 'wide' | 'full' | undefined;
  /** Without JavaScript the page is loaded anew after so many seconds: it shows work under way. */
  readonly reloadSeconds?: number | undefined;
  /** True for pages that only the person signed in may find. */
  readonly unlisted?: boolean | undefined;
  readonly children: Child;
}

/** A whole HTML document. Viewer, path and the campaign's words come from its `PageFrame`. */
export function Page(props: PageProps) {
  const { title, description, breadcrumbs, width = 'wide', children } = props;
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${props.refused ? 'Error: ' : ''}${title} | ${pageContent.siteName}`}</title>
          {description ? <meta name="description" content={description} /> : null}
          {props.shared ? <SharedLink {...props.shared} title={title} description={description} /> : null}
          {props.unlisted ? <meta name="robots" content="noindex" /> : null}
          {props.reloadSeconds === undefined ? null : <ReloadWithoutScript seconds={props.reloadSeconds} />}
          <meta name="theme-color" content="#14333d" />
          <link rel="icon" href={assetUrl('mark.svg')} type="image/svg+xml" />
          <FontPreload name="PublicSans-Regular.woff2" />
          <FontPreload name="PublicSans-Bold.woff2" />
          <link rel="stylesheet" href={assetUrl('onemind.css')} />
          <script type="module" src={assetUrl('onemind.js')} />
        </head>
        <body>
          <a class="usa-skipnav" href="#main">
            {pageContent.skip}
          </a>
          <PageHeader frame={usePageFrame()} />
          {breadcrumbs ? <Breadcrumbs trail={breadcrumbs} here={title} /> : null}
          <main id="main" class={`om-main om-main--${width}`} tabindex={-1}>
            {children}
          </main>
          <PageFooter frame={usePageFrame()} />
        </body>
      </html>
    </>
  );
}

function ReloadWithoutScript({ seconds }: { seconds: number }) {
  return (
    <noscript>
      <meta http-equiv="refresh" content={String(seconds)} />
    </noscript>
  );
}

/** What other sites show of a link to this page, by the Open Graph protocol. */
function SharedLink(shared: {
  readonly url: string;
  readonly picture: string;
  readonly alt: string;
  readonly title: string;
  readonly description: string | undefined;
}) {
  return (
    <>
      <link rel="canonical" href={shared.url} />
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={pageContent.siteName} />
      <meta property="og:title" content={shared.title} />
      {shared.description ? <meta property="og:description" content={shared.description} /> : null}
      <meta property="og:url" content={shared.url} />
      <meta property="og:image" content={shared.picture} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={shared.alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

/** The two weights that the first screen needs, fetched before the styles ask for them. */
function FontPreload({ name }: { name: string }) {
  return <link rel="preload" href={assetUrl(name)} as="font" type="font/woff2" crossorigin="anonymous" />;
}
