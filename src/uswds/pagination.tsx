import { Icon } from './icon.tsx';
import { withQuery } from './query-string.ts';

export interface PaginationProps {
  /** The page shown, counted from 1. */
  readonly page: number;
  readonly pages: number;
  /** The present address with its query; each page link keeps it and sets `page`. */
  readonly href: string;
  /** What is paged, for people who hear the page: "Agencies". */
  readonly label: string;
}

/** Nothing when there is one page. Page 1 has no `page` in its address, so it has one address only. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  if (pages <= 1) return null;
  const pageHref = (target: number) => withQuery(href, { page: target === 1 ? undefined : String(target) });
  return (
    <nav class="usa-pagination om-pagination" aria-label={`${label}, pages`}>
      <ul class="usa-pagination__list">
        {page > 1 ? <Arrow direction="previous" href={pageHref(page - 1)} /> : null}
        {shownPages(page, pages).map((shown) =>
          shown === 'gap' ? (
            <li class="usa-pagination__item usa-pagination__overflow" aria-label="Some pages are not listed">
              <span>…</span>
            </li>
          ) : (
            <PageNumber page={shown} pages={pages} current={page} href={pageHref(shown)} />
          ),
        )}
        {page < pages ? <Arrow direction="next" href={pageHref(page + 1)} /> : null}
      </ul>
    </nav>
  );
}

function PageNumber(props: { page: number; pages: number; current: number; href: string }) {
  const isCurrent = props.page === props.current;
  return (
    <li class="usa-pagination__item usa-pagination__page-no">
      <a
        class={`usa-pagination__button${isCurrent ? ' usa-current' : ''}`}
        href={props.href}
        aria-label={`${props.page === props.pages ? 'Last page, page' : 'Page'} ${props.page}`}
        aria-current={isCurrent ? 'page' : undefined}
      >
        {props.page}
      </a>
    </li>
  );
}

function Arrow({ direction, href }: { direction: 'previous' | 'next'; href: string }) {
  const word = direction === 'next' ? 'Next' : 'Previous';
  return (
    <li class="usa-pagination__item usa-pagination__arrow">
      <a
        class={`usa-pagination__link usa-pagination__${direction}-page`}
        href={href}
        rel={direction === 'next' ? 'next' : 'prev'}
        aria-label={`${word} page`}
      >
        {direction === 'previous' ? <Icon name="previous" /> : null}
        <span class="usa-pagination__link-text">{word}</span>
        {direction === 'next' ? <Icon name="next" /> : null}
      </a>
    </li>
  );
}

/** At most seven places, as USWDS lays them out: the ends, the page and its neighbors, gaps between. */
export function shownPages(page: number, pages: number): readonly (number | 'gap')[] {
  if (pages <= 7) return span(1, pages);
  if (page <= 4) return [...span(1, 5), 'gap', pages];
  if (page >= pages - 3) return [1, 'gap', ...span(pages - 4, pages)];
  return [1, 'gap', page - 1, page, page + 1, 'gap', pages];
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
