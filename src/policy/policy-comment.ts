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
  /** That the policy was adopted while this was neither answered nor settled, and the reason given for it. */
  readonly adoptedOver: { readonly at: Date; readonly reason: string } | undefined;
}

/** Letters that a comment or an answer may have. */
export const longestComment = 4_000;

/** A day's news of one kind is told by one mail: the page has them all. */
const quietMilliseconds = 24 * 3_600_000;

/** Whether something of the same kind was told within the last day. */
export function isToldToday(last: Date | undefined, now: Date): boolean {
  return last !== undefined && now.getTime() - last.getTime() < quietMilliseconds;
}

/** Neither answered nor settled: whoever adopts the policy all the same gives the partner a reason. */
export function isWaiting({ answer, settledAt }: Pick<PolicyComment, 'answer' | 'settledAt'>): boolean {
  return answer === undefined && settledAt === undefined;
}

/** What became of a comment, on a draft or on what was adopted since. */
export type CommentFate = 'settled' | 'open' | 'answered' | 'adopted-over';

export function commentFate(comment: PolicyComment, isAdopted: boolean): CommentFate {
  if (comment.settledAt) return 'settled';
  if (comment.adoptedOver) return 'adopted-over';
  return isAdopted && comment.answer ? 'answered' : 'open';
}

/** Comments of one partner on a version that is adopted now, by what became of them. */
export interface CommentsAtAdoption {
  readonly settled: number;
  readonly answered: number;
  readonly adoptedOver: number;
}

/** To be asked before the adoption is written. */
export function commentsAtAdoption(comments: readonly PolicyComment[]): CommentsAtAdoption {
  const adoptedOver = comments.filter(isWaiting).length;
  const settled = comments.filter(({ settledAt }) => settledAt !== undefined).length;
  return { settled, adoptedOver, answered: comments.length - settled - adoptedOver };
}

export function openComments(comments: readonly PolicyComment[]): number {
  return comments.filter(({ settledAt }) => settledAt === undefined).length;
}
