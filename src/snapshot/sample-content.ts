import { staffCategoryLabels } from '../agency/agency-content.ts';
import { longDate } from '../calendar/calendar-date.ts';
import { programStandards } from '../campaign-rules/program-standard.ts';
import type { PersonName } from '../person-name/person-name.ts';
import { count } from '../requirement/plain-words.ts';
import { isStaffCategory } from '../roster/staff-category.ts';
import type { Standing } from '../uswds/tag.tsx';
import type { CountedRecord } from './counted-person.ts';
import type { ProofDecision, SampledPerson, SamplePlace, SampleRefusal } from './sample-place.ts';
import type { ProofState } from './sample-standing.ts';

const showWhat =
  'Show a certificate, a class list or a sign-in sheet. It must carry the name, the course and the day.';

export const stateWords: Readonly<
  Record<ProofState, { readonly words: string; readonly standing: Standing }>
> = {
  wanted: { words: 'Proof wanted', standing: 'attention' },
  shown: { words: 'Proof sent', standing: 'waiting' },
  accepted: { words: 'Accepted', standing: 'done' },
  failed: { words: 'Did not hold', standing: 'attention' },
};

/** The same to the agency: once the review of a round has ended, nobody waits for what it did not show. */
export function agencyStateWords(isTaken: boolean): typeof stateWords {
  return isTaken
    ? stateWords
    : { ...stateWords, wanted: { words: 'Not asked any more', standing: 'neutral' } };
}

/** The choices of a list's filter. */
export const filterWords = {
  all: 'All records',
  wanted: stateWords.wanted.words,
  shown: stateWords.shown.words,
  accepted: stateWords.accepted.words,
  failed: stateWords.failed.words,
} as const;

/** The same in the agency's words. */
export function agencyFilterWords(isTaken: boolean): Readonly<Record<keyof typeof filterWords, string>> {
  return { ...filterWords, wanted: agencyStateWords(isTaken).wanted.words };
}

/** How an agency reads whom a record means: by the pseudonym once the person is gone from its roster. */
export function personWords(
  { staff, person }: Pick<SampledPerson, 'staff' | 'person'>,
  nameOf: (name: PersonName) => string,
): string {
  if (!staff) return `Not on your roster any more (${person.slice(0, 8)})`;
  return `${nameOf(staff.name)}${staff.number ? `, ${staff.number}` : ''}`;
}

/** The agency's side. */
export const agencySampleContent = {
  title: 'Proof of training',
  lead: 'The reviewer does not look at every training record. A few were picked by chance. Please send proof for each of these.',
  leadToAll: 'Proof of all your training records is asked for. Please send it for each of these.',
  leadEnded: 'These are the training records that proof was asked for.',
  none: {
    heading: 'Nothing is asked for',
    text: 'When your work is sent in for review, some training records are picked here.',
  },
  caption: (total: number) => count(total, 'record'),
  noMatch: { heading: 'No record matches', text: 'Change the words or the filter.' },
  search: 'Search by name, number or course',
  filter: 'Show',
  list: 'Records',
  show: 'Send proof',
  look: 'Look',
  useKept: 'Use the file you have',
  sendKept: (ready: number) =>
    ready === 1 ? 'Send the proof you have already' : `Send all ${ready} proofs you have already`,
  progress: 'Proof sent',
  ended: 'This review has ended. Nothing more can be sent here.',
  returned: {
    heading: 'This review has ended, and your work came back to you',
    text: 'Nothing more can be sent for this round. Change what the reviewer asked for, and send your work in again:',
    link: 'Go to the review page',
    afterwards: 'Once it is sent in, you are asked for proofs there again.',
  },
  howHeading: 'How the records were picked',
  howAll: 'All records are asked for. The numbers below only decide in which order.',
  how: 'The numbers below decide which records are picked. Nobody can choose them. Anyone who has the file of this review can pick again and gets the same records.',
  seed: 'Random number',
  drawnFor: 'Drawn for an earlier version, with the hash',
  hash: 'Hash of what you sent in',
  download: 'Download the file of this review',
  downloadHint: 'It holds what you sent in. It has no names: each person has a random number.',
  one: {
    title: 'Send proof',
    what: showWhat,
    file: 'The proof',
    fileHint: 'A scan or a photo on which all words can be read.',
    submit: 'Send it',
    again: 'Send another file',
    keptHeading: 'You have this file already',
    keptText: 'It was kept as proof of this record. One click sends it.',
    useKept: (name: string) => `Send “${name}”`,
    sent: 'Proof was sent. Until the reviewer decides you can send another file; the newest counts.',
    open: 'Open the file you sent',
    back: 'Back to the list',
    goneHeading: 'This person is not on your roster any more',
    gone: 'The person was taken off your roster after you sent your work in, as when an import is undone. The record is still asked for. Find the proof by its course and its day, and send it. If you can’t find it, and nobody has begun the review, take your work back, put your roster right and send it in again. If the review has begun, write to the reviewer.',
    reviewerSays: 'The reviewer says',
    whoSees: 'Only those who review or approve your work can open this file.',
  },
  notices: {
    sent: 'The proof was sent.',
    'all-sent': 'The proofs you had were sent.',
  } satisfies Readonly<Record<string, string>>,
} as const;

