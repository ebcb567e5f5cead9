import { z } from 'zod';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { isStaffCategory, type StaffCategory } from './staff-category.ts';
import type { MergedFacts, StaffFactSheet, StaffMember } from './staff-member.ts';
import { staffNumberKey, staffNumberKeys } from './staff-number.ts';

const day = z.custom<CalendarDate>((value) => typeof value === 'string').optional();

const factSheet: z.ZodType<StaffFactSheet> = z.object({
  name: z.object({ family: z.string(), given: z.string(), middle: z.string(), suffix: z.string() }),
  employeeNumber: z.string(),
  badge: z.string(),
  kind: z.enum(['sworn', 'non-sworn']),
  category: z.custom<StaffCategory>((value) => isStaffCategory(String(value))).optional(),
  rank: z.string(),
  // Not kept of those who were merged first.
  rankWritten: z.string().optional(),
  nameWritten: z.string().optional(),
  unit: z.string(),
  shift: z.string(),
  email: z.string(),
  hiredOn: day,
  separatedOn: day,
});

const mergedFacts = z.object({ identities: z.array(factSheet), chosen: factSheet });

/** As they are kept with a person, in JSON. Throws when they are nothing of the kind. */
export function mergedFactsFrom(value: unknown): MergedFacts {
  return mergedFacts.parse(value);
}

/** What is kept of two people who become one: everybody whom either already was stays known. */
export function mergedFactsOf(kept: StaffMember, other: StaffMember, chosen: StaffFactSheet): MergedFacts {
  const identities = [kept, other].flatMap((member) => [
    sheetOf(member),
    ...(member.merged?.identities ?? []),
  ]);
  const distinct = new Map(identities.map((facts) => [JSON.stringify(facts), facts]));
  return { identities: [...distinct.values()], chosen: sheetOf(chosen) };
}

/** The person's other numbers as a file may still give them, each once: those kept with the person aren't among them. */
export function otherNumbers(member: StaffMember): readonly string[] {
  const seen = new Set([member.employeeNumber, member.badge].map(staffNumberKey));
  return (member.merged?.identities ?? [])
    .flatMap(({ employeeNumber, badge }) => [employeeNumber, badge])
    .filter((number) => {
      const key = staffNumberKey(number);
      if (key === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

/** Every number a person is known by: see `staffNumberKeys`. */
export function knownNumberKeys(member: StaffMember): ReadonlySet<string> {
  return new Set([member, ...(member.merged?.identities ?? [])].flatMap(staffNumberKeys));
}

/** In one order of its facts, so that the same facts are the same text. */
function sheetOf(facts: StaffFactSheet): StaffFactSheet {
  const { name, employeeNumber, badge, kind, category, rank, unit, shift, email, hiredOn, separatedOn } =
    facts;
  const { rankWritten, nameWritten } = facts;
  const { family, given, middle, suffix } = name;
  return {
    name: { family, given, middle, suffix },
    employeeNumber,
    badge,
    kind,
    category,
    rank,
    // Left out where there is none, so that the same facts stay the same text.
    ...(rankWritten ? { rankWritten } : {}),
    ...(nameWritten ? { nameWritten } : {}),
    unit,
    shift,
    email,
    hiredOn,
    separatedOn,
  };
}
