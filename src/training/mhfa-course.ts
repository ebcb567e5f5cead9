import { programStandards } from '../campaign-rules/program-standard.ts';
import { cautionIn } from './course-caution.ts';
import { findPhrase, mhfaNames } from './course-words.ts';
import {
  doubtful,
  type KnownHours,
  type MhfaVariant,
  type NamedProgram,
  type Recognition,
  recognized,
} from './recognition.ts';

/**
 * What a title (in `titleWords`) that names Mental Health First Aid counts as; undefined when it doesn't.
 *
 * The name stands for one course, so hours aren't needed. Youth and teen MHFA count too: the campaign asks for
 * "Mental Health First Aid" and leaves the rest to local discretion, which the sentence says. A recertification
 * counts whatever its hours, because its provider gives it only to holders of a certificate (up to 90 days after
 * its end). A class shorter than any listed course may be one without saying so: a person looks.
 */
export function recognizeMhfa(
  words: string,
  namedIn: NamedProgram['namedIn'],
  known: KnownHours | undefined,
): Recognition | undefined {
  const name = findPhrase(mhfaNames, words);
  if (!name) return undefined;
  const neededHours = programStandards.mhfa.requiredHours ?? 0;
  const named: NamedProgram = { program: 'mhfa', named: name.shown, namedIn };
  const variant = variantIn(words);
  const facts = { ...named, neededHours, ...(known && { known }), ...(variant && { variant }) };
  if (variant === 'recertification') return recognized('mhfa', { ...facts, code: 'program-named' });
  const caution = cautionIn(words);
  if (caution && caution.code !== 'dispatcher-course')
    return doubtful('mhfa', { ...named, code: caution.code, word: caution.word, ...(known && { known }) });
  if (known && known.hours < neededHours)
    return doubtful('mhfa', { ...named, code: 'too-few-hours', known, neededHours });
  return recognized('mhfa', { ...facts, code: 'program-named' });
}

function variantIn(words: string): MhfaVariant | undefined {
  if (/ (?:recert\w*|renewal) /.test(words)) return 'recertification';
  if (/ (?:youth|ymhfa) /.test(words)) return 'youth';
  return / (?:teens?|tmhfa) /.test(words) ? 'teen' : undefined;
}
