import type { Brand } from '../brand.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PolicyElement, PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { AgencyId } from '../database/acting.ts';
import type { StoredFileId } from '../files/file-actions.ts';

export type PolicyId = Brand<'PolicyId'>;

/** What stands on the policy's first page. */
export interface PolicyDetails {
  readonly title: string;
  /** As the agency numbers its orders; empty when it doesn't. */
  readonly number: string;
  /** The orders it amends or cancels, as the agency lists them; empty when there are none. */
  readonly amends: string;
  /** Standards of an accreditation that it answers, such as `CALEA 41.2.7`; empty without one. */
  readonly accreditation: string;
  readonly issuedOn: CalendarDate | undefined;
  /** What a draft states; of an adopted version the day from which it is in effect, never before its adoption. */
  readonly effectiveOn: CalendarDate | undefined;
  readonly reviewOn: CalendarDate | undefined;
}

export interface Adoption {
  /** The day the executive adopted it, as the executive says. */
  readonly on: CalendarDate;
  /** When that was recorded. */
  readonly at: Date;
  /** As typed by the executive. */
  readonly name: string;
}

export interface Rescission {
  /** The day from which it no longer holds, as the executive says. */
  readonly on: CalendarDate;
  /** When that was recorded. */
  readonly at: Date;
  /** As typed by the executive. */
  readonly name: string;
  readonly reason: string;
}

export type PolicyState =
  | { readonly is: 'draft' }
  | { readonly is: 'adopted'; readonly adoption: Adoption }
  | { readonly is: 'superseded'; readonly adoption: Adoption }
  | { readonly is: 'rescinded'; readonly adoption: Adoption; readonly rescission: Rescission };

/** One version of an agency's policy: at most one is a draft, and at most one is adopted. */
export interface AgencyPolicy extends PolicyDetails {
  readonly agency: AgencyId;
  readonly id: PolicyId;
  readonly state: PolicyState;
  readonly document: {
    readonly id: StoredFileId;
    readonly name: string;
    /** Bytes. */
    readonly size: number;
    readonly sha256: string;
    readonly mediaType: string;
  };
  readonly createdAt: Date;
  /** Since when the agency's partners may read this version; undefined while they may not. */
  readonly sharedAt: Date | undefined;
  /** When another document took the place of the one that this version had as a draft; undefined while none did. */
  readonly documentReplacedAt: Date | undefined;
  /** Grows with every change of the draft, its document or its checklist: an adoption is bound to what was shown. */
  readonly revision: number;
}

export const elementStatuses = ['covered', 'partly', 'missing', 'not-applicable'] as const;
export type ElementStatus = (typeof elementStatuses)[number];

/** How the policy answers one element of the checklist. */
export interface ElementAnswer {
  readonly code: PolicyElementCode;
  readonly status: ElementStatus;
  /** Page or section; there for what is covered or partly covered. */
  readonly reference: string;
  /** The reason, for what does not apply. */
  readonly notes: string;
  /** It was given about another document, and nobody has checked it against the one that the version has now. */
  readonly isToCheck?: true;
}

/** Settled: covered, or said with a reason not to apply, of the document that is there. Only then the executive can adopt. */
export function isSettled(answer: ElementAnswer | undefined): boolean {
  if (answer?.isToCheck) return false;
  if (answer?.status === 'covered') return true;
  return answer?.status === 'not-applicable' && answer.notes.trim() !== '';
}

export interface UnsettledElement {
  readonly element: PolicyElement;
  readonly why: 'unanswered' | 'to-check' | Extract<ElementStatus, 'partly' | 'missing' | 'not-applicable'>;
}

/** The elements that keep the policy from being adopted, in the order of the checklist. */
export function unsettledElements(
  elements: readonly PolicyElement[],
  answers: readonly ElementAnswer[],
): readonly UnsettledElement[] {
  const byCode = new Map(answers.map((answer) => [answer.code, answer]));
  return elements.flatMap((element) => {
    const answer = byCode.get(element.code);
    if (isSettled(answer)) return [];
    return [{ element, why: whyUnsettled(answer) }];
  });
}

function whyUnsettled(answer: ElementAnswer | undefined): UnsettledElement['why'] {
  if (answer?.isToCheck) return 'to-check';
  return answer && answer.status !== 'covered' ? answer.status : 'unanswered';
}

/** What keeps a draft from being adopted. */
export interface AdoptionObstacles {
  readonly unsettled: readonly UnsettledElement[];
  readonly isEffectiveDateMissing: boolean;
}

export function adoptionObstacles(
  policy: Pick<PolicyDetails, 'effectiveOn'>,
  elements: readonly PolicyElement[],
  answers: readonly ElementAnswer[],
): AdoptionObstacles | undefined {
  const unsettled = unsettledElements(elements, answers);
  const isEffectiveDateMissing = policy.effectiveOn === undefined;
  return unsettled.length > 0 || isEffectiveDateMissing ? { unsettled, isEffectiveDateMissing } : undefined;
}
