import { foldHeading } from '../columns/heading.ts';
import { callWords } from './call-word.ts';
import { monthInText } from './month-text.ts';
import { outcomeMeasures } from './outcome-measure.ts';

/** Words of headings beside those of calls; no given or family name belongs in this list. */
const words = new Set(
  `jail jailed bookings baker act acts aftercare warm handoffs detentions petitions psychiatrist er hospital hospitals
  ssn social security dob birth born age ages race sex gender ethnicity name names surname initials alias badge id ids mrn
  notes note comments comment narrative remarks summary synopsis address addresses street phone telephone email officer
  officers deputy deputies trooper troopers police staff subject subjects patient patients client clients victim victims
  suspect suspects consumer consumers caller callers citizen citizens civilian civilians employee employees resident
  residents participant participants witness offender offenders unit units district districts division beat beats zone
  zones sector sectors precinct area areas city county town place location locations facility agency department station
  program team squad shift measure measures metric indicator item amount value reporting period occurred occurrence
  created start started end day days datetime year diagnosis medication reference ref link links weapons r2r uof`
    .trim()
    .split(/\s+/),
);
const labels = new Set(
  outcomeMeasures.flatMap(({ measure, label }) => [foldHeading(label), foldHeading(measure)]),
);

/**
 * Whether a heading is made of words that headings of counts are made of. Any other may name a person: nothing is taken
 * from under it, and it is not shown.
 */
export function isKnownHeading(heading: string): boolean {
  const folded = foldHeading(heading);
  if (labels.has(folded) || monthInText(heading) !== undefined) return true;
  return callWords(heading).unknown.every((word) => words.has(word) || words.has(word.replace(/e?s$/, '')));
}
