import type { AcknowledgmentFigures } from '../acknowledgment/acknowledgment.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { JointWorkFacts } from '../joint-work/joint-work-facts.ts';
import type { PartnershipId, Side } from '../partnership/partnership.ts';
import type { Coverage } from '../training/coverage.ts';

/** What is known about one partnership of the agency. */
export interface PartnershipFacts {
  /** Absent in what was frozen before it was kept. */
  readonly id?: PartnershipId | undefined;
  /** The organization's name. */
  readonly partner: string;
  /** `confirmed` once both sides have said so; either side can end it. */
  readonly state: 'draft' | 'awaiting-partner' | 'confirmed' | 'declined' | 'ended';
  readonly hasAgreement: boolean;
  readonly termStartsOn?: CalendarDate | undefined;
  /** The agreement's last day; absent when it runs until someone ends it. */
  readonly termEndsOn?: CalendarDate | undefined;
  readonly reviewOn?: CalendarDate | undefined;
  /** The last day of the term before, where the next agreed one has not begun and nothing covers the days between. */
  readonly lastEndedOn?: CalendarDate | undefined;
  /** Whose answer to a renewal is awaited. */
  readonly renewalWaitsFor?: Side | undefined;
  /** Asked for again after an earlier partnership of the two was over. */
  readonly isAgain?: boolean | undefined;
  /** Absent where nobody asked for it, and in what was frozen before there was any. */
  readonly jointWork?: JointWorkFacts | undefined;
}

/** One element of the checklist as the agency answered it; elements without an answer are open. */
export interface PolicyElementAnswer {
  readonly code: PolicyElementCode;
  readonly status: 'open' | 'covered' | 'not-applicable';
  /** Why the element doesn't apply. */
  readonly reason?: string | undefined;
}

export interface PolicyFacts {
  readonly hasDocument: boolean;
  /** The day the executive adopted it. */
  readonly adoptedOn?: CalendarDate | undefined;
  readonly effectiveOn?: CalendarDate | undefined;
  readonly reviewOn?: CalendarDate | undefined;
  readonly elements: readonly PolicyElementAnswer[];
  /**
   * How many of the staff asked have acknowledged the version in effect. Absent where the rules don't ask for it, and in
   * what was frozen before there was any.
   */
  readonly acknowledgment?: AcknowledgmentFigures | undefined;
}

/** Everything the four requirements depend on, as of `today`. */
export interface RequirementFacts {
  readonly today: CalendarDate;
  readonly partnerships: readonly PartnershipFacts[];
  /** Absent until the agency has begun its policy. */
  readonly policy: PolicyFacts | undefined;
  /** Absent until the agency has a roster. */
  readonly coverage: Coverage | undefined;
}
