import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import type { EvidenceRefusal } from './evidence.ts';

export const evidenceContent = {
  title: 'Evidence',
  lead: 'Files that show how each requirement is met. Reviewers see them when you send your work in.',
  requirementNames: {
    partnership: 'Partnership',
    policy: 'Policy',
    'advanced-training': 'Crisis intervention training',
    'everyone-trained': 'Training for everyone',
  } satisfies Record<Requirement, string>,
  empty: {
    partnership:
      'No files yet. Good ones are minutes of meetings or letters; the agreement is added under Partnerships.',
    policy:
      'No files yet. Good ones are the order that announced the policy or who read it; the document is added under Policy.',
    'advanced-training':
      'No files yet. Good ones are sign-in sheets, course certificates or the agenda of the course.',
    'everyone-trained': 'No files yet. Good ones are sign-in sheets and course certificates.',
  } satisfies Record<Requirement, string>,
  add: {
    link: 'Add a file',
    title: (requirement: string) => `Add a file: ${requirement}`,
    submit: 'Add the file',
    titleLabel: 'What is this file?',
    titleHint: 'For example: Signed agreement with Elm County Behavioral Health.',
    titleMissing: 'Enter a few words that say what the file is',
    titleLong: 'Shorten the words to 200 letters or fewer',
    fileLabel: 'File',
    noteLabel: 'Note for the reviewer',
    noteHint: 'You can leave this empty.',
    noteLong: 'Shorten the note to 2,000 letters or fewer',
  },
  replace: { link: 'Replace', title: 'Put a newer file in its place', submit: 'Replace the file' },
  remove: {
    link: 'Remove',
    title: 'Remove this file from the list?',
    text: 'Reviewers will not see it in your next submission. The file and its history are kept.',
    submit: 'Remove it',
  },
  cancel: 'Go back without a change',
  earlier: (count: number) => (count === 1 ? '1 earlier version' : `${count} earlier versions`),
  notices: {
    added: 'The file was added.',
    replaced: 'The newer file is in place. The earlier one is kept below it.',
    removed: 'The file was removed from the list.',
  },
} as const;

export function evidenceRefusalSentence(refusal: EvidenceRefusal): string {
  switch (refusal.code) {
    case 'evidence-not-found':
      return 'This file is no longer on the list. Go back to the evidence page.';
    case 'evidence-already-replaced':
      return 'Someone replaced or removed this file a moment ago. Go back to the evidence page and look at it again.';
  }
}
