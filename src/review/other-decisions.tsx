import { type CalendarDate, dayIn, longDate } from '../calendar/calendar-date.ts';
import { decisionTarget, type HeardMeasure } from '../certification/hearing.ts';
import { Section } from '../uswds/section.tsx';
import { StatusTag } from '../uswds/tag.tsx';
import { queueContent as content, dueWords } from './queue-content.ts';
import { type ReviewLimits, targetDay } from './review-limits.ts';
import type { WaitingAppeal } from './waiting-appeal-store.ts';

export interface OtherDecisionsProps {
  readonly appeals: readonly WaitingAppeal[];
  readonly measures: readonly HeardMeasure[];
  readonly limits: ReviewLimits;
  /** In UTC, as the campaign counts its days. */
  readonly today: CalendarDate;
}

/** What waits for the campaign besides reviews: appeals, and announced measures whose hearing is over. */
export function OtherDecisions({ appeals, measures, limits, today }: OtherDecisionsProps) {
  if (appeals.length + measures.length === 0) return null;
  const words = content.others;
  return (
    <Section heading={words.heading}>
      <ul class="usa-list">
        {appeals.map(({ id, agencyName, submission, filedAt }) => (
          <li>
            <a class="usa-link" href={`/campaign/reviews/${submission}/appeals/${id}`}>
              {words.appeal(agencyName)}
            </a>
            , {words.since(longDate(dayIn('UTC', filedAt)))}{' '}
            <Due targetOn={targetDay(dayIn('UTC', filedAt), limits)} today={today} />
          </li>
        ))}
        {measures.map((heard) => (
          <li>
            <a class="usa-link" href={`/campaign/certificates/${heard.number}`}>
              {words.measures[heard.measure](heard.number, heard.agencyName)}
            </a>
            , {words.heard(longDate(heard.heardOn))}{' '}
            <Due targetOn={decisionTarget(heard, limits.targetDays)} today={today} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Due({ targetOn, today }: { targetOn: CalendarDate; today: CalendarDate }) {
  const words = dueWords(targetOn, today);
  return <StatusTag standing={targetOn < today ? 'attention' : 'waiting'}>{words}</StatusTag>;
}
