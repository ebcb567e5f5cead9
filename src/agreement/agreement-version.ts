import type { Agreement, Partnership, PartnershipId, Side } from '../partnership/partnership.ts';
import type { AgreementTerms } from './agreement-terms.ts';

/** A person's word for one side, as typed. */
export interface Signature {
  readonly name: string;
  /** Title or role. */
  readonly title: string;
  readonly at: Date;
}

export type VersionState =
  /** Before the other side. */
  | { readonly is: 'proposed' }
  /** In effect: both sides have given their word. */
  | { readonly is: 'agreed'; readonly answer: Signature }
  | { readonly is: 'declined'; readonly answer: Signature; readonly reason: string }
  | { readonly is: 'withdrawn'; readonly at: Date }
  /** Another version took its place; `answer` when it had been in effect. */
  | { readonly is: 'superseded'; readonly at: Date; readonly answer: Signature | undefined };

export interface AgreementVersion {
  readonly partnership: PartnershipId;
  /** Counted from 1 within the partnership. */
  readonly number: number;
  /** Who proposed it. */
  readonly side: Side;
  readonly terms: AgreementTerms;
  /** The signed document, or the memorandum as both sides confirmed it. */
  readonly document: Agreement | undefined;
  readonly note: string;
  /** Proposed to go on as before, with a new term and review day. */
  readonly renews: boolean;
  /** The proposer's own confirmation is part of proposing. */
  readonly proposed: Signature;
  readonly state: VersionState;
}

/** The version before the other side now. */
export function waitingVersion(versions: readonly AgreementVersion[]): AgreementVersion | undefined {
  return versions.find(({ state }) => state.is === 'proposed');
}

/** The version both sides hold to now. */
export function versionInEffect(versions: readonly AgreementVersion[]): AgreementVersion | undefined {
  return versions.find(({ state }) => state.is === 'agreed');
}

/**
 * What a side begins its changes from: what waits, else what is in effect, else what was last said. Contacts may have
 * been brought up to date since without a new version.
 */
export function termsToChange(
  partnership: Pick<Partnership, 'arrangement'>,
  versions: readonly AgreementVersion[],
): AgreementTerms {
  const waiting = waitingVersion(versions);
  if (waiting) return waiting.terms;
  const last = versionInEffect(versions) ?? versions.toSorted((a, b) => b.number - a.number)[0];
  return { arrangement: partnership.arrangement, memorandum: last?.terms.memorandum };
}

export function otherSide(side: Side): Side {
  return side === 'agency' ? 'partner' : 'agency';
}
