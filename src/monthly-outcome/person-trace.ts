import { looksLikeSsn } from '../columns/sensitive-column.ts';
import { isTitle } from '../person-name/name-words.ts';
import { nicknameGroups } from '../person-name/nicknames.ts';
import { callWords } from './call-word.ts';

/** What in a file would say who a call was about, or who answered it. */
export type PersonTrace =
  | 'name'
  | 'person-number'
  | 'birth-date'
  | 'ssn'
  | 'address'
  | 'phone'
  | 'email'
  | 'details-of-people'
  | 'narrative'
  /** Words that are no words of calls: they may be names. */
  | 'may-be-names';

const phone = /(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\b\d{3}[-. ])\d{3}[-. ]\d{4}\b/;
const address =
  /\b\d{1,6}\s+(?:[nsew]\.?\s+)?\S.*\b(?:st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|boulevard|ct|court|way|pl|place|ter|terrace|cir|circle|hwy|highway|pkwy|parkway|apt|unit \d)\b/i;
const email = /[^\s@]+@[^\s@]+\.[^\s@]+/;
const ssnWithin = /(?<!\d)\d{3}[-. _/]\d{2}[-. _/]\d{4}(?!\d)/;
/** Longer than any category of calls. */
const mostCharacters = 80;
const mostWords = 10;

/** What a text shows of a person by itself, whatever column it stands in. A text that only may be a name is `may-be-names`. */
export function personTrace(text: string): PersonTrace | undefined {
  if (isCode(text)) return undefined;
  if (looksLikeSsn(text) || ssnWithin.test(text)) return 'ssn';
  if (email.test(text)) return 'email';
  if (phone.test(text)) return 'phone';
  if (address.test(text)) return 'address';
  if (text.length > mostCharacters || text.split(/\s+/).length > mostWords) return 'narrative';
  return nameTrace(text);
}

/**
 * `A12`, `25-001234`, `14:05`, `1/3/2025 13:05`: too few digits for a telephone or social security number, and no word. Most
 * cells of a list are such, and are not looked at any further.
 */
function isCode(text: string): boolean {
  let digits = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits += 1;
    else if (code > 64) letters += 1;
  }
  if (letters === 0) return digits < 9 || /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}[ T][\d:.]+$/.test(text);
  return digits > 0 && digits < 9 && letters < 5 && !text.includes(' ');
}

function nameTrace(text: string): PersonTrace | undefined {
  if (!/\p{L}{2}/u.test(text)) return undefined;
  const { known, unknown } = callWords(text);
  const [first = ''] = unknown;
  if (unknown.length === 0 || unknown.length < known) return undefined;
  const beginsWithTitle = isTitle(text.trim().split(/[\s.]+/)[0] ?? '');
  const isGiven = unknown.some((word) => nicknameGroups(word).length > 0);
  // A rank before it, two words that are none of ours, or a given name: a person is named.
  if (beginsWithTitle && unknown.some((word) => !isTitle(word))) return 'name';
  if (unknown.length > 1 && (isGiven || text.includes(','))) return 'name';
  return first === '' ? undefined : 'may-be-names';
}

const anyPerson =
  /\b(officers?|deput(y|ies)|troopers?|subjects?|persons?|patients?|clients?|victims?|suspects?|consumers?|callers?|complainants?|individuals?|employees?|supervisors?|responders?|clinicians?|reporting party|rp|defendants?|arrestees?|citizens?|residents?|participants?|witness(es)?|offenders?)\b/;
const anyNumber = /\b(id|ids|number|numbers|badge|serial|pin|code)\b/;

/** What a heading says that its column holds of people, whatever is in it. */
export function traceOfHeading(folded: string): PersonTrace | undefined {
  if (
    /\b(badge|employee (id|number)|mrn|medical record|booking number|mni|master name|cad user)\b/.test(folded)
  )
    return 'person-number';
  if (anyPerson.test(folded) && anyNumber.test(folded) && !/^(number|total|count)\b/.test(folded))
    return 'person-number';
  const isOfThings =
    /\b(agency|department|unit|district|division|type|month|facility|hospital|program|event|team) names?\b/;
  if (
    /\b(names?|surname|lastname|firstname|initials|alias(es)?|nickname)\b/.test(folded) &&
    !isOfThings.test(folded)
  )
    return 'name';
  if (/\b(narratives?|comments?|notes?|remarks?|synopsis|summary|story|statement)\b/.test(folded))
    return 'narrative';
  return undefined;
}

/** A number of a call, which may have nine digits as a Social Security number has. */
export function isOfCalls(folded: string): boolean {
  return /\b(case|incident|event|call|cfs|report|cad|run|dispatch|record|log|complaint|ticket)\b/.test(
    folded,
  );
}

/** Whether the same strange word may well stand in every row: the name of a place, of a program, of a count. */
export function isOfThings(folded: string): boolean {
  return /\b(units?|districts?|divisions?|bureau|sections?|cit(y|ies)|county|town|township|village|areas?|beats?|zones?|sectors?|precincts?|region|state|place|location|facility|hospital|agency|department|jurisdiction|station|program|team|squad|shift|source|system|measures?|metric|indicator|item|what)\b/.test(
    folded,
  );
}

/** Letters of other scripts than the words of calls are written in: names of people or places, and we can't tell which. */
export function isForeignScript(text: string): boolean {
  return /[\p{L}--\p{Script=Latin}]/v.test(text);
}

/** Whether a heading is about somebody: such a column may hold yes, no and small counts, and nothing else. */
export function isAboutSomebody(folded: string): boolean {
  return anyPerson.test(folded);
}
