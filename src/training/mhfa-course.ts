import { programStandards } from '../campaign-rules/program-standard.ts';
import { type Caution, cautionIn } from './course-caution.ts';
import { partInTitle } from './course-title.ts';
import { findPhrase, mhfaNames } from './course-words.ts';
import { doubtful, type KnownHours, type NamedProgram, type Recognition, recognized } from './recognition.ts';

const recertification = / (?:recert\w*|renewal)(?= )/;

/** Instructors are trained in three to five days; no class of the course itself takes so long. */
const farLongerHours = 16;

/**
 * What a title (in `titleWords`) that names Mental Health First Aid counts as; undefined when it doesn't.
 *
 * The name stands for one course, so hours aren't needed. Whether youth and teen MHFA will do the campaign doesn't
 * say: the agency decides. A recertification needs no hours; whether it was taken in time, the
 * person's other records tell (`recertificationDoubt`). A class shorter than any listed course may be one
 * without saying so, and one far longer may be for instructors: a person looks.
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
  const facts = { ...named, neededHours, ...(known && { known }) };
  const caution = cautionIn(words);
  const taught = cautionIn(words.replace(recertification, ''));
  if (taught?.code === 'instructor-course') return cautioned(named, taught, known);
  const audience = audienceIn(words);
  if (audience) return doubtful('mhfa', { ...named, code: 'youth-course', audience });
  if (recertification.test(words))
    return recognized('mhfa', { ...facts, code: 'program-named', variant: 'recertification' });
  if (caution && caution.code !== 'dispatcher-course') return cautioned(named, caution, known);
  const other = / (?:cpr|aed|tourniquets?|bleeding) /.exec(words)?.[0].trim();
  if (other !== undefined) return doubtful('mhfa', { ...named, code: 'other-subject', other });
  if (known && known.hours < neededHours)
    return doubtful('mhfa', { ...named, code: 'too-few-hours', known, neededHours });
  if (known && known.hours > farLongerHours)
    return doubtful('mhfa', { ...named, code: 'far-longer', known, neededHours });
  const part = partInTitle(words);
  if (part !== '')
    return doubtful('mhfa', { ...named, code: 'one-part-named', word: part, ...(known && { known }) });
  return recognized('mhfa', { ...facts, code: 'program-named' });
}

function cautioned(named: NamedProgram, { code, word }: Caution, known: KnownHours | undefined): Recognition {
  return doubtful('mhfa', { ...named, code, word, ...(known && { known }) });
}

function audienceIn(words: string): 'youth' | 'teen' | undefined {
  if (/ (?:youths?|ymhfa|mhfa y|young people|adolescents?) /.test(words)) return 'youth';
  return / (?:teens?|tmhfa|mhfa t) /.test(words) ? 'teen' : undefined;
}
