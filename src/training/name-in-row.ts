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

/** The person a row names, from separate columns or from one; or why it names nobody. */
export function nameInRow(text: (field: NameField) => string): PersonName | NameRefusal {
  const [full, family, given] = [text('fullName'), text('familyName'), text('givenName')];
  const absences = [full, family, given].map(nameAbsence);
  const hidden = absences.find((absence) => absence === 'redacted' || absence === 'vacant');
  if (hidden) return refusals[hidden];
  const parts = personName({ family, given, middle: text('middleName'), suffix: text('suffix') });
  const isWhole = family !== '' && given !== '';
  return (isWhole ? parts : (parseFullName(full) ?? parts)) ?? 'nameless';
}
