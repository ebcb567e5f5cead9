import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { ActionForm } from '../uswds/action-form.tsx';
import { Alert } from '../uswds/alert.tsx';
import { Section } from '../uswds/section.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { Appeal } from './appeal.ts';
import { appealContent } from './appeal-content.ts';
import { appealAbout } from './appeals-list.tsx';
import { agencyReviewContent as content, requirementNames } from './review-content.ts';
import { followUpsLeft, type ReviewLimits } from './review-limits.ts';
import { closingSentences } from './review-mail-content.ts';
import { roundsOfCase, type Submission } from './submission.ts';

interface CaseProps {
  readonly agency: AgencyPlace;
  readonly submissions: readonly Submission[];
  readonly appeals: readonly Appeal[];
  readonly limits: ReviewLimits;
  readonly maySubmit: boolean;
}

export interface RoundProps extends CaseProps {
  readonly submission: Submission;
}

/** Until when the agency may answer, in its own calendar, and how often it may afterwards. */
export function DeadlineNotice({ submission, submissions, appeals, limits }: RoundProps) {
  if (!submission.answerBy) return null;
  const rounds = roundsOfCase(submission.caseId, submissions).filter(({ state }) => state !== 'taken-back');
  const reopenings = appeals.filter(
    ({ requirement, state, submission: about }) =>
      requirement === undefined && state.is === 'allowed' && rounds.some(({ id }) => id === about),
  ).length;
  // This answer is one of them; what is told is how many come after it.
  const later = followUpsLeft(limits, { returns: rounds.length, reopenings }) - 1;
  return (
    <Alert kind="warning">
      {content.answerBy(longDate(submission.answerBy))}{' '}
      {later > 0 ? content.answersLeft(later) : content.lastAnswer}
    </Alert>
  );
}

/** Why the case was closed, and what the agency may do now. */
export function ClosedSection(props: RoundProps) {
  const { submission } = props;
  const { closing, answerBy } = submission;
  if (!closing) return null;
  return (
    <Section heading={content.closedHeading}>
      <p>{closingSentences[closing.because]}</p>
      <p>{content.closedNext}</p>
      {answerBy && props.maySubmit ? (
        <>
          <p>{content.appealUntil(longDate(answerBy))}</p>
          <AppealLink {...props} requirement={undefined} />
        </>
      ) : null}
    </Section>
  );
}

/** The way to appeal one decision, as long as it wasn't yet. */
export function AppealLink({
  agency,
  submission,
  requirement,
  appeals,
}: RoundProps & { readonly requirement: Requirement | undefined }) {
  const decidedAt = requirement ? submission.reviewedAt : submission.closing?.at;
  const isAppealed = appeals.some(
    (appeal) =>
      appeal.submission === submission.id &&
      appeal.requirement === requirement &&
      appeal.aboutAt.getTime() === decidedAt?.getTime(),
  );
  if (isAppealed) return null;
  const words = appealContent.agency;
  return (
    <p>
      <a
        class="usa-link"
        href={`/workspace/${agency.slug}/review/${submission.id}/appeal/${requirement ?? 'closing'}`}
      >
        {requirement ? words.link(requirementNames[requirement]) : words.linkClosing}
      </a>
    </p>
  );
}

/** The agency's appeals, what became of each, and the way to take one back that waits. */
export function OwnAppeals({ agency, appeals, maySubmit }: CaseProps) {
  if (appeals.length === 0) return null;
  const words = appealContent.agency;
  return (
    <Section heading={appealContent.heading}>
      {appeals.map((appeal) => {
        const { state } = appeal;
        const { words: stateWords, standing } = appealContent.states[state.is];
        return (
          <article class="om-round">
            <h3>
              {appealAbout(appeal)} <StatusTag standing={standing}>{stateWords}</StatusTag>
            </h3>
            <p class="om-quiet">{longDate(dayIn(agency.timeZone, appeal.filedAt))}</p>
            <p>
              {words.yours}: {appeal.grounds}
            </p>
            {state.is === 'upheld' || state.is === 'allowed' ? (
              <p>
                {words.answer}: {state.grounds}
              </p>
            ) : null}
            {state.is === 'waiting' && maySubmit ? (
              <>
                <p class="om-quiet">{words.withdrawHint}</p>
                <ActionForm
                  look="plain"
                  action={`/workspace/${agency.slug}/review/appeals/${appeal.id}/withdraw`}
                >
                  {words.withdraw}
                </ActionForm>
              </>
            ) : null}
          </article>
        );
      })}
    </Section>
  );
}
