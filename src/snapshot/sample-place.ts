import type { Brand } from '../brand.ts';
import type { StoredFileId } from '../files/file-actions.ts';
import type { PersonName } from '../person-name/person-name.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { CountedRecord, Pseudonym } from './counted-person.ts';
import type { ProofState } from './sample-standing.ts';

export type SampleProofId = Brand<'SampleProofId'>;

/** One place of a sample: a record under its pseudonyms, and where its proof stands. */
export interface SamplePlace {
  /** From 1 on, in the order drawn. */
  readonly place: number;
  readonly person: Pseudonym;
  readonly kind: 'sworn' | 'non-sworn';
  readonly category: string;
  readonly record: CountedRecord;
  readonly state: ProofState;
  /** What was shown last. */
  readonly proof: { readonly id: SampleProofId; readonly file: StoredFileId } | undefined;
  /** The reviewer's word about it; '' without one. */
  readonly word: string;
}

/** A file that the agency keeps already as proof of a record. */
export interface KeptProof {
  readonly file: StoredFileId;
  readonly name: string;
}

/** The same place as the agency sees it. */
export interface SampledPerson extends SamplePlace {
  /** Undefined once the person is gone from the roster, as after an import that was undone. */
  readonly staff: { readonly id: StaffId; readonly name: PersonName; readonly number: string } | undefined;
  /** The course in the agency's own words, which nobody else sees; '' once the record is gone. */
  readonly ownTitle: string;
  readonly kept: readonly KeptProof[];
}

/** What a reviewer finds about a proof. `asked-again`: it can't be used, and another one is wanted. */
export const proofDecisions = ['accepted', 'failed', 'asked-again'] as const;
export type ProofDecision = (typeof proofDecisions)[number];

/** Letters of a reviewer's word about a proof. */
export const longestWord = 1_000;

export type SampleRefusal =
  | { readonly code: 'submission-not-found' | 'record-not-found' }
  /** The review has gone on: nothing more is shown or decided. */
  | { readonly code: 'review-ended' }
  | { readonly code: 'not-the-reviewer' }
  /** Decided already: what held needs no other proof, and what failed can't be mended in this round. */
  | { readonly code: 'record-accepted' | 'record-failed' }
  | { readonly code: 'proof-not-kept' }
  | { readonly code: 'nothing-shown' }
  /** The agency showed another file a moment before. */
  | { readonly code: 'proof-changed' }
  | { readonly code: 'word-missing' };
