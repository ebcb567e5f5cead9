import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { Lack } from '../joint-work/sustainability.ts';
import type { Side } from '../partnership/partnership.ts';

/** Something the agency still has to do. Facts only: `requirement-content.ts` makes the sentence. */
export type Outstanding =
  | { readonly requirement: 'partnership'; readonly code: 'partnership-missing' }
  | {
      readonly requirement: 'partnership';
      readonly code:
        | 'partnership-not-sent'
        | 'partner-not-confirmed'
        | 'partner-declined'
        | 'agreement-missing';
      readonly partner: string;
      /** There was an agreement before: this one renews it. */
      readonly isRenewal?: boolean;
    }
  | {
      readonly requirement: 'partnership';
      readonly code: 'partnership-ended';
      readonly partner: string;
    }
  | {
      readonly requirement: 'partnership';
      readonly code: 'agreement-not-begun';
      readonly partner: string;
      readonly startsOn: CalendarDate;
      /** The last day of the term before, where there was one. */
      readonly lastEndedOn?: CalendarDate;
    }
  | {
      readonly requirement: 'partnership';
      readonly code: 'agreement-term-over';
      readonly partner: string;
      readonly endedOn: CalendarDate;
      /** Whose answer to a renewal is awaited. */
      readonly renewalWaitsFor?: Side;
    }
  | {
      readonly requirement: 'partnership';
      /** A sign of lasting that the rules require and the partnership lacks. */
      readonly code: 'partnership-not-sustained';
      readonly partner: string;
      readonly lack: Lack;
    }
  | {
      readonly requirement: 'policy';
      readonly code:
        | 'policy-missing'
        | 'policy-document-missing'
        | 'policy-not-adopted'
        | 'policy-effective-date-missing';
    }
  | {
      readonly requirement: 'policy';
      readonly code: 'policy-elements-open';
      readonly elements: readonly PolicyElementCode[];
      readonly of: number;
    }
  | {
      readonly requirement: 'policy';
      readonly code: 'policy-element-reasons-missing';
      readonly elements: readonly PolicyElementCode[];
    }
  | {
      readonly requirement: 'policy';
      readonly code: 'policy-not-in-effect';
      readonly effectiveOn: CalendarDate;
    }
  | {
      readonly requirement: 'policy';
      /** Fewer staff have acknowledged the version in effect than the rules ask for: `missing` more of `of`. */
      readonly code: 'policy-not-acknowledged';
      readonly acknowledged: number;
      readonly missing: number;
      readonly of: number;
    }
  | {
      readonly requirement: 'advanced-training' | 'everyone-trained';
      readonly code: 'roster-missing' | 'sworn-officers-missing';
    }
  | {
      readonly requirement: 'advanced-training';
      readonly code: 'advanced-training-short';
      /** `have` of `required`; `missing` more. */
      readonly have: number;
      readonly required: number;
      readonly missing: number;
    }
  | {
      readonly requirement: 'everyone-trained';
      readonly code: 'sworn-training-short' | 'non-sworn-training-short';
      readonly untrained: number;
      readonly of: number;
    }
  | {
      readonly requirement: 'everyone-trained';
      /** Officers with an advanced course who lack the base course that these rules ask of everyone. */
      readonly code: 'base-training-short';
      readonly missing: number;
    };

/** Why a requirement is met. */
export type Achievement =
  | {
      readonly requirement: 'partnership';
      readonly code: 'partnership-in-place';
      readonly partner: string;
      readonly termEndsOn?: CalendarDate;
    }
  | {
      readonly requirement: 'policy';
      readonly code: 'policy-in-effect';
      readonly effectiveOn: CalendarDate;
      readonly elements: number;
    }
  | {
      readonly requirement: 'advanced-training';
      readonly code: 'advanced-training-reached';
      readonly have: number;
      readonly required: number;
      readonly sworn: number;
    }
  | {
      readonly requirement: 'everyone-trained';
      readonly code: 'everyone-trained';
      readonly sworn: number;
      readonly nonSworn: number;
    };

/** Something to look after that keeps no requirement from being met. */
export type Notice =
  | {
      readonly requirement: 'partnership';
      readonly code: 'partnership-review-overdue';
      readonly partner: string;
      readonly reviewOn: CalendarDate;
    }
  | {
      readonly requirement: 'policy';
      readonly code: 'policy-review-overdue';
      readonly reviewOn: CalendarDate;
    };

export type Reason = Outstanding | Achievement | Notice;
