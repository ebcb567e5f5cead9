import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { longDay } from '../identity/day-text.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag, Tag } from '../uswds/tag.tsx';
import { kindWords, placeWords } from './organization-content.ts';
import { deskContent as content } from './organization-desk-content.ts';
import { type RecordsAsked, recordFilters } from './organization-list.ts';
import type { OrganizationRecord } from './organization-record.ts';

export interface OrganizationListPageProps {
  readonly roles: readonly CampaignRole[];
  readonly records: readonly OrganizationRecord[];
  readonly total: number;
  readonly asked: RecordsAsked;
  /** The present address with its query. */
  readonly href: string;
}

export const organizationsHref = '/campaign/organizations';

/** All partner organizations, for the campaign. */
export function OrganizationListPage({ roles, records, total, asked, href }: OrganizationListPageProps) {
  const words = content.columns;
  return (
    <CampaignPage roles={roles} here={organizationsHref} title={content.title} lead={content.lead}>
      <SearchForm action={organizationsHref} label={content.search} value={asked.search}>
        <Select
          name="filter"
          label={content.filter}
          value={asked.filter}
          choices={recordFilters.map((value) => ({ value, label: content.filters[value] }))}
        />
      </SearchForm>
      <Table
        caption={content.found(total)}
        rows={records}
        empty={<EmptyState heading={content.empty.heading}>{content.empty.text}</EmptyState>}
        sort={{ by: asked.sort ?? (asked.search ? '' : 'name'), direction: asked.direction, href }}
        columns={[
          {
            heading: words.name,
            rowHeader: true,
            sort: 'name',
            cell: (row) => (
              <>
                <a class="usa-link" href={`${organizationsHref}/${row.id}`}>
                  {row.name}
                </a>
                <br />
                <span class="om-quiet">{kindWords(row.kinds)}</span> <Likeness row={row} />
              </>
            ),
          },
          { heading: words.places, cell: ({ placesServed }) => placeWords(placesServed) },
          {
            heading: words.people,
            numeric: true,
            cell: ({ representatives }) =>
              representatives === 0 ? <span class="om-quiet">{content.nobody}</span> : representatives,
          },
          { heading: words.agencies, numeric: true, sort: 'agencies', cell: ({ agencies }) => agencies },
          { heading: words.added, sort: 'added', cell: ({ addedAt }) => longDay(addedAt) },
        ]}
      />
      <Pagination
        page={asked.page}
        pages={Math.ceil(total / asked.pageSize)}
        href={href}
        label={content.title}
      />
    </CampaignPage>
  );
}

function Likeness({ row }: { row: OrganizationRecord }) {
  if (row.isMergeAsked) return <StatusTag standing="attention">{content.asked}</StatusTag>;
  return row.alike > 0 ? <Tag>{content.alike(row.alike)}</Tag> : null;
}
