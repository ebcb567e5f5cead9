import { wordDistance } from '../columns/word-distance.ts';

/** Words that many organizations of the field share: they tell none from another. */
const shared = new Set(
  `a and at for in of the to inc llc county city town state regional region area district community public
   behavioral behavioural mental health healthcare care wellness recovery crisis response mobile team line hotline
   hospital medical clinic center centre services service support program programs department dept agency authority
   board network association alliance coalition foundation council group house home shelter treatment addiction
   substance use abuse counseling family families peer disability disabilities developmental intellectual
   university college school court courts homeless veterans social human youth children adult`.split(/\s+/),
);

/** The words of an organization's name that tell it from others of its kind: `Elm Fork` of Elm Fork County Health. */
export function tellingWords(name: string): readonly string[] {
  const words =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => !shared.has(word));
}

/**
 * Whether two names that look alike may mean one organization: more than half of what tells the shorter apart stands
 * in the other too, give or take a slip. Names of shared words alone may always be one.
 */
export function mayBeOne(name: string, other: string): boolean {
  const [fewer = [], more = []] = [tellingWords(name), tellingWords(other)].sort(
    (a, b) => a.length - b.length,
  );
  if (fewer.length === 0) return true;
  const met = fewer.filter((word) => more.some((theirs) => isNear(word, theirs)));
  return met.length * 2 > fewer.length;
}

function isNear(word: string, other: string): boolean {
  const most = Math.min(word.length, other.length) < 5 ? 0 : 2;
  return wordDistance(word, other, most) <= most;
}
