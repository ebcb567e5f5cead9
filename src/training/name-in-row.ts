import type { NameOrder } from '../person-name/name-order.ts';
import {
  type NameAbsence,
  nameAbsence,
  type PersonName,
  parseFullName,
  personName,
} from '../person-name/person-name.ts';

type NameField = 'fullName' | 'familyName' | 'givenName' | 'middleName' | 'suffix';

export type NameRefusal = 'nameless' | 'redacted' | 'vacant-position';

const refusals: Readonly<Record<NameAbsence, NameRefusal>> = {
  blank: 'nameless',
  redacted: 'redacted',
  vacant: 'vacant-position',
};

/**
 * The person a row names, from separate columns or else from one; or why it names nobody. `order` is how the column
 * writes full names without a comma.
 */
export function nameInRow(text: (field: NameField) => string, order?: NameOrder): PersonName | NameRefusal {
  const [full, family, given] = [text('fullName'), text('familyName'), text('givenName')];
  const isSplit = family !== '' && given !== '';
  const name = isSplit
    ? splitName(text, family, given)
    : (parseFullName(full, order) ?? splitName(text, family, given));
  return name ?? refusals[absenceIn([full, family, given])];
}

/** A part alone may say that the name is hidden: family name “REDACTED” beside a given name. */
function splitName(
  text: (field: NameField) => string,
  family: string,
  given: string,
): PersonName | undefined {
  if (family === '' && given === '') return undefined;
  if (absenceIn([family, given]) !== 'blank') return undefined;
  return personName({ family, given, middle: text('middleName'), suffix: text('suffix') });
}

function absenceIn(parts: readonly string[]): NameAbsence {
  const absences = parts.map(nameAbsence);
  return absences.find((absence) => absence === 'redacted' || absence === 'vacant') ?? 'blank';
}
