import { programStandards } from '../campaign-rules/program-standard.ts';
import { type Caution, cautionIn } from './course-caution.ts';
import { partInTitle } from './course-title.ts';
import { advancedNames, findPhrase, otherMeanings, otherPrograms, otherSubjects } from './course-words.ts';
import {
  doubtful,
  type KnownHours,
  type NamedProgram,
  notRecognized,
  type Recognition,
  recognized,
} from './recognition.ts';

/** What a title (in `titleWords`) that names CIT or CRIT counts as; undefined when it names neither. */
export function recognizeAdvanced(
  words: string,
  namedIn: NamedProgram['namedIn'],
  known: KnownHours | undefined,
  provider = '',
): Recognition | undefined {
  const name = findPhrase(advancedNames, words);
  if (!name) return undefined;
  const named: NamedProgram = { program: name.program, named: name.shown, namedIn };
  const otherProgram = findPhrase(otherPrograms, `${words}${provider}`);
  if (otherProgram) return notRecognized({ ...named, code: 'other-program', other: otherProgram.shown });
  const otherMeaning = name.isFullName ? undefined : findPhrase(otherMeanings, words);
  if (otherMeaning) return notRecognized({ ...named, code: 'other-meaning', other: otherMeaning.shown });
  const recognition = byLength(named, words, known, programStandards[name.program].requiredHours ?? 0);
  const letters = name.isFullName || recognition.doubtful ? undefined : lettersSpelledOut(words);
  if (letters === undefined || recognition.program === 'none') return recognition;
  return doubtful(name.program, { ...named, code: 'other-subject', other: letters });
}

/** Three words whose initials are C, I, T (or C, R, I, T), such as “Community Involvement Talks”: not crisis training. */
function lettersSpelledOut(words: string): string | undefined {
  const spelled = / (c[a-z]+ (?:r[a-z]+ )?(?:in |and )?i[a-z]+ (?:in |and )?t[a-z]+) /.exec(words)?.[1];
  return spelled && !/^(?:crisis|cits?|crit) /.test(spelled) ? spelled : undefined;
}

/** A class of more than twice the hours is an academy or another course that holds this one, or doesn't. */
const farLonger = 2;

/**
 * Many classes shorter than the full course carry its name (state mandates of 8 or 16 hours, refreshers), so
 * without hours the name alone isn't enough.
 */
function byLength(
  named: NamedProgram,
  words: string,
  known: KnownHours | undefined,
  neededHours: number,
): Recognition {
  const isFullLength = known !== undefined && known.hours >= neededHours;
  const caution = cautionIn(words);
  if (caution) return cautioned(named, caution, known, isFullLength);
  if (known === undefined) return doubtful(named.program, { ...named, code: 'hours-unknown', neededHours });
  if (!isFullLength) return notRecognized({ ...named, code: 'too-few-hours', known, neededHours });
  const part = partInTitle(words);
  if (part !== '') return doubtful(named.program, { ...named, code: 'one-part-named', word: part, known });
  if (known.hours > farLonger * neededHours)
    return doubtful(named.program, { ...named, code: 'far-longer', known, neededHours });
  const subject = findPhrase(otherSubjects, words);
  if (subject) return doubtful(named.program, { ...named, code: 'other-subject', other: subject.shown });
  return recognized(named.program, { ...named, code: 'program-named', known, neededHours });
}

function cautioned(
  named: NamedProgram,
  { code, word, isSure }: Caution,
  known: KnownHours | undefined,
  isFullLength: boolean,
): Recognition {
  const reason = { ...named, code, word, ...(known && { known }) };
  return isFullLength && !isSure ? doubtful(named.program, reason) : notRecognized(reason);
}
