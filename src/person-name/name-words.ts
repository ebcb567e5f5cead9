import { foldWord } from './name-folding.ts';

/** Titles nobody bears as a given name: dropped wherever they stand before or after a name. */
const plainTitles = new Set(
  `officer ofc ofcr ofcer offc ofr offcr patrolman patrolwoman patrolperson ptl ptlm ptlmn ptlw deputy dep dpty dty dpt trooper tpr trp
  sergeant sgt sgnt srgt sargent sargeant seargent seargant serg ssgt msgt sfc lieutenant lt ltn lieut leutenant liutenant ltcol captain
  capt cpt captian corporal cpl corp detective det dtc dect chief sheriff shrf undersheriff constable
  commander cmdr cdr comdr inspector insp colonel ltc commissioner superintendent supt assistant asst
  dispatcher telecommunicator recruit cadet probationary reserve special mr mrs ms miss mx dr rev`
    .trim()
    .split(/\s+/),
);

/** Titles that are given names too (Major Williams, Po Chen): dropped only when a given and a family name remain. */
const ambiguousTitles = new Set(
  'major maj marshal agent ranger po col chaplain senior sr master staff first 1st police patrol campus public safety'.split(
    ' ',
  ),
);

const generations = new Map([
  ['jr', 'Jr'],
  ['junior', 'Jr'],
  ['sr', 'Sr'],
  ['ii', 'II'],
  ['2nd', 'II'],
  ['iii', 'III'],
  ['3rd', 'III'],
  ['iv', 'IV'],
  ['4th', 'IV'],
]);

const credentials = new Set(
  'phd md ma ms mba mpa jd esq lcsw lmsw lpc msw rn bsn emt emtp cpa edd psyd crc ret retired'.split(' '),
);

const particles = new Set(
  'de del della dela la las los le van von vander der den ten ter da di do dos das du st ste saint san santa mac mc al el bin ibn abu af av y'.split(
    ' ',
  ),
);

/** The suffix a word names, spelled one way (`Jr`, `III`), or undefined. */
export function generationOf(word: string): string | undefined {
  return generations.get(foldWord(word));
}

export function isTitle(word: string): boolean {
  return plainTitles.has(foldWord(word));
}

/** After a name only an abbreviation is surely a title: `Dana M. Sheriff` keeps her family name. */
export function isTrailingTitle(word: string): boolean {
  return isTitle(word) && foldWord(word).length <= 4;
}

export function isAmbiguousTitle(word: string): boolean {
  return ambiguousTitles.has(foldWord(word));
}

export function isCredential(word: string): boolean {
  return credentials.has(foldWord(word));
}

/** A word that opens a family name of several words: De La Cruz, van der Berg, St. James. */
export function isParticle(word: string): boolean {
  return particles.has(foldWord(word));
}
