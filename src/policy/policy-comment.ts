import type { Brand } from '../brand.ts';
import type { PolicyElementCode } from '../campaign-rules/policy-element.ts';
import type { AgencyId, PartnerId } from '../database/acting.ts';
import type { PolicyId } from './policy.ts';

export type PolicyCommentId = Brand<'PolicyCommentId'>;

/** Something said, by whom and when. */
export interface Said {
  readonly text: string;
  readonly name: string;
  readonly at: Date;
}

/** What a partner says about one element of a version. It stays with the version, as it was said. */
export interface PolicyComment {
  readonly id: PolicyCommentId;
  readonly agency: AgencyId;
  readonly policy: PolicyId;
  readonly code: PolicyElementCode;
  readonly partner: { readonly id: PartnerId; readonly name: string };
  readonly said: Said;
  readonly answer: Said | undefined;
  /** When the agency marked it as settled. */
  readonly settledAt: Date | undefined;
}

/** Letters that a comment or an answer may have. */
export const longestComment = 4_000;

/** A day's news of one kind is told by one mail: the page has them all. */
const quietMilliseconds = 24 * 3_600_000;

/** Whether something of the same kind was told within the last day. */
export function isToldToday(last: Date | undefined, now: Date): boolean {
  return last !== undefined && now.getTime() - last.getTime() < quietMilliseconds;
}

export function openComments(comments: readonly PolicyComment[]): number {
  return comments.filter(({ settledAt }) => settledAt === undefined).length;
}
