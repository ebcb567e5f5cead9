import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { PersonId } from '../database/acting.ts';
import type { Agreement, Partnership, PartnershipId, Side } from '../partnership/partnership.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import { holdingOn, termStanding } from './term-chain.ts';

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
  /** Both sides have given their word, and nothing later; in effect once its term begins. */
  | { readonly is: 'agreed'; readonly answer: Signature }
  | { readonly is: 'declined'; readonly answer: Signature; readonly reason: string }
  | { readonly is: 'withdrawn'; readonly at: Date }
  /** Another version took its place; `answer` when it had been agreed. It holds until that one begins. */
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
  /** One person does not answer what they proposed. */
  readonly proposer: PersonId;
  readonly state: VersionState;
}

/** The version before the other side now. */
export function waitingVersion(versions: readonly AgreementVersion[]): AgreementVersion | undefined {
  return versions.find(({ state }) => state.is === 'proposed');
}

/** Whether the person proposed what waits: then somebody else answers, also when they changed sides since. */
export function isOwnProposal(versions: readonly AgreementVersion[], person: PersonId): boolean {
  return waitingVersion(versions)?.proposer === person;
}

/** What both sides agreed to last. Its term may still be ahead. */
export function agreedVersion(versions: readonly AgreementVersion[]): AgreementVersion | undefined {
  return versions.find(({ state }) => state.is === 'agreed');
}

/** The version both sides hold to on the day: one that covers it, or whose term is over while nothing follows. */
export function versionInEffect(
  versions: readonly AgreementVersion[],
  today: CalendarDate,
): AgreementVersion | undefined {
  const held = holdingOn(agreedTerms(versions), today)?.version;
  return held && versionStanding(held, versions, today) === 'agreed' ? held : undefined;
}

/** How a version is told of on a day: `agreed` is in effect, `ahead` is agreed and begins later. */
export type VersionStanding = VersionState['is'] | 'ahead';

export function versionStanding(
  { number, state }: Pick<AgreementVersion, 'number' | 'state'>,
  versions: readonly AgreementVersion[],
  today: CalendarDate,
): VersionStanding {
  const agreed = agreedTerms(versions);
  const own = agreed.find(({ version }) => version.number === number);
  if (!own) return state.is;
  const standing = termStanding(own, agreed.slice(0, agreed.indexOf(own)), today);
  if (standing === 'replaced') return 'superseded';
  return standing === 'holds' ? 'agreed' : 'ahead';
}

/** The terms of every version that both sides agreed to, the latest first. */
function agreedTerms(versions: readonly AgreementVersion[]) {
  return versions
    .filter(({ state }) => state.is === 'agreed' || (state.is === 'superseded' && state.answer))
    .toSorted((a, b) => b.number - a.number)
    .map((version) => ({ ...version.terms.arrangement, version }));
}

/** What both sides agreed to last, with the contacts as they are now: they change without a new version. */
export function agreedTermsNow(
  { arrangement: { agencyContact, partnerContact } }: Pick<Partnership, 'arrangement'>,
  { terms }: AgreementVersion,
): AgreementTerms {
  return { ...terms, arrangement: { ...terms.arrangement, agencyContact, partnerContact } };
}

/**
 * The version a side begins its changes from: what waits, else what was agreed last, else its own last word, so that
 * nobody proposes by oversight what they refused. Only who has said nothing yet begins from the other side's words.
 */
export function beginningOf(versions: readonly AgreementVersion[], side: Side): AgreementVersion | undefined {
  const newest = versions.toSorted((a, b) => b.number - a.number);
  return (
    waitingVersion(versions) ??
    agreedVersion(versions) ??
    newest.find((one) => one.side === side) ??
    newest[0]
  );
}

/** Whether a side's changes begin from a version that it declined itself, for want of any other. */
export function startsFromDeclined(versions: readonly AgreementVersion[], side: Side): boolean {
  const beginning = beginningOf(versions, side);
  return beginning?.state.is === 'declined' && beginning.side !== side;
}

/** What a side begins its changes from: see `beginningOf`. */
export function termsToChange(
  partnership: Pick<Partnership, 'arrangement'>,
  versions: readonly AgreementVersion[],
  side: Side,
): AgreementTerms {
  const beginning = beginningOf(versions, side);
  if (!beginning) return { arrangement: partnership.arrangement, memorandum: undefined };
  return beginning.state.is === 'agreed' ? agreedTermsNow(partnership, beginning) : beginning.terms;
}

export function otherSide(side: Side): Side {
  return side === 'agency' ? 'partner' : 'agency';
}
