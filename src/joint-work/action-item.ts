import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Side } from '../partnership/partnership.ts';
import type { NoJointAct } from './joint-act.ts';
import type { MeetingId } from './meeting.ts';

export type ActionItemId = Brand<'ActionItemId'>;

/** What both sides decided to do, and who sees to it. */
export interface ActionItemContent {
  readonly what: string;
  readonly ownerSide: Side;
  /** A name as typed; empty when the side as a whole sees to it. */
  readonly ownerName: string;
  readonly dueOn: CalendarDate;
}

export type ActionItemState =
  | { readonly is: 'open' }
  | { readonly is: 'done'; readonly at: Date }
  | { readonly is: 'dropped'; readonly at: Date; readonly reason: string };

export type ActionItemStateName = ActionItemState['is'];

export interface ActionItem extends ActionItemContent {
  readonly id: ActionItemId;
  readonly state: ActionItemState;
  /** Where it was decided. */
  readonly meeting:
    | { readonly id: MeetingId; readonly title: string; readonly day: CalendarDate }
    | undefined;
  readonly revision: number;
}

/** An action is late from the day after it was due. */
export function isOverdue(
  { state, dueOn }: Pick<ActionItem, 'state' | 'dueOn'>,
  today: CalendarDate,
): boolean {
  return state.is === 'open' && dueOn < today;
}

export type ActionItemField = 'what' | 'ownerSide' | 'ownerName' | 'dueOn';

export const actionItemFields: readonly ActionItemField[] = ['what', 'ownerSide', 'ownerName', 'dueOn'];

export function changedActionFields(
  before: ActionItemContent,
  after: ActionItemContent,
): readonly ActionItemField[] {
  return actionItemFields.filter((field) => before[field] !== after[field]);
}

export type ActionItemRefusal =
  | NoJointAct
  | { readonly code: 'action-not-found' }
  | { readonly code: 'meeting-not-found' }
  | { readonly code: 'action-changed'; readonly now: ActionItem }
  | { readonly code: 'action-elsewhere'; readonly state: ActionItemStateName };
