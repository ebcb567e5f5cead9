import { longDate } from '../calendar/calendar-date.ts';
import type { Standing } from '../uswds/tag.tsx';
import type { AttendanceResult, Attended } from './attendance.ts';
import type { CandidateReason } from './candidate.ts';
import type { ClassPhase, ClassRefusal, SeatOutcome, SeatState } from './class-session.ts';
import type { ListedPhase } from './class-session-store.ts';
import type { ClassStep } from './next-step.ts';

/** The words of the pages about class sessions. */
export const classContent = {
  list: {
    title: 'Classes',
    lead: 'Plan a class, enroll your people, print the sign-in sheet and take attendance. Completing a class writes the training records.',
    schedule: 'Schedule a class',
    search: 'Course, place or instructor',
    shown: 'Show',
    phases: {
      coming: 'Coming up',
      past: 'Past',
      cancelled: 'Cancelled',
    } satisfies Record<ListedPhase, string>,
    none: {
      coming: {
        heading: 'No class is coming up',
        text: 'Schedule the next one. A class that was held already can be entered the same way.',
      },
      past: { heading: 'No class was held yet', text: 'A class is listed here once its last day is past.' },
      cancelled: { heading: 'No class was cancelled', text: 'Cancelled classes stay listed here.' },
      found: { heading: 'No class found', text: 'Try other words.' },
    } satisfies Record<ListedPhase | 'found', { readonly heading: string; readonly text: string }>,
    left: (classes: number) =>
      classes === 1
        ? '1 class is over and writes no training records until you complete it.'
        : `${classes.toLocaleString('en-US')} classes are over and write no training records until you complete them.`,
    leftLink: 'Finish past classes',
  },
  phases: {
    coming: 'Scheduled',
    'under-way': 'Under way',
    'to-complete': 'Attendance to finish',
    completed: 'Completed',
    cancelled: 'Cancelled',
  } satisfies Record<ClassPhase, string>,
  facts: {
    course: 'Course',
    hours: 'Hours',
    days: 'Days',
    place: 'Place',
    seats: 'Seats',
    instructors: 'Instructors',
    provider: 'Given by',
    clock: 'Times are in',
  },
  seatsTaken: (taken: number, seats: number) =>
    taken > seats ? `${taken} people, ${seats} seats planned` : `${taken} of ${seats} taken`,
  waiting: (waiting: number) => `${waiting} on the waiting list`,
  cancelledBecause: (reason: string) => `This class was cancelled: ${reason}`,
  reopenedBecause: (reason: string) =>
    `This class was opened again: ${reason} Its records are removed until you complete it again.`,
  toComplete: {
    over: 'The class is over.',
    lastDay: 'This is the last day of the class.',
    left: {
      enroll: 'Enroll the people who were there, then take attendance.',
      attendance: 'Take attendance, then complete the class to write the training records.',
      complete: 'Attendance is taken. Complete the class to write the training records.',
    } satisfies Record<ClassStep, string>,
  },
  steps: {
    enroll: 'Enroll people',
    attendance: 'Take attendance',
    complete: 'Complete the class',
  } satisfies Record<ClassStep, string>,
  sheet: 'Sign-in sheet (PDF)',
  edit: 'Change',
  cancel: 'Cancel the class',
  reopen: 'Open again',
  reinstate: 'Take the cancellation back',
  people: 'People',
  nobody: { heading: 'Nobody is enrolled yet', text: 'Choose people from your roster.' },
  waitingList: 'Waiting list',
  waitingLead: 'When a seat becomes free, the person who has waited longest gets it.',
  waitedLead: 'These people got no seat. Enroll those who were there all the same.',
  withdraw: 'Withdraw',
  back: 'Go back without a change',
  notices: {
    scheduled: 'The class is scheduled. Now enroll your people.',
    changed: 'The class was changed.',
    cancelled: 'The class was cancelled. The people enrolled are kept, in case you take it back.',
    enrolled: 'The people are enrolled.',
    waiting: 'All seats are taken: at least one person is on the waiting list.',
    withdrawn: 'The person was withdrawn. If that was a mistake, enroll the person again.',
    reinstated: 'The class takes place again, with the people who were enrolled.',
    'walk-ins': 'The people were added.',
    attendance: 'Attendance was saved.',
    completed: 'The class is completed and the training records are written.',
    reopened: 'The class is open again. Correct it, then complete it again.',
  } satisfies Readonly<Record<string, string>>,
} as const;

