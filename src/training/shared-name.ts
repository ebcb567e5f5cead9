import { foldedLikeness, foldName, type NameLikeness } from '../person-name/name-likeness.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffIndex } from './staff-index.ts';

/** A name that is written short may stand for everybody whose name it shortens. */
const shortForms: readonly NameLikeness[] = ['initial', 'given-missing', 'nickname'];

/**
 * How many people of the roster a name as written may stand for: those who have it, or where nobody has, those whose
 * name it shortens. With two or more, what somebody said about such a name once tells nothing about the next record.
 */
export function peopleOfName<Id extends string>(
  { byName }: Pick<StaffIndex<Id>, 'byName'>,
  name: PersonName,
): number {
  const folded = foldName(name);
  const having = byName.named(name).filter((one) => foldedLikeness(folded, one.folded) === 'same');
  if (having.length > 0) return new Set(having.map(({ id }) => id)).size;
  const shortened = byName.candidates(name).filter(({ likeness }) => shortForms.includes(likeness));
  return new Set(shortened.map(({ item }) => item.id)).size;
}
