import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { kindWords, rosterWords as words } from './roster-page-content.ts';
import type { RosterCounts, StaffPage, StaffSort } from './roster-store.ts';

export interface RosterPageProps {
  readonly agency: AgencyPlace;
  readonly staff: StaffPage;
  readonly counts: RosterCounts;
  readonly search: string;
  readonly standing: 'on-staff' | 'separated' | 'all';
  readonly sort: { readonly by: StaffSort; readonly direction: 'ascending' | 'descending' };
  readonly page: number;
  readonly pageSize: number;
  /** The present address with its query. */
  readonly href: string;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
}

export function RosterPage(props: RosterPageProps) {
  const { agency, counts, mayChange, notice } = props;
  const isEmpty = counts.sworn + counts.nonSworn + counts.separated === 0;
  const base = `/workspace/${agency.slug}/roster`;
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={words.title}
      lead={words.lead}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      actions={mayChange && !isEmpty ? <RosterActions base={base} /> : undefined}
    >
      {isEmpty ? (
        <EmptyState
          heading={words.empty.heading}
          actions={mayChange ? <RosterActions base={base} /> : undefined}
        >
          {words.empty.text}
        </EmptyState>
      ) : (
        <RosterTable {...props} base={base} />
      )}
    </WorkspacePage>
  );
}

function RosterActions({ base }: { base: string }) {
  return (
    <ButtonGroup>
      <ButtonLink href={`${base}/import`}>{words.import}</ButtonLink>
      <ButtonLink look="outline" href={`${base}/people/new`}>
        {words.add}
      </ButtonLink>
    </ButtonGroup>
  );
}

function RosterTable(props: RosterPageProps & { readonly base: string }) {
  const { staff, counts, search, standing, sort, page, pageSize, href, base } = props;
  return (
    <>
      <p>
        {counts.sworn} sworn and {counts.nonSworn} non-sworn on staff, {counts.separated} left.
      </p>
      <SearchForm action={base} label={words.search} value={search}>
        <Select
          name="standing"
          label={words.showWho}
          value={standing}
          choices={Object.entries(words.standings).map(([value, label]) => ({ value, label }))}
        />
      </SearchForm>
      <Table
        caption={`${staff.total} ${staff.total === 1 ? 'person' : 'people'}`}
        rows={staff.members}
        sort={{ ...sort, href }}
        empty={<EmptyState heading={words.nobodyFound.heading}>{words.nobodyFound.text}</EmptyState>}
        columns={[
          {
            heading: 'Name',
            rowHeader: true,
            sort: 'name',
            cell: (member) => (
              <a class="usa-link" href={`${base}/people/${member.id}`}>
                {filedName(member.name)}
              </a>
            ),
          },
          { heading: 'Number', cell: (member) => member.employeeNumber || member.badge },
          { heading: 'Rank or title', sort: 'rank', cell: (member) => member.rank },
          { heading: 'Unit', sort: 'unit', cell: (member) => member.unit },
          { heading: 'Shift', cell: (member) => member.shift },
          { heading: 'Sworn or job', cell: (member) => kindWords(member) },
          {
            heading: 'Hired',
            sort: 'hired',
            cell: (member) => (member.hiredOn ? longDate(member.hiredOn) : ''),
          },
        ]}
      />
      <Pagination page={page} pages={Math.ceil(staff.total / pageSize)} href={href} label={words.title} />
      {staff.total > 0 ? <DownloadLinks label={words.download} path={`${base}/export`} href={href} /> : null}
    </>
  );
}
