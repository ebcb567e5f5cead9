import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { Section } from '../uswds/section.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import {
  allowedWords,
  agencyReviewContent as content,
  decisionWords,
  requirementNames,
  stateWords,
} from './review-content.ts';
import type { RequirementReview, Submission } from './submission.ts';

interface RoundsProps {
  readonly heading: string;
  readonly agency: AgencyPlace;
  readonly submissions: readonly Submission[];
}

/** The rounds sent in: decided ones with their decisions, others with what the agency wrote itself. */
export function RoundsSection({ heading, agency, submissions }: RoundsProps) {
  if (submissions.length === 0) return null;
  return (
    <Section heading={heading}>
      {submissions.map((submission) => (
        <article class="om-round">
          <h3>
            {content.round(submission.round)}{' '}
            <StatusTag standing={stateWords[submission.state].standing}>
              {stateWords[submission.state].words}
            </StatusTag>
          </h3>
          <p class="om-quiet">Sent in on {longDate(dayIn(agency.timeZone, submission.submittedAt))}</p>
          {isDecided(submission) ? (
            <Decisions submission={submission} />
          ) : (
            <OwnWords submission={submission} />
          )}
        </article>
      ))}
    </Section>
  );
}

/** Comments are shown once the round has ended: until then the reviewer may still change them. */
function isDecided({ state }: Submission): boolean {
  return state === 'returned' || state === 'approved' || state === 'closed';
}

/** While nothing is decided: what an appeal decided for good, and what the agency sent along, its note and its answers. */
function OwnWords({ submission: { note, reviews } }: { submission: Submission }) {
  const answers = reviews.filter(({ answer }) => answer !== '');
  const allowed = reviews.filter(({ isAllowedOnAppeal }) => isAllowedOnAppeal);
  if (note === '' && answers.length + allowed.length === 0) return null;
  return (
    <dl class="om-facts">
      {note === '' ? null : (
        <div class="om-facts__row">
          <dt>{content.ownNote}</dt>
          <dd class="om-facts__detail">{note}</dd>
        </div>
      )}
      {allowed.map(({ requirement }) => (
        <div class="om-facts__row">
          <dt>{requirementNames[requirement]}</dt>
          <dd class="om-facts__detail">
            <StatusTag standing="done">{allowedWords}</StatusTag>
          </dd>
        </div>
      ))}
      {answers.map(({ requirement, answer }) => (
        <div class="om-facts__row">
          <dt>
            {content.ownAnswer}: {requirementNames[requirement]}
          </dt>
          <dd class="om-facts__detail">{answer}</dd>
        </div>
      ))}
    </dl>
  );
}

function Decided({ review: { decision, isAllowedOnAppeal } }: { review: RequirementReview }) {
  return (
    <>
      {decision ? (
        <StatusTag standing={decisionWords[decision].standing}>{decisionWords[decision].words}</StatusTag>
      ) : null}{' '}
      {isAllowedOnAppeal ? <StatusTag standing="done">{allowedWords}</StatusTag> : null}
    </>
  );
}

function Decisions({ submission }: { submission: Submission }) {
  return (
    <dl class="om-facts">
      {submission.reviews.map((review) => (
        <div class="om-facts__row">
          <dt>{requirementNames[review.requirement]}</dt>
          <dd class="om-facts__detail">
            <Decided review={review} />
            {review.comment ? <p>{review.comment}</p> : null}
            {review.answer ? (
              <p class="om-quiet">
                {content.ownAnswer}: {review.answer}
              </p>
            ) : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
