import { nameLikeness } from '../person-name/name-likeness.ts';
import { parseFullName } from '../person-name/person-name.ts';

/**
 * Whether a typed name can be the signature of the person the pledge names: the same name, a nickname, an initial,
 * a slip of the pen or a changed family name. A given and a family name are both needed where the pledge has both.
 */
export function signatureFits(typed: string, named: string): boolean {
  const [signed, expected] = [parseFullName(typed), parseFullName(named)];
  if (!signed || !expected) return typed.trim() !== '' && typed.trim() === named.trim();
  const likeness = nameLikeness(signed, expected);
  if (likeness === undefined) return false;
  return likeness !== 'given-missing' || expected.given === '';
}
