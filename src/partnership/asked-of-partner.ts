import type { Partnership } from './partnership.ts';

/** What the partner says yes or no to: the partnership as such, a change of the agreement, or its going on. */
export type AskedOfPartner = 'partnership' | 'change' | 'renewal';

/** `waiting` is the version of the agreement before the partner, if there is one. */
export function askedOfPartner(
  { state }: Pick<Partnership, 'state'>,
  waiting: { readonly renews: boolean } | undefined,
): AskedOfPartner {
  if (state.is !== 'active') return 'partnership';
  return waiting?.renews ? 'renewal' : 'change';
}
