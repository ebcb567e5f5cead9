import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { reviewTiming } from '../calendar/review-day.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { endsSoon } from './due-agreement.ts';
import type { Partnership, Side } from './partnership.ts';
import { PartnershipTag } from './partnership-facts.tsx';
import type { PartnershipListAsked } from './partnership-list.ts';
import { listContent } from './partnership-list-content.ts';
import { type PartnershipOnDay, partnershipOn } from './partnership-on-day.ts';

export interface PartnershipTableProps {
  /** Who reads the list: the other side names each row. */
  readonly side: Side;
  readonly partnerships: readonly Partnership[];
  readonly total: number;
  readonly asked: PartnershipListAsked;
  /** The present address with its query. */
  readonly href: string;
  readonly now: Date;
  readonly pathOf: (partnership: Partnership) => string;
}

/** One page of a side's partnerships, searched and sorted. */
export function PartnershipTable(props: PartnershipTableProps) {
  const { side, partnerships, asked, href, now } = props;
  const words = listContent.columns;
  const pages = Math.ceil(props.total / asked.pageSize);
  return (
    <>
      {props.total > 5 || asked.search ? (
        <SearchForm
          action={href.split('?', 1)[0] ?? href}
          label={listContent.search[side]}
          value={asked.search}
          hidden={{ sort: asked.sort, direction: asked.direction }}
        />
      ) : null}
      <Table
        caption={side === 'agency' ? listContent.title : listContent.all}
        captionHidden
        rows={partnerships.map((row) => partnershipOn(row, dayIn(row.agency.timeZone, now)))}
        empty={<p>{listContent.nothingFound}</p>}
        sort={{ by: asked.sort, direction: asked.direction, href }}
        columns={[
          {
            heading: side === 'agency' ? words.partner : words.agency,
            rowHeader: true,
            sort: 'name',
            cell: (row) => (
              <a class="usa-link" href={props.pathOf(row)}>
                {side === 'agency' ? row.partner.name : row.agency.name}
              </a>
            ),
          },
          {
            heading: words.state,
            sort: 'state',
            cell: (row) => (
              <PartnershipTag partnership={row} today={dayIn(row.agency.timeZone, now)} side={side} />
            ),
          },
          {
            heading: words.term,
            sort: 'term',
            cell: (row) => <TermCell row={row} now={now} />,
          },
          { heading: words.review, sort: 'review', cell: (row) => <ReviewCell row={row} now={now} /> },
        ]}
      />
      <Pagination page={asked.page} pages={pages} href={href} label={listContent.title} />
    </>
  );
}

function TermCell({ row, now }: { row: PartnershipOnDay; now: Date }) {
  const { termEndsOn } = row.arrangement;
  if (!termEndsOn) return <>{listContent.columns.open}</>;
  return (
    <>
      {longDate(termEndsOn)}{' '}
      {endsSoon(row, dayIn(row.agency.timeZone, now)) ? (
        <StatusTag standing="waiting">{listContent.due}</StatusTag>
      ) : null}
    </>
  );
}

function ReviewCell({ row, now }: { row: Partnership; now: Date }) {
  const { reviewOn } = row.arrangement;
  if (!reviewOn) return <span class="om-quiet">{listContent.columns.none}</span>;
  const timing =
    row.state.is === 'active' ? reviewTiming(reviewOn, dayIn(row.agency.timeZone, now)) : 'later';
  return (
    <>
      {longDate(reviewOn)}{' '}
      {timing === 'due' ? <StatusTag standing="waiting">{listContent.due}</StatusTag> : null}
      {timing === 'overdue' ? <StatusTag standing="attention">{listContent.overdue}</StatusTag> : null}
    </>
  );
}
