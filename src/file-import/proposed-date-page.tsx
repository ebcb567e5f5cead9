import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { ButtonGroup, ButtonLink } from '../uswds/button.tsx';
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
import { type ProposedDate, type TakenDates, takenRows } from './taken-dates.ts';

const content = importContent.dates;

export interface ProposedDatesPageProps {
  readonly agency: AgencyPlace;
  readonly section: WorkspaceSection;
  /** Of the import. */
  readonly path: string;
  readonly importTitle: string;
  /** What each field is called. */
  readonly fields: Readonly<Record<string, string>>;
  readonly dates: readonly ProposedDate[];
  /** Those listed with the words searched for, and all that the file has. */
  readonly total: number;
  readonly found: number;
  readonly taken: TakenDates;
  readonly search: string;
  readonly page: number;
  readonly pageSize: number;
  readonly notice: string | undefined;
  readonly errors?: FormErrors;
}

/** The dates of a file that are written with a typo: each is taken for what it may mean, or left out. */
export function ProposedDatesPage(props: ProposedDatesPageProps) {
  const { agency, section, path, found, taken, search, page, total, notice, errors = noErrors } = props;
  const here = withQuery(`${path}/dates`, {
    search: search || undefined,
    page: page > 1 ? String(page) : undefined,
  });
  const isCut = search === '' && total < found;
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
        {content.heading(found)}. {takenSentence(taken)} {isCut ? content.more(total) : ''}
      </p>
      <TakeAll action={here} found={found} taken={taken} />
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

function Dates({ dates, fields, taken, action }: ProposedDatesPageProps & { action: string }) {
  const isTaken = takenRows(taken);
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
        { heading: content.proposal, cell: ({ proposal }) => longDate(proposal) },
        { heading: 'Now', cell: ({ row }) => (isTaken(row) ? content.taken : content.left) },
        {
          heading: 'Choose',
          headingHidden: true,
          cell: ({ row, person, text, proposal }) => (
            <ActionForm
              action={action}
              look="outline"
              hidden={{ rows: String(row), take: isTaken(row) ? 'no' : 'yes' }}
              about={`${longDate(proposal)}, row ${row}, ${person}, “${text}”`}
            >
              {isTaken(row) ? content.leave : content.use}
            </ActionForm>
          ),
        },
      ]}
    />
  );
}
