import { type ActivityWording, detailText } from '../workspace/activity.ts';

const enteredByHand = 'A training record was entered by hand';
const enteredSentences: Readonly<Record<string, string>> = {
  'class-session': 'A training record was written from a class',
  certificate: 'A training record was written from a certificate',
};

export const trainingActivity: ActivityWording = {
  'training-imported': (details) => `${detailText(details, 'added')} training records were imported`,
  'training-import-undone': (details) =>
    `An import of ${detailText(details, 'removed')} training records was undone`,
  'training-import-given-up': () => 'A training file that nobody imported was deleted',
  'training-matched': (details) =>
    `${detailText(details, 'records')} training records were given to a person`,
  'training-set-aside': (details) => `${detailText(details, 'records')} training records were left out`,
  'training-match-undone': () => 'A decision about whose records some are was taken back',
  'training-records-exported': () => 'The training records were downloaded',
  'coverage-exported': () => 'The list of who is trained was downloaded',
  'training-file-downloaded': () => 'An imported training file was downloaded',
  'training-import-downloaded': () => 'Rows of an imported training file were downloaded',
  'training-entered': (details) => enteredSentences[detailText(details, 'origin')] ?? enteredByHand,
  'training-removed': () => 'A training record was removed',
  'training-date-taken': () => 'A mistyped date of a training record was put right',
  'training-completion-confirmed': () => 'A class recorded before its day was confirmed',
  'training-restored': () => 'A removed training record was put back',
  'course-decided': (details) =>
    detailText(details, 'program') === 'none'
      ? 'The agency decided that a course does not count'
      : `The agency decided that a course was ${detailText(details, 'program').toUpperCase()}`,
  'course-decision-undone': () => 'A decision about a course was taken back',
  'course-proposed': () => 'The campaign was asked to accept a course',
  'course-proposal-withdrawn': () => 'The question about a course was withdrawn',
  'course-proposal-accepted': () => 'The campaign accepted a course',
  'course-proposal-declined': () => 'The campaign declined a course',
};
