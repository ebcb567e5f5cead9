import { type CalendarDate, longDate } from '../calendar/calendar-date.ts';
import type { MatchRefusal } from './match-actions.ts';
import type { SetAsideReason } from './set-aside.ts';

interface Decision {
  readonly by: string;
  readonly day: CalendarDate;
}

function peopleWord(people: number): string {
  return ['Two', 'Three', 'Four', 'Five'][people - 2] ?? people.toLocaleString('en-US');
}

/** The words of the pages where somebody says whose records are whose. */
export const reviewContent = {
  title: 'Records to look at',
  lead: 'Records whose person we could not find for sure. They count for nobody until you decide.',
  shown: {
    waiting: 'Whose are they?',
    doubtful: 'Do they count?',
    decided: 'Decided by hand',
  },
  search: 'Name or number in the records',
  empty: {
    waiting: { heading: 'Nothing waits', text: 'Every record has its person.' },
    doubtful: { heading: 'Nothing waits', text: 'No record of anybody on your roster is in doubt.' },
    decided: { heading: 'Nothing decided yet', text: 'What you decide about people in records stands here.' },
  },
  doubtfulLead:
    'We know whose these are, but not whether they count. Decide about the course, or open the person to add or remove a record.',
  useDate: (day: string) => `Use ${day}`,
  typeDate: 'Enter the date',
  confirm: 'It was completed',
  dates: {
    title: 'Enter the date',
    lead: (person: string, course: string) =>
      `The record of ${person}, “${course}”, has a date that can’t be read. Look it up, and enter it here. What the file says is kept beside it.`,
    labels: { startedOn: 'First day', completedOn: 'Completed on', expiresOn: 'Valid until' },
    written: (text: string) => `The file says “${text}”.`,
    submit: 'Save the date',
    back: 'Go back',
    errors: {
      startedOn: 'Enter the first day, such as 3/5/2026. It can’t be later than today',
      completedOn: 'Enter the day the class was completed, such as 3/5/2026. It can’t be later than today',
      expiresOn: 'Enter the last day the certificate is valid, such as 3/5/2026',
    },
  },
  matchAgain: 'Look again for everyone',
  person: {
    lead: 'What you choose holds for all records written this way, also in later files.',
    leadShared: (people: number, records: number) =>
      `${peopleWord(people)} people have this name, so your choice holds for ${records === 1 ? 'this record' : `these ${records.toLocaleString('en-US')} records`} only.`,
    records: 'Their records',
    candidates: 'Who may be meant',
    noCandidates: 'Nobody on the roster has a name or number like this.',
    search: 'Find somebody else on the roster',
    found: 'Found on the roster',
    choose: 'This is the person',
    setAside: 'Leave these records out',
    setAsideReason: 'Why?',
    setAsideSubmit: 'Leave out',
    decided: 'Decided',
    undo: 'Take this back',
    decidedBy: ({ by, day }: Decision) => `Decided by ${by || 'somebody here'} on ${longDate(day)}.`,
    decidedMeanwhile: (decision: Decision | undefined) =>
      decision
        ? `${decision.by || 'Somebody here'} decided about these records on ${longDate(decision.day)}, while this page was open. Look at what they chose below. You can change it.`
        : 'Other records with this name came in while this page was open. Look at all of them, then choose again.',
    instead: (name: string) => `Give them to ${name} instead`,
    reasonMissing: 'Choose why these records are left out',
  },
  notices: {
    matched: 'The records were given to the person you chose.',
    'set-aside': 'The records were left out. You can take this back under “Decided by hand”.',
    confirmed: 'You confirmed the record. It counts from its day on.',
    date: 'The record has the date now. Its text stays as the file has it.',
    undone: 'Your decision was taken back.',
    again: 'We looked again. What stands here now is still open.',
  } satisfies Readonly<Record<string, string>>,
} as const;

export const setAsideWords: Readonly<Record<SetAsideReason, string>> = {
  'other-agency': 'They work for another agency',
  'not-staff': 'They never worked here, such as a guest in class',
  'not-a-person': 'This is not a person',
  'cannot-tell': 'Nobody can tell who this is',
};

export function matchRefusalSentence({ code }: { readonly code: MatchRefusal['code'] }): string {
  switch (code) {
    case 'written-person-not-found':
      return 'These records are no longer here. Go back to the list.';
    case 'staff-not-found':
      return 'Choose a person of your roster.';
    case 'nothing-to-undo':
      return 'This was taken back already.';
    case 'decided-meanwhile':
      return reviewContent.person.decidedMeanwhile(undefined);
  }
}
