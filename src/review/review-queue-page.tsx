import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { campaignReviewContent as content, stateWords } from './review-content.ts';
import type { QueuePage } from './review-queue-store.ts';

const here = '/campaign/reviews';

export interface ReviewQueuePageProps {
  readonly roles: readonly CampaignRole[];
  readonly queue: QueuePage;
  readonly show: 'open' | 'decided';
  readonly search: string;
  readonly sort: { readonly by: 'agency' | 'submitted'; readonly direction: 'ascending' | 'descending' };
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
}

export function ReviewQueuePage({
  roles,
  queue,
  show,
  search,
  sort,
  page,
  pageSize,
  href,
}: ReviewQueuePageProps) {
  return (
    <CampaignPage roles={roles} here={here} title={content.queueTitle} lead={content.queueLead}>
      <SearchForm action="/campaign/reviews" label={content.search} value={search}>
        <Select
          name="show"
          label="Show"
          value={show}
          choices={Object.entries(content.shows).map(([value, label]) => ({ value, label }))}
        />
      </SearchForm>
      <Table
        caption={`${queue.total} ${queue.total === 1 ? 'submission' : 'submissions'}`}
        rows={queue.entries}
        sort={{ ...sort, href }}
        empty={<EmptyState heading={content.empty.heading}>{content.empty.text}</EmptyState>}
        columns={[
          {
            heading: 'Agency',
            rowHeader: true,
            sort: 'agency',
            cell: (entry) => (
              <>
                <a class="usa-link" href={`/campaign/reviews/${entry.id}`}>
                  {entry.agencyName}
                </a>
                <br />
                <span class="om-quiet">{entry.place}</span>
              </>
            ),
          },
          { heading: 'Round', numeric: true, cell: (entry) => entry.round },
          {
            heading: 'Sent in',
            sort: 'submitted',
            cell: (entry) => longDate(dayIn('UTC', entry.submittedAt)),
          },
          {
            heading: 'State',
            cell: (entry) => (
              <StatusTag standing={stateWords[entry.state].standing}>
                {stateWords[entry.state].words}
              </StatusTag>
            ),
          },
          { heading: 'Reviewer', cell: (entry) => entry.reviewerName ?? '' },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.ceil(queue.total / pageSize)}
        href={href}
        label={content.queueTitle}
      />
    </CampaignPage>
  );
}
