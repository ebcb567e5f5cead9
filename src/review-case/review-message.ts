import type { Brand } from '../brand.ts';

export type ReviewMessageId = Brand<'ReviewMessageId'>;

/** Shared: the agency reads it and writes too. Internal: the campaign's own, never the agency's. */
export type ReviewThread = 'shared' | 'internal';

export const reviewThreads: readonly ReviewThread[] = ['shared', 'internal'];

/** Something said about a case. It stays as it was said. */
export interface ReviewMessage {
  readonly id: ReviewMessageId;
  readonly thread: ReviewThread;
  readonly side: 'agency' | 'campaign';
  readonly text: string;
  /** Undefined where the reader may not know the name: the campaign's people stay nameless to agencies. */
  readonly writtenBy: string | undefined;
  readonly writtenAt: Date;
}

export type MessageRefusal =
  | { readonly code: 'case-not-found' }
  | { readonly code: 'message-empty' }
  | { readonly code: 'message-too-long' }
  | { readonly code: 'has-ties' };
