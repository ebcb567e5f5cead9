import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { Certificate, CertificateNumber } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { Pledge } from '../pledge/pledge.ts';
import { outstandingSentence } from '../requirement/outstanding-content.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { Section } from '../uswds/section.tsx';
import { SuccessNotice } from '../uswds/success-notice.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import { type Standing, sectionFor } from '../workspace/standing.ts';
import { WorkspacePage } from '../workspace/workspace-page.tsx';
import { sectionPath } from '../workspace/workspace-section.ts';
import { AppealLink, ClosedSection, DeadlineNotice, OwnAppeals } from './agency-deadline.tsx';
import { RequestsSection, UnansweredSection } from './agency-requests.tsx';
import { RoundsSection } from './agency-rounds.tsx';
import type { Appeal } from './appeal.ts';
import { CertifiedSection } from './certified-section.tsx';
import { agencyReviewContent as content, stateWords } from './review-content.ts';
import type { ReviewLimits } from './review-limits.ts';
import {
  latestRound,
  openStates,
  requestsOf,
  roundsUnder,
  type Submission,
  unansweredOf,
} from './submission.ts';

export interface AgencyReviewPageProps {
  readonly agency: AgencyPlace;
  readonly standing: Standing;
  /** The pledge as it is now, or the last one: rounds under it count, earlier ones are shown. */
  readonly pledge: Pledge | undefined;
  readonly submissions: readonly Submission[];
  readonly certificates: readonly Certificate[];
  readonly appeals: readonly Appeal[];
  readonly limits: ReviewLimits;
  /** What each certificate is worth today. */
  readonly standings: ReadonlyMap<CertificateNumber, CertificateStanding>;
  /** The certificate has ended or ends soon: the work may be sent in again. */
  readonly mayRenew: boolean;
  readonly maySubmit: boolean;
  readonly values: Readonly<Record<string, string>>;
  readonly errors?: FormErrors;
  readonly notice: string | undefined;
}

/** Where the agency stands with its review: what is left, the form to send in, the rounds, the certificate. */
export function AgencyReviewPage(props: AgencyReviewPageProps) {
  const { agency, submissions, certificates, errors, notice } = props;
  const present = roundsUnder(props.pledge?.id, submissions);
  const earlier = submissions.filter((submission) => !present.includes(submission));
  const open = present.find(({ state }) => openStates.includes(state));
  const latest = latestRound(present);
  const isDecided = present.some(({ state }) => state === 'approved');
  return (
    <WorkspacePage
      agency={agency}
      here="review"
      title={content.title}
      lead={content.lead}
      errors={errors}
      notice={<SuccessNotice>{notice}</SuccessNotice>}
    >
      {certificates.map((certificate) => (
        <CertifiedSection
          agency={agency}
          certificate={certificate}
          standing={props.standings.get(certificate.number) ?? { is: 'valid' }}
          isEarlier={earlier.some(({ snapshotSha256 }) => snapshotSha256 === certificate.snapshotSha256)}
        />
      ))}
      {open ? <OpenSection agency={agency} submission={open} maySubmit={props.maySubmit} /> : null}
      <OwnAppeals {...props} />
      {latest?.state === 'closed' ? <ClosedSection {...props} submission={latest} /> : null}
      {open || (isDecided && !props.mayRenew) ? null : <NextSection {...props} submissions={present} />}
      {latest ? (
        <p>
          <a class="usa-link" href={`/workspace/${agency.slug}/review/cases/${latest.caseId}`}>
            {content.caseLink}
          </a>
        </p>
      ) : null}
      <RoundsSection heading={content.rounds} agency={agency} submissions={present} />
      <RoundsSection heading={content.earlierRounds} agency={agency} submissions={earlier} />
    </WorkspacePage>
  );
}

