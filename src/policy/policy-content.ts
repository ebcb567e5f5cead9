import type { ElementStatus, UnsettledElement } from './policy.ts';
import type { PolicyLife } from './policy-life.ts';

export const statusLabels: Readonly<Record<ElementStatus, string>> = {
  covered: 'Covered',
  partly: 'Partly covered',
  missing: 'Missing',
  'not-applicable': 'Does not apply to us',
};

export const unsettledLabels: Readonly<Record<UnsettledElement['why'], string>> = {
  unanswered: 'no answer yet',
  partly: 'only partly covered',
  missing: 'missing from the policy',
  'not-applicable': 'does not apply, but the reason is missing',
  'to-check': 'answered about an earlier document, to be checked against this one',
};

export const lifeLabels: Readonly<Record<PolicyLife, string>> = {
  draft: 'Draft',
  'partner-review': 'In partner review',
  adopted: 'Adopted, not yet in effect',
  'in-effect': 'In effect',
  'review-due': 'In effect, review due',
  superseded: 'Replaced',
  rescinded: 'Rescinded',
};

export const policyContent = {
  title: 'Policy',
  lead: 'The pledge asks for a leading-practice policy on responding to people with mental health conditions, adopted and in effect.',
  empty: {
    heading: 'No policy yet',
    text: 'Upload your policy as it is. Then go through a checklist that shows what it covers and what is missing.',
    outline:
      'If you have none yet, begin with an outline. It has every element of the checklist with questions to answer, to be worked on with your counsel and your partners.',
  },
  outline: 'Download an outline (DOCX)',
  upload: 'Upload the policy',
  uploadNext: 'Upload a new version',
  draftHeading: 'Draft',
  adoptedHeading: 'Policy in force',
  history: 'All versions',
  checklist: 'Go through the checklist',
  progressLabel: 'Checklist',
  progress: (settled: number, of: number) => `${settled} of ${of} elements settled`,
  details: 'Change the facts or the document',
  read: 'Read document and checklist',
  download: 'Download',
  adopt: 'Adopt the policy',
  ask: 'Ask the executive to adopt it',
  askText: 'The draft is ready. Only your executive can adopt it.',
  asked: (day: string, name: string | undefined) =>
    name === undefined ? `Asked on ${day}.` : `Asked on ${day} by ${name}.`,
  askAgain: 'Ask again',
  askTextOwn: 'The draft is ready. Read it and adopt it.',
  notReady: (open: number, hasEffectiveDate: boolean, isExecutive: boolean) => {
    const parts = [
      ...(open > 0
        ? [`settle ${open === 1 ? 'the last element' : `${open} more elements`} of the checklist`]
        : []),
      ...(hasEffectiveDate ? [] : ['enter the day it takes effect']),
    ];
    return `Before ${isExecutive ? 'you' : 'your executive'} can adopt it, ${parts.join(' and ')}.`;
  },
  acknowledgments: 'Who has acknowledged it',
  review: 'Set the next review',
  rescind: 'Rescind the policy',
  reviewDue: (day: string) => `The review of the policy is due on ${day}.`,
  reviewOverdue: (day: string) =>
    `The review of the policy was due on ${day}. Review it, then set the next review or upload a new version.`,
  notInEffect: (day: string) => `The policy takes effect on ${day}.`,
  noneInForce: {
    heading: (day: string) => `No policy is in force since ${day}`,
    text: (name: string, title: string, reason: string) =>
      `${name} rescinded “${title}”. The reason: “${reason}”. Until another policy is adopted and in effect, the policy requirement of the pledge is not met, and nobody is asked to acknowledge one.`,
    next: {
      coordinator:
        'Next: upload the policy that shall take its place and go through its checklist. Then your executive adopts it.',
      executive:
        'Next: your coordinator uploads the policy that shall take its place and goes through its checklist. You get an email when it is ready for you to adopt.',
    },
    nextDraft: {
      coordinator: 'Next: settle the checklist of the draft below, then ask your executive to adopt it.',
      executive:
        'Next: your coordinator settles the checklist of the draft below. You get an email when it is ready for you to adopt.',
    },
  },
  supersedes: 'When this draft is adopted, it replaces the policy in force.',
  terms: {
    title: 'Title',
    number: 'Number',
    amends: 'Amends or cancels',
    accreditation: 'Accreditation standards',
    issued: 'Issued',
    effective: 'In effect from',
    review: 'Next review',
    adopted: 'Adopted',
    rescinded: 'Rescinded',
    document: 'Document',
    fingerprint: 'Fingerprint (SHA-256)',
  },
  columns: {
    version: 'Version',
    state: 'State',
    effective: 'In effect from',
    adopted: 'Adopted',
    document: 'Document',
  },
  cancel: 'Go back without a change',
} as const;

