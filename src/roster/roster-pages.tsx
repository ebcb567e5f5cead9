import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName, shownName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Section } from '../uswds/section.tsx';
import { Select } from '../uswds/select.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { TextField } from '../uswds/text-field.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { RosterCounts, StaffPage, StaffSort } from './roster-store.ts';
import { rosterWords as words } from './roster-words.ts';
import { staffCategories } from './staff-category.ts';
import type { StaffMember } from './staff-member.ts';

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
      notice={
        notice ? (
          <Alert kind="success" live>
            {notice}
          </Alert>
        ) : undefined
      }
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
          { heading: 'Sworn', cell: (member) => kindOf(member) },
          {
            heading: 'Hired',
            sort: 'hired',
            cell: (member) => (member.hiredOn ? longDate(member.hiredOn) : ''),
          },
        ]}
      />
      <Pagination page={page} pages={Math.ceil(staff.total / pageSize)} href={href} label={words.title} />
    </>
  );
}

function kindOf(member: StaffMember): string {
  if (member.kind === 'sworn') return words.kinds.sworn;
  return member.category ? words.categories[member.category] : words.kinds['non-sworn'];
}

export interface PersonPageProps {
  readonly agency: AgencyPlace;
  readonly member: StaffMember;
  readonly hasLeft: boolean;
  readonly mayChange: boolean;
  readonly notice: string | undefined;
  readonly errors?: FormErrors | undefined;
  readonly lastDay?: string | undefined;
}

export function PersonPage({ agency, member, hasLeft, mayChange, notice, errors, lastDay }: PersonPageProps) {
  const here = `/workspace/${agency.slug}/roster/people/${member.id}`;
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={shownName(member.name)}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
      notice={
        notice ? (
          <Alert kind="success" live>
            {notice}
          </Alert>
        ) : undefined
      }
      status={<StatusTag standing={hasLeft ? 'neutral' : 'done'}>{hasLeft ? 'Left' : 'On staff'}</StatusTag>}
      actions={
        mayChange ? (
          <ButtonLink look="outline" href={`${here}/change`}>
            Change
          </ButtonLink>
        ) : undefined
      }
    >
      <SummaryList
        facts={[
          { term: 'Employee number', detail: member.employeeNumber },
          { term: 'Badge number', detail: member.badge },
          { term: 'Sworn', detail: kindOf(member) },
          { term: 'Rank or title', detail: member.rank },
          { term: 'Unit', detail: member.unit },
          { term: 'Shift', detail: member.shift },
          { term: 'Work email', detail: member.email },
          { term: 'Date hired', detail: member.hiredOn && longDate(member.hiredOn) },
          { term: 'Last day', detail: member.separatedOn && longDate(member.separatedOn) },
        ]}
      />
      {mayChange ? <StandingSection here={here} member={member} errors={errors} lastDay={lastDay} /> : null}
    </WorkspacePage>
  );
}

function StandingSection({
  here,
  member,
  errors = noErrors,
  lastDay = '',
}: Pick<PersonPageProps, 'member' | 'errors' | 'lastDay'> & { here: string }) {
  if (member.separatedOn) {
    return (
      <Section heading="Back on staff?">
        <p>If this person came back, or the last day was wrong, put them on staff again.</p>
        <ActionForm action={`${here}/rehire`}>Put back on staff</ActionForm>
      </Section>
    );
  }
  return (
    <Section heading="Left the agency?">
      <p>From the day after the last day, this person no longer counts. Their training records stay.</p>
      <Form action={`${here}/separate`}>
        <DateField name="on" label="Last day" value={lastDay} error={errors.on} required />
        <Button look="outline">Mark as having left</Button>
      </Form>
    </Section>
  );
}

export interface PersonFormPageProps {
  readonly agency: AgencyPlace;
  readonly title: string;
  readonly action: string;
  readonly back: string;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
}

export function PersonFormPage({
  agency,
  title,
  action,
  back,
  values,
  errors = noErrors,
}: PersonFormPageProps) {
  const text = (name: string) => ({ name, value: values[name] ?? '', error: errors[name] });
  return (
    <WorkspacePage
      agency={agency}
      here="roster"
      title={title}
      errors={errors}
      trail={[sectionLink(agency, 'roster')]}
    >
      <Form action={action}>
        <TextField {...text('familyName')} label="Last name" required />
        <TextField {...text('givenName')} label="First name" required />
        <TextField {...text('middleName')} label="Middle name" />
        <TextField {...text('suffix')} label="Suffix" hint="Such as Jr. or III" width="xs" />
        <RadioGroup
          {...text('kind')}
          label="Is this person sworn?"
          required
          choices={[
            { value: 'sworn', label: 'Sworn' },
            { value: 'non-sworn', label: 'Non-sworn' },
          ]}
        />
        <Select
          {...text('category')}
          label="If non-sworn: what kind of job?"
          placeholder="Choose a kind of job"
          choices={staffCategories.map((category) => ({
            value: category,
            label: words.categories[category],
          }))}
        />
        <TextField {...text('employeeNumber')} label="Employee number" width="md" />
        <TextField {...text('badge')} label="Badge number" width="md" />
        <TextField {...text('rank')} label="Rank or title" />
        <TextField {...text('unit')} label="Unit" />
        <TextField {...text('shift')} label="Shift" />
        <TextField {...text('email')} label="Work email" type="email" />
        <DateField {...text('hiredOn')} label="Date hired" />
        <ButtonGroup>
          <Button>Save</Button>
          <ButtonLink look="plain" href={back}>
            Go back without a change
          </ButtonLink>
        </ButtonGroup>
      </Form>
    </WorkspacePage>
  );
}
