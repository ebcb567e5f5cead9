import type { Signature } from '../agreement/agreement-version.ts';
import type { PersonId } from '../database/acting.ts';
import type { PartyContact } from './joint-agreement.ts';

/** A party's yes to a version. */
export interface WordGiven {
  readonly version: number;
  readonly contact: PartyContact;
  readonly by: PersonId;
  readonly signature: Signature;
}

/** A party's no, with its reason. */
export interface NoGiven {
  readonly state: 'declined' | 'left';
  readonly by: PersonId;
  readonly signature: Signature;
  readonly reason: string;
}