function OpenSection({
  agency,
  submission,
  maySubmit,
}: {
  agency: AgencyPlace;
  submission: Submission;
  maySubmit: boolean;
}) {
  return (
    <Section heading={stateWords[submission.state].words}>
      <p>
        {content.round(submission.round)}, sent in on{' '}
        {longDate(dayIn(agency.timeZone, submission.submittedAt))}.
      </p>
      {submission.state === 'waiting' ? null : <p>{content.locked}</p>}
      {submission.state === 'waiting' && submission.hasBegun ? <p>{content.begun}</p> : null}
      <p>
        <a class="usa-link" href={`/workspace/${agency.slug}/review/sample`}>
          {content.sampleLink}
        </a>
      </p>
      {maySubmit && submission.state === 'waiting' && !submission.hasBegun ? (
        <>
          <p>{content.takeBackText}</p>
          <ActionForm look="outline" action={`/workspace/${agency.slug}/review/${submission.id}/take-back`}>
            {content.takeBack}
          </ActionForm>
        </>
      ) : null}
    </Section>
  );
}

function NextSection(props: AgencyReviewPageProps) {
  const { agency, standing, pledge, submissions, maySubmit, values, errors = noErrors } = props;
  const requests = requestsOf(submissions);
  const unanswered = unansweredOf(submissions);
  const last = latestRound(submissions);
  const asked =
    last && requests.size > 0 ? (
      <>
        <DeadlineNotice {...props} submission={last} />
        <RequestsSection {...props} submission={last} requests={requests} />
      </>
    ) : null;
  if (pledge?.state.is !== 'active') return <Alert kind="info">{content.notActive}</Alert>;
  if (last && isAppealed(last, props.appeals)) {
    return (
      <>
        <Alert kind="info">{content.appealWaits}</Alert>
        {requests.size > 0 ? <RequestsSection {...props} submission={last} requests={requests} /> : null}
        <UnansweredSection requests={unanswered} />
      </>
    );
  }
  if (standing.outstanding.length > 0) {
    return (
      <>
        {asked}
        <UnansweredSection requests={unanswered} />
        <OutstandingSection agency={agency} standing={standing} />
      </>
    );
  }
  return (
    <>
      {last && requests.size > 0 ? <DeadlineNotice {...props} submission={last} /> : null}
      <UnansweredSection requests={unanswered} />
      <Section heading={requests.size > 0 ? content.againHeading : content.readyHeading}>
        <p>{sendingWords(requests.size, unanswered.size)}</p>
        {maySubmit ? (
          <Form action={`/workspace/${agency.slug}/review`}>
            {[...requests].map(([requirement, comment]) => (
              <TextArea
                name={answerField(requirement)}
                label={content.answerLabel(requirement)}
                hint={content.answerHint(comment)}
                value={values[answerField(requirement)]}
                error={errors[answerField(requirement)]}
                required
              />
            ))}
            <TextArea
              name="note"
              label={content.noteLabel}
              hint={content.noteHint}
              value={values.note}
              error={errors.note}
            />
            <ButtonGroup>
              <Button>{requests.size > 0 ? content.submitAgain : content.submit}</Button>
            </ButtonGroup>
          </Form>
        ) : (
          <p>{content.executiveOrCoordinator}</p>
        )}
        {last && maySubmit
          ? [...requests.keys()].map((requirement) => (
              <AppealLink {...props} submission={last} requirement={requirement} />
            ))
          : null}
      </Section>
    </>
  );
}

/** What sending in means: an answer, a new case after one that closed unanswered, or a first one. */
function sendingWords(requests: number, unanswered: number): string {
  if (requests > 0) return content.again;
  return unanswered > 0 ? content.readyAnew : content.ready;
}

function isAppealed({ id }: Submission, appeals: readonly Appeal[]): boolean {
  return appeals.some(({ submission, state }) => submission === id && state.is === 'waiting');
}

/** The form's name for the answer about a requirement. */
export function answerField(requirement: Requirement): string {
  return `answer-${requirement}`;
}

function OutstandingSection({ agency, standing }: { agency: AgencyPlace; standing: Standing }) {
  return (
    <Section heading={content.outstandingHeading}>
      <p>{content.outstandingLead}</p>
      <ul class="usa-list">
        {standing.outstanding.map((outstanding) => (
          <li>
            <a class="usa-link" href={sectionPath(agency.slug, sectionFor(outstanding))}>
              {outstandingSentence(standing.rules, outstanding)}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
