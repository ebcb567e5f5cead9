import { programStandards } from '../campaign-rules/program-standard.ts';
import type { PromotionRefusal, SaidProgram } from './course-promotion.ts';

/** The words around what agencies say of courses, on the campaign's side. */
export const promotionContent = {
  heading: 'What agencies say of courses',
  lead: 'Each agency says this for its own records alone. Open one to make it hold for every agency.',
  all: 'All that agencies say of courses',
  search: 'Course, course number or agency',
  noneFound: 'Nothing was found. Search for another word.',
  none: 'No agency has said what a doubtful course was.',
  title: 'Make it hold for every agency?',
  sayings: 'Who says so, and why',
  hours: 'Hours of the full course',
  hoursHint: 'Shorter classes will not count. Leave empty if any length will do.',
  validity: 'Months a completion counts',
  validityHint: 'Leave empty if it does not end.',
  reason: 'Reason',
  reasonHint: 'Agencies read this.',
  submit: 'Make it hold for everyone',
  errors: {
    hours: 'Enter the hours as a number, such as 40 or 6.5, or leave it empty',
    validity: 'Enter a number of months, such as 36, or leave it empty',
    reason: 'Enter the reason',
  },
} as const;

/** “It was the full CIT course” */
export function saidSentence(program: SaidProgram): string {
  return program === 'none'
    ? 'It does not count'
    : `It was the full ${programStandards[program].shortName} course`;
}

export function promotionRefusalSentence({ code }: PromotionRefusal): string {
  switch (code) {
    case 'nobody-says-so':
      return 'No agency says so any more. Go back to the list.';
    case 'decided-already':
      return 'The campaign has decided about this course already.';
    case 'own-agency':
      return 'You belong to the agency that says so. Somebody else has to decide.';
  }
}
