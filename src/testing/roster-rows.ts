import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type PersonName, parseFullName } from '../person-name/person-name.ts';
import { nameAsWritten } from '../person-name/written-name.ts';
import { readRank } from '../roster/rank.ts';
import type { RosterRow } from '../roster/roster-row.ts';
import { staffKind } from '../roster/staff-kind.ts';

export interface RosterRowFacts {
  readonly row?: number;
  readonly name?: string;
  readonly employeeNumber?: string;
  readonly badge?: string;
  readonly rank?: string;
  readonly unit?: string;
  readonly shift?: string;
  readonly email?: string;
  readonly hiredOn?: string | undefined;
  readonly separatedOn?: string | undefined;
  readonly status?: 'employed' | 'separated' | undefined;
}

/** A row of a roster as it is after reading; an officer unless told otherwise. */
export function aRosterRow(facts: RosterRowFacts = {}): RosterRow {
  const rank = facts.rank ?? 'Officer';
  const unit = facts.unit ?? '';
  return {
    row: facts.row ?? 2,
    name: aName(facts.name ?? 'Quillfeather, Dana'),
    nameWritten: nameAsWritten(facts.name ?? '', aName(facts.name ?? 'Quillfeather, Dana')),
    employeeNumber: facts.employeeNumber ?? '',
    badge: facts.badge ?? '',
    kind: staffKind({ kind: '', category: '', rank, unit }),
    rank: readRank(rank).shown,
    title: rank,
    unit,
    shift: facts.shift ?? '',
    email: facts.email ?? '',
    hiredOn: facts.hiredOn as CalendarDate | undefined,
    separatedOn: facts.separatedOn as CalendarDate | undefined,
    status: facts.status,
    notes: [],
  };
}

export function aName(text: string): PersonName {
  const name = parseFullName(text);
  if (!name) throw new Error(`"${text}" names nobody.`);
  return name;
}
