import { foldWords } from '../person-name/name-folding.ts';

const longest = 80;

/**
 * The agency's name in addresses: lower-case words and the state, `cedar-falls-police-department-ia`. Letters of
 * other scripts are kept out, so a name without Latin letters becomes `agency-nu`. `attempt` counts from 1: later
 * ones end in a number, for a second name that folds to the same text.
 */
export function agencySlug(name: string, region: string, attempt = 1): string {
  const words = foldWords(name)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter(Boolean);
  const start = (words.length > 0 ? words.join('-') : 'agency').slice(0, longest).replace(/-+$/, '');
  const number = attempt > 1 ? `-${attempt}` : '';
  return `${start}-${region.toLowerCase()}${number}`;
}
