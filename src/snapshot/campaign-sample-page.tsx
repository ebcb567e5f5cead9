import { longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { CampaignRole } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { EmptyState } from '../uswds/empty-state.tsx';
import { ProgressBar } from '../uswds/progress-bar.tsx';
import { type ListedPage, SearchedTable } from '../uswds/searched-table.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { campaignSampleContent as content, courseWords, filterWords, stateWords } from './sample-content.ts';
import type { HowDrawn } from './sample-draw.ts';
import type { SamplePlace } from './sample-place.ts';
import type { SampleStanding } from './sample-standing.ts';
import { areAllAsked, redrawnWords, standingSentence } from './sample-standing-content.ts';

export const queue = '/campaign/reviews';

export interface Reviewed {
  readonly roles: readonly CampaignRole[];
  readonly submission: { readonly id: string; readonly sha256: string };
  readonly agencyName: string;
}

export interface CampaignSamplePageProps extends Reviewed, ListedPage {
  readonly standing: SampleStanding;
  readonly draw: HowDrawn | undefined;
  /** Submissions of the same round that were taken back before this one. */
  readonly earlier: readonly { readonly id: string; readonly round: number }[];
  readonly places: readonly SamplePlace[];
  readonly state: keyof typeof filterWords;
  readonly notice: string | undefined;
}

/** The sampled records under their pseudonyms, how far the reviewer is, and what decides which are drawn. */
export function CampaignSamplePage(props: CampaignSamplePageProps) {
  const { roles, submission, agencyName, standing, places, total, state } = props;
  const here = `${queue}/${submission.id}/sample`;
  return (
    <CampaignPage
      roles={roles}
      here={queue}
      title={content.title}
      above={agencyName}
      notice={<SuccessNotice>{props.notice}</SuccessNotice>}
      lead={leadOf(standing)}
      trail={[
        { label: 'Reviews', href: queue },
        { label: agencyName, href: `${queue}/${submission.id}` },
      ]}
      actions={
        <ButtonLink look="outline" href={`${queue}/${submission.id}/snapshot.json`}>
          {content.download}
        </ButtonLink>
      }
    >
      {standing.is === 'none' ? (
        <EmptyState heading={content.none.heading}>{content.none.text}</EmptyState>
      ) : (
        <>
          <Redrawn {...props} />
          {standing.is === 'failed' ? (
            <Alert kind="warning">{standingSentence(standing)}</Alert>
          ) : (
            <p>{standingSentence(standing)}</p>
          )}
          <ProgressBar
            label={content.progress}
            value={standing.accepted + standing.failed}
            max={standing.wanted}
            text={`${standing.accepted + standing.failed} of ${standing.wanted}`}
          />
          <SearchedTable
            {...props}
            action={here}
            searchLabel={content.search}
            filter={{ name: 'state', label: content.filter, value: state, choices: filterWords }}
            label={content.list}
            caption={content.caption(total)}
            rows={places}
            empty={content.noMatch}
            columns={[
              {
                heading: 'Record',
                rowHeader: true,
                cell: ({ place }) => (
                  <a class="usa-link" href={`${here}/${place}`}>
                    {content.one.title(place)}
                  </a>
                ),
              },
              { heading: 'Person', cell: ({ person }) => <code class="om-hash">{person}</code> },
              {
                heading: 'Course',
                cell: ({ record }) => courseWords(record),
              },
              { heading: 'Completed', cell: ({ record }) => longDate(record.completedOn) },
              {
                heading: 'Proof',
                cell: (row) => (
                  <StatusTag standing={stateWords[row.state].standing}>
                    {stateWords[row.state].words}
                  </StatusTag>
                ),
              },
            ]}
          />
          <SummaryList
            facts={[
              ...(props.draw ? drawFacts(props.draw, submission.sha256) : []),
              { term: content.hash, detail: <code class="om-hash">{submission.sha256}</code> },
            ]}
          />
        </>
      )}
    </CampaignPage>
  );
}

function leadOf(standing: SampleStanding): string | undefined {
  if (standing.is === 'none') return undefined;
  return areAllAsked(standing) ? content.leadToAll : content.lead;
}

/** That records were drawn before in this round, and where those stand. */
function Redrawn({ draw, earlier }: CampaignSamplePageProps) {
  const words = draw && redrawnWords(draw);
  if (!words) return null;
  return (
    <>
      <Alert kind="warning" heading={words.heading}>
        {words.sentences.join(' ')}
      </Alert>
      <ul class="usa-list">
        {earlier.map(({ id, round }) => (
          <li>
            <a class="usa-link" href={`${queue}/${id}/sample`}>
              {content.earlier(round)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function drawFacts({ seed, drawnFor }: HowDrawn, sha256: string) {
  const own = { term: content.seed, detail: <code class="om-hash">{seed}</code> };
  if (drawnFor === sha256) return [own];
  return [own, { term: content.drawnFor, detail: <code class="om-hash">{drawnFor}</code> }];
}
