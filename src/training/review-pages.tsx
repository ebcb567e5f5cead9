import { longDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName } from '../person-name/person-name.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { Table } from '../uswds/table.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { PersonLink } from './people-pages.tsx';
import { qualifyingSentence } from './qualifying-content.ts';
import type { QualifyingRecord } from './qualifying-record.ts';
import { RecordDates } from './record-dates-part.tsx';
import type { Pile } from './record-pile.ts';
import { reviewContent as content, setAsideWords } from './review-content.ts';
import type { QueueEntry } from './review-queue-store.ts';
import { isSetAsideReason } from './set-aside.ts';
import type { StaffNumbers } from './staff-number.ts';
import type { StoredRecord } from './stored-record.ts';
import { matchStateSentence } from './training-import-content.ts';

export type ReviewShown = 'waiting' | 'doubtful' | 'decided';

export interface JudgedRecord {
  readonly record: StoredRecord;
  readonly qualifying: QualifyingRecord;
}

export interface ReviewPageProps {
  readonly agency: AgencyPlace;
  readonly rules: CampaignRules;
  readonly shown: ReviewShown;
  readonly search: string;
  readonly entries: readonly QueueEntry[];
  readonly doubtful: readonly JudgedRecord[];
  /** Of those whom the records are about. */
  readonly numbers: StaffNumbers;
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
  readonly notice: string | undefined;
}

export function ReviewPage(props: ReviewPageProps) {
  const { agency, shown, notice } = props;
  const base = `/workspace/${agency.slug}/training/review`;
  return (
    <WorkspacePage
      agency={agency}
      here="training"
      title={content.title}
      lead={content.lead}
      trail={[sectionLink(agency, 'training')]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      actions={
        shown === 'waiting' && props.total > 0 ? (
          <ActionForm action={`${base}/again`} look="outline">
            {content.matchAgain}
          </ActionForm>
        ) : undefined
      }
    >
      <ShownLinks base={base} shown={shown} />
      {shown === 'doubtful' ? <DoubtfulRecords {...props} /> : <Queue {...props} base={base} />}
      <Pagination
        page={props.page}
        pages={Math.ceil(props.total / props.pageSize)}
        href={props.href}
        label={content.title}
      />
    </WorkspacePage>
  );
}

function ShownLinks({ base, shown }: { base: string; shown: ReviewShown }) {
  const kinds = ['waiting', 'doubtful', 'decided'] as const;
  return (
    <nav class="om-counts" aria-label="Kinds of records">
      <ul>
        {kinds.map((kind) => (
          <li>
            <a
              class="usa-link"
              href={`${base}?show=${kind}`}
              aria-current={kind === shown ? 'true' : undefined}
            >
              {content.shown[kind]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Queue({ base, shown, search, entries, numbers, total }: ReviewPageProps & { base: string }) {
  const empty = content.empty[shown];
  return (
    <>
      <SearchForm action={base} label={content.search} value={search} hidden={{ show: shown }} />
      <Table
        caption={`${total.toLocaleString('en-US')} ${total === 1 ? 'person' : 'people'} as written in records`}
        rows={entries}
        empty={<EmptyState heading={empty.heading}>{empty.text}</EmptyState>}
        columns={[
          {
            heading: 'As written',
            rowHeader: true,
            cell: (entry) => (
              <a class="usa-link" href={personPath(base, entry.personKey, entry.pile)}>
                {filedName(entry.name)}
              </a>
            ),
          },
          { heading: 'Number', cell: (entry) => entry.employeeNumber },
          { heading: 'Records', numeric: true, cell: (entry) => entry.records },
          { heading: 'That may count', numeric: true, cell: (entry) => entry.matter },
          {
            heading: 'Why',
            cell: ({ match, matchReason, staffId }) =>
              isSetAsideReason(matchReason)
                ? `Left out: ${setAsideWords[matchReason]}.`
                : `${matchStateSentence(match, matchReason)}${givenTo(numbers.get(staffId ?? ''))}`,
          },
        ]}
      />
    </>
  );
}

function givenTo(number: string | undefined): string {
  return number === undefined ? '' : ` It is number ${number}.`;
}

function DoubtfulRecords({ agency, rules, doubtful, numbers, total }: ReviewPageProps) {
  const empty = content.empty.doubtful;
  return (
    <>
      <p>
        {content.doubtfulLead}{' '}
        <a class="usa-link" href={`/workspace/${agency.slug}/training/courses`}>
          All courses
        </a>
      </p>
      <Table
        caption={`${total.toLocaleString('en-US')} ${total === 1 ? 'record' : 'records'}`}
        rows={doubtful}
        empty={<EmptyState heading={empty.heading}>{empty.text}</EmptyState>}
        columns={[
          {
            heading: 'Person',
            rowHeader: true,
            cell: ({ record }) => (
              <PersonLink agency={agency} id={record.staffId ?? ''} name={filedName(record.name)} />
            ),
          },
          { heading: 'Number', cell: ({ record }) => numbers.get(record.staffId ?? '') ?? '' },
          { heading: 'Course', cell: ({ record }) => record.title || record.code },
          {
            heading: 'Completed',
            cell: ({ record }) => (record.completedOn ? longDate(record.completedOn) : ''),
          },
          {
            heading: 'Why',
            cell: ({ record, qualifying }) => (
              <>
                {qualifyingSentence(rules, qualifying)}
                <RecordDates record={record} action={`/workspace/${agency.slug}/training/review/date`} />
                <ConfirmForm agency={agency} record={record} qualifying={qualifying} />
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** For a class that was written down before its day, once that has come. */
function ConfirmForm({ agency, record, qualifying }: JudgedRecord & { agency: AgencyPlace }) {
  if (qualifying.verdict === 'counts' || qualifying.why.code !== 'recorded-ahead') return null;
  return (
    <ActionForm
      action={`/workspace/${agency.slug}/training/review/confirm`}
      look="outline"
      hidden={{ record: record.id }}
      about={`${filedName(record.name)}, ${record.title || record.code}`}
    >
      {content.confirm}
    </ActionForm>
  );
}

export function personPath(base: string, personKey: string, pile?: Pile): string {
  const of = pile ? `&pile=${encodeURIComponent(pile)}` : '';
  return `${base}/person?key=${encodeURIComponent(personKey)}${of}`;
}
