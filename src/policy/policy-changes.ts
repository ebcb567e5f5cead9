import type { PolicyElement } from '../campaign-rules/policy-element.ts';
import type { AcceptedPassage } from './accepted-passage.ts';
import type { AgencyPolicy, ElementAnswer, PolicyDetails } from './policy.ts';
import type { ProposedPassages } from './reference-proposer.ts';

/** A version with what hangs on it, to be laid beside another. */
export interface ComparedVersion {
  readonly policy: AgencyPolicy;
  readonly answers: readonly ElementAnswer[];
  readonly passages: readonly AcceptedPassage[];
  /** What the program proposes from the version's document; undefined while it isn't read, or has no text. */
  readonly proposed: ProposedPassages | undefined;
}

export interface Pair<Value> {
  readonly before: Value;
  readonly after: Value;
}

/** The text that stands for an element in one version: of passages somebody took, else of those that are proposed. */
export interface ComparedText {
  readonly from: 'accepted' | 'proposed';
  readonly text: string;
}

/** How the texts of an element compare; they don't where a version has none for it. */
export type TextComparison =
  | { readonly is: 'same' | 'differing'; readonly before: ComparedText; readonly after: ComparedText }
  | { readonly is: 'not-compared'; readonly missing: 'before' | 'after' | 'both' };

/** `to-check` while the answer is about an earlier document. */
export type ShownStatus = ElementAnswer['status'] | 'to-check' | undefined;

/** How one element changed; what stayed the same is undefined. */
export interface ElementChange {
  readonly element: PolicyElement;
  readonly status: Pair<ShownStatus> | undefined;
  readonly reference: Pair<string> | undefined;
  readonly notes: Pair<string> | undefined;
  readonly text: TextComparison;
}

export interface PolicyChanges {
  readonly details: readonly (keyof PolicyDetails | 'document')[];
  readonly changed: readonly ElementChange[];
  /** Answered alike, with the same text in both. */
  readonly same: readonly ElementChange[];
  /** Answered alike; whether the text changed nobody can say. */
  readonly notCompared: readonly ElementChange[];
}

/** What differs from one version to another, in the order of the checklist. */
export function policyChanges(
  elements: readonly PolicyElement[],
  before: ComparedVersion,
  after: ComparedVersion,
): PolicyChanges {
  const all = elements.map((element) => elementChange(element, before, after));
  const isChanged = ({ status, reference, notes, text }: ElementChange) =>
    text.is === 'differing' || [status, reference, notes].some((part) => part !== undefined);
  const unchanged = all.filter((change) => !isChanged(change));
  return {
    details: detailNames.filter((name) => detailOf(before.policy, name) !== detailOf(after.policy, name)),
    changed: all.filter(isChanged),
    same: unchanged.filter(({ text }) => text.is === 'same'),
    notCompared: unchanged.filter(({ text }) => text.is === 'not-compared'),
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
    text: textComparison(textOf(before, element), textOf(after, element)),
  };
}

function shownStatus(answer: ElementAnswer | undefined): ShownStatus {
  return answer?.isToCheck ? 'to-check' : answer?.status;
}

function differing<Value>(before: Value, after: Value): Pair<Value> | undefined {
  return before === after ? undefined : { before, after };
}

function textComparison(before: ComparedText | undefined, after: ComparedText | undefined): TextComparison {
  if (before && after) return { is: before.text === after.text ? 'same' : 'differing', before, after };
  const missing = before ? 'after' : after ? 'before' : 'both';
  return { is: 'not-compared', missing };
}

function textOf({ passages, proposed }: ComparedVersion, { code }: PolicyElement): ComparedText | undefined {
  const accepted = passages.filter((passage) => passage.code === code);
  if (accepted.length > 0) return { from: 'accepted', text: joined(accepted) };
  const found = (proposed?.[code] ?? []).toSorted((a, b) => a.place - b.place);
  return found.length > 0 ? { from: 'proposed', text: joined(found) } : undefined;
}

function joined(passages: readonly { readonly text: string }[]): string {
  return passages.map(({ text }) => text).join('\n');
}
