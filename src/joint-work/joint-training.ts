import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ClassSessionId } from '../class-session/class-session.ts';
import type { Side } from '../partnership/partnership.ts';
import type { NoJointAct } from './joint-act.ts';

export type JointTrainingId = Brand<'JointTrainingId'>;

/** A training that both sides gave: how many of the agency attended, never who. */
export interface JointTrainingContent {
  readonly course: string;
  readonly heldOn: CalendarDate;
  readonly taughtBySide: Side | 'both';
  /** Names as typed; may be empty. */
  readonly taughtBy: string;
  readonly attended: number;
}

export interface JointTraining extends JointTrainingContent {
  readonly id: JointTrainingId;
  /** The class in the agency's calendar that it was. */
  readonly session: ClassSessionId | undefined;
  readonly isRemoved: boolean;
  readonly revision: number;
}

export type JointTrainingField = keyof JointTrainingContent;

export const jointTrainingFields: readonly JointTrainingField[] = [
  'course',
  'heldOn',
  'taughtBySide',
  'taughtBy',
  'attended',
];

export function changedTrainingFields(
  before: JointTrainingContent,
  after: JointTrainingContent,
): readonly JointTrainingField[] {
  return jointTrainingFields.filter((field) => before[field] !== after[field]);
}

export type JointTrainingRefusal =
  | NoJointAct
  | { readonly code: 'training-not-found' }
  | { readonly code: 'training-changed'; readonly now: JointTraining }
  | { readonly code: 'training-ahead' }
  | { readonly code: 'class-not-held' }
  | { readonly code: 'class-listed' };
