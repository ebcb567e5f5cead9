import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Button, ButtonGroup, ButtonLink } from '../uswds/button.tsx';
import { DateField } from '../uswds/date-field.tsx';
import { HiddenValues } from '../uswds/form.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { Pagination } from '../uswds/pagination.tsx';
import { withQuery } from '../uswds/query-string.ts';
import { SearchForm } from '../uswds/search-form.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import type { WorkspaceSection } from '../workspace/workspace-section.ts';
import { importContent, takenSentence } from './file-import-content.ts';
import type { ListedDate } from './proposed-date-store.ts';
import type { TakenDates } from './taken-dates.ts';

const content = importContent.dates;

export interface ProposedDatesPageProps {
  readonly agency: AgencyPlace;
  readonly section: WorkspaceSection;
  /** Of the import. */
  readonly path: string;
  readonly importTitle: string;
  /** What each field is called. */
  readonly fields: Readonly<Record<string, string>>;
  readonly dates: readonly ListedDate[];
  /** Those listed with the words searched for, and all that the file has. */
  readonly total: number;
  readonly found: number;
  /** How many of them have a proposal, and how many are taken as was said for an earlier file. */
  readonly proposed: number;
  readonly remembered: number;
  readonly taken: TakenDates;
  readonly search: string;
  readonly page: number;
  readonly pageSize: number;
  readonly notice: string | undefined;
  /** What was typed for one date and can't be used. */
  readonly typed?: { readonly name: string; readonly value: string } | undefined;
  readonly errors?: FormErrors;
}

/** The field's name for a day typed in place of a date. */
export function dayName({ row, field }: Pick<ListedDate, 'row' | 'field'>): string {
  return `day-${row}-${field}`;
}

/** The dates of a file that can't be read: each is taken for what it may mean, typed, or left out. */
export function ProposedDatesPage(props: ProposedDatesPageProps) {
  const {
    agency,
    section,
    path,
    found,
    remembered,
    taken,
    search,
    page,
    total,
    notice,
    errors = noErrors,
  } = props;
  const here = withQuery(`${path}/dates`, {
    search: search || undefined,
    page: page > 1 ? String(page) : undefined,
  });
  const isCut = search === '' && total < found + remembered;
  return (
    <WorkspacePage
      agency={agency}
      here={section}
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[sectionLink(agency, section), { label: props.importTitle, href: path }]}
    >
      <p>
        {content.heading(found)}. {remembered > 0 ? `${content.remembered(remembered)}.` : ''}{' '}
        {takenSentence(taken)} {isCut ? content.more(total) : ''}
      </p>
      <TakeAll action={here} found={props.proposed} taken={taken} />
      <SearchForm action={`${path}/dates`} label={content.search} value={search} />
      <Dates {...props} action={here} />
      <Pagination page={page} pages={Math.ceil(total / props.pageSize)} href={here} label={content.title} />
      <ButtonGroup>
        <ButtonLink look="outline" href={path}>
          {content.back}
        </ButtonLink>
      </ButtonGroup>
    </WorkspacePage>
  );
}

function TakeAll({ action, found, taken }: { action: string; found: number; taken: TakenDates }) {
  const isAll = taken.of === 'all-but' && taken.rows.length === 0;
  const isNone = taken.of === 'named-rows' && taken.rows.length === 0;
  return (
    <>
      {isAll || found === 0 ? null : (
        <ActionForm action={action} hidden={{ rows: 'all', take: 'yes' }}>
          {content.useAll(found)}
        </ActionForm>
      )}
      {isNone ? null : (
        <ActionForm action={action} look="outline" hidden={{ rows: 'all', take: 'no' }}>
          {content.leaveAll}
        </ActionForm>
      )}
    </>
  );
}

function Dates(props: ProposedDatesPageProps & { action: string }) {
  const { dates, fields } = props;
  return (
    <Table
      caption={content.title}
      captionHidden
      rows={dates}
      empty={<p>{content.none}</p>}
      columns={[
        { heading: 'Row', numeric: true, cell: ({ row }) => row },
        { heading: 'Person', rowHeader: true, cell: ({ person }) => person },
        { heading: 'Column', cell: ({ field }) => fields[field] ?? field },
        { heading: content.written, cell: ({ text }) => text },
        {
          heading: content.proposal,
          cell: ({ proposal }) => (proposal ? longDate(proposal) : content.noProposal),
        },
        { heading: 'Now', cell: ({ decision }) => nowUsed(decision) },
        { heading: 'Choose', headingHidden: true, cell: (date) => <Choice {...props} date={date} /> },
      ]}
    />
  );
}

function nowUsed(decision: ListedDate['decision']): string {
  if (!decision || decision.decided === 'left') return content.left;
  return content.decided[decision.decided](longDate(decision.day));
}

function Choice({
  date,
  action,
  typed,
  errors = noErrors,
}: ProposedDatesPageProps & { action: string; date: ListedDate }) {
  const { row, field, person, text, proposal, decision } = date;
  const about = `row ${row}, ${person}, “${text}”`;
  if (decision && decision.decided !== 'left')
    return (
      <ActionForm
        action={action}
        look="outline"
        hidden={{ rows: String(row), take: 'no', ...(decision.decided !== 'proposal' && { field }) }}
        about={`${longDate(decision.day)}, ${about}`}
      >
        {content.leave}
      </ActionForm>
    );
  if (proposal)
    return (
      <ActionForm
        action={action}
        look="outline"
        hidden={{ rows: String(row), take: 'yes' }}
        about={`${longDate(proposal)}, ${about}`}
      >
        {content.use}
      </ActionForm>
    );
  const name = dayName(date);
  return (
    <form class="om-action-form" method="post" action={action} novalidate>
      <HiddenValues values={{ rows: String(row), field }} />
      <DateField
        name={name}
        label={content.enter}
        hint={content.enterHint(row)}
        error={errors[name]}
        value={typed?.name === name ? typed.value : undefined}
      />
      <Button look="outline">
        {content.save}
        <span class="usa-sr-only"> {about}</span>
      </Button>
    </form>
  );
}
