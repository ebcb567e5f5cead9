import { longDate } from '../calendar/calendar-date.ts';
import type { CandidateReason } from './identity-doubt.ts';
import type { StagedCandidate } from './staged-candidate.ts';

const reasons: Readonly<Record<CandidateReason, string>> = {
  'same-name': 'same name',
  'name-alike': 'the names are alike',
  'other-written-name': 'it is a former or short name written beside the name',
  'other-name': 'another name',
  'same-number': 'same number',
  'other-number': 'another number',
  'no-number-in-file': 'no number in the file',
  'same-hire-date': 'same hire date',
  'other-hire-date': 'another hire date',
  'same-email': 'same email',
  'other-email': 'another email',
  'same-rank': 'same rank',
  'same-unit': 'same unit',
};

/** The words in which a person is asked who somebody in a file is. */
export const identityWords = {
  same: 'Same person',
  another: 'Another person',
  look: {
    title: 'Rows to look at',
    lead: 'We were not sure of something in each of these rows. Say who a person is, or go on: what you say is kept for the next file.',
    link: (rows: number) => (rows === 1 ? 'Show the 1 row to look at' : `Show the ${rows} rows to look at`),
    back: 'Back to what this import changes',
    saved: 'Saved. The list is up to date, and the next file is read the same way.',
    notAsked: 'The list has changed since you opened it. Look at it again, then answer.',
  },
  sameForAll: (people: number) =>
    `They are all the same people: each of the ${people} is the one named beside them`,
} as const;

/** `On the roster: Okafor, Ngozi A., number 00101, Chief, hired June 1, 1998 (the names are alike, same hire date).` */
export function candidateSentence({ name, number, rank, hiredOn, why, isSettled }: StagedCandidate): string {
  const facts = [name, number && `number ${number}`, rank, hiredOn && `hired ${longDate(hiredOn)}`];
  const told = facts.filter(Boolean).join(', ');
  const because = why.map((reason) => reasons[reason]).join(', ');
  return `${isSettled ? 'You said this is not' : 'On the roster'}: ${told} (${because}).`;
}
