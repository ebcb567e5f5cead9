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
