import type {
  NothingWaits,
  OwnAgency,
  RepresentativeRefusal,
  StaleAnswer,
} from '../partnership/partnership-refusal.ts';

/** What is proposed says the same as what is in effect. */
export type NothingChanged = { readonly code: 'nothing-changed' };

/** The other side's version has to be answered with another one: a side has nothing of its own to take back. */
export type VersionRefusal = StaleAnswer | NothingWaits | OwnAgency | RepresentativeRefusal | NothingChanged;
