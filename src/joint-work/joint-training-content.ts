import type { Partnership } from '../partnership/partnership.ts';
import { ownAgencyMessage } from './joint-content.ts';
import { sideName } from './joint-place.ts';
import type { JointTraining, JointTrainingField, JointTrainingRefusal } from './joint-training.ts';

/** “Lee Liaison, Harbor Counseling”, or who taught by side alone. */
export function taughtByWords(
  { taughtBySide, taughtBy }: Pick<JointTraining, 'taughtBySide' | 'taughtBy'>,
  partnership: Pick<Partnership, 'agency' | 'partner'>,
): string {
  const side = taughtBySide === 'both' ? trainingContent.both : sideName(partnership, taughtBySide);
  return [taughtBy, side].filter(Boolean).join(', ');
}

export const trainingContent = {
  title: 'Joint trainings',
  lead: 'Trainings that the two of you taught together, or one for the other. Only how many of the agency attended is kept here, never who.',
  add: 'List a training',
  both: 'Both sides',
  search: 'Search trainings',
  shown: { listed: 'Listed', removed: 'Taken off the list' },
  empty: {
    heading: 'No training yet',
    text: 'List a training that one of you taught for the agency’s staff, or that you taught together.',
  },
  columns: { course: 'Course', day: 'Day', taughtBy: 'Taught by', attended: 'Attended', acts: 'Change it' },
  fromClass: 'From the class calendar',
  change: 'Change',
  remove: 'Take off the list',
  restore: 'List again',
  editTitle: 'Change the training',
  addLead: 'Enter a training that has taken place.',
  classes: 'Is it a class of your calendar?',
  classesLead:
    'Choose the class, and its course, day and count are filled in. The class itself stays with your agency.',
  classChosen: (course: string) => `Filled in from the class “${course}”. Check it before you save.`,
  course: 'Course',
  heldOn: 'Day',
  heldOnHint: 'The last day, if it took several.',
  taughtBySide: 'Who taught?',
  taughtBy: 'Names of those who taught',
  taughtByHint: 'Only names: no phone numbers or emails. You can leave it empty.',
  attended: 'How many of the agency attended?',
  save: 'Save the training',
  errors: {
    course: 'Enter the course',
    heldOn: 'Enter the day as a date, such as 3/5/2026',
    ahead: 'Enter a day that is not in the future',
    taughtBySide: 'Choose who taught',
    taughtBy: 'Shorten the names to 500 letters or fewer',
    personal: 'Enter names only, without phone numbers, email addresses or other numbers',
    attended: 'Enter how many attended as a whole number, such as 12',
  },
} as const;

export const trainingFieldLabels: Readonly<Record<JointTrainingField, string>> = {
  course: trainingContent.course,
  heldOn: trainingContent.heldOn,
  taughtBySide: trainingContent.taughtBySide,
  taughtBy: trainingContent.taughtBy,
  attended: trainingContent.attended,
};

/** Why an act on a training was refused, and what to do. */
export function trainingRefusalMessage(refusal: JointTrainingRefusal): Readonly<Record<string, string>> {
  switch (refusal.code) {
    case 'partnership-not-shared':
      return { form: 'Trainings can be listed only while both sides have confirmed the partnership.' };
    case 'own-agency':
      return { form: ownAgencyMessage };
    case 'training-not-found':
      return { form: 'This training is not here any more. Go back to the list.' };
    case 'training-changed':
      return {
        form: 'Somebody changed the training while you had this page open. Read what it says now, then try again.',
      };
    case 'training-ahead':
      return { heldOn: trainingContent.errors.ahead };
    case 'class-not-held':
      return { form: 'This class has not been held, or is not in your calendar. Choose another one.' };
    case 'class-listed':
      return { form: 'This class is on the list already.' };
  }
}
