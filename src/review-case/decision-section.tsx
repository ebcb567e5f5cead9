import { campaignReviewContent } from '../review/review-content.ts';
import { DecisionTold } from '../review/review-requirement.tsx';
import { ActionForm } from '../uswds/action-form.tsx';
import { Section } from '../uswds/section.tsx';
import { requirementContent as content } from './requirement-content.ts';
import type { RequirementFile } from './requirement-file-actions.ts';

/** What was decided, for who decides nothing here; and the way to decide for who can take the case on. */
export function DecisionSection({ file: { submission, ties }, review }: RequirementFile) {
  const isDecided = review.decision !== undefined || review.isAllowedOnAppeal;
  const mayClaim = submission.state === 'waiting' && ties.length === 0;
  if (!isDecided && !mayClaim) return null;
  return (
    <Section heading={content.decision} id="decision">
      <DecisionTold review={review} />
      {mayClaim ? (
        <>
          <p>{content.claimFirst}</p>
          <ActionForm action={`/campaign/reviews/${submission.id}/claim`}>
            {campaignReviewContent.claim}
          </ActionForm>
        </>
      ) : null}
    </Section>
  );
}
