import { foldHeading } from '../columns/heading.ts';
import { callsMeasure, type OutcomeMeasure, outcomeMeasures } from './outcome-measure.ts';

/**
 * The words that headings and outcomes of calls are met under, the more particular first: “mental health transport” is a
 * transport, “officer injured” no officer on scene. Tested against the folded text.
 */
const patterns: readonly (readonly [OutcomeMeasure, RegExp])[] = [
  [
    'officer-injuries',
    /\b(officers?|deput(y|ies)|police|le|staff)\b.*\binjur|\binjur\w*\b.*\b(officers?|deput(y|ies)|police|staff)\b/,
  ],
  [
    'subject-injuries',
    /\b(subjects?|persons?|citizens?|consumers?|individuals?|suspects?|civilians?)\b.*\binjur|\binjur\w*\b.*\b(subjects?|persons?|citizens?|consumers?|individuals?|suspects?|civilians?)\b/,
  ],
  ['uses-of-force', /\bforce\b|\buof\b|\br2r\b/],
  [
    'involuntary-commitments',
    /\binvoluntar\w*\b|\bcommit(ment|ments|ted)\b|\b(emergency|mental health|psychiatric|72 hour|police) (hold|holds|detention|detentions|petition|petitions|evaluation)\b|\bbaker act\b|\b(5150|m1|ipc|edo|tdo|eoc)\b/,
  ],
  [
    'repeat-encounters',
    /\brepeat(ed|s)?\b|\bprior (contact|contacts|encounter|encounters)\b|\bfrequent\b|\bknown person\b/,
  ],
  ['follow-ups', /\bfollow ?ups?\b|\bfollowed up\b|\baftercare\b/],
  ['referrals', /\brefer(ral|rals|red)\b|\blinked to\b|\blinkages?\b|\bwarm hand ?offs?\b/],
  [
    'transports',
    /\btransport(s|ed|ation|ations)?\b|\btaken to (hospital|care|er|crisis|the hospital)\b|\bhospitalized\b/,
  ],
  ['arrests', /\barrest(s|ed)?\b|\bjail(ed)?\b|\bbooked\b/],
  [
    'provider-present',
    /\b(provider|providers|clinician|clinicians|co ?responders?|co ?response|mobile crisis|crisis team|crisis worker|mct|peer worker|social worker|telehealth)\b/,
  ],
  ['trained-officer', /\b(cit|crit)\b|\btrained (officers?|deput(y|ies)|responders?)\b|\bby trained\b/],
  [
    callsMeasure,
    /\b(mental health|mental illness|behavioral health|behavioural health|mh|mhc|bh|crisis) ?(related|part|component|calls?|events?|incidents?|contacts?|encounters?|flag|indicator|nexus|involved|yn|y n)?\b|^(total )?(number of )?(calls|incidents|encounters)( for service)?$/,
  ],
];

const byLabel = new Map(
  outcomeMeasures.flatMap(({ measure, label }) => [
    [foldHeading(label), measure] as const,
    [foldHeading(measure), measure] as const,
  ]),
);

/** The measure that a heading or a word of an outcome names, or undefined. Our own labels always name theirs. */
export function measureNamed(text: string): OutcomeMeasure | undefined {
  const folded = foldHeading(text);
  if (folded === '') return undefined;
  return byLabel.get(folded) ?? patterns.find(([, words]) => words.test(folded))?.[0];
}
