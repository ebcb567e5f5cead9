import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { Acting } from '../database/acting.ts';
import type { AgencyPlace, PartnerPlace } from '../identity/viewer.ts';
import type { Partnership } from '../partnership/partnership.ts';
import type { PartnershipOnDay } from '../partnership/partnership-on-day.ts';
import type { Party, SideNames } from './party.ts';

/** Who reads, and whose pages frame what is read. */
export type Reader =
  | { readonly side: 'agency'; readonly agency: AgencyPlace }
  | { readonly side: 'partner'; readonly partner: PartnerPlace };

/** One partnership's agreement, as one side has it before itself. */
export interface AgreementPlace {
  readonly reader: Reader;
  readonly partnership: PartnershipOnDay;
  /** This side's address of the partnership. */
  readonly base: string;
  /** Whether the reader's roles let them propose. */
  readonly mayChange: boolean;
  /** Whether they let them confirm and decline what the other side proposes. */
  readonly mayAnswer: boolean;
  /** The day it is at the agency. */
  readonly today: CalendarDate;
  readonly party: Party;
  readonly acting: Acting;
  /** The reader's name, to fill in where they sign. */
  readonly name: string;
}

export function namesOf({ agency, partner }: Pick<Partnership, 'agency' | 'partner'>): SideNames {
  return { agency: agency.name, partner: partner.name };
}

/** What the other side is called. */
export function otherName({ reader, partnership }: Pick<AgreementPlace, 'reader' | 'partnership'>): string {
  return reader.side === 'agency' ? partnership.partner.name : partnership.agency.name;
}
