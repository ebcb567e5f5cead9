import { foldText } from '../person-name/name-folding.ts';
import { remembered } from '../roster/remembered.ts';

/** What the result column of a training record says. */
export type ResultReading =
  /** `word` is the result as a sentence uses it: `passed`. */
  | { readonly kind: 'completed'; readonly word: string }
  | { readonly kind: 'not-completed'; readonly text: string }
  /** Words we don't know, or words that contradict each other. */
  | { readonly kind: 'doubtful'; readonly text: string }
  | { readonly kind: 'not-stated' };

const completed: readonly (readonly [RegExp, string])[] = [
  [/\b(pass|passed|passing|p)\b/, 'passed'],
  [/\b(certified|certificate|certification|cert)\b/, 'certified'],
  [/\b(graduate|graduated)\b/, 'graduated'],
  [/\b(satisfactory|successful|successfully|sat)\b/, 'passed'],
  [
    /\b(complete|completed|completes|completion|comp|compl|cmpl|cmp|c|finished|fulfilled|done)\b/,
    'completed',
  ],
  [/\b(attend|attended|attendance|present)\b/, 'attended'],
  [/^(yes|y|true|x|✓|✔)$/, 'completed'],
];

/** Said of someone who didn't finish, whatever else the cell says. */
const notCompleted =
  /\b(not|didn?t|did not|never|incomplete|inc|incompl|dnc|dnf|fail|failed|failing|failure|unsatisfactory|unsat|unsuccessful|no ?show|ns|absent|withdrawn|withdrew|withdrawal|dropped|drop|cancel|canceled|cancelled|expired|revoked|denied|rejected|declined|excused|unexcused|waived|waiver|exempt\w*|left early|rescheduled|did ?nt)\b|^(no|n|false|f|i|w|np|nc)$/;

/** Said of someone who hasn't finished yet, or who taught: beside a word of completion, a person must look. */
const otherwise =
  /\b(enrolled|enrol|enroll|enrollment|registered|scheduled|planned|assigned|pending|invited|requested|started|progress|wait ?list(ed)?|waiting|overdue|due|partial|partially|instructed|instructor|instructing|taught|teaching|facilitator|facilitated|trainer)\b/;

/** Reads a result such as `Passed`, `Instructed` or `No show`. Nothing there is `not-stated`, never a pass. */
export function readTrainingResult(text: string | undefined): ResultReading {
  return readResult(text ?? '');
}

const readResult = remembered((text): ResultReading => {
  const shown = text.trim();
  const words = foldText(shown)
    .replace(/['’.]/g, '')
    .replace(/[^\p{L}\p{N}✓✔]+/gu, ' ')
    .trim();
  if (words === '') return { kind: 'not-stated' };
  if (notCompleted.test(words)) return { kind: 'not-completed', text: shown };
  const word = completed.find(([pattern]) => pattern.test(words))?.[1];
  if (otherwise.test(words))
    return word === undefined ? { kind: 'not-completed', text: shown } : { kind: 'doubtful', text: shown };
  return word === undefined ? { kind: 'doubtful', text: shown } : { kind: 'completed', word };
});
