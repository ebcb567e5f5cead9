import type { AuditEvent } from '../audit/audit.ts';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { Timeline } from '../uswds/timeline.tsx';
import { foldedEvents } from './activity.ts';
import { activityPerson, activitySentence, moreOfTheKind } from './activity-content.ts';

export interface ActivityTimelineProps {
  readonly events: readonly AuditEvent[];
  readonly timeZone: string;
  /** To an agency the campaign's people stay "the campaign"; among themselves they have names. */
  readonly seenBy: 'agency' | 'campaign';
  /** How many lines at most; all unless given. */
  readonly most?: number | undefined;
}

/** Who did what at an agency, newest first, what was done many times in a row once; days are days where the agency is. */
export function ActivityTimeline({ events, timeZone, seenBy, most = events.length }: ActivityTimelineProps) {
  const dayOf = ({ at }: AuditEvent) => dayIn(timeZone, at);
  const isAlike = (one: AuditEvent, other: AuditEvent) =>
    one.action === other.action &&
    activityPerson(one, 'campaign') === activityPerson(other, 'campaign') &&
    dayOf(one) === dayOf(other);
  return (
    <Timeline
      entries={foldedEvents(events, isAlike, most).map(({ event, more }) => ({
        at: event.at.toISOString(),
        when: longDate(dayOf(event)),
        who: activityPerson(event, seenBy),
        what: activitySentence(event) + moreOfTheKind(more),
      }))}
    />
  );
}
