import type { PhrasingRefusal } from './phrasing.ts';

export const phrasingContent = {
  title: 'Phrasings',
  lead: 'Words that reviewers use again. On the page of a requirement they can be put into the comment and changed there.',
  search: 'Words',
  showLabel: 'Show',
  shows: { 'in-use': 'In use', retired: 'No longer in use' },
  columns: { title: 'Title', requirement: 'For', text: 'Words' },
  everyRequirement: 'Every requirement',
  caption: (count: number) => `${count} ${count === 1 ? 'phrasing' : 'phrasings'}`,
  empty: { heading: 'No phrasings', text: 'Add words that you write often.' },
  add: 'Add a phrasing',
  addTitle: 'New phrasing',
  change: (title: string) => `Change “${title}”`,
  requirementLabel: 'For which requirement',
  titleLabel: 'Title',
  titleHint: 'A few words, by which colleagues find it.',
  titleMissing: 'Enter a title',
  titleTooLong: 'Shorten the title to 100 letters or fewer',
  textLabel: 'Words',
  textHint: 'Plain words that say what to do. They can be changed in each comment.',
  textMissing: 'Write the words',
  textTooLong: 'Shorten this to 4,000 letters or fewer',
  save: 'Save',
  retire: 'Take it out of use',
  retired: 'This phrasing is no longer in use. Comments that were written with it stay.',
  notices: {
    added: 'The phrasing was added.',
    changed: 'The phrasing was changed.',
    retired: 'The phrasing is no longer in use.',
  },
} as const;

export function phrasingRefusalSentence({ code }: PhrasingRefusal): string {
  switch (code) {
    case 'phrasing-not-found':
      return 'This phrasing is no longer here. Go back to the list.';
    case 'phrasing-moved-on':
      return 'A colleague changed this phrasing a moment ago. Look at it again before you save.';
  }
}
