import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffCategory } from '../roster/staff-category.ts';
import type { StaffKind } from '../roster/staff-kind.ts';
import type { StaffId } from '../roster/staff-member.ts';

export type AcknowledgmentId = Brand<'AcknowledgmentId'>;
export type RollCallId = Brand<'RollCallId'>;

/** In which way somebody acknowledged the policy. */
export type AcknowledgedHow = 'link' | 'account' | 'roll-call' | 'list';

/** That somebody has read one version of the policy and takes it as theirs to follow. */
export interface Acknowledgment {
  readonly id: AcknowledgmentId;
  readonly on: CalendarDate;
  readonly how: AcknowledgedHow;
  /** At roll call: before whom. */
  readonly supervisor: string | undefined;
}

/** Somebody who is asked to acknowledge, and whether they have. */
export interface AskedStaff {
  readonly id: StaffId;
  readonly name: PersonName;
  readonly employeeNumber: string;
  readonly kind: StaffKind;
  readonly category: StaffCategory | undefined;
  readonly rank: string;
  readonly unit: string;
  readonly shift: string;
  readonly hasAddress: boolean;
  readonly acknowledgment: Acknowledgment | undefined;
}

/** How many of those asked have acknowledged. */
export interface AcknowledgmentFigures {
  readonly acknowledged: number;
  readonly of: number;
}

/** By what the people asked are parted. */
export type Parting = 'unit' | 'shift' | 'category';
export const partings: readonly Parting[] = ['unit', 'shift', 'category'];

/** One unit, shift or kind of staff; '' for people without one. */
export interface AcknowledgmentPart extends AcknowledgmentFigures {
  readonly name: string;
}

/** Who is asked under these rules: sworn officers, and non-sworn staff in scope where the rules count them. */
export function asksNonSworn(rules: Pick<CampaignRules, 'trained'>): boolean {
  return rules.trained.of === 'sworn-and-selected-non-sworn';
}

/** How many have to acknowledge for a share of all; whole people, rounded up. */
export function acknowledgmentsNeeded(percent: number, of: number): number {
  return Math.ceil((percent * of) / 100);
}

/** Whole percent, never 100 while somebody is missing. */
export function percentAcknowledged({ acknowledged, of }: AcknowledgmentFigures): number {
  return of === 0 ? 0 : Math.floor((acknowledged * 100) / of);
}
