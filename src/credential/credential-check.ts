/** Why nothing can be said about a text or an image. */
export type UnreadableReason =
  /** More bytes than any credential of ours has. */
  | 'too-large'
  | 'not-a-credential'
  /** Deeper, or of more parts, than any credential of ours. */
  | 'too-complex'
  /** An object says one name twice; readers differ on which counts. */
  | 'name-twice'
  /** Neither a PNG nor an SVG, whatever lies in it. */
  | 'not-a-picture'
  /** A PNG or SVG without a credential in it. */
  | 'nothing-baked'
  | 'several-baked'
  /** The baked text is packed; Open Badges 3.0 wants it plain, and packed text can swell without end. */
  | 'baked-compressed'
  /** The image itself can't be followed to its end. */
  | 'image-broken'
  /** There is no signature that we could check: none at all, or of another kind. */
  | 'no-signature';

/** Whose it is instead. */
export type ForeignReason = 'other-issuer' | 'unknown-key';

export type AlteredReason =
  /** Signature and content do not belong together. */
  | 'signature'
  /** It is not of the form in which every credential of this issuer is. */
  | 'form'
  /** Its words lean on a vocabulary that does not come with the program. */
  | 'vocabulary'
  /** The head of the token is not the one we write: another algorithm, or keys brought along. */
  | 'token-head'
  /** The token says about itself what its credential does not. */
  | 'token-claims'
  /** A checksum of the image is wrong: it was damaged or edited. */
  | 'image-checksum';

export type CredentialForm = 'json-ld' | 'vc-jwt';

/** What an untouched credential says. Whether it was ended since, its status list tells: this check asks nobody. */
export interface CheckedCredential {
  readonly form: CredentialForm;
  /** The image it was baked into. */
  readonly bakedInto?: 'png' | 'svg';
  readonly id: string;
  readonly issuer: { readonly did: string; readonly name: string };
  /** The id of the key, without the issuer's DID. */
  readonly key: string;
  /** When it was signed, where it says so: a token doesn't. ISO 8601 in UTC. */
  readonly signedAt?: string;
  /** ISO 8601 in UTC. */
  readonly validFrom: string;
  readonly validUntil?: string;
  /** Where its status stands, for who can look. */
  readonly status: { readonly list: number; readonly index: number };
  readonly about:
    | {
        readonly is: 'agency';
        /** The number of its certificate. */
        readonly number: string;
        readonly agencyName: string;
        readonly place: string;
        /** SHA-256, 64 hex digits. */
        readonly snapshotSha256: string;
      }
    | {
        readonly is: 'training';
        readonly holder: string;
        readonly emailHash: string;
        readonly salt: string;
        readonly training: string;
        readonly completedOn: string;
        readonly agencyName: string;
      };
}

/** The answer about a credential that somebody shows, from its text and the issuer's public keys alone. */
export type CredentialCheck =
  | { readonly is: 'intact'; readonly credential: CheckedCredential }
  /** Untouched, but its time has not come or is over. */
  | { readonly is: 'expired' | 'not-yet-valid'; readonly credential: CheckedCredential }
  /** The credential is untouched. The picture around it is none that its issuer drew for it: it may show anything. */
  | { readonly is: 'other-picture'; readonly credential: CheckedCredential }
  | { readonly is: 'altered'; readonly because: AlteredReason }
  | { readonly is: 'foreign'; readonly because: ForeignReason; readonly issuer?: string }
  | { readonly is: 'unreadable'; readonly because: UnreadableReason };

export function altered(because: AlteredReason): CredentialCheck {
  return { is: 'altered', because };
}

export function unreadable(because: UnreadableReason): CredentialCheck {
  return { is: 'unreadable', because };
}
