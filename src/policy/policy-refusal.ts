import type { AdoptionObstacles } from './policy.ts';

export type PolicyRefusal =
  /** There is no draft: it was adopted, or nobody began one. */
  | { readonly code: 'draft-not-found' }
  /** A draft is there already: it is changed, not begun again. */
  | { readonly code: 'draft-exists' }
  /** The draft, its document or its checklist changed since the page was shown. */
  | { readonly code: 'draft-changed' }
  | { readonly code: 'policy-not-ready'; readonly obstacles: AdoptionObstacles }
  /** Partners wait for an answer, and no reason was given for adopting without one. */
  | { readonly code: 'comments-waiting' }
  | { readonly code: 'signature-unlike'; readonly expected: string }
  | { readonly code: 'adopted-in-future' }
  /** The document was read anew, or the page was put together by hand. */
  | { readonly code: 'passage-not-found' }
  /** Nobody could be asked to look at the draft. */
  | { readonly code: 'no-active-partner' }
  /** The draft was adopted, or partner review ended, since the page was shown. */
  | { readonly code: 'not-in-partner-review' }
  | { readonly code: 'comment-not-found' }
  | { readonly code: 'rescinded-in-future' }
  | { readonly code: 'adopted-not-found' }
  | { readonly code: 'review-not-later' };

export type RefusedWith<Code extends PolicyRefusal['code']> = Extract<PolicyRefusal, { readonly code: Code }>;
