import { campaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import { Button, ButtonGroup } from '../uswds/button.tsx';
import { Form } from '../uswds/form.tsx';
import { noErrors } from '../uswds/form-errors.ts';
import { RadioGroup } from '../uswds/radio-group.tsx';
import { Section } from '../uswds/section.tsx';
import { SummaryList } from '../uswds/summary-list.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { TextArea } from '../uswds/text-area.tsx';
import {
  allowedWords,
  campaignReviewContent as content,
  decisionWords,
  requirementNames,
} from './review-content.ts';
import type { ReviewPageProps } from './review-page.tsx';
import type { RequirementReview } from './submission.ts';

interface RequirementSectionProps extends ReviewPageProps {
  readonly review: RequirementReview;
  readonly isMine: boolean;
}

/** One requirement in short, with its decision; its own page has everything. */
export function RequirementSection(props: RequirementSectionProps) {
  const { submission, snapshot, review, isMine, refused, errors = noErrors } = props;
  const { requirement } = review;
  const isRefused = refused?.requirement === requirement;
  return (
    <Section
      heading={requirementNames[requirement]}
      id={requirement}
      actions={
        <a class="usa-link" href={`/campaign/reviews/${submission.id}/${requirement}`}>
          {content.openRequirement(requirementNames[requirement])}
        </a>
      }
    >
      <Evidence {...props} />
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

/** Facts and files as they were frozen. */
function Evidence({ submission, snapshot, review: { requirement } }: RequirementSectionProps) {
  const found = snapshot.requirements.find((entry) => entry.requirement === requirement);
  const documents = snapshot.documents.filter((document) => document.requirement === requirement);
  return (
    <>
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
    </>
  );
}

/** The policy's elements as the agency answered them, folded away until the reviewer wants them. */
export function Checklist({ snapshot }: { snapshot: Snapshot }) {
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

/** A decision with its grounds, and what an appeal made of it. */
export function DecisionTold({ review }: { review: RequirementReview }) {
  const { decision } = review;
  if (!decision && !review.isAllowedOnAppeal) return null;
  return (
    <p>
      {decision ? (
        <StatusTag standing={decisionWords[decision].standing}>{decisionWords[decision].words}</StatusTag>
      ) : null}{' '}
      {review.isAllowedOnAppeal ? <StatusTag standing="done">{allowedWords}</StatusTag> : null}{' '}
      {review.comment}
    </p>
  );
}
