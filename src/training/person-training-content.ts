import type { EntryRefusal } from './person-training-actions.ts';

/** The words of the page with one person's training. */
export const personTrainingContent = {
  above: 'Training of',
  giveAccess: 'Give this person access to the own record',
  records: 'Records',
  none: 'No training records yet.',
  added: (rows: number) => `Added up from ${rows} rows`,
  removed: 'Removed records',
  removedLead: 'They do not count. The same file does not bring them back.',
  restore: 'Put back',
  remove: 'Remove',
  removeTitle: 'Remove this record?',
  removeLead: 'It stays listed under the person, and you can put it back.',
  removeReason: 'Why is it wrong?',
  removeReasonMissing: 'Enter why this record is removed',
  addTitle: 'Add a record',
  addLead: 'For a class that no file has. Keep the certificate as evidence.',
  add: 'Add a record',
  course: 'Course',
  courseHint: 'As the certificate names it',
  hours: 'Hours',
  completedOn: 'Date completed',
  expiresOn: 'Valid until',
  expiresHint: 'Leave empty if the certificate gives no end.',
  provider: 'Provider',
  result: 'Result',
  resultHint: 'Such as Passed or Certified',
  save: 'Add this record',
  back: 'Go back without a change',
  errors: {
    course: 'Enter the course',
    hours: 'Enter the hours as a number, such as 8 or 6.5',
    completedOn: 'Enter the day the class was completed, such as 3/5/2026',
    expiresOn: 'Enter a day after the class was completed, or leave it empty',
  },
  notices: {
    entered: 'The record was added.',
    removed: 'The record was removed.',
    restored: 'The record counts again as before.',
    'was-merged': 'The entry you looked for is now part of this person.',
  } satisfies Readonly<Record<string, string>>,
} as const;

export function entryRefusalSentence({ code }: EntryRefusal): string {
  switch (code) {
    case 'staff-not-found':
    case 'record-not-found':
      return 'This is no longer here. Go back to the list.';
    case 'record-unchanged':
      return 'Somebody else did this already.';
    case 'record-here-already':
      return 'This record is here already, with the same course, hours and date.';
  }
}
