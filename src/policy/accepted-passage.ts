import type { Brand } from '../brand.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { TextPassage } from '../document-text/document-text.ts';

export type AcceptedPassageId = Brand<'AcceptedPassageId'>;

/** A passage that a person took as where the document covers an element. */
export interface AcceptedPassage extends TextPassage {
  readonly id: AcceptedPassageId;
  readonly code: PolicyElementCode;
  /** Which of the document's passages it is, from 0. */
  readonly place: number;
}

export const longestReference = 200;

/** Where a passage stands, as the checklist refers to it: “page 4, VIII. CUSTODY”. */
export function passageReference({
  page,
  section,
  place,
}: Pick<AcceptedPassage, 'page' | 'section' | 'place'>): string {
  if (page !== undefined) return section === '' ? `page ${page}` : `page ${page}, ${section}`;
  return section === '' ? `paragraph ${place + 1}` : `section “${section}”`;
}

/** What the accepted passages of an element make of its reference; empty without any. */
export function suggestedReference(passages: readonly AcceptedPassage[]): string {
  return passages.reduce((reference, passage) => withReference(reference, passageReference(passage)), '');
}

/** A reference with one more place in it, unless it is there already or would grow too long. */
export function withReference(reference: string, added: string): string {
  const typed = reference.trim();
  if (typed === '') return added.slice(0, longestReference);
  const longer = `${typed}; ${added}`;
  return typed.split('; ').includes(added) || longer.length > longestReference ? typed : longer;
}