export const formContent = {
  uploadTitle: 'Upload the policy',
  uploadNextTitle: 'Upload a new version',
  uploadNextLead:
    'It starts as a draft. The policy in force stays until your executive adopts the new version.',
  editTitle: 'Change the draft',
  document: 'Policy document',
  documentHint: 'The policy as your staff read it.',
  documentNewer: (name: string) => `Now: ${name}. Choose a file only to put a newer one in its place.`,
  title: 'Title',
  titleHint: 'For example: Response to People in Mental Health Crisis.',
  number: 'Number',
  numberHint: 'As your agency numbers its orders. Leave it empty if it does not.',
  amends: 'Amends or cancels',
  amendsHint: 'The orders that this one changes or replaces. Leave it empty if there are none.',
  accreditation: 'Accreditation standards',
  accreditationHint: 'For example: CALEA 41.2.7. Leave it empty if none apply.',
  issuedOn: 'Issued on',
  effectiveOn: 'In effect from',
  effectiveHint: 'Needed before the policy can be adopted.',
  reviewOn: 'Next review',
  reviewHint: 'The day by which the policy is looked at again.',
  submitUpload: 'Upload and go to the checklist',
  submitEdit: 'Save the changes',
  chooseAgain: 'Choose the document again. Your browser does not keep it when a form comes back',
  errors: {
    title: 'Enter the title of the policy, in 200 letters or fewer',
    number: 'Shorten the number to 100 letters or fewer',
    amends: 'Shorten what it amends or cancels to 300 letters or fewer',
    accreditation: 'Shorten the accreditation standards to 300 letters or fewer',
    issuedOn: 'Enter the day it was issued as a date, such as 3/5/2026',
    effectiveOn: 'Enter the effective day as a date, such as 3/5/2026',
    reviewOn: 'Enter the next review as a date, such as 3/5/2026',
    reviewOrder: 'Enter a next review that comes after the effective day',
  },
} as const;

export const reviewContent = {
  title: 'When is the next review?',
  lead: 'Use this when you have reviewed the policy and it stays as it is. If it changes, upload a new version.',
  submit: 'Set the day',
  errors: { reviewOn: 'Enter the next review as a date, such as 3/5/2026' },
} as const;

export const checklistContent = {
  title: 'Checklist',
  lead: 'For each element, say whether your policy covers it and where. You can save at any time and come back.',
  carriedOver: (toCheck: number) =>
    `${toCheck === 1 ? '1 answer is' : `${toCheck} answers are`} about an earlier document. Check each one against the document that is there now: change it, or tick the box under it. Only then it counts.`,
  checked: 'This answer holds for the new document too',
  checkedHint: 'It is about an earlier document. Tick the box once you have looked, or change the answer.',
  toCheck: 'Answered about an earlier document, not checked yet',
  status: 'Does the policy cover this?',
  reference: 'Page or section',
  referenceHint: 'Needed if it is covered or partly covered. For example: page 4, section 3.2.',
  notes: 'Notes',
  notesHint: 'The reason is needed here if it does not apply.',
  submit: 'Save the checklist',
  proposals: 'Passages that seem to cover this',
  proposalsHint: 'Found by its words. Read them, and use those that fit. The answer stays yours.',
  noProposal: 'The program found no passage by its words. That does not mean that the policy lacks one.',
  accepted: 'Passages you use',
  use: 'Use this passage',
  takeBack: 'Take it back',
  because: (named: readonly string[], heading: string) => {
    const words = new Intl.ListFormat('en-US').format(named.map((word) => `“${word}”`));
    return heading === '' ? `Names ${words}.` : `Names ${words}, under the heading “${heading}”.`;
  },
  read: (pages: number | undefined) =>
    pages === undefined
      ? 'The program read the document and proposes passages under each element. Nothing counts until you use it.'
      : `The program read ${pages === 1 ? 'the page' : `the ${pages} pages`} of the document and proposes passages under each element. Nothing counts until you use it.`,
  underWay: 'The document is being read. Passages are proposed as soon as that is done.',
  lookAgain: 'Look again',
  unread: 'The program can read the document and propose passages for each element.',
  askToRead: 'Read the document',
  enterYourself: 'You can go through the checklist all the same.',
  readTitle: (title: string) => `Policy: ${title}`,
  factsHeading: 'What it is',
  checklistHeading: 'How it answers the checklist',
  noAnswer: 'No answer yet',
  columns: { element: 'Element', status: 'Answer', reference: 'Page or section', notes: 'Notes' },
  errors: {
    reference: (element: string) =>
      `Enter the page or section where “${element}” stands, in 200 letters or fewer`,
    reason: (element: string) => `Enter in the notes why “${element}” does not apply to you`,
    notes: (element: string) => `Shorten the notes on “${element}” to 2,000 letters or fewer`,
    status: (element: string) => `Choose an answer for “${element}”, because you wrote something about it`,
  },
} as const;

