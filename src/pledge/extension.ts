import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId } from '../database/acting.ts';
import type { PledgeId } from './pledge.ts';

export type ExtensionId = Brand<'ExtensionId'>;

/** A later target day that an agency asks for. */
export interface Extension {
  readonly agency: AgencyId;
  readonly pledge: PledgeId;
  readonly id: ExtensionId;
  /** The target day when it was asked. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly reason: string;
  readonly askedAt: Date;
  readonly state: 'asked' | 'granted' | 'declined' | 'dropped';
  /** What the campaign wrote with its decision; empty without. */
  readonly note: string;
}
