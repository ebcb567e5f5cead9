import { addDays, type CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { Program } from '../campaign-rules/program.ts';
import { categoryOf } from '../campaign-rules/training-category.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import type { PeopleStanding } from './people-query.ts';
import { type Standing, standingOf } from './standing.ts';

/** A record that holds on the day that is asked about. */
export interface HeldRecord {
  readonly program: Program;
  readonly title: string;
  readonly completedOn: CalendarDate;
  /** The last day it counts; absent when it doesn't expire. */
  readonly validUntil: CalendarDate | undefined;
  readonly file: { readonly name: string; readonly row: number } | undefined;
}

/** Somebody who is counted, where they stand, and the record that proves it. */
export interface ExportedStanding {
  readonly member: StaffMember;
  readonly standing: Standing;
  readonly proof: HeldRecord | undefined;
  readonly endsSoon: boolean;
}

/** How far ahead an end is soon, in days. */
const soon = 180;

export function exportedStanding(
  rules: CampaignRules,
  day: CalendarDate,
  member: StaffMember,
  held: readonly HeldRecord[],
): ExportedStanding {
  const standing = standingOf(
    rules,
    held.map(({ program }) => program),
  );
  const proof = proofOf(rules, standing, held);
  const endsSoon = proof?.validUntil !== undefined && proof.validUntil <= addDays(day, soon);
  return { member, standing, proof, endsSoon };
}

/** Of the records that make the standing, the one that holds longest. */
function proofOf(
  rules: CampaignRules,
  standing: Standing,
  held: readonly HeldRecord[],
): HeldRecord | undefined {
  if (standing === 'untrained') return undefined;
  const category = standing === 'base' ? 'base' : 'advanced';
  const proving = held.filter(({ program }) => categoryOf(rules, program) === category);
  return proving.reduce<HeldRecord | undefined>(
    (best, record) => (best === undefined || holdsLonger(record, best) ? record : best),
    undefined,
  );
}

function holdsLonger(one: HeldRecord, other: HeldRecord): boolean {
  const [end, otherEnd] = [one.validUntil ?? '9999', other.validUntil ?? '9999'];
  return end === otherEnd ? one.completedOn > other.completedOn : end > otherEnd;
}

/** Whether a list of people who stand so has somebody in it. */
export function isListed(wanted: PeopleStanding, standing: Standing): boolean {
  switch (wanted) {
    case 'everyone':
      return true;
    case 'advanced':
      return standing === 'advanced' || standing === 'advanced-without-base';
    case 'base-missing':
      return standing === 'advanced-without-base';
    case 'base':
    case 'untrained':
      return standing === wanted;
  }
}
