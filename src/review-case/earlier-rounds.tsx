import { appealContent } from '../review/appeal-content.ts';
import { appealAbout } from '../review/appeals-list.tsx';
import { requirementNames } from '../review/review-content.ts';
import { DecisionTold } from '../review/review-requirement.tsx';
import { Section } from '../uswds/section.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { requirementContent as content } from './requirement-content.ts';
import type { RequirementPageProps } from './requirement-page.tsx';

/** What earlier rounds came to about this requirement: the decision with its words, and what the agency answered to it. */
export function EarlierRounds({ file, review }: RequirementPageProps) {
  const { submission, earlier, appeals } = file;
  const rounds = earlier.filter(
    ({ pledge, state }) => pledge === submission.pledge && state !== 'taken-back',
  );
  if (rounds.length === 0) return null;
  return (
    <Section heading={content.earlier}>
      {rounds.map((round) => {
        const then = round.reviews.find(({ requirement }) => requirement === review.requirement);
        return (
          <article class="om-round">
            <h3>
              <a class="usa-link" href={`/campaign/reviews/${round.id}/${review.requirement}`}>
                {content.round(round.round)}
                <span class="usa-sr-only">: {requirementNames[review.requirement]}</span>
              </a>
            </h3>
            {then?.answer ? (
              <p>
                {content.answered}: {then.answer}
              </p>
            ) : null}
            {then ? <DecisionTold review={then} /> : null}
            {appeals
              .filter((appeal) => appeal.submission === round.id && appeal.requirement === review.requirement)
              .map((appeal) => (
                <p>
                  <a class="usa-link" href={`/campaign/reviews/${round.id}/appeals/${appeal.id}`}>
                    {appealAbout(appeal)}
                  </a>{' '}
                  <StatusTag standing={appealContent.states[appeal.state.is].standing}>
                    {appealContent.states[appeal.state.is].words}
                  </StatusTag>
                </p>
              ))}
          </article>
        );
      })}
    </Section>
  );
}
