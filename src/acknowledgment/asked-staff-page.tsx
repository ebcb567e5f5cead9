import type { CalendarDate } from '../calendar/calendar-date.ts';
import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { DownloadLinks } from '../table-export/download-links.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { AskedStaff } from './acknowledgment.ts';
import type { AskedSelection } from './acknowledgment-actions.ts';
import { acknowledgedWords, acknowledgmentContent } from './acknowledgment-content.ts';

const content = acknowledgmentContent.list;

export interface AskedStaffPageProps {
  readonly agency: AgencyPlace;
  readonly day: CalendarDate;
  readonly selection: AskedSelection;
  readonly units: readonly string[];
  readonly shifts: readonly string[];
  readonly people: readonly AskedStaff[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
}

/** Who has acknowledged and who is missing, one page of them. */
export function AskedStaffPage(props: AskedStaffPageProps) {
  const { agency, day, selection, people, total } = props;
  const base = `/workspace/${agency.slug}/policy/acknowledgments`;
  const keeps = agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
  const { unit, shift, search } = selection;
  const isAll = unit === '' && shift === '' && search === '' && selection.standing === 'missing';
  const empty = isAll ? content.allDone : content.nobody;
  return (
    <WorkspacePage
      agency={agency}
      here="policy"
      title={content.title}
      lead={acknowledgmentContent.asOf(longDate(day))}
      trail={[sectionLink(agency, 'policy'), { label: acknowledgmentContent.title, href: base }]}
    >
      <SearchForm action={`${base}/people`} label={content.search} value={search} hidden={{ day }}>
        <Select
          name="standing"
          label={content.show}
          value={selection.standing}
          choices={Object.entries(content.standings).map(([value, label]) => ({ value, label }))}
        />
        <UnitAndShift {...props} unit={unit} shift={shift} />
      </SearchForm>
      <Table
        caption={content.caption(total)}
        rows={people}
        sort={{ by: selection.sort, direction: selection.direction, href: props.href }}
        empty={<EmptyState heading={empty.heading}>{empty.text}</EmptyState>}
        columns={[
          { heading: content.columns.name, rowHeader: true, sort: 'name', cell: (p) => filedName(p.name) },
          { heading: content.columns.number, cell: (person) => person.employeeNumber },
          { heading: content.columns.rank, cell: (person) => person.rank },
          { heading: content.columns.unit, sort: 'unit', cell: (person) => person.unit },
          { heading: content.columns.shift, sort: 'shift', cell: (person) => person.shift },
          {
            heading: content.columns.acknowledged,
            sort: 'acknowledged',
            cell: (person) => <HowItStands person={person} base={base} keeps={keeps} />,
          },
        ]}
      />
      <Pagination
        page={props.page}
        pages={Math.ceil(total / props.pageSize)}
        href={props.href}
        label={content.title}
      />
      {total > 0 ? (
        <>
          <p>
            <a
              class="usa-link"
              href={`${base}/print?${new URLSearchParams({ ...(unit && { unit }), ...(shift && { shift }) })}`}
            >
              {acknowledgmentContent.actions.print}
            </a>
          </p>
          <DownloadLinks label={content.download} path={`${base}/people`} href={props.href} />
        </>
      ) : null}
    </WorkspacePage>
  );
}

function HowItStands({ person, base, keeps }: { person: AskedStaff; base: string; keeps: boolean }) {
  const { acknowledgment } = person;
  if (!acknowledgment)
    return (
      <>
        {content.missing}
        {person.hasAddress ? null : <span class="om-quiet"> {content.noAddress}</span>}
      </>
    );
  return (
    <>
      {acknowledgedWords(acknowledgment)}{' '}
      {keeps ? (
        <a class="usa-link" href={`${base}/${acknowledgment.id}/correct`}>
          {content.correct}
          <span class="usa-sr-only"> {filedName(person.name)}</span>
        </a>
      ) : null}
    </>
  );
}

/** Two selects that narrow a list to one unit and one shift. */
export function UnitAndShift(props: {
  readonly units: readonly string[];
  readonly shifts: readonly string[];
  readonly unit: string;
  readonly shift: string;
}) {
  const choices = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  return (
    <>
      <Select
        name="unit"
        label={content.unit}
        value={props.unit}
        placeholder={content.any}
        choices={choices(props.units)}
      />
      <Select
        name="shift"
        label={content.shift}
        value={props.shift}
        placeholder={content.any}
        choices={choices(props.shifts)}
      />
    </>
  );
}
