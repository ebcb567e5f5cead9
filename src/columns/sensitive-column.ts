import type { Cell } from '../spreadsheet/sheet.ts';
import { foldHeading } from './heading.ts';
import { shareOf } from './value-shapes.ts';

/** What a column holds that nobody here needs: it is left out before anything reads it, and the report says so. */
export type SensitiveKind =
  | 'ssn'
  | 'birth-date'
  | 'home-address'
  | 'personal-phone'
  | 'personal-email'
  | 'salary'
  | 'criminal-id'
  | 'drivers-license'
  | 'bank-account'
  | 'demographics'
  | 'emergency-contact'
  | 'health';

const byName: readonly (readonly [SensitiveKind, RegExp])[] = [
  ['emergency-contact', /\b(emergency|next of kin|spouse|beneficiary|dependents?)\b/],
  [
    'ssn',
    /\b(ssn|ssno|social security|soc sec|social sec|ss number|tax id|tin|sin number|social insurance)\b|^social$/,
  ],
  ['birth-date', /\b(dob|d o b|birth|birthday|born|age)\b/],
  ['bank-account', /\b(bank|routing number|account number|direct deposit|iban)\b/],
  [
    'salary',
    /\b(salary|wages?|(base|hourly|pay|annual|overtime) ?(rate|pay|amount)|compensation|gross pay|net pay|earnings|annual income)\b/,
  ],
  ['criminal-id', /\b(fbi( number| id)?|sid( number)?|state identification number|ncic|criminal history)\b/],
  ['drivers-license', /\b(drivers?( s)? licen[sc]e|dl number|oln|license plate|licence plate)\b/],
  [
    'demographics',
    /\b(race|ethnicity|ethnic|gender|sex|marital( status)?|religion|citizenship|nationality|sexual orientation|veteran status)\b/,
  ],
  ['health', /\b(blood type|medical|disability|allerg(y|ies)|health|diagnosis|medication)\b/],
  ['personal-email', /\b(personal|home|private|alternate|secondary) email\b/],
  [
    'personal-phone',
    /\b((home|cell|mobile|personal|private) number|cell ?phone|phone|cellular|pager)\b|^(home|cell|mobile)$/,
  ],
  [
    'home-address',
    /\b((home|street|mailing|residen(ce|tial)|postal) (address|city|state|zip|street)|residence|address( line)?( \d)?|zip( code)?|postal code|postcode|apt|apartment)\b|^street( \d)?$/,
  ],
];

const nameAllows: Readonly<Partial<Record<SensitiveKind, RegExp>>> = {
  'home-address': /\b(email|ip|web|course|class|training|agency|department|station|facility)\b/,
  'personal-phone': /\b(work|office|desk|duty|business|department|agency|extension|ext)\b/,
  health: /\b(mental|behavioral|behavioural|course|class|training|title|mhfa|first aid)\b/,
  'emergency-contact':
    /\bemergency (services?|communications?|operations?|management|medical|response|dispatch)\b|\b(course|class|training)\b/,
  'criminal-id': /\b(student|staff|course)\b/,
  demographics: /\bsex (crimes?|offen[cs]es?|offenders?)\b/,
  'birth-date': /\bbirth (certificate|place)\b|\bage of\b/,
};

/** `###-##-####`: the shape of a social security number. */
export function looksLikeSsn(text: string): boolean {
  return /^\s*\d{3}[-\u2010-\u2015 ]\d{2}[-\u2010-\u2015 ]\d{4}\s*$/.test(text);
}

/** What the heading says the column holds, when that is something nobody needs. */
export function sensitiveByName(heading: string): SensitiveKind | undefined {
  const folded = foldHeading(heading);
  return byName.find(([kind, words]) => words.test(folded) && nameAllows[kind]?.test(folded) !== true)?.[0];
}

const phoneShape = /^\s*(\+?1[-. ]?)?(\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(\s*(x|ext)\.?\s*\d+)?\s*$/i;
const addressShape =
  /^\d{1,6}\s+([nsew]\.?\s+)?\S.*\b(st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|court|way|pl|place|ter|cir|hwy|pkwy)\b\.?/i;

/** What the values show the column holds, whatever its heading says. */
export function sensitiveByValues(heading: string, cells: readonly Cell[]): SensitiveKind | undefined {
  const ssns = cells.filter((cell) => looksLikeSsn(cell.text)).length;
  if (ssns >= 2 || shareOf(cells, (cell) => looksLikeSsn(cell.text)) >= 0.2) return 'ssn';
  const folded = foldHeading(heading);
  if (
    /\b(work|office|desk|duty|business|location|venue|site|facility|place|agency|department)\b/.test(folded)
  )
    return undefined;
  if (shareOf(cells, (cell) => phoneShape.test(cell.text)) >= 0.5) return 'personal-phone';
  return shareOf(cells, (cell) => addressShape.test(cell.text)) >= 0.5 ? 'home-address' : undefined;
}
