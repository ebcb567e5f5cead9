import { type CalendarDate, dayIn, daysBetween, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { EmptyState } from '../uswds/empty-state.tsx';
import { Pagination } from '../uswds/pagination.tsx';
import { SearchForm } from '../uswds/search-form.tsx';
import { Select } from '../uswds/select.tsx';
import { type Column, Table } from '../uswds/table.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { OtherDecisions, type OtherDecisionsProps } from './other-decisions.tsx';
import { ageWords, answersWords, changeWords, queueContent as content, dueWords } from './queue-content.ts';
import { stateWords } from './review-content.ts';
import { type ReviewLimits, targetDay } from './review-limits.ts';
import type { QueueEntry, QueuePage, QueueShow, QueueSort } from './review-queue.ts';
import { openStates } from './submission.ts';

const here = '/campaign/reviews';

export interface ReviewQueuePageProps extends OtherDecisionsProps {
  readonly roles: readonly CampaignRole[];
  readonly queue: QueuePage;
  readonly show: QueueShow;
  readonly search: string;
  readonly sort: { readonly by: QueueSort; readonly direction: 'ascending' | 'descending' };
  readonly page: number;
  readonly pageSize: number;
  readonly href: string;
}

/** Everything that waits for the campaign: how old, how large, what is new about it, who is on it, when it is due. */
export function ReviewQueuePage(props: ReviewQueuePageProps) {
  const { roles, queue, show, search, sort, page, pageSize, href } = props;
  const empty = show === 'open' && search === '' ? content.empty : content.emptyFilter;
  const isOldestFirst = sort.by === 'submitted' && sort.direction === 'ascending';
  const lead = isOldestFirst ? `${content.lead} ${content.oldestFirst}` : content.lead;
  return (
    <CampaignPage roles={roles} here={here} title={content.title} lead={lead}>
      <SearchForm
        action={here}
        label={content.search}
        value={search}
        hidden={{ sort: sort.by, direction: sort.direction }}
      >
        <Select
          name="show"
          label={content.showLabel}
          value={show}
          choices={Object.entries(content.shows).map(([value, label]) => ({ value, label }))}
        />
      </SearchForm>
      <Table
        caption={`${queue.total} ${queue.total === 1 ? 'submission' : 'submissions'}`}
        rows={queue.entries}
        sort={{ ...sort, href }}
        empty={<EmptyState heading={empty.heading}>{empty.text}</EmptyState>}
        columns={columns(props)}
      />
      <OtherDecisions {...props} />
      <Pagination page={page} pages={Math.ceil(queue.total / pageSize)} href={href} label={content.title} />
      <p>
        <a class="usa-link" href="/campaign/ties">
          {content.links.ties}
        </a>
        {' · '}
        <a class="usa-link" href="/campaign/phrasings">
          {content.links.phrasings}
        </a>
      </p>
    </CampaignPage>
  );
}

function columns({ today, limits }: ReviewQueuePageProps): readonly Column<QueueEntry>[] {
  const words = content.columns;
  return [
    { heading: words.agency, rowHeader: true, sort: 'agency', cell: (entry) => <AgencyCell entry={entry} /> },
    { heading: words.size, sort: 'size', numeric: true, cell: (entry) => content.size(entry.sworn) },
    {
      heading: words.submitted,
      sort: 'submitted',
      cell: (entry) => <SentCell entry={entry} today={today} />,
    },
    { heading: words.due, cell: (entry) => <DueCell entry={entry} today={today} limits={limits} /> },
    { heading: words.round, cell: (entry) => <RoundCell entry={entry} /> },
    { heading: words.state, cell: (entry) => <StateCell entry={entry} /> },
    {
      heading: words.reviewer,
      sort: 'reviewer',
      cell: (entry) => entry.reviewerName ?? <span class="om-quiet">{content.nobody}</span>,
    },
  ];
}

function AgencyCell({ entry }: { entry: QueueEntry }) {
  return (
    <>
      <a class="usa-link" href={`${here}/${entry.id}`}>
        {entry.agencyName}
      </a>
      <br />
      <span class="om-quiet">{entry.place}</span>
    </>
  );
}

function SentCell({ entry, today }: { entry: QueueEntry; today: CalendarDate }) {
  const sentOn = dayIn('UTC', entry.submittedAt);
  return (
    <>
      {longDate(sentOn)}
      <br />
      <span class="om-quiet">{ageWords(daysBetween(sentOn, today))}</span>
    </>
  );
}

function DueCell({ entry, today, limits }: { entry: QueueEntry; today: CalendarDate; limits: ReviewLimits }) {
  if (entry.answerBy) return content.agencyAnswers(longDate(entry.answerBy));
  if (!openStates.includes(entry.state)) return null;
  const targetOn = targetDay(dayIn('UTC', entry.submittedAt), limits);
  const words = dueWords(targetOn, today);
  return targetOn < today ? <StatusTag standing="attention">{words}</StatusTag> : words;
}

const changesShown = 2;

/** Which round it is, and under it what changed since the one before. */
function RoundCell({ entry }: { entry: QueueEntry }) {
  return (
    <>
      {entry.round}
      <br />
      <ChangesCell entry={entry} />
    </>
  );
}

function ChangesCell({ entry: { changes, answers } }: { entry: QueueEntry }) {
  if (changes === undefined) return <span class="om-quiet">{content.first}</span>;
  if (changes.length === 0) return <span class="om-quiet">{content.unchanged(answers)}</span>;
  const rest = changes.length - changesShown;
  return (
    <ul class="usa-list usa-list--unstyled">
      {changes.slice(0, changesShown).map((change) => (
        <li>{changeWords(change)}</li>
      ))}
      {rest > 0 ? <li class="om-quiet">{content.more(rest)}</li> : null}
      {answers > 0 ? <li>{answersWords(answers)}</li> : null}
    </ul>
  );
}

function StateCell({ entry: { state, hasAppeal } }: { entry: QueueEntry }) {
  return (
    <>
      <StatusTag standing={stateWords[state].standing}>{stateWords[state].words}</StatusTag>
      {hasAppeal ? (
        <>
          {' '}
          <StatusTag standing="attention">{content.appealTag}</StatusTag>
        </>
      ) : null}
    </>
  );
}
