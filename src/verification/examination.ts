import type { AlteredReason, CheckedCredential, UnreadableReason } from '../credential/credential-check.ts';
import type { TrustedIssuer } from '../credential/credential-key.ts';

/** The largest file that is looked at, in MB; none of ours comes near. */
export const mostMegabytes = 16;

/** What somebody can hand in to be checked. */
export type ShownForm = 'pdf' | 'png' | 'svg' | 'json-ld' | 'vc-jwt' | 'file';

/** Whose signatures are believed. */
export interface Trust {
  readonly issuer: TrustedIssuer;
  /** PEM texts of the certificates that documents were ever signed with. */
  readonly certificates: readonly string[];
}

/** What a thing says, once its signature was found good. */
export type SignedFacts =
  | {
      readonly of: 'document';
      readonly document: string;
      readonly number: string;
      readonly signedBy: string;
      readonly signedAt: Date;
    }
  | { readonly of: 'credential'; readonly credential: CheckedCredential };

/** What can be said about a thing from its own bytes and the issuer's public keys, without asking anybody. */
export type Examination = IntactThing | DoubtedThing;

/** A thing that is ours and as we made it, in its time. */
export interface IntactThing {
  readonly is: 'intact';
  readonly form: ShownForm;
  readonly facts: SignedFacts;
}

/** Why nothing can be said about a thing; what bears no signature is `unsigned`. */
export type UnreadableBecause = Exclude<UnreadableReason, 'no-signature'>;

export type DoubtedThing =
  | { readonly is: 'expired' | 'not-yet-valid'; readonly form: ShownForm; readonly facts: SignedFacts }
  /** A credential of ours, whole, in a picture that is none of ours. */
  | {
      readonly is: 'other-picture';
      readonly form: ShownForm;
      readonly facts: SignedFacts & { readonly of: 'credential' };
    }
  | { readonly is: 'altered'; readonly form: ShownForm; readonly because: AlteredReason }
  | { readonly is: 'foreign'; readonly form: ShownForm; readonly issuer: string | undefined }
  | { readonly is: 'unsigned'; readonly form: ShownForm }
  | { readonly is: 'unreadable'; readonly form: ShownForm; readonly because: UnreadableBecause };
