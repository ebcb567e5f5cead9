import { readBase58 } from './base58.ts';
import { isObject, type JsonObject } from './bounded-json.ts';
import { canonicalHash } from './canonical-hash.ts';
import { checkedCredential } from './checked-credential.ts';
import { altered, type CredentialCheck, unreadable } from './credential-check.ts';
import type { TrustedIssuer } from './credential-key.ts';
import { credentialShape, type Proof, proofShape } from './credential-shape.ts';
import { timeliness } from './timeliness.ts';
import { foreignness, keyOf, ownDid, signatureHolds } from './trusted-key.ts';

/** Checks JSON-LD with an `eddsa-rdfc-2022` proof (Data Integrity EdDSA Cryptosuites 1.0, 3.2.2). */
export async function checkJsonLd(
  { proof: sent, ...document }: JsonObject,
  issuer: TrustedIssuer,
  now: Date,
): Promise<CredentialCheck> {
  const [proof, ...more] = Array.isArray(sent) ? sent : [sent];
  if (!isObject(proof)) return unreadable('no-signature');
  const foreign = foreignness(document, proof.verificationMethod, issuer);
  if (foreign) return foreign;
  const read = proofShape.safeParse(proof).data;
  const credential = credentialShape.safeParse(document).data;
  const did = ownDid(issuer, credential?.issuer.id);
  if (!read || !credential || !did || more.length > 0) return altered('form');
  const key = keyOf(issuer, read.verificationMethod, did);
  if (!key) return { is: 'foreign', because: 'unknown-key' };
  const signed = await signedBytes(document, read);
  if (!signed) return altered('vocabulary');
  const signature = readBase58(read.proofValue.slice(1));
  if (!signature || !signatureHolds(key, signed, signature)) return altered('signature');
  return timeliness(checkedCredential(credential, 'json-ld', key.id, read.created), now);
}

/** The bytes the signature is over: the hash of the proof's options, then that of the document. */
async function signedBytes(
  document: JsonObject,
  { proofValue: _, ...options }: Proof,
): Promise<Buffer | undefined> {
  try {
    const ofOptions = await canonicalHash({ '@context': document['@context'], ...options });
    return Buffer.concat([ofOptions, await canonicalHash(document)]);
  } catch {
    // Whatever canonicalization can't take is not what we signed.
    return undefined;
  }
}
