/** Why an act about acknowledgments is not done. */
export type AcknowledgmentRefusal =
  /** No version is in effect on the day. */
  | { readonly code: 'nothing-in-effect' }
  /** Another version came into effect since the page was shown. */
  | { readonly code: 'version-changed' }
  | { readonly code: 'nobody-ticked' }
  /** Too long ago, somebody else's, or taken back before. */
  | { readonly code: 'roll-call-gone' }
  | { readonly code: 'acknowledgment-not-found' }
  /** Taken back before. */
  | { readonly code: 'acknowledgment-revoked' }
  /** A sending is still under way. */
  | { readonly code: 'mailing-under-way' }
  /** Everybody with an address was asked, or has acknowledged. */
  | { readonly code: 'nobody-to-mail' }
  /** The account isn't linked to anybody who is asked. */
  | { readonly code: 'not-asked' }
  | { readonly code: 'name-unlike'; readonly expected: string };

export type RefusedWith<Code extends AcknowledgmentRefusal['code']> = Extract<
  AcknowledgmentRefusal,
  { readonly code: Code }
>;
