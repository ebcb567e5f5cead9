import { longDate } from '../calendar/calendar-date.ts';
import { CampaignPage } from '../campaign-desk/campaign-page.tsx';
import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { PersonId } from '../database/acting.ts';
import type { CampaignRole } from '../identity/viewer.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { campaignReviewContent as content, requirementNames, stateWords } from './review-content.ts';
import type { RequirementReview, Submission } from './submission.ts';

const here = '/campaign/reviews';

export interface ReviewPageProps {
  readonly roles: readonly CampaignRole[];
  readonly submission: Submission;
  readonly snapshot: Snapshot;
  readonly earlier: readonly Submission[];
  readonly me: PersonId;
  readonly hasTies: boolean;
  /** The requirement whose decision was refused, with what had been chosen. */
  readonly refused?:
    | { readonly requirement: string; readonly decision: string; readonly comment: string }
    | undefined;
  /** The note to the first reviewer that was refused, as it was typed. */
  readonly refusedNote?: string | undefined;
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** A submission, requirement by requirement: rule, facts, files, answer, decision. */
export function ReviewPage(props: ReviewPageProps) {
  const { submission, snapshot, me, hasTies, errors = noErrors, notice } = props;
  const state = stateWords[submission.state];
  const isMine = submission.state === 'in-review' && submission.reviewer === me && !hasTies;
  return (
    <CampaignPage
      roles={props.roles}
      here={here}
      title={snapshot.agency.name}
      above={`Round ${submission.round}`}
      lead={`${snapshot.agency.city}, ${snapshot.agency.region}. Sent in on ${longDate(snapshot.asOf)}, under the rules of ${snapshot.rules}.`}
      status={<StatusTag standing={state.standing}>{state.words}</StatusTag>}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
      trail={[{ label: content.queueTitle, href: here }]}
    >
      {hasTies ? <Alert kind="warning">{content.tied}</Alert> : <NextStep {...props} />}
      {submission.note ? (
        <Section heading={content.agencyNote}>
          <p>{submission.note}</p>
        </Section>
      ) : null}
      {submission.reviews.map((review) => (
        <RequirementSection {...props} errors={errors} review={review} isMine={isMine} />
      ))}
      {isMine ? (
        <Section heading={content.finish}>
          <p>{content.finishHint}</p>
          <ActionForm action={`/campaign/reviews/${submission.id}/finish`}>{content.finish}</ActionForm>
          <ActionForm look="plain" action={`/campaign/reviews/${submission.id}/release`}>
            {content.release}
          </ActionForm>
        </Section>
      ) : null}
      {hasTies ? null : <SecondDecision {...props} />}
      <p class="om-quiet">
        {content.hash}: <code class="om-hash">{submission.snapshotSha256}</code>
      </p>
      <EarlierRounds earlier={props.earlier} />
    </CampaignPage>
  );
}

function NextStep({ submission, me }: ReviewPageProps) {
  const base = `/campaign/reviews/${submission.id}`;
  if (submission.state === 'waiting')
    return <ActionForm action={`${base}/claim`}>{content.claim}</ActionForm>;
  if (submission.state !== 'awaiting-approval') {
    return submission.approverNote && submission.state === 'in-review' ? (
      <Alert kind="warning" heading="The second reviewer asks you to look again">
        {submission.approverNote}
      </Alert>
    ) : null;
  }
  return <Alert kind="info">{submission.reviewer === me ? content.ownReview : content.approveBelow}</Alert>;
}

/** Beneath all that it rests on: the second reviewer certifies, or asks the first one to look again. */
function SecondDecision({ submission, me, refusedNote = '', errors = noErrors }: ReviewPageProps) {
  if (submission.state !== 'awaiting-approval' || submission.reviewer === me) return null;
  const base = `/campaign/reviews/${submission.id}`;
  return (
    <>
      <Section heading={content.approve}>
        <p>{content.approveHint}</p>
        <ActionForm action={`${base}/approve`}>{content.approve}</ActionForm>
      </Section>
      <Section heading={content.sendBackHeading}>
        <Form action={`${base}/send-back`}>
          <TextArea
            name="note"
            label={content.sendBackNote}
            value={refusedNote}
            error={errors.note}
            required
          />
          <ButtonGroup>
            <Button look="outline">{content.sendBack}</Button>
          </ButtonGroup>
        </Form>
      </Section>
    </>
  );
}

interface RequirementSectionProps extends ReviewPageProps {
  readonly review: RequirementReview;
  readonly isMine: boolean;
}

function RequirementSection({
  submission,
  snapshot,
  review,
  isMine,
  refused,
  errors = noErrors,
}: RequirementSectionProps) {
  const { requirement } = review;
  const found = snapshot.requirements.find((entry) => entry.requirement === requirement);
  const documents = snapshot.documents.filter((document) => document.requirement === requirement);
  const isRefused = refused?.requirement === requirement;
  return (
    <Section heading={requirementNames[requirement]} id={requirement}>
      <h3>{content.facts}</h3>
      <ul class="usa-list">
        {found?.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      <h3>{content.evidence}</h3>
      {documents.length === 0 ? (
        <p class="om-quiet">{content.noEvidence}</p>
      ) : (
        <ul class="usa-list">
          {documents.map((document) => (
            <li>
              <a class="usa-link" href={`/campaign/reviews/${submission.id}/documents/${document.file}`}>
                {document.title}
              </a>{' '}
              <span class="om-quiet">({document.fileName})</span>
              {document.note ? <p class="om-quiet">{document.note}</p> : null}
            </li>
          ))}
        </ul>
      )}
      {requirement === 'policy' && snapshot.checklist.length > 0 ? <Checklist snapshot={snapshot} /> : null}
      {review.answer ? (
        <>
          <h3>{content.answer}</h3>
          <p>{review.answer}</p>
        </>
      ) : null}
      {isMine ? (
        <Form action={`/campaign/reviews/${submission.id}/decisions/${requirement}`}>
          <RadioGroup
            name={`decision-${requirement}`}
            label={content.decisionLabel}
            value={isRefused ? refused.decision : review.decision}
            error={errors[`decision-${requirement}`]}
            choices={Object.entries(content.decisions).map(([value, label]) => ({ value, label }))}
          />
          <TextArea
            name={`comment-${requirement}`}
            label={content.commentLabel}
            hint={content.commentHint}
            value={isRefused ? refused.comment : review.comment}
            error={errors[`comment-${requirement}`]}
          />
          <ButtonGroup>
            <Button look="outline">
              {content.decide}
              <span class="usa-sr-only">: {requirementNames[requirement]}</span>
            </Button>
          </ButtonGroup>
        </Form>
      ) : (
        <DecisionTold review={review} />
      )}
    </Section>
  );
}

/** The policy's elements as the agency answered them, folded away until the reviewer wants them. */
function Checklist({ snapshot }: { snapshot: Snapshot }) {
  const elements = campaignRules(snapshot.rules).policyElements;
  return (
    <details>
      <summary>{content.checklist(snapshot.checklist.length)}</summary>
      <SummaryList
        facts={elements.map(({ code, title }) => ({ term: title, detail: answerWords(snapshot, code) }))}
      />
    </details>
  );
}

function answerWords({ checklist }: Snapshot, code: string): string {
  const answer = checklist.find((entry) => entry.code === code);
  if (!answer) return '';
  return [content.elementStatuses[answer.status], answer.reference, answer.notes].filter(Boolean).join(' · ');
}

function DecisionTold({ review }: { review: RequirementReview }) {
  if (!review.decision) return null;
  return (
    <p>
      <StatusTag standing={review.decision === 'met' ? 'done' : 'attention'}>
        {content.decisions[review.decision]}
      </StatusTag>{' '}
      {review.comment}
    </p>
  );
}

function EarlierRounds({ earlier }: { earlier: readonly Submission[] }) {
  if (earlier.length === 0) return null;
  return (
    <Section heading={content.earlier}>
      <ul class="usa-list">
        {earlier.map((submission) => (
          <li>
            <a class="usa-link" href={`/campaign/reviews/${submission.id}`}>
              Round {submission.round}: {stateWords[submission.state].words}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
