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
