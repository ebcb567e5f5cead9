import type { Brand } from '../brand.ts';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';

export type PhrasingId = Brand<'PhrasingId'>;

export const longestPhrasingTitle = 100;

/** Words that reviewers use again, for one requirement or for all. A retired one is kept, and offered no more. */
export interface Phrasing {
  readonly id: PhrasingId;
  /** Undefined: for every requirement. */
  readonly requirement: Requirement | undefined;
  readonly title: string;
  readonly text: string;
  readonly revision: number;
  readonly isRetired: boolean;
}

export interface PhrasingWords {
  readonly requirement: Requirement | undefined;
  readonly title: string;
  readonly text: string;
}

export type PhrasingRefusal =
  | { readonly code: 'phrasing-not-found' }
  /** Somebody else changed or retired it a moment before. */
  | { readonly code: 'phrasing-moved-on' };

/** A comment with the words put in: beneath what stands there already, and not twice. */
export function withPhrasing(comment: string, { text }: Pick<Phrasing, 'text'>): string {
  const before = comment.trim();
  if (before.includes(text)) return comment;
  return before === '' ? text : `${before}\n\n${text}`;
}
