import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import type { AcceptedPassage } from './accepted-passage.ts';
import type { AgencyPolicy, ElementAnswer, PolicyDetails } from './policy.ts';

/** A version with what hangs on it, to be laid beside another. */
export interface ComparedVersion {
  readonly policy: AgencyPolicy;
  readonly answers: readonly ElementAnswer[];
  readonly passages: readonly AcceptedPassage[];
}

export interface Pair<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** `to-check` while the answer is about an earlier document. */
export type ShownStatus = ElementAnswer['status'] | 'to-check' | undefined;

/** How one element changed; what stayed the same is undefined. */
export interface ElementChange {
  readonly element: PolicyElement;
  readonly status: Pair<ShownStatus> | undefined;
  readonly reference: Pair<string> | undefined;
  readonly notes: Pair<string> | undefined;
  /** Of the passages that were used for the element, where either version has some. */
  readonly text: Pair<string> | undefined;
}

export interface PolicyChanges {
  readonly details: readonly (keyof PolicyDetails | 'document')[];
  readonly changed: readonly ElementChange[];
  readonly unchanged: readonly PolicyElement[];
}

/** What differs from one version to another, in the order of the checklist. */
export function policyChanges(
  elements: readonly PolicyElement[],
  before: ComparedVersion,
  after: ComparedVersion,
): PolicyChanges {
  const all = elements.map((element) => elementChange(element, before, after));
  const isChanged = ({ status, reference, notes, text }: ElementChange) =>
    [status, reference, notes, text].some((part) => part !== undefined);
  return {
    details: detailNames.filter((name) => detailOf(before.policy, name) !== detailOf(after.policy, name)),
    changed: all.filter(isChanged),
    unchanged: all.filter((change) => !isChanged(change)).map(({ element }) => element),
  };
}

const detailNames = [
  'title',
  'number',
  'amends',
  'accreditation',
  'issuedOn',
  'effectiveOn',
  'reviewOn',
  'document',
] as const;

function detailOf(policy: AgencyPolicy, name: (typeof detailNames)[number]): string | undefined {
  return name === 'document' ? policy.document.sha256 : policy[name];
}

function elementChange(
  element: PolicyElement,
  before: ComparedVersion,
  after: ComparedVersion,
): ElementChange {
  const [old, now] = [before, after].map(({ answers }) => answers.find(({ code }) => code === element.code));
  return {
    element,
    status: differing(shownStatus(old), shownStatus(now)),
    reference: differing(old?.reference ?? '', now?.reference ?? ''),
    notes: differing(old?.notes ?? '', now?.notes ?? ''),
    text: differing(textOf(before, element), textOf(after, element)),
  };
}

function shownStatus(answer: ElementAnswer | undefined): ShownStatus {
  return answer?.isToCheck ? 'to-check' : answer?.status;
}

function differing<Value>(before: Value, after: Value): Pair<Value> | undefined {
  return before === after ? undefined : { before, after };
}

function textOf({ passages }: ComparedVersion, { code }: PolicyElement): string {
  return passages
    .filter((passage) => passage.code === code)
    .map(({ text }) => text)
    .join('\n');
}
