import { foldText } from '../person-name/name-folding.ts';
import { remembered } from './remembered.ts';

export type EmploymentStatus = 'employed' | 'separated';

const separated =
  /^(separat\w*|retire\w*|retd?|resign\w*|terminat\w*|termed|term|inactive|not active|former|deceased|dismissed|discharged|fired|left|laid off|lay ?off|departed|released|ex employee|no longer employed|i|t|end of employment|transferred out|transfer out)\b/;
const employed =
  /^(active|a|employed|current|yes|y|true|1|full ?time|part ?time|ft|pt|regular|permanent|probation\w*|leave|loa|fmla|military|light duty|limited duty|modified duty|restricted|administrative leave|admin leave|on leave|on duty|medical leave|injured|suspend(?:ed)?|working|in service|new hire|hired|rehired?|temporary|seasonal|deployed|detached|paid leave|unpaid leave)\b/;

/** Reads a status cell: people on leave are still employed. Undefined when the word isn't known. */
export const readEmploymentStatus: (text: string) => EmploymentStatus | undefined = remembered(statusOf);

function statusOf(text: string): EmploymentStatus | undefined {
  const folded = foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (/^(no|n|false|0)$/.test(folded)) return 'separated';
  // `S - Separated`, `I - Injured`: the words say what the letter means.
  const meant = /^[a-z] (.{4,})$/.exec(folded)?.[1];
  return (meant === undefined ? undefined : statusOfWords(meant)) ?? statusOfWords(folded);
}

function statusOfWords(folded: string): EmploymentStatus | undefined {
  if (separated.test(folded)) return 'separated';
  return employed.test(folded) ? 'employed' : undefined;
}
