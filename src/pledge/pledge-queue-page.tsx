import { regionName } from '../agency/region.ts';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { Table } from '../uswds/table.tsx';
import { Tag } from '../uswds/tag.tsx';
import { campaignPledgeContent as content, filterLabel } from './campaign-pledge-content.ts';
import { PledgeStateTag } from './pledge-facts.tsx';
import { type PledgeLine, type PledgeQuery, pledgeFilters, pledgesPerPage } from './pledge-queue.ts';

export interface PledgeQueuePageProps {
  readonly roles: readonly CampaignRole[];
  readonly query: PledgeQuery;
  readonly lines: readonly PledgeLine[];
  readonly total: number;
  /** The present address with its query. */
  readonly href: string;
}

export function PledgeQueuePage({ roles, query, lines, total, href }: PledgeQueuePageProps) {
  return (
    <CampaignPage roles={roles} here="/campaign/pledges" title={content.title}>
      <SearchForm
        action="/campaign/pledges"
        label={content.search}
        value={query.search}
        hidden={{ sort: query.sort, direction: query.direction }}
      >
        <Select
          name="state"
          label={content.filter}
          value={query.filter}
          choices={pledgeFilters.map((filter) => ({ value: filter, label: filterLabel(filter) }))}
        />
      </SearchForm>
      <PledgeTable query={query} lines={lines} total={total} href={href} />
      <Pagination
        label={content.title}
        page={query.page}
        pages={Math.ceil(total / pledgesPerPage)}
        href={href}
      />
    </CampaignPage>
  );
}

function PledgeTable({ query, lines, total, href }: Omit<PledgeQueuePageProps, 'roles'>) {
  const isQueue = query.filter === 'awaiting-campaign' && query.search === '';
  return (
    <Table<PledgeLine>
      caption={content.found(total)}
      rows={lines}
      sort={{ by: query.sort, direction: query.direction, href }}
      empty={
        <EmptyState heading={content.empty.heading}>
          {isQueue ? content.empty.waiting : content.empty.other}
        </EmptyState>
      }
      columns={[
        {
          heading: content.columns.agency,
          sort: 'name',
          rowHeader: true,
          cell: (line) => <AgencyCell line={line} />,
        },
        { heading: content.columns.state, cell: (line) => <StateCell line={line} /> },
        {
          heading: content.columns.since,
          sort: 'waiting',
          cell: ({ since, timeZone }) => longDate(dayIn(timeZone, since)),
        },
        {
          heading: content.columns.target,
          sort: 'target',
          cell: ({ targetOn }) => (targetOn ? longDate(targetOn) : '–'),
        },
      ]}
    />
  );
}

function AgencyCell({ line }: { line: PledgeLine }) {
  return (
    <>
      <a class="usa-link" href={`/campaign/pledges/${line.slug}`}>
        {line.name}
      </a>
      <br />
      <span class="om-quiet">
        {line.city}, {regionName(line.region)}
      </span>
    </>
  );
}

function StateCell({ line }: { line: PledgeLine }) {
  return (
    <>
      <PledgeStateTag state={line.state} certified={line.certified} />{' '}
      {line.asksForTime ? <Tag>{content.columns.time}</Tag> : null}
    </>
  );
}
