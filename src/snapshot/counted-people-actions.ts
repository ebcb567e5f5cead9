import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { titleWords } from '../training/course-title.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';
import {
  type KnownCounted,
  listCountedPeople,
  listRegisterEntries,
  type RegisterEntry,
} from './counted-people-store.ts';
import type { CountedPerson, CountedRecord, Pseudonym, RegisterCourse } from './counted-person.ts';
import { newPseudonymKey, pseudonymsUnder } from './pseudonym.ts';

/** The counted people under pseudonyms, and what only the agency may know: the key, and whom each pseudonym means. */
export interface PseudonymousPeople {
  readonly people: readonly CountedPerson[];
  readonly key: Buffer;
  readonly staff: ReadonlyMap<Pseudonym, StaffId>;
  readonly records: ReadonlyMap<Pseudonym, TrainingRecordId>;
}

/** Everybody who is counted on the day under these rules, under pseudonyms of the key. `tx` acts for the agency. */
export async function countedPeople(
  tx: Transaction,
  agency: AgencyId,
  rules: CampaignRules,
  day: CalendarDate,
  key = newPseudonymKey(),
): Promise<PseudonymousPeople> {
  const known = await listCountedPeople(tx, agency, {
    day,
    programs: [...rules.advanced.programs, ...rules.trained.basePrograms],
    countsNonSworn: rules.trained.of === 'sworn-and-selected-non-sworn',
  });
  const pseudonymOf = pseudonymsUnder(key);
  const staff = new Map<Pseudonym, StaffId>();
  const records = new Map<Pseudonym, TrainingRecordId>();
  const registered = registerLookup(await listRegisterEntries(tx));
  const people = known.map((person): CountedPerson => {
    const id = pseudonymOf(person.staff);
    staff.set(id, person.staff);
    return {
      id,
      kind: person.kind,
      category: person.category,
      records: person.records.map((record) => {
        const ref = pseudonymOf(record.id);
        records.set(ref, record.id);
        return countedRecord(ref, record, registered(record));
      }),
    };
  });
  return { people, key, staff, records };
}

type KnownRecord = KnownCounted['records'][number];

function countedRecord(
  ref: Pseudonym,
  { program, hours, completedOn, validUntil }: KnownRecord,
  course: RegisterCourse | undefined,
): CountedRecord {
  return {
    ref,
    program,
    ...(course && { course }),
    ...(hours === null ? {} : { hours }),
    completedOn,
    ...(validUntil && { validUntil }),
  };
}

/** Which entry of the register a record counts by: one that names its provider goes before one for any provider. */
function registerLookup(
  entries: readonly RegisterEntry[],
): (record: KnownRecord) => RegisterCourse | undefined {
  const keyOf = (courseKey: string, provider: string) => `${courseKey}|${titleWords(provider)}`;
  const byCourse = new Map(entries.map((entry) => [keyOf(entry.courseKey, entry.provider), entry]));
  const known = new Set(entries.map(({ courseKey }) => courseKey));
  return ({ courseKey, provider, program }) => {
    if (!known.has(courseKey)) return undefined;
    const found = byCourse.get(keyOf(courseKey, provider)) ?? byCourse.get(keyOf(courseKey, ''));
    return found?.program === program ? { entry: found.entry, title: found.title } : undefined;
  };
}
