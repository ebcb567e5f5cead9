import { hash } from 'node:crypto';
import { foldText } from '../person-name/name-folding.ts';
import type { PersonName } from '../person-name/person-name.ts';
import { staffNumberKey } from '../roster/staff-number.ts';
import type { TrainingRecordId } from './stored-record.ts';
import type { DateField } from './training-dates.ts';
import type { TrainingRecord } from './training-record.ts';

/** Who a line names, as far as it tells people apart: number and name, whatever their case, accents and leading zeros. */
export function personKey(employeeNumber: string, name: PersonName): string {
  const { family, given, middle, suffix } = name;
  return foldText([staffNumberKey(employeeNumber), family, given, middle, suffix].join('|'));
}

/**
 * The id of a record, made from all it says: the same line has the same id in every file, and a line that says more
 * (a result that came in later) is another record. `written` are its dates that can't be read as they are written:
 * they tell lines apart, and what they are taken for doesn't matter. The first 128 bits of a SHA-256, as a UUID.
 */
export function recordId(
  person: string,
  record: TrainingRecord,
  written: Readonly<Partial<Record<DateField, string>>> = {},
): TrainingRecordId {
  const { title, code, hours, provider, result, startedOn, completedOn, expiresOn } = record;
  const facts = [
    person,
    title.toLowerCase(),
    code?.toLowerCase(),
    hours,
    provider?.toLowerCase(),
    result?.toLowerCase(),
    written.startedOn ?? startedOn,
    written.completedOn ?? completedOn,
    written.expiresOn ?? expiresOn,
  ];
  const digest = hash('sha256', facts.join('\u001f'));
  return uuidOf(digest);
}

/** Version 8 of a UUID: its bits are the maker's own. */
function uuidOf(digest: string): TrainingRecordId {
  const id = `${digest.slice(0, 8)}-${digest.slice(8, 12)}-8${digest.slice(13, 16)}-8${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
  return id as TrainingRecordId;
}
