import type { Partnership, Side } from '../partnership/partnership.ts';
import type { CheckInQuestion, CheckInRefusal, Rating } from './check-in.ts';
import { ownAgencyMessage } from './joint-content.ts';

export const questionTexts: Readonly<Record<CheckInQuestion, string>> = {
  respect: 'How well do the two of you work together?',
  reach: 'How well can you reach the other side when you need it?',
  handover: 'How well are people handed over from officers to care?',
  meetings: 'How well do your meetings work for you?',
  'people-helped': 'How well does the partnership help people in crisis?',
};

export const ratingLabels: Readonly<Record<Rating, string>> = {
  1: 'Very poorly',
  2: 'Poorly',
  3: 'Fairly',
  4: 'Well',
  5: 'Very well',
};

export const checkInContent = {
  title: 'How is it going?',
  lead: 'Twice a year each side answers on its own, for January to June and for July to December.',
  rule: 'You can read the other side’s answer once you have answered yourself, or when the half-year is over. So both sides say what they think. An answer can be changed until its half-year ends.',
  answer: (half: string) => `Answer for ${half}`,
  change: 'Change your answer',
  due: (day: string) => `Answer by ${day}.`,
  answered: (name: string, day: string) => `Answered by ${name} on ${day}`,
  changed: (day: string) => `changed on ${day}`,
  missing: 'No answer yet.',
  missingPast: 'No answer was given.',
  closed: 'You can read this answer, if there is one, after you have given yours.',
  closedToBoth:
    'You work at the agency. So you can read this answer, if there is one, once the agency has given its own.',
  question: 'Question',
  goingWell: 'What goes well?',
  wouldHelp: 'What would help?',
  nothingWritten: 'Nothing written.',
  liaison: (name: string) => `Is ${name} still in place as liaison?`,
  liaisonQuestion: 'Is the liaison still in place?',
  yes: 'Yes',
  no: 'No',
  formLead: (half: string) => `Your side’s answer for ${half}. The other side answers on its own.`,
  goingWellHint: 'Write nothing that tells who a person in crisis was.',
  liaisonHint:
    'The agreement names this person on your side. If you say no, name somebody new in the agreement.',
  submit: 'Send your answer',
  submitChange: 'Save your answer',
  errors: {
    rating: (question: string) => `Choose an answer to “${question}”`,
    liaison: 'Choose whether the liaison is still in place',
    text: 'Shorten this to 5,000 letters or fewer',
  },
} as const;

/** Whom the agreement names on a side today. */
export function liaisonOf({ arrangement }: Pick<Partnership, 'arrangement'>, side: Side): string {
  return (side === 'agency' ? arrangement.agencyContact : arrangement.partnerContact).name;
}

/** Why an answer was refused, and what to do. */
export function checkInRefusalMessage(refusal: CheckInRefusal): string {
  switch (refusal.code) {
    case 'partnership-not-shared':
      return 'You can answer only while both sides have confirmed the partnership.';
    case 'own-agency':
      return ownAgencyMessage;
    case 'check-in-changed':
      return 'A colleague answered while you had this page open. Read what it says now, then save again.';
  }
}
