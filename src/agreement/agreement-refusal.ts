import type {
  NothingWaits,
  OwnAgency,
  RepresentativeRefusal,
  StaleAnswer,
} from '../partnership/partnership-refusal.ts';

/** What is proposed says the same as what is in effect. */
export type NothingChanged = { readonly code: 'nothing-changed' };

/** A renewal would set a version of the other side aside that waits for an answer. */
export type AnswerFirst = { readonly code: 'answer-first'; readonly version: number };

/** The other side's version has to be answered with another one: a side has nothing of its own to take back. */
export type VersionRefusal =
  | StaleAnswer
  | NothingWaits
  | OwnAgency
  | RepresentativeRefusal
  | NothingChanged
  | AnswerFirst;