/** The campaign's side. */
export const campaignSampleContent = {
  title: 'Sample of the training records',
  leadToAll: 'Every record is asked for. Look at its proof and say whether it holds.',
  lead: 'Each record was picked by chance. Look at its proof and say whether it holds.',
  none: {
    heading: 'There is no sample',
    text: 'No training record stands behind this submission.',
  },
  caption: (total: number) => count(total, 'record'),
  noMatch: { heading: 'No record matches', text: 'Change the words or the filter.' },
  search: 'Search by pseudonym or course',
  filter: 'Show',
  list: 'Records',
  look: 'Look',
  progress: 'Decided',
  download: 'Download the snapshot',
  earlier: (round: number) => `Sample of round ${round}, which was taken back`,
  seed: 'Seed',
  hash: 'Hash of the snapshot',
  drawnFor: 'Seed drawn for the earlier snapshot',
  one: {
    title: (place: number) => `Record ${place}`,
    proof: 'Proof',
    proofOf: (place: number) => `Proof of record ${place}`,
    download: 'Download the proof',
    openHint: 'It may carry a name. Use it for this decision only.',
    notYours: 'Only who reviews or approves this submission can open the proof.',
    noProof: 'The agency has not sent proof yet.',
    decision: 'Does the record hold?',
    decisions: {
      accepted: 'Yes. The proof shows this course, these hours and this day',
      'asked-again': 'I can’t tell. Ask for another proof',
      failed: 'No. The record does not hold',
    } satisfies Readonly<Record<ProofDecision, string>>,
    word: 'Your word to the agency',
    wordHint: 'Say what is wrong, or what to send. Leave it empty when the record holds.',
    submit: 'Save',
    widens: 'A record that does not hold adds as many records again, up to two times.',
    next: 'Next record',
    decisionMissing: 'Choose whether the record holds.',
    wordMissing: 'Write what is wrong, or what to send.',
    wordLong: 'Shorten your word to 1,000 letters.',
  },
  notices: {
    decided: 'Your decision was saved. No other record waits for one.',
    'decided-next': 'Your decision was saved. This record waits for the next one.',
  } satisfies Readonly<Record<string, string>>,
} as const;

/** Which course a record is of, in a line: by the register's title, else by the agency's own words where it reads them. */
export function courseWords({ program, course }: CountedRecord, ownTitle = ''): string {
  const title = course?.title ?? ownTitle;
  const { shortName } = programStandards[program];
  return title ? `${shortName}: ${title}` : shortName;
}

/** A record's facts, for both sides; `ownTitle` for the agency alone. */
export function recordFacts(
  { record, kind, category }: Pick<SamplePlace, 'record' | 'kind' | 'category'>,
  ownTitle = '',
) {
  const { program, course, hours, completedOn, validUntil } = record;
  return [
    { term: 'Program', detail: programStandards[program].name },
    ...(course ? [{ term: 'Course in the register', detail: `${course.title} (No. ${course.entry})` }] : []),
    ...(ownTitle ? [{ term: 'In your records', detail: ownTitle }] : []),
    { term: 'Hours', detail: hours },
    { term: 'Completed', detail: longDate(completedOn) },
    { term: 'Valid until', detail: validUntil ? longDate(validUntil) : 'Does not end' },
    { term: 'Person', detail: kind === 'sworn' ? 'Sworn officer' : categoryWords(category) },
  ];
}

function categoryWords(category: string): string {
  return isStaffCategory(category) ? staffCategoryLabels[category] : 'Non-sworn staff';
}

export function sampleRefusalSentence(refusal: SampleRefusal): string {
  switch (refusal.code) {
    case 'submission-not-found':
    case 'record-not-found':
      return 'This record is not asked for any more. Go back to the list.';
    case 'review-ended':
      return 'The review has gone on. Nothing more can be changed here.';
    case 'not-the-reviewer':
      return 'Only who reviews this submission decides about its records.';
    case 'record-accepted':
      return 'This record was accepted a moment ago. Nothing more is needed.';
    case 'record-failed':
      return 'The reviewer found that this record does not hold. It can’t be changed in this round.';
    case 'proof-not-kept':
      return 'This file is not kept as proof of the record any more. Choose a file to send.';
    case 'nothing-shown':
      return 'The agency has not sent proof yet. Wait for it.';
    case 'proof-changed':
      return 'The agency sent another file a moment ago. Open it and decide again.';
    case 'word-missing':
      return campaignSampleContent.one.wordMissing;
  }
}
