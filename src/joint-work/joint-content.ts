import type { Partnership, Side } from '../partnership/partnership.ts';
import { calendarAddressContent } from './calendar-address-content.ts';
import type { JointChange } from './joint-change.ts';
import { sideName } from './joint-place.ts';

/** Words that all pages of joint work share. */
export const jointContent = {
  partnershipWith: (agency: string) => `Partnership with ${agency}`,
  with: (other: string) => `With ${other}`,
  ended: 'This partnership is over. Nothing here can be changed any more.',
  notYet: 'You can begin here once both sides have confirmed the partnership.',
  back: 'Go back without a change',
  typedReason: 'What you wrote was not saved. Copy it if you still need it.',
  show: 'Show',
  nothingFound: 'Nothing fits your search.',
  history: 'What happened',
} as const;

export const jointNotices: Readonly<Record<string, string>> = {
  'meeting-planned': 'The meeting is planned. The other side has been told by email.',
  'meeting-entered': 'The meeting is entered. Now say what came of it.',
  'meeting-changed': 'The meeting is changed.',
  'meeting-held': 'It is written down. Add what you decided below.',
  'meeting-cancelled': 'The meeting is cancelled. The other side has been told by email.',
  'meeting-restored': 'The meeting is planned again. The other side has been told by email.',
  'meeting-reopened': 'The meeting counts as planned again. What was written is kept.',
  ...calendarAddressContent.notices,
  'action-added': 'The action is on the list.',
  'action-changed': 'The action is changed.',
  'action-done': 'The action is done.',
  'action-reopened': 'The action is open again.',
  'action-dropped': 'The action is dropped.',
  'training-added': 'The training is listed.',
  'training-changed': 'The training is changed.',
  'training-removed': 'The training is off the list.',
  'training-restored': 'The training is listed again.',
  'check-in-answered':
    'Thank you. Your answer is kept, and you can now read the other side’s when it is there.',
  'check-in-changed': 'Your answer is changed.',
};

const changeWords: Readonly<Record<string, string>> = {
  'meeting-planned': 'Planned the meeting',
  'meeting-changed': 'Changed the meeting',
  'meeting-moved': 'Moved the meeting',
  'meeting-held': 'Wrote down what came of it',
  'meeting-cancelled': 'Cancelled the meeting',
  'meeting-restored': 'Put the meeting back',
  'meeting-reopened': 'Said that it is still to be held',
  'action-added': 'Added the action',
  'action-changed': 'Changed the action',
  'action-done': 'Marked it done',
  'action-reopened': 'Opened it again',
  'action-dropped': 'Dropped it',
  'training-added': 'Listed the training',
  'training-changed': 'Changed the training',
  'training-removed': 'Took it off the list',
  'training-restored': 'Listed it again',
};

const fieldWords: Readonly<Record<string, string>> = {
  title: 'the name',
  day: 'the day',
  startsAt: 'the start',
  endsAt: 'the end',
  place: 'the place',
  link: 'the link',
  agenda: 'the agenda',
  minutes: 'the minutes',
  agencyAttendees: 'who came from the agency',
  partnerAttendees: 'who came from the partner',
  what: 'what is to be done',
  ownerSide: 'which side sees to it',
  ownerName: 'who sees to it',
  dueOn: 'the due date',
  course: 'the course',
  heldOn: 'the day',
  taughtBySide: 'which side taught',
  taughtBy: 'who taught',
  attended: 'how many attended',
};

/** “Changed the meeting: the day and the place”. */
export function changeSentence({ act, fields }: Pick<JointChange, 'act' | 'fields'>): string {
  const words = changeWords[act] ?? act.replaceAll('-', ' ');
  const what = fields.map((field) => fieldWords[field] ?? field);
  return what.length === 0 ? words : `${words}: ${new Intl.ListFormat('en-US').format(what)}`;
}

/** “Dana Birch, Elm Fork Police Department”. */
export function changerWords({ side, personName }: JointChange, partnership: Partnership): string {
  const name = sideName(partnership, side);
  return personName === '' ? name : `${personName}, ${name}`;
}

export function sideChoices(partnership: Pick<Partnership, 'agency' | 'partner'>) {
  const sides: readonly Side[] = ['agency', 'partner'];
  return sides.map((side) => ({ value: side, label: sideName(partnership, side) }));
}

/** Why somebody of both sides does nothing for the partner, and what to do. */
export const ownAgencyMessage =
  'You work at this agency, so you can’t do anything here for its partner. Colleagues of the organization can.';
