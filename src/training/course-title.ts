import { foldText } from '../person-name/name-folding.ts';
import { isTypingSlip } from '../person-name/typing-slip.ts';
import { remembered } from '../roster/remembered.ts';

/** Words that course lists misspell or cut off, as met in exports; `likelyWord` knows those one slip away. */
const misspellings: Readonly<Record<string, string>> = {
  crises: 'crisis',
  intv: 'intervention',
  intvn: 'intervention',
  intrv: 'intervention',
  interv: 'intervention',
  intervn: 'intervention',
  intevention: 'intervention',
  inervention: 'intervention',
  hlth: 'health',
  helth: 'health',
  heath: 'health',
  helath: 'health',
  heatlh: 'health',
  reponse: 'response',
  responce: 'response',
  respone: 'response',
  healh: 'health',
  menal: 'mental',
  mentl: 'mental',
  mntl: 'mental',
  metal: 'mental',
  mentalhealth: 'mental health',
  frist: 'first',
  firstaid: 'first aid',
  aide: 'aid',
  forty: '40',
  eight: '8',
};

/** The word a title means: what is one slip from “crisis” or “intervention”, or opens the latter, is nothing else. */
function likelyWord(word: string): string {
  const known = misspellings[word];
  if (known !== undefined) return known;
  const initial = word.slice(0, 1);
  if (initial === 'c' && word.length > 4 && isTypingSlip(word, 'crisis')) return 'crisis';
  if (initial !== 'i' || word.length < 8) return word;
  const isCut = /^interven(?!er|or|e$)/.test(word);
  return isCut || isTypingSlip(word, 'intervention') || isTypingSlip(word, 'interventions')
    ? 'intervention'
    : word;
}

/**
 * A course title as plain words between single spaces, with one space at either end, so that ` cit ` is found as
 * a word and never inside “Citizen” or “Securitech”. `C.I.T.`, `C I T` and `CIT-40hr` become ` cit ` and ` cit 40 hr `.
 */
export function titleWords(title: string): string {
  const words = foldText(title)
    .replace(/&/g, ' and ')
    .replace(/\b(?:[a-z]\. ?){2,}[a-z]?(?![a-z])/g, (letters) => ` ${letters.replace(/[. ]/g, '')} `)
    .replace(/\b(in|re|non|on|pre)-(?=[a-z])/g, '$1')
    .replace(/([a-z])(?=\d)|(\d)(?=[a-z])/g, '$1$2 ')
    .replace(/(?<!\d)\.|\.(?!\d)/g, ' ')
    .split(/[^a-z0-9.]+/)
    .filter((word) => word !== '')
    .map(likelyWord);
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

/** Which part of a class a title names, in words from `titleWords`: `day 2`, `module 3`; '' for a whole class. */
export function partInTitle(words: string): string {
  const part = onePart.exec(words);
  return part ? `${part[1]} ${part[2]}` : '';
}

const number = '(?:\\d{1,2}|one|two|three|four|five)';
/** “Day 2” and “Part 1 of 2”, but not “Day 1-5”, which is all of them. A year may follow. */
const onePart = new RegExp(` (day|part|module) (${number})(?! (?:\\d{1,2}|and|to|thru|through) )(?= )`);

/** The title of a class without the day or module a row of it names: `CIT - Day 2 of 5` is `CIT`. */
export function titleOfWhole(title: string): string {
  return title.replace(dayOfTitle, '').trim() || title;
}

const dayOfTitle = new RegExp(
  `[\\s,:;(–-]*\\b(?:day|session|part|week|module)[\\s#-]*${number}\\b(?:\\s*(?:of|/)\\s*\\d{1,2})?\\)?`,
  'i',
);

/**
 * One text per course: titles that differ only in case, punctuation, year, number of the class or the day of the
 * class share it. Hours stay, because “CIT 8 hours” is another course than “CIT 40 hours”.
 */
export function courseKey(title: string, code = ''): string {
  return keyOf(`${title}${unit}${code}`);
}

const unit = '\u001f';
const keyOf = remembered((course) => {
  const [title = '', code = ''] = course.split(unit);
  const words = titleWords(title)
    .replace(partOfClass, ' ')
    .replace(classNumber, '$1')
    .replace(/ (?:fy|cy) \d{2}(?= )/g, ' ')
    .replace(/ (?:(?:fy|cy) )?(?:19|20)\d{2}(?= )/g, ' ')
    .trim();
  return `${words.replace(/ +/g, ' ')}|${titleWords(code).trim()}`;
});

const partOfClass = new RegExp(` (?:day|session|part|week|module) ${number}(?: of ${number})?(?= )`, 'g');
/** “CIT-24-03” is the third class of 2024. */
const classNumber = /( (?:cit|crit|mhfa)) (?:20)?[12]\d \d{1,2}(?= $)/;
