import { foldText } from '../person-name/name-folding.ts';

/** Words that course lists misspell or cut off, as met in exports. */
const misspellings: Readonly<Record<string, string>> = {
  crises: 'crisis',
  crisi: 'crisis',
  crsis: 'crisis',
  crysis: 'crisis',
  interv: 'intervention',
  interven: 'intervention',
  interventions: 'intervention',
  intervetion: 'intervention',
  intervenion: 'intervention',
  interventon: 'intervention',
  intevention: 'intervention',
  inervention: 'intervention',
  intervension: 'intervention',
  heath: 'health',
  helath: 'health',
  aide: 'aid',
  menal: 'mental',
  forty: '40',
  eight: '8',
};

/**
 * A course title as plain words between single spaces, with one space at either end, so that ` cit ` is found as
 * a word and never inside “Citizen” or “Securitech”. `C.I.T.`, `C I T` and `CIT-40hr` become ` cit ` and ` cit 40 hr `.
 */
export function titleWords(title: string): string {
  const words = foldText(title)
    .replace(/&/g, ' and ')
    .replace(/\b(?:[a-z]\. ?){2,}[a-z]?(?![a-z])/g, (letters) => ` ${letters.replace(/[. ]/g, '')} `)
    .replace(/\b(in|re|non|on)-(?=[a-z])/g, '$1')
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$1$2 ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '')
    .map((word) => misspellings[word] ?? word);
  return ` ${words.join(' ')} `
    .replace(/ c i t /g, ' cit ')
    .replace(/ m h f a /g, ' mhfa ')
    .replace(/ in service /g, ' inservice ');
}

/** The hours a title gives, in words from `titleWords`: `40 hr`, `8-hour`, or a bare 40 right after the course's name. */
export function hoursInTitle(words: string): number | undefined {
  const stated = Array.from(
    words.matchAll(/ (\d{1,3}(?:\.\d+)?) (?:contact |credit |training |total )?(?:hours?|hrs?|h)(?= )/g),
    (match) => Number(match[1]),
  );
  if (stated.length > 0) return Math.max(...stated);
  return bareForty.test(words) ? 40 : undefined;
}

/**
 * “CIT 40” means forty hours. Other bare numbers may be a class number, a level or a year, so they say nothing;
 * nor does a 40 that opens a longer number (“CIT 40-1234”), unless it is a year (“CIT 40 2023”).
 */
const bareForty = / (?:cit|crit|team|training|intervention|basic) 40 (?:(?:19|20)\d{2} |(?!\d))/;

/**
 * One text per course: titles that differ only in case, punctuation, year or the day of the class share it.
 * Hours stay, because “CIT 8 hours” is another course than “CIT 40 hours”.
 */
export function courseKey(title: string, code = ''): string {
  const words = titleWords(title)
    .replace(
      / (?:day|session|part|week) (?:\d{1,2}|one|two|three|four|five)(?: of (?:\d{1,2}|two|three|four|five))?(?= )/g,
      ' ',
    )
    .replace(/ (?:19|20)\d{2}(?= )/g, ' ')
    .trim();
  return `${words.replace(/ +/g, ' ')}|${titleWords(code).trim()}`;
}
