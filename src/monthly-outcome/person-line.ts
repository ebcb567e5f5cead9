import { looksLikeSsn } from '../columns/sensitive-column.ts';
import { isTitle } from '../person-name/name-words.ts';
import { nicknameGroups } from '../person-name/nicknames.ts';
import { callWords } from './call-word.ts';
import { isKnownHeading } from './known-heading.ts';
import type { PersonTrace } from './person-trace.ts';
import { asRead, yearsOfDays } from './plain-cell.ts';

const written =
  /\b(?:prepared|compiled|submitted|written|created|reviewed|approved|report(?:ed)?|signed) by:?\s+(.+)$/i;
const ofAgency =
  /^(?:police|department|dept|pd|sheriffs?|so|office|county|city|town|township|village|parish|borough|state|public|safety|university|college|marshals?|constables?|tribal|patrol|bureau|division|unit|district|mobile|crisis|records?)$/i;

/**
 * What a line above or below a table shows of a person. Titles name agencies and places, which look as names of people do:
 * only what is surely about somebody counts. All else of such a line is dropped.
 */
export function traceOfLine(line: string, year: number): PersonTrace | undefined {
  const text = asRead(line);
  if (looksLikeSsn(text) || /(?<!\d)\d{3}[-. _/]\d{2}[-. _/]\d{4}(?!\d)|(?<!\d)\d{9}(?!\d)/.test(text))
    return 'ssn';
  if (/\b(?:dob|d\.o\.b|born|birth ?date|date of birth)\b/i.test(text)) return 'birth-date';
  if (yearsOfDays(text, year).some((found) => found < 2000)) return 'birth-date';
  const by = written.exec(text)?.[1];
  if (by !== undefined && isNoAgency(by)) return 'name';
  return namesSomebody(text) ? 'name' : undefined;
}

function isNoAgency(by: string): boolean {
  return !by.split(/[^\p{L}]+/u).some((word) => ofAgency.test(word)) && !isKnownHeading(by);
}

/** A rank or a given name before a word that is neither one of calls nor one of agencies: `Dana Point Police` is a place. */
function namesSomebody(text: string): boolean {
  const words = text.split(/[^\p{L}'’-]+/u).filter((word) => word !== '');
  return words.some((word, place) => {
    const [next = '', afterNext = ''] = words.slice(place + 1);
    if (!/^\p{Lu}/u.test(next) || ofAgency.test(next) || ofAgency.test(afterNext)) return false;
    const isNamed = isTitle(word) || (/^\p{Lu}/u.test(word) && nicknameGroups(word).length > 0);
    return isNamed && !isTitle(next) && callWords(next).unknown.length > 0 && !isKnownHeading(next);
  });
}
