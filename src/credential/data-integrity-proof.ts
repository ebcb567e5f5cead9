import { sign } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { bundledContexts } from './bundled-contexts.ts';
import { xsdTime } from './credential-frame.ts';
import type { CredentialKey } from './credential-key.ts';
import { keyUrlOf } from './did-web.ts';

/**
 * Adds a data integrity proof (eddsa-rdfc-2022) made with the issuer's key. The proof stands in a list of one, as the
 * schema of Open Badges 3.0 has it.
 */
export async function withProof<Document extends object>(
  document: Document,
  issuer: { readonly did: string; readonly key: CredentialKey },
  at: Date,
): Promise<Document & { readonly proof: readonly [object] }> {
  const suite = new DataIntegrityProof({
    signer: signerOf(issuer.did, issuer.key),
    date: xsdTime(at),
    cryptosuite,
  });
  const credential = structuredClone(document);
  const signed = await issue({ credential, suite, documentLoader: bundledContexts, now: xsdTime(at) });
  return { ...signed, proof: [signed.proof] };
}

function signerOf(did: string, key: CredentialKey) {
  return {
    id: keyUrlOf(did, key.id),
    algorithm: 'Ed25519',
    sign: async ({ data }: { readonly data: Uint8Array }) => new Uint8Array(sign(null, data, key.privateKey)),
  };
}
