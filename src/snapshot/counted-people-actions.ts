import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { titleWords } from '../training/course-title.ts';
import type { TrainingRecordId } from '../training/stored-record.ts';
import { type KnownCounted, listCountedPeople } from './counted-people-store.ts';
import type { CountedPerson, CountedRecord, Pseudonym } from './counted-person.ts';
import { newPseudonymKey, pseudonymsUnder } from './pseudonym.ts';

/** The counted people under pseudonyms, and what only the agency may know: the key, and whom each pseudonym means. */
export interface PseudonymousPeople {
  readonly people: readonly CountedPerson[];
  readonly key: Buffer;
  readonly staff: ReadonlyMap<Pseudonym, StaffId>;
  readonly records: ReadonlyMap<Pseudonym, TrainingRecordId>;
}

/** Everybody who is counted on the day under these rules. `tx` acts for the agency. */
export async function countedPeople(
  tx: Transaction,
  agency: AgencyId,
  rules: CampaignRules,
  day: CalendarDate,
): Promise<PseudonymousPeople> {
  const known = await listCountedPeople(tx, agency, {
    day,
    programs: [...rules.advanced.programs, ...rules.trained.basePrograms],
    countsNonSworn: rules.trained.of === 'sworn-and-selected-non-sworn',
  });
  const key = newPseudonymKey();
  const pseudonymOf = pseudonymsUnder(key);
  const staff = new Map<Pseudonym, StaffId>();
  const records = new Map<Pseudonym, TrainingRecordId>();
  const courses = new Map<string, string>();
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
        return countedRecord(ref, record, courses);
      }),
    };
  });
  return { people, key, staff, records };
}

/** `courses` remembers the words of titles: an agency has a handful of them, in many thousand records. */
function countedRecord(
  ref: Pseudonym,
  { program, title, hours, completedOn, validUntil }: KnownCounted['records'][number],
  courses: Map<string, string>,
): CountedRecord {
  const course = courses.get(title) ?? titleWords(title).trim();
  courses.set(title, course);
  return {
    ref,
    program,
    course,
    ...(hours === null ? {} : { hours }),
    completedOn,
    ...(validUntil && { validUntil }),
  };
}