export const adoptContent = {
  title: 'Adopt the policy',
  lead: 'Read the document and how it answers the checklist. Your name below adopts exactly this version.',
  outstandingHeading: 'The policy can’t be adopted yet',
  outstanding: 'Your coordinator has to settle this first:',
  effectiveMissing: 'The effective date is missing.',
  noDraft: 'There is no draft to adopt.',
  name: 'Your name',
  nameHint: 'Type your full name. It stands for your signature.',
  on: 'Adopted on',
  backdated: (day: string) =>
    `The draft says that it is in effect from ${day}. No policy is in effect before it is adopted. If the day you enter below comes later, the policy is in effect from that day on.`,
  overComments: 'Why the policy is adopted before these comments are answered',
  overCommentsHint: 'Stays with the comments, and is mailed to the partners who wrote them.',
  fromToday: (today: string) => `Let it take effect today, ${today}`,
  submit: 'Adopt the policy',
  errors: {
    name: 'Type your full name',
    on: 'Enter the day of the adoption as a date, such as 3/5/2026',
    overComments:
      'Enter why the policy is adopted before the comments of your partners are answered, in 2,000 letters or fewer, or answer or settle them first',
  },
} as const;

export const rescindContent = {
  title: 'Rescind the policy',
  lead: 'Do this only when the policy shall no longer hold and no other takes its place. If a new version replaces it, upload that version instead.',
  warning:
    'Without a policy in force, the policy requirement of the pledge is no longer met. This can’t be undone.',
  name: 'Your name',
  nameHint: 'Type your full name. It stands for your signature.',
  on: 'No longer holds from',
  reason: 'Reason',
  reasonHint: 'Kept with the version, where your agency and reviewers can read it.',
  submit: 'Rescind the policy',
  errors: {
    name: 'Type your full name',
    on: 'Enter the day from which it no longer holds as a date, such as 3/5/2026',
    reason: 'Enter why the policy is rescinded, in 2,000 letters or fewer',
  },
} as const;

function listed(titles: readonly string[]): string {
  return new Intl.ListFormat('en-US').format([...titles]);
}

export const changesContent = {
  link: 'Compare with the version before',
  title: (title: string) => `What changed: ${title}`,
  lead: (after: string, before: string) => `${after}, beside ${before}.`,
  factsHeading: 'What stands on the first page',
  elementsHeading: 'Element by element',
  same: 'Nothing changed.',
  compared:
    'Compared are the answers of the checklist, and for each element the passages of both documents that were taken for it. Where a version has none, the passages that the program proposes stand in, and nobody has accepted those. The rest of the documents is not compared.',
  noDifference: 'No difference was found in what could be compared.',
  unchanged: (titles: readonly string[]) => `The same answers and the same passages: ${listed(titles)}.`,
  unchangedProposed: (titles: readonly string[]) =>
    `The same answers, and the same text in proposed passages that were not accepted by anybody: ${listed(titles)}.`,
  notComparedIn: (titles: readonly string[]) =>
    `The same answers. The text was not compared, because no passage was taken or found in one of the two versions: ${listed(titles)}.`,
  notCompared: {
    before: 'Not compared: no passage taken or found in the version before.',
    after: 'Not compared: no passage taken or found in this version.',
    both: 'Not compared: no passage taken or found in either version.',
  },
  proposed: {
    before: 'Of the version before: proposed passage, not accepted by anybody.',
    after: 'Of this version: proposed passage, not accepted by anybody.',
  },
  sameText: 'The same text.',
  before: 'Before',
  after: 'Now',
  nothing: 'nothing',
  text: 'Text of the passages',
  removedSpoken: 'Removed: ',
  addedSpoken: 'Added: ',
  endSpoken: ' End of the change. ',
  otherVersion: 'Compare with',
  submit: 'Compare',
  fact: {
    title: 'Title',
    number: 'Number',
    amends: 'Amends or cancels',
    accreditation: 'Accreditation standards',
    issuedOn: 'Issued',
    effectiveOn: 'In effect from',
    reviewOn: 'Next review',
    document: 'Document',
  },
} as const;

