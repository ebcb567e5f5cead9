import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { Section } from '../uswds/section.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import type { Appeal } from './appeal.ts';
import { appealContent as content } from './appeal-content.ts';
import { requirementNames } from './review-content.ts';
import type { Submission } from './submission.ts';

interface AppealsListProps {
  readonly submission: Pick<Submission, 'id'>;
  /** Those of the whole case. */
  readonly appeals: readonly Appeal[];
}

/** The appeals of a case for the campaign, each with the way to its page. */
export function AppealsList({ appeals }: AppealsListProps) {
  if (appeals.length === 0) return null;
  return (
    <Section heading={content.heading}>
      <ul class="usa-list">
        {appeals.map((appeal) => (
          <li>
            <a class="usa-link" href={`/campaign/reviews/${appeal.submission}/appeals/${appeal.id}`}>
              {appealAbout(appeal)}
            </a>
            , {longDate(dayIn('UTC', appeal.filedAt))}{' '}
            <StatusTag standing={content.states[appeal.state.is].standing}>
              {content.states[appeal.state.is].words}
            </StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function appealAbout({ requirement }: Pick<Appeal, 'requirement'>): string {
  return requirement ? content.aboutRequirement(requirementNames[requirement]) : content.aboutClosing;
}
