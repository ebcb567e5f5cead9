import { namesField } from '../columns/known-heading.ts';
import { isTrainingHeading, trainingFields } from '../training/training-columns.ts';
import { isRosterHeading, rosterFields } from './roster-columns.ts';

const courseFields = trainingFields.filter(({ field }) => field === 'courseTitle' || field === 'courseCode');
const attendanceFields = trainingFields.filter(({ field }) => field === 'completedOn' || field === 'hours');
const staffFields = rosterFields.filter(({ field }) => field === 'rank' || field === 'hiredOn');

/**
 * Whether the headings are those of training records: a course with its day or hours, or a course and nothing of a
 * person's work. Headings that rosters have too, such as `Title`, tell nothing.
 */
export function tellsOfTraining(headings: readonly string[]): boolean {
  const own = headings.filter((heading) => !isRosterHeading(heading));
  const names = (fields: typeof trainingFields) =>
    own.some((heading) => fields.some((field) => namesField(field, heading)));
  return names(courseFields) && (names(attendanceFields) || !namesWork(headings));
}

/** Whether the headings are those of a roster: a rank or a date hired, and no course nor a day it was completed. */
export function tellsOfStaff(headings: readonly string[]): boolean {
  const ofTraining = headings.filter((heading) => !isRosterHeading(heading));
  const isAttended = ofTraining.some((heading) =>
    [...courseFields, ...attendanceFields].some((field) => namesField(field, heading)),
  );
  return namesWork(headings) && !isAttended;
}

function namesWork(headings: readonly string[]): boolean {
  return headings.some(
    (heading) => !isTrainingHeading(heading) && staffFields.some((field) => namesField(field, heading)),
  );
}
