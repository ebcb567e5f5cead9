import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Side } from '../partnership/partnership.ts';
import { type Attendee, attendeeLines } from './attendee.ts';
import type { NoJointAct } from './joint-act.ts';

export type MeetingId = Brand<'MeetingId'>;

/** When, where and what for. Times are the agency's own clock, `09:00`. */
export interface MeetingPlan {
  readonly title: string;
  readonly day: CalendarDate;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Empty when people meet by the link. */
  readonly place: string;
  /** Empty when there is none. */
  readonly link: string;
  readonly agenda: string;
}

/** What came of it. */
export interface MeetingRecord {
  readonly minutes: string;
  readonly attendees: readonly Attendee[];
}

export type MeetingState =
  | { readonly is: 'planned' }
  | { readonly is: 'held' }
  | { readonly is: 'cancelled'; readonly reason: string };

export type MeetingStateName = MeetingState['is'];

export interface Meeting extends MeetingPlan, MeetingRecord {
  readonly id: MeetingId;
  readonly state: MeetingState;
  readonly plannedBy: Side;
  readonly plannedAt: Date;
  readonly changedAt: Date;
  /** Grows with every change, from 1. */
  readonly revision: number;
}

/** What of a meeting can be changed. */
export type MeetingContent = MeetingPlan & MeetingRecord;

export type MeetingField = keyof MeetingPlan | 'minutes' | 'agencyAttendees' | 'partnerAttendees';

export const planFields: readonly MeetingField[] = [
  'title',
  'day',
  'startsAt',
  'endsAt',
  'place',
  'link',
  'agenda',
];

export const meetingFields: readonly MeetingField[] = [
  ...planFields,
  'minutes',
  'agencyAttendees',
  'partnerAttendees',
];

/** A meeting's fields as texts: what a form shows and two savers compare. */
export function meetingTexts(meeting: MeetingContent): Readonly<Record<MeetingField, string>> {
  const { title, day, startsAt, endsAt, place, link, agenda, minutes, attendees } = meeting;
  return {
    title,
    day,
    startsAt,
    endsAt,
    place,
    link,
    agenda,
    minutes,
    agencyAttendees: attendeeLines(attendees, 'agency'),
    partnerAttendees: attendeeLines(attendees, 'partner'),
  };
}

export function changedMeetingFields(before: MeetingContent, after: MeetingContent): readonly MeetingField[] {
  const [one, other] = [meetingTexts(before), meetingTexts(after)];
  return meetingFields.filter((field) => one[field] !== other[field]);
}

const whenAndWhere: readonly MeetingField[] = ['day', 'startsAt', 'endsAt', 'place', 'link'];

/** Whether people would come at the wrong time or place who know only how it was. */
export function isMoved(changed: readonly MeetingField[]): boolean {
  return changed.some((field) => whenAndWhere.includes(field));
}

/** A planned meeting whose day has come: somebody can say what came of it. */
export function canBeHeld({ state, day }: Pick<Meeting, 'state' | 'day'>, today: CalendarDate): boolean {
  return state.is === 'planned' && day <= today;
}

export type MeetingRefusal =
  | NoJointAct
  | { readonly code: 'meeting-not-found' }
  /** Somebody saved it since the form was shown: this is how it stands. */
  | { readonly code: 'meeting-changed'; readonly now: Meeting }
  | { readonly code: 'meeting-elsewhere'; readonly state: MeetingStateName }
  | { readonly code: 'meeting-ahead'; readonly day: CalendarDate };
