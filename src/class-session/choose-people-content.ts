/** The words of the page that chooses people of the roster for a class. */
export const choosePeopleContent = {
  enroll: {
    title: 'Enroll people',
    lead: 'Who needs this course for the pledge comes first, then whose certificate ends soon.',
    submit: 'Enroll the people chosen',
  },
  held: {
    title: 'Enroll people',
    lead: 'This class is over: choose everybody who was there or should have been. Attendance comes next.',
    submit: 'Enroll the people chosen',
  },
  'walk-ins': {
    title: 'Add people who came without a seat',
    lead: 'They get a row on the attendance page.',
    submit: 'Add the people chosen',
  },
  search: 'Name, number, unit or rank',
  free: (free: number) =>
    free === 1 ? '1 seat is free. ' : `${free.toLocaleString('en-US')} seats are free. `,
  full: 'All seats are taken: more people come on the waiting list. ',
  choose: 'Choose',
  nobody: { heading: 'No one found', text: 'Try other words, or add the person to the roster first.' },
  stays: 'Choose on one page at a time: going to another page drops what is not sent.',
} as const;
