import type { AuditEvent } from '../audit/audit.ts';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import { Timeline } from '../uswds/timeline.tsx';
import { activityPerson, activitySentence } from './activity-content.ts';

export interface ActivityTimelineProps {
  readonly events: readonly AuditEvent[];
  readonly timeZone: string;
  /** To an agency the campaign's people stay "the campaign"; among themselves they have names. */
  readonly seenBy: 'agency' | 'campaign';
}

/** Who did what at an agency, newest first; days are days where the agency is. */
export function ActivityTimeline({ events, timeZone, seenBy }: ActivityTimelineProps) {
  return (
    <Timeline
      entries={events.map((event) => ({
        at: event.at.toISOString(),
        when: longDate(dayIn(timeZone, event.at)),
        who: activityPerson(event, seenBy),
        what: activitySentence(event),
      }))}
    />
  );
}
