import type { CourseRefusal } from './course-actions.ts';
import type { CourseProposal, EquivalentProgram, ProposalRefusal } from './course-proposal.ts';

/** The words of the pages about courses, the agency's and the campaign's. */
export const coursePageContent = {
  title: 'Courses',
  lead: 'How we read each course in your records, and why.',
  search: 'Course',
  counting: 'Of them count today',
  show: 'Show',
  shown: { related: 'Courses about crisis or mental health', all: 'All courses' },
  empty: { heading: 'No courses', text: 'Courses stand here once training records have been imported.' },
  decideLead: 'What you choose holds for every record of this course, also in later files.',
  isFull: (program: string) => `It was the full ${program} course`,
  isNot: 'It does not count',
  decideReason: 'How do you know?',
  decideReasonHint:
    'For example: the certificate on file says 40 hours. The campaign can read this, so name nobody.',
  decide: 'What was this course?',
  decideSubmit: 'Save this',
  decided: 'You decided about this course.',
  undo: 'Take this back',
  propose: 'Ask the campaign to accept it',
  proposeLead:
    'The campaign decides which courses count in place of CIT, CRIT or MHFA. Until it does, the course does not count.',
  proposeAs: 'In place of what?',
  hours: 'Hours of the full course',
  hoursHint: 'Shorter classes will not count.',
  validity: 'Months a completion counts',
  validityHint: 'Leave empty if it does not end.',
  offeredBy: 'Provider',
  offeredByHint: 'Who offers the course? For example: Elm County Training Academy.',
  onlyThere: 'The course counts from this provider only',
  syllabus: 'Syllabus',
  syllabusHint: 'The agenda or curriculum: what is taught, in how many hours.',
  syllabusLink: 'Open the syllabus',
  noSyllabus: 'None was sent',
  note: 'What is taught, and by whom?',
  noteHint: 'The campaign decides by this and by the syllabus.',
  proposeSubmit: 'Send to the campaign',
  proposals: 'Asked of the campaign',
  withdraw: 'Withdraw',
  backToCourses: 'All courses',
  errors: {
    counts: 'Choose what the course was',
    reason: 'Enter how you know',
    program: 'Choose what the course stands for',
    hours: 'Enter the hours as a number, such as 40 or 6.5',
    validity: 'Enter a number of months, such as 36, or leave it empty',
    offeredBy: 'Enter who offers the course, in 200 letters or fewer',
    note: 'Enter what is taught, and by whom',
  },
  notices: {
    decided: 'Your decision was saved. Every record of the course was judged again.',
    undone: 'Your decision was taken back.',
    proposed: 'The campaign was asked. You will see its answer here.',
    withdrawn: 'The question was withdrawn.',
  } satisfies Readonly<Record<string, string>>,
  programs: {
    'advanced-equivalent': 'CIT or CRIT (advanced)',
    'base-equivalent': 'Mental Health First Aid (base)',
  } satisfies Readonly<Record<EquivalentProgram, string>>,
} as const;

/** The campaign's side. */
export const campaignCourseContent = {
  title: 'Courses',
  lead: 'Agencies ask whether a course counts in place of CIT, CRIT or MHFA. What you accept holds for every agency.',
  waiting: 'Waiting for an answer',
  noneWaiting: { heading: 'Nothing waits', text: 'No agency asks about a course.' },
  accepted: 'What holds for every agency',
  noneAccepted: 'The campaign has decided about no course yet.',
  nothing: 'Nothing',
  reason: 'Reason',
  reasonHint: 'Agencies read this.',
  reasonMissing: 'Enter the reason',
  accept: 'Accept',
  decline: 'Decline',
  open: 'Decide',
  decideTitle: 'Does this course count?',
  offeredBy: 'Offered by',
  countsFrom: 'Counts from',
  anyProvider: 'Any provider',
  notices: {
    accepted: 'The course was accepted. It now counts at every agency.',
    declined: 'The course was declined.',
    promoted: 'It now holds at every agency.',
  } satisfies Readonly<Record<string, string>>,
} as const;

export const proposalStateWords: Readonly<Record<CourseProposal['state'], string>> = {
  proposed: 'Waiting for the campaign',
  accepted: 'Accepted',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
};

export function courseRefusalSentence({ code }: CourseRefusal): string {
  return code === 'course-not-found'
    ? 'No record names this course any more. Go back to the list.'
    : 'There is nothing to decide about this course. Ask the campaign whether it counts.';
}

export function proposalRefusalSentence({ code }: ProposalRefusal): string {
  switch (code) {
    case 'course-not-found':
      return 'No record names this course any more. Go back to the list.';
    case 'proposed-already':
      return 'You have asked about this course already. Wait for the answer.';
    case 'accepted-already':
      return 'The campaign has decided about this course already.';
    case 'proposal-not-found':
      return 'This question is no longer here. Go back to the list.';
    case 'proposal-closed':
      return 'This question was answered or withdrawn already.';
    case 'own-agency':
      return 'You belong to this agency, so somebody else has to decide.';
  }
}