export const phaseStandings: Readonly<Record<ClassPhase, Standing>> = {
  coming: 'progress',
  'under-way': 'progress',
  'to-complete': 'attention',
  completed: 'done',
  cancelled: 'neutral',
};

export const seatWords: Readonly<Record<SeatState, string>> = {
  enrolled: 'Enrolled',
  waiting: 'Waiting',
  'walk-in': 'Came without a seat',
  withdrawn: 'Withdrawn',
};

export const outcomeWords: Readonly<Record<SeatOutcome, string>> = {
  recorded: 'Completed: record written',
  'recorded-before': 'Completed: the record was here already',
  incomplete: 'Not completed',
};

/** Why somebody is proposed; '' for nobody's reason. */
export function candidateWords(reason: CandidateReason): string {
  switch (reason.is) {
    case 'untrained':
      return 'Not trained yet';
    case 'base-missing':
      return 'Base course missing';
    case 'ends-soon':
      return `Ends ${longDate(reason.lastDay)}`;
    case 'no-advanced':
      return 'No crisis course yet';
    case 'none':
      return '';
  }
}

export function attendedWords(attended: Attended): string {
  switch (attended.is) {
    case 'present':
      return 'present';
    case 'absent':
      return 'absent';
    case 'partial':
      return `there for ${hoursWords(attended.hours)}`;
  }
}

/** Why somebody has completed the class or hasn't: “Attended 32 of 40 hours: absent on March 5, 2026”. */
export function resultSentence(result: AttendanceResult, hours: number): string {
  switch (result.is) {
    case 'complete':
      return `Attended all ${hoursWords(hours)}`;
    case 'incomplete':
      return `Attended ${result.hours} of ${hoursWords(hours)}: ${result.missed
        .map(({ day, attended }) => `${attendedWords(attended)} on ${longDate(day)}`)
        .join(', ')}`;
    case 'unmarked':
      return `No attendance yet for ${result.days.map(longDate).join(', ')}`;
  }
}

export function hoursWords(hours: number): string {
  return hours === 1 ? '1 hour' : `${hours} hours`;
}

/** What to tell somebody whose act was refused. */
export function classRefusalSentence(refusal: ClassRefusal): string {
  switch (refusal.code) {
    case 'session-not-found':
      return 'This class is no longer here. Go back to the list of classes';
    case 'session-closed':
      return refusal.state === 'completed'
        ? 'This class is completed. Open it again to correct it'
        : 'This class was cancelled. Schedule a new one';
    case 'session-not-completed':
      return 'This class is not completed, so there is nothing to open again';
    case 'session-not-over':
      return `Wait until the last day of the class, ${longDate(refusal.endsOn)}`;
    case 'session-not-begun':
      return `Wait until the first day of the class, ${longDate(refusal.startsOn)}`;
    case 'seats-taken':
      return `${refusal.taken} people have a seat. Enter that many seats or more, or withdraw people first`;
    case 'day-attended':
      return `Attendance was taken on ${longDate(refusal.day)}. Keep this day`;
    case 'day-not-held':
      return 'This class is not held on that day. Choose one of its days';
    case 'day-ahead':
      return `Attendance can be taken from ${longDate(refusal.day)} on`;
    case 'seat-not-found':
      return 'This person has no seat any more. Look at the list again';
    case 'nobody-chosen':
      return 'Choose at least one person who has no seat yet';
    case 'nobody-came':
      return 'Nobody is enrolled. Add the people who came, or cancel the class';
    case 'attendance-missing':
      return refusal.people === 1
        ? 'Take the attendance of 1 person that is still missing'
        : `Take the attendance of ${refusal.people} people that is still missing`;
    case 'partnership-not-found':
      return 'Choose one of your partners, or none';
  }
}
