import { createHash } from 'node:crypto';
import { foldWords } from '../person-name/name-folding.ts';

/**
 * What files from the same report have in common: their headings in their order, whatever their case and punctuation.
 * A hash, because headings may be long.
 */
export function fileShape(headings: readonly string[]): string {
  const folded = headings.map((heading) => foldWords(heading).join(' '));
  while (folded.at(-1) === '') folded.pop();
  return createHash('sha256').update(folded.join('\n')).digest('hex');
}
