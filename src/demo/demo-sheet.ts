import type { ColumnMapping } from '../columns/column-proposal.ts';
import type { RosterField } from '../roster/roster-columns.ts';
import type { TrainingField } from '../training/training-headings.ts';
import type { DemoOfficer } from './demo-staff.ts';
import { dayBefore, type Stage } from './demo-stage.ts';
import type { DemoRecord } from './demo-training.ts';

/** How the columns of `rosterCsv` are to be understood. */
export const rosterMapping: ColumnMapping<RosterField> = {
  employeeNumber: 0,
  badge: 1,
  familyName: 2,
  givenName: 3,
  rank: 4,
  unit: 5,
  shift: 6,
  hiredOn: 7,
  separatedOn: 8,
};

/** A roster as a personnel system would export it. */
export function rosterCsv(stage: Stage, people: readonly DemoOfficer[]): Buffer {
  const headings = [
    'Employee ID',
    'Badge',
    'Last Name',
    'First Name',
    'Rank',
    'Unit',
    'Shift',
    'Hire Date',
    'Separation Date',
  ];
  const rows = people.map(({ number, badge, family, given, rank, unit, shift, hired, left }) => [
    number,
    badge,
    family,
    given,
    rank,
    unit,
    shift,
    dayBefore(stage, hired),
    left === undefined ? '' : dayBefore(stage, left),
  ]);
  return csv([headings, ...rows]);
}

export const trainingMapping: ColumnMapping<TrainingField> = {
  employeeNumber: 0,
  fullName: 1,
  courseTitle: 2,
  hours: 3,
  completedOn: 4,
  result: 5,
  provider: 6,
};

/** Training records as a learning system would export them. */
export function trainingCsv(stage: Stage, records: readonly DemoRecord[]): Buffer {
  const headings = ['Employee ID', 'Name', 'Course', 'Hours', 'Completed', 'Status', 'Provider'];
  const rows = records.map(({ number, name, course, hours, completed, result, provider }) => [
    number,
    name,
    course,
    hours === 0 ? '' : hours,
    dayBefore(stage, completed),
    result,
    provider,
  ]);
  return csv([headings, ...rows]);
}

/** Every cell in quotes; none of them holds any. */
function csv(rows: readonly (readonly (string | number)[])[]): Buffer {
  return Buffer.from(rows.map((row) => `${row.map((cell) => `"${cell}"`).join(',')}\n`).join(''));
}
