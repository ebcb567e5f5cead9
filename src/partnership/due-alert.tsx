import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import { Alert } from '../uswds/alert.tsx';
import { ButtonLink } from '../uswds/button.tsx';
import { agreementDue } from './due-agreement.ts';
import type { Side } from './partnership.ts';
import { dueContent as content } from './partnership-detail-content.ts';
import type { PartnershipOnDay } from './partnership-on-day.ts';

export interface DueAlertProps {
  readonly partnership: PartnershipOnDay;
  readonly side: Side;
  readonly today: CalendarDate;
  /** The reader's address of the partnership. */
  readonly base: string;
  /** Whether the reader may propose a term. */
  readonly mayChange: boolean;
}

/** What the agreement's dates ask for: what is so, whose turn it is, and the way to do it. */
export function DueAlert({ partnership, side, today, base, mayChange }: DueAlertProps) {
  const { agency, partner, waitingFor } = partnership;
  const due = agreementDue(partnership, today);
  if (!due) return null;
  const other = side === 'agency' ? partner.name : agency.name;
  const isPressing = due.is === 'lapsed' || due.is === 'due-for-review';
  return (
    <Alert kind={isPressing ? 'warning' : 'info'}>
      <p>{content.says[due.is](longDate(due.on))}</p>
      {waitingFor ? (
        <p>{waitingFor === side ? content.yourTurn(other) : content.theirTurn(other)}</p>
      ) : (
        <>
          <p>{mayChange ? content.next[due.is](other) : content.whoMay(agency.name, partner.name)}</p>
          {mayChange ? (
            <ButtonLink look="outline" href={`${base}/agreement/renew`}>
              {content.renew}
            </ButtonLink>
          ) : null}
        </>
      )}
    </Alert>
  );
}
