import { checkCredential } from '../credential/check-credential.ts';
import type { CredentialCheck } from '../credential/credential-check.ts';
import { checkSignedPdf } from '../pdf-signature/check-signed-pdf.ts';
import { bearsCredentialTrace } from './credential-trace.ts';
import type { Examination, ShownForm, Trust } from './examination.ts';

/** Examines bytes of any kind. Never throws on what they hold; bounded in time and memory by the two checks. */
export async function examine(bytes: Uint8Array, trust: Trust, now: Date): Promise<Examination> {
  if (looksLikePdf(bytes)) return examinePdf(bytes, trust);
  const examination = fromCredential(await checkCredential(bytes, trust.issuer, now), formOf(bytes));
  const isEmptyPicture = examination.is === 'unreadable' && examination.because === 'nothing-baked';
  return isEmptyPicture && bearsCredentialTrace(bytes)
    ? { ...examination, because: 'image-broken' }
    : examination;
}

function looksLikePdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

function examinePdf(bytes: Uint8Array, { certificates }: Trust): Examination {
  const check = checkSignedPdf(bytes, certificates);
  const form = 'pdf';
  switch (check.is) {
    case 'intact': {
      const { document, number, signedBy, signedAt } = check;
      return { is: 'intact', form, facts: { of: 'document', document, number, signedBy, signedAt } };
    }
    case 'altered':
      return { is: 'altered', form, because: 'signature' };
    case 'foreign':
      return { is: 'foreign', form, issuer: undefined };
    case 'unsigned':
      return { is: 'unsigned', form };
    case 'unreadable':
      return { is: 'unreadable', form, because: 'too-large' };
  }
}

function fromCredential(check: CredentialCheck, form: ShownForm): Examination {
  switch (check.is) {
    case 'intact':
    case 'expired':
    case 'not-yet-valid': {
      const { is, credential } = check;
      const facts = { of: 'credential', credential } as const;
      return { is, form: credential.bakedInto ?? credential.form, facts };
    }
    case 'other-picture': {
      const { is, credential } = check;
      return { is, form: credential.bakedInto ?? form, facts: { of: 'credential', credential } };
    }
    case 'altered':
      return { is: 'altered', form, because: check.because };
    case 'foreign':
      return { is: 'foreign', form, issuer: check.issuer };
    case 'unreadable':
      return check.because === 'no-signature'
        ? { is: 'unsigned', form }
        : { is: 'unreadable', form, because: check.because };
  }
}

/** What the first bytes look like; the checks decide by more. */
function formOf(bytes: Uint8Array): ShownForm {
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return 'png';
  const begin = new TextDecoder().decode(bytes.subarray(0, 200)).trimStart();
  if (begin.startsWith('<')) return 'svg';
  if (begin.startsWith('{')) return 'json-ld';
  return begin.startsWith('ey') ? 'vc-jwt' : 'file';
}
