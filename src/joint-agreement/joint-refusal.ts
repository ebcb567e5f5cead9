import type { VersionRefusal } from '../agreement/agreement-refusal.ts';
import type { RepresentativeRefusal } from '../partnership/partnership-refusal.ts';
import type { MissingForOpening } from './joint-agreement.ts';

export type GroupNotFound = { readonly code: 'group-not-found' };
/** The group has ended. */
export type GroupEnded = { readonly code: 'group-ended' };
/** The lead put another version before everybody since the page was shown. */
export type VersionChanged = { readonly code: 'version-changed' };
/** The lead changed the list of agencies since it was shown. */
export type ListChanged = { readonly code: 'list-changed' };
/** The answer was given already, or is nobody's to give any more. */
export type NothingAsked = { readonly code: 'nothing-asked' };
/** An agency speaks for itself, and its people not for the partner of the same agreement. */
export type SpeaksForAgency = { readonly code: 'speaks-for-agency' };
export type NotReady = { readonly code: 'not-ready'; readonly missing: readonly MissingForOpening[] };

export type AnswerToGroup =
  | GroupNotFound
  | GroupEnded
  | VersionChanged
  | ListChanged
  | NothingAsked
  | SpeaksForAgency;
export type LeadRefusal =
  | GroupNotFound
  | GroupEnded
  | VersionChanged
  | NotReady
  | RepresentativeRefusal
  | Extract<VersionRefusal, { code: 'nothing-changed' }>
  | { readonly code: 'organization-not-found' };
