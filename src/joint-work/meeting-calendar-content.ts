import ical, { ICalCalendarMethod, type ICalEventData, ICalEventStatus } from 'ical-generator';
import type { MailAttachment } from '../mail/mail.ts';
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
export function meetingCalendar(meetings: readonly Meeting[], reader: CalendarReader): string {
  const calendar = emptyCalendar(reader);
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const meeting of meetings) calendar.createEvent(eventOf(meeting, reader));
  return calendar.toString();
}

/** How often a calendar program is asked to look again, in seconds. */
const lookAgainSeconds = 4 * 3600;

/** Meetings of one or many partnerships, for a program that looks again by itself. */
export function subscribedCalendar(
  name: string,
  meetings: readonly { readonly meeting: Meeting; readonly reader: CalendarReader }[],
): string {
  const calendar = namedCalendar(name);
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.ttl(lookAgainSeconds);
  for (const { meeting, reader } of meetings) calendar.createEvent(eventOf(meeting, reader));
  return calendar.toString();
}

/** For whom a calendar is written. */
export interface CalendarReader {
  readonly partnership: {
    readonly agency: Pick<Partnership['agency'], 'name' | 'timeZone'>;
    readonly partner: Pick<Partnership['partner'], 'name'>;
  };
  /** The reader's address of the partnership. */
  readonly base: string;
  readonly siteUrl: string;
}

/**
 * One meeting as it goes with a mail (RFC 5546): asked for, or called off, under the UID that it has in every calendar
 * file. It is organized by the liaison of the side that planned it, whoever changes it, since calendars take changes of
 * a meeting from its organizer alone. Nobody is asked to answer it there.
 */
export function meetingInvitation(
  meeting: Meeting,
  reader: CalendarReader & { readonly partnership: Pick<Partnership, 'arrangement'>; readonly to: string },
): MailAttachment {
  const { agencyContact, partnerContact } = reader.partnership.arrangement;
  const { name, email } = meeting.plannedBy === 'agency' ? agencyContact : partnerContact;
  const method = meeting.state.is === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST;
  const calendar = emptyCalendar(reader);
  calendar.method(method);
  const event = calendar.createEvent(eventOf(meeting, reader));
  event.organizer({ name, email });
  event.createAttendee({ email: reader.to, rsvp: false });
  return {
    name: `meeting-${meeting.day}.ics`,
    type: `text/calendar; charset=utf-8; method=${method}`,
    text: calendar.toString(),
  };
}

function emptyCalendar({ partnership: { agency, partner } }: CalendarReader) {
  return namedCalendar(`${agency.name} and ${partner.name}`);
}

function namedCalendar(name: string) {
  return ical({
    name,
    prodId: { company: 'One Mind', product: 'Meetings', language: 'EN' },
  });
}

function eventOf(meeting: Meeting, { partnership, base, siteUrl }: CalendarReader): ICalEventData {
  const { agency, partner } = partnership;
  const url = `${siteUrl}${base}/meetings/${meeting.id}`;
  return {
    id: `${meeting.id}@${new URL(siteUrl).host}`,
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
  };
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
