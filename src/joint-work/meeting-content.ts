import type { Standing } from '../uswds/tag.tsx';
import { ownAgencyMessage } from './joint-content.ts';
import type { MeetingField, MeetingRefusal, MeetingStateName } from './meeting.ts';

export const meetingStateLabels: Readonly<Record<MeetingStateName, string>> = {
  planned: 'Planned',
  held: 'Held',
  cancelled: 'Cancelled',
};

export const meetingStandings: Readonly<Record<MeetingStateName, Standing>> = {
  planned: 'waiting',
  held: 'done',
  cancelled: 'neutral',
};

/** A planned one whose day is over. */
export const toWriteUp = 'Write it up';

export const meetingListContent = {
  title: 'Meetings',
  lead: 'What you plan here stands in the calendar of both sides. After a meeting, either side writes down who came and what was decided.',
  plan: 'Plan a meeting',
  calendar: 'Download all for a calendar (ICS)',
  calendarHint:
    'Take the file into your calendar again later: entries that are there are brought up to date.',
  search: 'Search meetings',
  shown: {
    all: 'All meetings',
    planned: 'Planned',
    held: 'Held',
    cancelled: 'Cancelled',
  },
  empty: {
    heading: 'No meeting yet',
    text: 'Plan your first meeting. Both sides get an email with an entry for their calendars, and find it here.',
  },
  columns: { title: 'Meeting', when: 'When', where: 'Where', state: 'Standing', came: 'Came' },
} as const;

export const meetingPageContent = {
  when: 'When',
  where: 'Where',
  link: 'Link',
  plannedBy: 'Planned by',
  agenda: 'Agenda',
  noAgenda: 'No agenda was written.',
  minutes: 'Minutes',
  noMinutes: 'No minutes were written.',
  came: 'Who came',
  nobody: 'Nobody was listed.',
  actions: 'Decided here',
  noActions: 'No action was written down for this meeting.',
  addAction: 'Add an action',
  calendar: 'Entry for your calendar (ICS)',
  print: 'Print agenda and minutes',
  edit: 'Change',
  hold: 'Write down what came of it',
  cancel: 'Cancel the meeting',
  restore: 'Put it back',
  reopen: 'It was not held yet',
  cancelled: 'This meeting was cancelled.',
  past: 'This meeting’s day has come. Write down who came and what you decided, so that it counts.',
} as const;

export const meetingFormContent = {
  planTitle: 'Plan a meeting',
  planLead: 'Both sides get an email with the day and the place, and an entry for their calendars.',
  editTitle: 'Change the meeting',
  editLead: 'When the day, the time or the place changes, both sides get an email.',
  holdTitle: 'What came of it?',
  holdLead: 'Both sides read this and can change it later. It shows who changed what.',
  record: 'Who came, and what was said',
  attendeesHint:
    'One person a line: name, then a comma, then the role. Only names and roles: no phone numbers, emails or birth dates.',
  attendees: (side: string) => `People of ${side}`,
  minutes: 'Minutes',
  minutesHint:
    'What you talked about and decided. Write nothing here that tells who a person in crisis was: both sides read it, and it is kept.',
  plan: 'When and where',
  title: 'What is the meeting called?',
  titleDefault: 'Partnership meeting',
  day: 'Day',
  from: 'From',
  to: 'To',
  timeHint: (zone: string) => `Such as 9:00 AM, in ${zone}`,
  place: 'Place',
  placeHint: 'A room or an address. Leave it empty if you meet only by a link.',
  link: 'Link',
  linkHint: 'For a call or video meeting, such as https://…',
  agenda: 'Agenda',
  agendaHint: 'What do you want to talk about? One point a line reads best.',
  planSubmit: 'Plan the meeting',
  editSubmit: 'Save the changes',
  holdSubmit: 'Save what came of it',
  errors: {
    title: 'Enter what the meeting is called',
    day: 'Enter the day as a date, such as 3/5/2026',
    startsAt: 'Enter when it begins, such as 9:00 AM',
    endsAt: 'Enter when it ends, such as 10:30 AM',
    order: (start: string, end: string) =>
      `Enter an end that comes after the beginning. This was read as ${start} to ${end}: add AM or PM`,
    where: 'Enter a place, or a link',
    place: 'Shorten the place to 300 letters or fewer',
    link: 'Enter the link as a web address that begins with https://',
    agenda: 'Shorten the agenda to 10,000 letters or fewer',
    minutes: 'Shorten the minutes to 30,000 letters or fewer',
    attendees: 'Shorten this list to 5,000 letters or fewer',
    personal:
      'Take phone numbers, email addresses and other numbers of people out: write names and roles only',
    agencyAttendees: (agency: string) =>
      `Enter at least one person of ${agency}. If nobody came, cancel the meeting`,
    partnerAttendees: (partner: string) =>
      `Enter at least one person of ${partner}. If nobody came, cancel the meeting`,
  },
} as const;

export const cancelMeetingContent = {
  title: 'Cancel the meeting',
  text: 'Both sides get an email with your reason. You can put the meeting back later.',
  reason: 'Why is it cancelled?',
  submit: 'Cancel the meeting',
  error: 'Enter why the meeting is cancelled',
} as const;

/** A field's name, beside its two values. */
export function meetingFieldLabel(
  field: MeetingField,
  names: { readonly agency: string; readonly partner: string },
) {
  const labels: Readonly<Record<MeetingField, string>> = {
    title: meetingFormContent.title,
    day: meetingFormContent.day,
    startsAt: meetingFormContent.from,
    endsAt: meetingFormContent.to,
    place: meetingFormContent.place,
    link: meetingFormContent.link,
    agenda: meetingFormContent.agenda,
    minutes: meetingFormContent.minutes,
    agencyAttendees: meetingFormContent.attendees(names.agency),
    partnerAttendees: meetingFormContent.attendees(names.partner),
  };
  return labels[field];
}

/** Why an act on a meeting was refused, and what to do. */
export function meetingRefusalMessage(refusal: MeetingRefusal): string {
  switch (refusal.code) {
    case 'partnership-not-shared':
      return 'Meetings can be changed only while both sides have confirmed the partnership.';
    case 'own-agency':
      return ownAgencyMessage;
    case 'meeting-not-found':
      return 'This meeting is not here any more. Go back to the list.';
    case 'meeting-changed':
      return 'Somebody changed the meeting while you had this page open. Read what it says now, then try again.';
    case 'meeting-elsewhere':
      return `This can’t be done any more: the meeting is now “${meetingStateLabels[refusal.state]}”.`;
    case 'meeting-ahead':
      return 'This meeting is still to come. Say what came of it from its day on, or change the day.';
  }
}
