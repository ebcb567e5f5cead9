import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import type { Signature } from '../agreement/agreement-version.ts';
import type { Brand } from '../brand.ts';
import type { AgencyId, PartnerId } from '../database/acting.ts';
import type { Contact } from '../partnership/partnership.ts';

export type JointGroupId = Brand<'JointGroupId'>;
export type JointMemberId = Brand<'JointMemberId'>;

export const groupKinds = ['county', 'region', 'state-association', 'other'] as const;
export type GroupKind = (typeof groupKinds)[number];

/** Agencies and partners that come together under one agreement. */
export interface JointGroup {
  readonly id: JointGroupId;
  readonly name: string;
  readonly kind: GroupKind;
  /** The agency that writes the agreement and asks the others. */
  readonly lead: { readonly agency: AgencyId; readonly name: string };
  readonly state:
    | { readonly is: 'preparing' }
    | { readonly is: 'open' }
    | { readonly is: 'ended'; readonly at: Date; readonly reason: string };
  /** The version that everybody is asked for; 0 while the lead is still writing. */
  readonly version: number;
}

/** One version of the agreement. Its contacts are empty: each party gives its own. */
export interface JointVersion {
  readonly number: number;
  readonly terms: AgreementTerms;
  readonly note: string;
  readonly proposed: Signature;
}

/** What each party gives for itself when it joins or confirms. */
export interface PartyContact extends Contact {
  /** A number that is answered day and night, or `noAlways`. */
  readonly always: string;
}

export type MemberStateName = 'asked' | 'joined' | 'declined' | 'left' | 'withdrawn';
export type PartnerStateName = 'asked' | 'confirmed' | 'declined' | 'left' | 'withdrawn';

interface Party {
  readonly name: string;
  readonly askedAt: Date | undefined;
  /** The version that the party gave its word to. */
  readonly version: number | undefined;
  readonly contact: PartyContact;
  readonly answered: Signature | undefined;
  /** Why it declined or left; '' else. */
  readonly reason: string;
}

/** An agency of the list. Until it is in the program it has an address only. */
export interface JointMember extends Party {
  readonly id: JointMemberId;
  readonly agency: AgencyId | undefined;
  readonly email: string | undefined;
  readonly state: MemberStateName;
}

export interface JointPartner extends Party {
  readonly partner: PartnerId;
  readonly state: PartnerStateName;
  readonly representativeEmail: string | undefined;
  /** Whether its word holds for agencies of the list that join later. */
  readonly coversLater: boolean;
  /** The agencies that were on the list when it confirmed: its word holds for no other. */
  readonly covers: readonly AgencyId[];
  readonly isNamedInPublic: boolean;
}

/** Whether what the partner said already makes it a partner of the agency as soon as that joins. */
export function holdsFor(
  { state, version, coversLater, covers }: Pick<JointPartner, 'state' | 'version' | 'coversLater' | 'covers'>,
  agency: AgencyId,
  group: Pick<JointGroup, 'version'>,
): boolean {
  return state === 'confirmed' && version === group.version && coversLater && covers.includes(agency);
}

/** An agency of the list, as another party of the group reads of it. */
export interface MemberName {
  readonly name: string;
  readonly hasJoined: boolean;
  /** Whether the partner that reads has confirmed, and its word does not hold for this agency. */
  readonly awaitsPartner: boolean;
}

/**
 * The list as a partner reads it before it confirms: a yes is bound to these agencies, in whatever order and whoever of
 * them has joined meanwhile.
 */
export function listShown(members: readonly Pick<MemberName, 'name'>[]): string {
  return JSON.stringify(members.map(({ name }) => name).toSorted());
}

/** Where an agency or a partner stands to the version that is before everybody. */
export type Standing =
  /** Chosen while the lead still writes: nobody has been told. */
  | 'listed'
  /** Asked by its address; it is not in the program yet. */
  | 'not-in-program'
  | 'asked'
  /** It gave its word to an earlier version, which stays in effect for it until it answers. */
  | 'asked-again'
  | 'agreed'
  | 'declined'
  | 'left'
  | 'withdrawn';

export function memberStanding(member: JointMember, group: Pick<JointGroup, 'version'>): Standing {
  if (member.state === 'asked' && group.version > 0 && !member.agency) return 'not-in-program';
  return standing(member.state === 'joined' ? 'agreed' : member.state, member.version, group);
}

export function partnerStanding(
  { state, version }: Pick<JointPartner, 'state' | 'version'>,
  group: Pick<JointGroup, 'version'>,
): Standing {
  return standing(state === 'confirmed' ? 'agreed' : state, version, group);
}

function standing(
  state: 'asked' | 'agreed' | 'declined' | 'left' | 'withdrawn',
  version: number | undefined,
  group: Pick<JointGroup, 'version'>,
): Standing {
  if (state === 'asked') return group.version === 0 ? 'listed' : 'asked';
  return state === 'agreed' && version !== group.version ? 'asked-again' : state;
}

/** Whether a party's answer is awaited. */
export function isAwaited(of: Standing): boolean {
  return of === 'asked' || of === 'asked-again' || of === 'not-in-program';
}

/** How far a group has come, in one look. */
export interface GroupProgress {
  /** Agencies that are asked or have joined: without those taken off the list, and those that said no. */
  readonly agencies: number;
  readonly joined: number;
  /** Agencies that declined or left. */
  readonly declined: number;
  readonly partners: number;
  readonly partnersDeclined: number;
  readonly confirmed: number;
}

/** What has to be there before the lead can put the agreement before everybody. */
export type MissingForOpening = 'agreement' | 'partners' | 'agencies';

export function missingForOpening(
  has: { readonly agreement: boolean } & Pick<GroupProgress, 'partners' | 'agencies'>,
): readonly MissingForOpening[] {
  return (['agreement', 'partners', 'agencies'] as const).filter((part) => !has[part]);
}
