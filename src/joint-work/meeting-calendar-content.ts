import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Partnership } from '../partnership/partnership.ts';
import { whenWords } from './clock-words.ts';
import { instantAt } from './local-instant.ts';
import type { Meeting } from './meeting.ts';

/**
 * Meetings as an iCalendar file (RFC 5545). Times are written in UTC, worked out from the agency's clock on that day, so
 * that every calendar shows them right without a table of time zones. A meeting keeps its UID for good, and its
 * SEQUENCE grows with each change: a file taken in later brings the entry up to date, cancelled ones included. Minutes
 * and who came stay out: calendars are shared more widely than the two sides' pages.
 */
export function meetingCalendar(
  meetings: readonly Meeting[],
  {
    partnership,
    base,
    siteUrl,
  }: {
    readonly partnership: Pick<Partnership, 'agency' | 'partner'>;
    /** The reader's address of the partnership. */
    readonly base: string;
    readonly siteUrl: string;
  },
): string {
  const { agency, partner } = partnership;
  const host = new URL(siteUrl).host;
  const calendar = ical({
    name: `${agency.name} and ${partner.name}`,
    prodId: { company: 'One Mind', product: 'Meetings', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const meeting of meetings) {
    const url = `${siteUrl}${base}/meetings/${meeting.id}`;
    calendar.createEvent({
      id: `${meeting.id}@${host}`,
      sequence: meeting.revision - 1,
      stamp: meeting.changedAt,
      created: meeting.plannedAt,
      lastModified: meeting.changedAt,
      start: instantAt(agency.timeZone, meeting.day, meeting.startsAt),
      end: instantAt(agency.timeZone, meeting.day, meeting.endsAt),
      summary: `${meeting.title}: ${agency.name} and ${partner.name}`,
      location: meeting.place || meeting.link,
      description: descriptionOf(meeting, agency.timeZone, url),
      url,
      status: meeting.state.is === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}

function descriptionOf(meeting: Meeting, timeZone: string, url: string): string {
  const { state, agenda, link } = meeting;
  return [
    state.is === 'cancelled' ? `Cancelled: ${state.reason}` : '',
    whenWords(meeting, timeZone),
    link,
    agenda,
    url,
  ]
    .filter(Boolean)
    .join('\n\n');
}
