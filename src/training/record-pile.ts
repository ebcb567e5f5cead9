import type { StaffId } from '../roster/staff-member.ts';

/**
 * Records of one person as written that share a fate: those that wait, those left out, or those that somebody said
 * were one person's. Where two people share a name, the records written with it may lie in several piles.
 */
export type Pile = 'waiting' | 'set-aside' | StaffId;

/** A pile as somebody saw it when they decided about it. */
export interface SeenPile {
  readonly pile: Pile;
  /** Changes with what lies in the pile: see `findPile`. */
  readonly stamp: string;
}

/** What somebody said last about records of a person as written. */
export interface LastDecision {
  readonly by: string;
  readonly at: Date;
  readonly pile: Pile;
  /** Of records left out: why. */
  readonly reason: string;
}

export function pileOf({ staffId }: { readonly staffId: StaffId | undefined }): Pile {
  return staffId ?? 'set-aside';
}
