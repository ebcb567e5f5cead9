import type { Certificate } from '../certification/certificate.ts';
import type { CertificateStanding } from '../certification/certificate-standing.ts';
import type { DoubtedThing, ShownForm, SignedFacts } from './examination.ts';

/** What is known about a thing that was handed in: what it says itself, and what the register says of it today. */
export type Finding =
  | {
      readonly is: 'known';
      readonly form: ShownForm;
      readonly facts: SignedFacts;
      readonly certificate: Certificate;
      readonly standing: CertificateStanding;
      /** A credential that a suspension ended for good: once that is over, the agency has a new one. */
      readonly isReplaced: boolean;
    }
  /** A staff member's own training. */
  | {
      readonly is: 'training';
      readonly form: ShownForm;
      readonly facts: SignedFacts & { readonly of: 'credential' };
      readonly isEnded: boolean;
    }
  /** Signed by us and whole, and yet the register doesn't have it. */
  | { readonly is: 'not-registered'; readonly form: ShownForm; readonly facts: SignedFacts }
  | DoubtedThing;
