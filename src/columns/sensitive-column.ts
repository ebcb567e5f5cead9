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
    /\b(ssn|ssno|social security|soc sec|social sec|ss number|tax id|tin|itin|sin number|social insurance)\b|^social$/,
  ],
  ['birth-date', /\b(dob|d o b|birth|birthdate|birthday|born|age)\b/],
  ['bank-account', /\b(bank|routing number|account number|direct deposit|iban)\b/],
  [
    'salary',
    /\b(salar(y|ies)|wages?|(base|hourly|pay|annual|overtime) ?(rate|pay|amount|grade)|rate of pay|compensation|gross pay|net pay|earnings|annual income)\b/,
  ],
  ['criminal-id', /\b(fbi( number| id)?|sid( number)?|state identification number|ncic|criminal history)\b/],
  ['drivers-license', /\b(drivers?( s)? licen[sc]e|dl number|dln|oln|license plate|licence plate)\b/],
  [
    'demographics',
    /\b(race|ethnicity|ethnic|gender|sex|marital( status)?|religion|citizenship|nationality|sexual orientation|veteran status|(eye|hair) colou?r)\b|^(height|weight|m f)$/,
  ],
  [
    'health',
    /\b(blood (type|group)|medical|disability|ada|accommodations?|allerg(y|ies)|health|medicare|diagnosis|medication|psych(ological)? eval(uation)?|drug test|workers? comp(ensation)?|polygraph)\b/,
  ],
  ['personal-email', /\b(personal|home|private|alternate|secondary) email\b/],
  [
    'personal-phone',
    /\b((home|cell|mobile|personal|private|contact) number|cell ?phone|phone|cellular|pager|personal (cell|mobile))\b|^(home|cell|mobile)$/,
  ],
  [
    'home-address',
    /\b((home|street|mailing|residen(ce|tial)|postal) (address|city|state|zip|street)|residence|address( line)?( \d)?|address\d|zip( code)?|zipcode|postal code|postcode|apt|apartment)\b|^street( \d)?$/,
  ],
];

/** In tables with a column for each course, headings are titles: `Disability Awareness`, `Emergency Vehicle Operations`. */
const courseTitle =
  /\b(course|class|training|awareness|operations|responders?|dispatch|relations|bias|wellness|first aid|mhfa|cit|survival|instructor|recert(ification)?|refresher|module|briefing)\b/;
/** Numbers of a person stay numbers of a person, whatever stands beside them. */
const neverATitle = new Set<SensitiveKind>([
  'birth-date',
  'bank-account',
  'drivers-license',
  'personal-email',
]);

const nameAllows: Readonly<Partial<Record<SensitiveKind, RegExp>>> = {
  ssn: /\bsocial security (act|law|benefits|course|class|training)\b/,
  'home-address':
    /\b(email|ip|web|agency|department|station|facility|venue|location|work|office|business|building|site|academy|school|provider|vendor)\b/,
  'personal-phone':
    /\b(work|office|desk|duty|business|department|agency|extension|ext|hours|provider|vendor)\b/,
  health: /\b(mental|behavioral|behavioural|title)\b/,
  'emergency-contact':
    /\bemergency (services?|communications?|operations?|management|medical|response|dispatch|vehicle|preparedness|driving)\b|\b(abuse|violence)\b/,
  'criminal-id': /\b(student|staff|sid name)\b/,
  demographics: /\bsex (crimes?|offen[cs]es?|offenders?)\b|\brace ?track\b/,
  'birth-date': /\bbirth certificate\b|\bage (of|restriction|group served)\b/,
  'bank-account': /\b(precinct|unit|division|district|sector|station|beat)\b/,
};

/** Plural and singular are the same thing: `home addresses`, `Cell Phones`. */
function singular(folded: string): string {
  return folded.replace(/\b(address)es\b|\b(phone|email|birthday|birthdate|number|zip)s\b/g, '$1$2');
}

/** `###-##-####`: the shape of a social security number. */
export function looksLikeSsn(text: string): boolean {
  return /^\s*\d{3}[-\u2010-\u2015 ]\d{2}[-\u2010-\u2015 ]\d{4}\s*$/.test(text);
}

/** Area, group and serial as the Social Security Administration gives them out: ssa.gov/employer/randomization.html. */
const possibleSsn = /^(?!000|666|9\d\d)\d{3}(?!00)\d{2}(?!0000)\d{4}$/;

/**
 * Whether numbers without hyphens could be social security numbers: nine digits, each once, and none that is never given
 * out. A workbook that kept them as numbers has lost the zeros in front of some.
 */
export function couldBeSsns(cells: readonly Cell[]): boolean {
  const texts = cells.map(({ text }) => text.trim().replace(/\.0+$/, '')).filter((text) => text !== '');
  const whole = texts.filter((text) => text.length === 9).length;
  return (
    texts.length > 1 &&
    whole * 2 > texts.length &&
    new Set(texts).size === texts.length &&
    texts.every((text) => /^\d{7,9}$/.test(text) && possibleSsn.test(text.padStart(9, '0')))
  );
}

/** What the heading says the column holds, when that is something nobody needs. */
export function sensitiveByName(heading: string): SensitiveKind | undefined {
  const folded = singular(foldHeading(heading));
  return byName.find(([kind, words]) => words.test(folded) && !isAllowed(kind, folded))?.[0];
}

function isAllowed(kind: SensitiveKind, folded: string): boolean {
  if (nameAllows[kind]?.test(folded)) return true;
  return kind !== 'ssn' && !neverATitle.has(kind) && courseTitle.test(folded);
}

const phoneShape = /^\s*(\+?1[-. ]?)?(\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(\s*(x|ext)\.?\s*\d+)?\s*$/i;
const addressShape =
  /^\d{1,6}\s+([nsew]\.?\s+)?\S.*\b(st|street|ave|avenue|rd|road|dr|drive|ln|lane|blvd|ct|court|way|pl|place|ter|cir|hwy|pkwy)\b\.?/i;

/** What the values show the column holds, whatever its heading says. */
export function sensitiveByValues(heading: string, cells: readonly Cell[]): SensitiveKind | undefined {
  const ssns = cells.filter((cell) => looksLikeSsn(cell.text)).length;
  if (ssns >= 2 || shareOf(cells, (cell) => looksLikeSsn(cell.text)) >= 0.2) return 'ssn';
  const folded = singular(foldHeading(heading));
  if (
    /\b(work|office|desk|duty|business|location|venue|site|facility|place|agency|department)\b/.test(folded)
  )
    return undefined;
  if (shareOf(cells, (cell) => phoneShape.test(cell.text)) >= 0.5) return 'personal-phone';
  return shareOf(cells, (cell) => addressShape.test(cell.text)) >= 0.5 ? 'home-address' : undefined;
}
