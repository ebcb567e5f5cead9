import { type ActivityWording, detailText } from '../workspace/activity.ts';

/** What the workspace says of these acts: how many, never who. */
export const classActivity: ActivityWording = {
  'class-scheduled': () => 'A class was scheduled',
  'class-changed': () => 'A class was changed',
  'class-cancelled': () => 'A class was cancelled',
  'class-reinstated': () => 'The cancellation of a class was taken back',
  'class-enrolled': (details) =>
    `People were enrolled in a class: ${detailText(details, 'enrolled')} with a seat, ${detailText(details, 'waiting')} waiting`,
  'class-walk-ins': (details) =>
    `People without a seat were added to a class: ${detailText(details, 'added')}`,
  'class-withdrawn': () => 'A person was withdrawn from a class',
  'class-attendance-taken': () => 'The attendance of a class was taken',
  'class-completed': (details) =>
    `A class was completed: ${detailText(details, 'completed')} finished, ${detailText(details, 'incomplete')} did not`,
  'class-reopened': (details) =>
    `A completed class was opened again, and ${detailText(details, 'removed')} training records were removed`,
};