export const partnerReviewContent = {
  heading: 'Partner review',
  offer:
    'Your partners can read the draft and comment on it, element by element, before it is adopted. Whether you ask them is up to you: the pledge does not require it.',
  noPartner: 'Your partners can comment here once a partnership is active.',
  share: 'Open the draft to our partners',
  since: (day: string) => `Your partners can read this draft since ${day}.`,
  open: (count: number) =>
    count === 0
      ? 'No comment waits for you.'
      : count === 1
        ? '1 comment is not settled yet.'
        : `${count} comments are not settled yet.`,
  openBeforeAdoption: (count: number) =>
    count === 1
      ? '1 comment of your partners is neither answered nor settled. Answer or settle it first, or give a reason when you adopt the policy: the partner is told.'
      : `${count} comments of your partners are neither answered nor settled. Answer or settle each first, or give a reason when you adopt the policy: the partners are told.`,
  read: 'Read the comments',
  end: 'End partner review',
  commentsHeading: 'What partners say',
  none: 'No comments yet.',
  answer: 'Your answer',
  answerChange: 'Change the answer',
  submitAnswer: 'Save the answer',
  settle: 'Mark as settled',
  reopen: 'Open again',
  fates: {
    settled: 'Settled',
    open: 'Not settled',
    answered: 'Answered before the policy was adopted',
    'adopted-over': 'Policy adopted without an answer',
  },
  adoptedOver: (day: string, reason: string) =>
    `The policy was adopted over this comment on ${day}. The reason given: “${reason}”`,
  answered: (name: string, day: string) => `Answer by ${name}, ${day}`,
  wrote: (name: string, partner: string, day: string) => `${name}, ${partner}, ${day}`,
  partner: {
    title: (agency: string) => `Policy of ${agency}`,
    nothing: 'Nothing to read yet',
    nothingText:
      'The agency has not opened a policy to its partners. You get an email when it asks you to look at one.',
    lead: 'Read the document and comment on the elements. The agency sees what you write and answers here. Its other partners don’t.',
    closedLead: 'You looked at this version before it was adopted. It can no longer be commented on.',
    documentReplaced: (day: string) =>
      `The agency put another document in place of the one before on ${day}. What was written until then is about the earlier one.`,
    comment: (element: string) => `Comment on “${element}”`,
    commentHint: 'What is right, what is missing, what you would change.',
    submit: 'Send the comment',
    yourComments: 'Your comments',
    versions: 'Versions opened to you',
    agencySays: 'The agency says',
  },
  errors: {
    text: 'Write the comment, in 4,000 letters or fewer',
    answer: 'Write the answer, in 4,000 letters or fewer',
  },
} as const;

export const notices = {
  uploaded: 'The document was uploaded. Now go through the checklist.',
  revised: 'The draft was changed.',
  replaced: 'The document was replaced. Check each answer of the checklist against the new one.',
  saved: 'The checklist was saved.',
  accepted: 'The passage was put into the checklist. Choose an answer for it.',
  'taken-back': 'The passage was taken back.',
  reading: 'The document is being read.',
  shared: 'The draft is open to your partners. They were told by email.',
  unshared: 'Partner review has ended. The comments stay with the draft.',
  answered: 'The answer was saved.',
  settled: 'The comment is settled.',
  reopened: 'The comment is open again.',
  commented: 'Your comment was sent to the agency.',
  ready: 'The checklist was saved, and every element is settled.',
  asked: 'Your executive was asked by email to adopt the policy.',
  adopted: 'The policy is adopted. The coordinator was told by email.',
  review: 'The day of the next review was set.',
  rescinded: 'The policy is rescinded. The coordinator was told by email.',
} as const;

/** The sentence for a `?done=` code, if there is one. */
export function noticeFor(code: string | undefined): string | undefined {
  const sentences: Readonly<Record<string, string>> = notices;
  return code !== undefined && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
