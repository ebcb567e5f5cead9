import { longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { filedName, shownName } from '../person-name/person-name.ts';
import type { SubmissionState } from '../review/submission.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { type ListedPage, SearchedTable } from '../uswds/searched-table.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { sectionLink, WorkspacePage } from '../workspace/workspace-page.tsx';
import { sectionPath } from '../workspace/workspace-section.ts';
import {
  agencyFilterWords,
  agencyStateWords,
  agencySampleContent as content,
  courseWords,
  type filterWords,
  personWords,
} from './sample-content.ts';
import type { HowDrawn } from './sample-draw.ts';
import type { SampledPerson } from './sample-place.ts';
import type { SampleProgress, SampleStanding } from './sample-standing.ts';
import {
  areAllAsked,
  endedStandingSentence,
  sentAgainSentence,
  standingSentence,
} from './sample-standing-content.ts';

export interface AgencySamplePageProps extends ListedPage {
  readonly agency: AgencyPlace;
  /** Undefined while nothing was sent in. */
  readonly submission:
    | {
        readonly id: string;
        readonly state: SubmissionState;
        readonly sha256: string;
        readonly draw: HowDrawn | undefined;
      }
    | undefined;
  readonly standing: SampleStanding;
  readonly places: readonly SampledPerson[];
  /** For how many records a proof is kept that can be sent as it is. */
  readonly ready: number;
  readonly state: keyof typeof filterWords;
  /** Whether the viewer may send proof, and the review still takes it. */
  readonly mayShow: boolean;
  readonly isTaken: boolean;
  readonly notice: string | undefined;
}

/** Whose records were picked, what to show for each, and how far the agency is. */
export function AgencySamplePage(props: AgencySamplePageProps) {
  const { agency, submission, standing, notice } = props;
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.title}
      lead={leadOf(props)}
      trail={[sectionLink(agency, 'review')]}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      {submission && standing.is !== 'none' ? (
        <>
          {submission.draw ? <SentAgain draw={submission.draw} /> : null}
          <Progress standing={standing} isTaken={props.isTaken} />
          {props.isTaken ? <p>{content.one.what}</p> : <Ended agency={agency} state={submission.state} />}
          {props.isTaken && props.mayShow && props.ready > 0 ? (
            <ActionForm
              look="outline"
              action={`/workspace/${agency.slug}/review/${submission.id}/kept-proofs`}
            >
              {content.sendKept(props.ready)}
            </ActionForm>
          ) : null}
          <PlacesTable {...props} submission={submission.id} />
          <Section heading={content.howHeading}>
            <p>{areAllAsked(standing) ? content.howAll : content.how}</p>
            <SummaryList
              facts={[
                { term: content.seed, detail: <code class="om-hash">{submission.draw?.seed}</code> },
                ...(submission.draw && submission.draw.drawnFor !== submission.sha256
                  ? [
                      {
                        term: content.drawnFor,
                        detail: <code class="om-hash">{submission.draw.drawnFor}</code>,
                      },
                    ]
                  : []),
                { term: content.hash, detail: <code class="om-hash">{submission.sha256}</code> },
              ]}
            />
            <p>
              <a class="usa-link" href={`/workspace/${agency.slug}/review/${submission.id}/snapshot.json`}>
                {content.download}
              </a>
              . {content.downloadHint}
            </p>
          </Section>
        </>
      ) : (
        <EmptyState heading={content.none.heading}>{content.none.text}</EmptyState>
      )}
    </WorkspacePage>
  );
}

function leadOf({ submission, standing, isTaken }: AgencySamplePageProps): string {
  if (submission && standing.is !== 'none' && !isTaken) return content.leadEnded;
  return areAllAsked(standing) ? content.leadToAll : content.lead;
}

/** That the review is over; and after a return, that the work is sent in again and where. */
function Ended({ agency, state }: { agency: AgencyPlace; state: SubmissionState }) {
  const words = content.returned;
  if (state !== 'returned') return <Alert kind="info">{content.ended}</Alert>;
  return (
    <Alert kind="warning" heading={words.heading}>
      <p>
        {words.text}{' '}
        <a class="usa-link" href={sectionPath(agency.slug, 'review')}>
          {words.link}
        </a>
        . {words.afterwards}
      </p>
    </Alert>
  );
}

function SentAgain({ draw }: { draw: HowDrawn }) {
  const sentence = sentAgainSentence(draw);
  return sentence ? <Alert kind="info">{sentence}</Alert> : null;
}

function Progress({ standing, isTaken }: { standing: SampleStanding & SampleProgress; isTaken: boolean }) {
  const { shown, accepted, failed, wanted } = standing;
  const sent = shown + accepted + failed;
  return (
    <>
      <p>{isTaken ? standingSentence(standing) : endedStandingSentence(standing)}</p>
      <ProgressBar label={content.progress} value={sent} max={wanted} text={`${sent} of ${wanted}`} />
    </>
  );
}

function PlacesTable(props: Omit<AgencySamplePageProps, 'submission'> & { submission: string }) {
  const { agency, places, total, state, submission, isTaken } = props;
  const stateWords = agencyStateWords(isTaken);
  const recordPath = (place: number) => `/workspace/${agency.slug}/review/${submission}/sample/${place}`;
  const canSend = (row: SampledPerson) => props.mayShow && props.isTaken && row.state === 'wanted';
  return (
    <SearchedTable
      {...props}
      action={`/workspace/${agency.slug}/review/sample`}
      searchLabel={content.search}
      filter={{ name: 'state', label: content.filter, value: state, choices: agencyFilterWords(isTaken) }}
      label={content.list}
      caption={content.caption(total)}
      rows={places}
      empty={content.noMatch}
      columns={[
        {
          heading: 'Name',
          rowHeader: true,
          cell: (row) => personWords(row, filedName),
        },
        {
          heading: 'Course',
          cell: (row) => courseWords(row.record, row.ownTitle),
        },
        { heading: 'Completed', cell: ({ record }) => longDate(record.completedOn) },
        {
          heading: 'Proof',
          cell: (row) => (
            <>
              <StatusTag standing={stateWords[row.state].standing}>{stateWords[row.state].words}</StatusTag>
              {row.word ? <p class="om-quiet">{row.word}</p> : null}
            </>
          ),
        },
        {
          heading: 'What to do',
          headingHidden: true,
          cell: (row) => (
            <>
              <a class="usa-link" href={recordPath(row.place)}>
                {canSend(row) ? content.show : content.look}
                <span class="usa-sr-only">: {personWords(row, shownName)}</span>
              </a>
              {canSend(row) && row.kept[0] ? (
                <ActionForm
                  look="plain"
                  action={`${recordPath(row.place)}/kept`}
                  hidden={{ file: row.kept[0].file }}
                  about={`: ${personWords(row, shownName)}`}
                >
                  {content.useKept}
                </ActionForm>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}
