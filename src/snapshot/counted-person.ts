import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { categoryOf } from '../campaign-rules/training-category.ts';
import { type Coverage, coverageOf } from '../training/coverage.ts';

/** Stands for a person in one submission: see `pseudonymsUnder`. */
export type Pseudonym = Brand<'Pseudonym'>;

/** A course of the campaign's public register: what the campaign wrote, and not what an agency typed. */
export interface RegisterCourse {
  /** Its number in the register. */
  readonly entry: number;
  readonly title: string;
}

/** A training record that counts, without anything that names a person. A class of several days is one record. */
export interface CountedRecord {
  /** The record's own pseudonym. */
  readonly ref: Pseudonym;
  readonly program: Program;
  /** The accepted course, when the record counts by the campaign's register; absent for a course the rules know by name. */
  readonly course?: RegisterCourse | undefined;
  /** All days of the class together; absent where nobody noted them. */
  readonly hours?: number | undefined;
  readonly completedOn: CalendarDate;
  /** The last day it counts; absent when it does not expire. */
  readonly validUntil?: CalendarDate | undefined;
}

/** Somebody who is counted: a sworn officer, or non-sworn staff in scope, on staff that day. */
export interface CountedPerson {
  readonly id: Pseudonym;
  readonly kind: 'sworn' | 'non-sworn';
  /** Of non-sworn staff; '' for sworn officers. */
  readonly category: string;
  readonly records: readonly CountedRecord[];
}

/** Whether a record counts on the day under the rules. */
export function countsOnDay(rules: CampaignRules, day: CalendarDate, record: CountedRecord): boolean {
  const { program, completedOn, validUntil } = record;
  if (categoryOf(rules, program) === undefined || completedOn > day) return false;
  return validUntil === undefined || validUntil >= day;
}

/** Where these people stand on the day, each of them counted: without units, shifts, ranks and those left out. */
export function coverageOfPeople(
  rules: CampaignRules,
  day: CalendarDate,
  people: readonly CountedPerson[],
): Coverage {
  const alike = Map.groupBy(people, ({ kind, category, records }) => {
    const held = records.filter((record) => countsOnDay(rules, day, record)).map(({ program }) => program);
    return JSON.stringify([kind, category, ...new Set(held)]);
  });
  return coverageOf(
    rules,
    Array.from(alike.values(), (members) => ({
      kind: members[0]?.kind ?? 'sworn',
      inScope: true,
      category: members[0]?.category ?? '',
      presence: 'on-staff',
      unit: '',
      shift: '',
      rank: '',
      programs: (members[0]?.records ?? [])
        .filter((record) => countsOnDay(rules, day, record))
        .map(({ program }) => program),
      people: members.length,
    })),
  );
}
