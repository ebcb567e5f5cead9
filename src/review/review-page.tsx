import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import type { PersonId } from '../database/acting.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import { Alert } from '../uswds/alert.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { AppealsList } from './appeals-list.tsx';
import { changeWords } from './queue-content.ts';
import { campaignReviewContent as content, stateWords, tieSentences } from './review-content.ts';
import type { ReviewFile } from './review-file-actions.ts';
import { type ReviewLimits, targetDay } from './review-limits.ts';
import { RequirementSection } from './review-requirement.tsx';
import { FinishStep, HandOverStep, NextStep, SecondDecision } from './review-steps.tsx';
import { SetAsideSection } from './set-aside-section.tsx';
import { openStates, type Submission } from './submission.ts';
import type { SubmissionChange } from './submission-change.ts';

export const reviewsPath = '/campaign/reviews';

export interface ReviewPageProps extends ReviewFile {
  readonly roles: readonly CampaignRole[];
  readonly me: PersonId;
  readonly limits: ReviewLimits;
  /** The requirement whose decision was refused, with what had been chosen. */
  readonly refused?:
    | { readonly requirement: string; readonly decision: string; readonly comment: string }
    | undefined;
  /** The note to the first reviewer that was refused, as it was typed. */
  readonly refusedNote?: string | undefined;
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** A submission as a whole: who is on it, what is new, each requirement with its decision, and what comes next. */
export function ReviewPage(props: ReviewPageProps) {
  const { submission, snapshot, me, ties, errors = noErrors, notice } = props;
  const state = stateWords[submission.state];
  const isMine = submission.state === 'in-review' && submission.reviewer === me && ties.length === 0;
  return (
    <CampaignPage
      roles={props.roles}
      here={reviewsPath}
      title={snapshot.agency.name}
      above={`Round ${submission.round}`}
      lead={`${snapshot.agency.city}, ${snapshot.agency.region}. Sent in on ${longDate(snapshot.asOf)}, under the rules of ${snapshot.rules}.`}
      status={<StatusTag standing={state.standing}>{state.words}</StatusTag>}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[{ label: content.queueTitle, href: reviewsPath }]}
    >
      {ties.length > 0 ? (
        <Alert kind="warning">
          {[...ties.map((tie) => tieSentences[tie]), content.tied].join(' ')}{' '}
          <a href="/campaign/ties">{content.tiesLink}</a>
        </Alert>
      ) : (
        <NextStep {...props} />
      )}
      <SetAsideSection {...props} />
      <Dates {...props} />
      {submission.note ? (
        <Section heading={content.agencyNote}>
          <p>{submission.note}</p>
        </Section>
      ) : null}
      <Changes changes={props.changes} />
      <AppealsList submission={submission} appeals={props.appeals} />
      {submission.reviews.map((review) => (
        <RequirementSection {...props} errors={errors} review={review} isMine={isMine} />
      ))}
      {isMine ? <FinishStep submission={submission} /> : null}
      <HandOverStep {...props} errors={errors} />
      {ties.length > 0 ? null : <SecondDecision {...props} />}
      <p class="om-quiet">
        {content.hash}: <code class="om-hash">{submission.snapshotSha256}</code>
      </p>
      <EarlierRounds earlier={props.earlier} />
    </CampaignPage>
  );
}

function Dates({ submission, limits }: ReviewPageProps) {
  const { state, answerBy } = submission;
  const target = targetDay(dayIn('UTC', submission.submittedAt), limits);
  return (
    <p>
      {openStates.includes(state) ? <>{content.dueOn(longDate(target))} </> : null}
      {state === 'returned' && answerBy ? <>{content.answerDueOn(longDate(answerBy))} </> : null}
      <a class="usa-link" href={`${reviewsPath}/${submission.id}/messages`}>
        {content.messages}
      </a>
      {' · '}
      <a class="usa-link" href={`${reviewsPath}/${submission.id}/sample`}>
        {content.sample}
      </a>
    </p>
  );
}

function Changes({ changes }: { changes: readonly SubmissionChange[] | undefined }) {
  if (changes === undefined) return null;
  return (
    <Section heading={content.changedHeading}>
      {changes.length === 0 ? (
        <p class="om-quiet">{content.nothingChanged}</p>
      ) : (
        <ul class="usa-list">
          {changes.map((change) => (
            <li>{changeWords(change)}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function EarlierRounds({ earlier }: { earlier: readonly Submission[] }) {
  if (earlier.length === 0) return null;
  return (
    <Section heading={content.earlier}>
      <ul class="usa-list">
        {earlier.map((submission) => (
          <li>
            <a class="usa-link" href={`${reviewsPath}/${submission.id}`}>
              Round {submission.round}: {stateWords[submission.state].words}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
