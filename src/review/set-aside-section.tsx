import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { campaignReviewContent as content, decisionWords, requirementNames } from './review-content.ts';
import type { ReviewPageProps } from './review-page.tsx';

/** What counts no more, and why; nobody is named. */
export function SetAsideSection({ setAside: { decisions, proofs } }: ReviewPageProps) {
  if (decisions.length === 0 && proofs === 0) return null;
  return (
    <Alert kind="warning" heading={content.setAsideHeading}>
      <p>{content.setAsideLead}</p>
      <ul class="usa-list">
        {decisions.map(({ requirement, decision, comment, setAsideAt }) => (
          <li>
            {[`${requirementNames[requirement]}: ${decisionWords[decision].words}`, comment]
              .filter(Boolean)
              .join('. ')}{' '}
            <span class="om-quiet">({content.setAsideOn(longDate(dayIn('UTC', setAsideAt)))})</span>
          </li>
        ))}
        {proofs > 0 ? <li>{content.setAsideProofs(proofs)}</li> : null}
      </ul>
    </Alert>
  );
}
