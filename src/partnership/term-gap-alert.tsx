import type { TermGap } from '../agreement/term-chain.ts';
import { addDays, type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import type { Partnership } from './partnership.ts';
import { gapContent as content } from './partnership-detail-content.ts';

export interface TermGapAlertProps {
  readonly partnership: Pick<Partnership, 'agency' | 'partner' | 'waitingFor'> & {
    readonly gap: TermGap | undefined;
  };
  readonly today: CalendarDate;
  /** The reader's address of the partnership. */
  readonly base: string;
  /** Whether the reader may propose a term. */
  readonly mayChange: boolean;
}

/** Days that no agreed term covers: which they are, what that means, and who can close the gap how. */
export function TermGapAlert({ partnership, today, base, mayChange }: TermGapAlertProps) {
  const { agency, partner, waitingFor, gap } = partnership;
  if (!gap) return null;
  const endsOn = longDate(addDays(gap.from, -1));
  const beginsOn = longDate(addDays(gap.to, 1));
  const says = gap.from <= today ? content.now : content.ahead;
  return (
    <Alert kind="warning" heading={content.heading(longDate(gap.from), longDate(gap.to))}>
      <p>{says(endsOn, beginsOn)}</p>
      <p>{content.who(agency.name, partner.name, longDate(gap.from))}</p>
      {mayChange && !waitingFor ? (
        <ButtonLink look="outline" href={`${base}/agreement/renew`}>
          {content.link}
        </ButtonLink>
      ) : null}
      {waitingFor ? <p>{content.waits}</p> : null}
    </Alert>
  );
}
