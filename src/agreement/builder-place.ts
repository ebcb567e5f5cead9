import type { Acting } from '../database/acting.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import type { AgreementPlace } from './agreement-place.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import type { Answers, BuilderStep } from './builder-step.ts';
import type { DraftOf } from './draft-of.ts';
import type { Party, SideNames } from './party.ts';

/** Where a side writes an agreement, step by step. */
export interface BuilderPlace {
  /** A change of a partnership that is there, an agency's first words to an organization, or what a group will share. */
  readonly about:
    | { readonly is: 'change'; readonly place: AgreementPlace }
    | { readonly is: 'first'; readonly agency: AgencyPlace }
    | { readonly is: 'group'; readonly agency: AgencyPlace };
  /** The steps that are asked here; all of them without it. */
  readonly steps?: readonly BuilderStep[];
  readonly names: SideNames;
  readonly party: Party;
  readonly acting: Acting;
  readonly draft: DraftOf;
  /** What the steps begin from. */
  readonly from: AgreementTerms | Answers;
  /** There is nothing else to begin from than a version of the other side that this side declined. */
  readonly startsFromDeclined?: boolean;
  /** Address of the whole; a step's is beneath it. */
  readonly address: string;
  /** Where somebody goes who stops here. */
  readonly out: string;
  /** The revision of the partnership that a proposal is bound to; 0 while there is none. */
  readonly revision: number;
  /** Nobody speaks for the organization yet: whom to ask has to be said. */
  readonly asksRepresentative: boolean;
  readonly name: string;
}

/** What a page about one step needs of its place. */
export type StepPlace = Pick<
  BuilderPlace,
  'about' | 'names' | 'party' | 'address' | 'out' | 'steps' | 'startsFromDeclined'
>;

export function otherOf({ names, party }: Pick<BuilderPlace, 'names' | 'party'>): string {
  return party.side === 'agency' ? names.partner : names.agency;
}
