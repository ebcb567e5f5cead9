import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { coverageContent as content, peopleStandingWords, programName } from './coverage-page-content.ts';
import type { CountedStaff } from './coverage-store.ts';
import type { Expiring } from './expiring-store.ts';
import { type PeopleStanding, peopleStandings } from './people-query.ts';

interface ListProps {
  readonly agency: AgencyPlace;
  readonly day: CalendarDate;
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
}

export interface PeoplePageProps extends ListProps {
  readonly standing: PeopleStanding;
  readonly search: string;
  readonly people: readonly CountedStaff[];
  readonly total: number;
}

/** Who stands where on a day: those without training first. */
export function PeoplePage(props: PeoplePageProps) {
  const { agency, day, standing, search, people, total } = props;
  const base = `/workspace/${agency.slug}/training`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.peopleTitle}
      lead={`${content.peopleLead} As of ${longDate(day)}.`}
      trail={[sectionLink(agency, 'training')]}
    >
      <SearchForm action={`${base}/people`} label={content.peopleSearch} value={search} hidden={{ day }}>
        <Select
          name="standing"
          label={content.peopleShown}
          value={standing}
          choices={peopleStandings.map((value) => ({ value, label: peopleStandingWords[value] }))}
        />
      </SearchForm>
      <Table
        caption={`${peopleStandingWords[standing]}: ${total.toLocaleString('en-US')}`}
        rows={people}
        empty={<EmptyState heading={content.nobody.heading}>{content.nobody.text}</EmptyState>}
        columns={[
          {
            heading: 'Name',
            rowHeader: true,
            cell: (person) => <PersonLink agency={agency} id={person.id} name={filedName(person.name)} />,
          },
          { heading: 'Number', cell: (person) => person.employeeNumber },
          { heading: 'Rank or title', cell: (person) => person.rank },
          { heading: 'Unit', cell: (person) => person.unit },
          { heading: 'Shift', cell: (person) => person.shift },
          { heading: 'Holds', cell: (person) => <Holds person={person} /> },
        ]}
      />
      <Pagination
        page={props.page}
        pages={Math.ceil(total / props.pageSize)}
        href={props.href}
        label={content.peopleTitle}
      />
      {total > 0 ? (
        <DownloadLinks
          label={content.downloadList}
          path={`${base}/coverage`}
          href={`?${new URLSearchParams({ day, standing, ...(search ? { search } : {}) })}`}
        />
      ) : null}
    </WorkspacePage>
  );
}

/** What a person holds, and what they held before: somebody lapsed has to renew, not to begin. */
function Holds({ person }: { person: CountedStaff }) {
  return (
    <>
      {person.programs.map(programName).join(', ')}
      {person.lapsed.map(({ program, lastDay }) => (
        <div class="om-quiet">{content.lapsed(programName(program), longDate(lastDay))}</div>
      ))}
    </>
  );
}

export interface ExpiringPageProps extends ListProps {
  readonly expiring: readonly Expiring[];
  readonly total: number;
}

export function ExpiringPage(props: ExpiringPageProps) {
  const { agency, day, expiring, total } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.expiringTitle}
      lead={`${content.expiringLead} From ${longDate(day)}.`}
      trail={[sectionLink(agency, 'training')]}
    >
      <ExpiringTable
        agency={agency}
        expiring={expiring}
        caption={`${total.toLocaleString('en-US')} courses`}
      />
      <Pagination
        page={props.page}
        pages={Math.ceil(total / props.pageSize)}
        href={props.href}
        label={content.expiringTitle}
      />
    </WorkspacePage>
  );
}

export function ExpiringTable({
  agency,
  expiring,
  caption,
  captionHidden,
}: {
  agency: AgencyPlace;
  expiring: readonly Expiring[];
  caption: string;
  captionHidden?: boolean;
}) {
  return (
    <Table
      caption={caption}
      captionHidden={captionHidden}
      rows={expiring}
      empty={<EmptyState heading={content.noneExpiring.heading}>{content.noneExpiring.text}</EmptyState>}
      columns={[
        { heading: 'Last day', cell: ({ lastDay }) => longDate(lastDay) },
        {
          heading: 'Name',
          rowHeader: true,
          cell: ({ staffId, name }) => <PersonLink agency={agency} id={staffId} name={filedName(name)} />,
        },
        { heading: 'Unit', cell: ({ unit }) => unit },
        { heading: 'Course', cell: ({ program }) => programName(program) },
      ]}
    />
  );
}

export function PersonLink({ agency, id, name }: { agency: AgencyPlace; id: string; name: string }) {
  return (
    <a class="usa-link" href={`/workspace/${agency.slug}/training/people/${id}`}>
      {name}
    </a>
  );
}
