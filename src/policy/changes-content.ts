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

function listed(titles: readonly string[]): string {
  return new Intl.ListFormat('en-US').format([...titles]);
}
