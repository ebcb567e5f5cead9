import type { Partnership } from '../partnership/partnership.ts';
import type { Standing } from '../uswds/tag.tsx';
import type {
  ActionItemContent,
  ActionItemField,
  ActionItemRefusal,
  ActionItemStateName,
} from './action-item.ts';
import { ownAgencyMessage } from './joint-content.ts';
import { sideName } from './joint-place.ts';

export const actionStateLabels: Readonly<Record<ActionItemStateName, string>> = {
  open: 'Open',
  done: 'Done',
  dropped: 'Dropped',
};

export const actionStandings: Readonly<Record<ActionItemStateName, Standing>> = {
  open: 'progress',
  done: 'done',
  dropped: 'neutral',
};

export const overdue = 'Overdue';

/** “Dana Birch, Elm Fork Police Department”, or the side alone. */
export function ownerWords(
  { ownerSide, ownerName }: Pick<ActionItemContent, 'ownerSide' | 'ownerName'>,
  partnership: Pick<Partnership, 'agency' | 'partner'>,
): string {
  return [ownerName, sideName(partnership, ownerSide)].filter(Boolean).join(', ');
}

export const actionListContent = {
  title: 'Actions',
  lead: 'One list for both sides: what you decided to do, who sees to it, and by when. Once a week, a side with something due gets a reminder by email.',
  add: 'Add an action',
  search: 'Search actions',
  shown: {
    open: 'Open',
    overdue: 'Overdue',
    done: 'Done',
    dropped: 'Dropped',
    all: 'All actions',
  },
  empty: {
    heading: 'Nothing on the list yet',
    text: 'Add what you decided to do together. Each action has a side that sees to it and a day by which it is due.',
  },
  nothingShown: 'No action fits. Choose “All actions” to see every one.',
  download: 'Download as CSV',
  columns: {
    what: 'Action',
    owner: 'Who sees to it',
    due: 'Due',
    state: 'Standing',
    meeting: 'From',
    acts: 'Change it',
  },
  exported: {
    side: 'Side',
    name: 'Name',
    reason: 'Why dropped',
    meeting: 'From meeting',
    meetingDay: 'Meeting day',
  },
} as const;

export const actionPageContent = {
  done: 'Done',
  reopen: 'Open again',
  drop: 'Drop',
  change: 'Change',
  dropped: 'This action was dropped.',
} as const;

export const actionFormContent = {
  addTitle: 'Add an action',
  addLead: 'Both sides see it. Write it so that either can tell when it is done.',
  editTitle: 'Change the action',
  what: 'What is to be done?',
  ownerSide: 'Which side sees to it?',
  ownerName: 'Who there?',
  ownerNameHint: 'A name, if you know one. Only a name: no phone number or email.',
  dueOn: 'By when?',
  meeting: 'Decided at',
  noMeeting: 'No meeting',
  addSubmit: 'Add the action',
  editSubmit: 'Save the changes',
  errors: {
    what: 'Enter what is to be done',
    ownerSide: 'Choose which side sees to it',
    ownerName: 'Shorten the name to 200 letters or fewer',
    personal: 'Enter a name only, without phone numbers, email addresses or other numbers',
    dueOn: 'Enter the day by which it is due as a date, such as 3/5/2026',
  },
} as const;

export const dropActionContent = {
  title: 'Drop the action',
  text: 'It stays on the list as dropped, with your reason. You can open it again.',
  reason: 'Why is it dropped?',
  submit: 'Drop the action',
  error: 'Enter why the action is dropped',
} as const;

export const actionFieldLabels: Readonly<Record<ActionItemField, string>> = {
  what: actionFormContent.what,
  ownerSide: actionFormContent.ownerSide,
  ownerName: actionFormContent.ownerName,
  dueOn: actionFormContent.dueOn,
};

/** Why an act on an action was refused, and what to do. */
export function actionRefusalMessage(refusal: ActionItemRefusal): string {
  switch (refusal.code) {
    case 'partnership-not-shared':
      return 'Actions can be changed only while both sides have confirmed the partnership.';
    case 'own-agency':
      return ownAgencyMessage;
    case 'action-not-found':
      return 'This action is not here any more. Go back to the list.';
    case 'meeting-not-found':
      return 'The meeting is not here any more. Add the action without it.';
    case 'action-changed':
      return 'Somebody changed the action while you had this page open. Read what it says now, then try again.';
    case 'action-elsewhere':
      return `This can’t be done any more: the action is now “${actionStateLabels[refusal.state]}”.`;
  }
}
