import { isDeepStrictEqual } from 'node:util';
import { isObject, type JsonObject, readBoundedJson } from './bounded-json.ts';
import { checkedCredential } from './checked-credential.ts';
import { altered, type CredentialCheck, unreadable } from './credential-check.ts';
import { claimsOf } from './credential-jwt.ts';
import type { TrustedIssuer } from './credential-key.ts';
import { credentialShape, tokenHeadShape } from './credential-shape.ts';
import { timeliness } from './timeliness.ts';
import { foreignness, keyOf, ownDid, signatureHolds } from './trusted-key.ts';

const token = /^[\w-]+\.[\w-]+\.[\w-]*$/;

export function looksLikeJwt(text: string): boolean {
  return token.test(text);
}

/** Checks a VC-JWT. Its head names a key of ours and nothing else; what it brings along is not looked at. */
export function checkJwt(text: string, issuer: TrustedIssuer, now: Date): CredentialCheck {
  const [head = '', body = '', end = ''] = text.split('.');
  const sentHead = jsonIn(head);
  const payload = jsonIn(body);
  if (!payload.ok) return unreadable(payload.refusal.code);
  if (end === '') return unreadable('no-signature');
  if (!sentHead.ok) return altered('token-head');
  const { iss, jti, nbf, exp, sub, ...document } = payload.value;
  const foreign = foreignness(document, sentHead.value.kid, issuer);
  if (foreign) return foreign;
  const read = tokenHeadShape.safeParse(sentHead.value).data;
  if (!read) return altered('token-head');
  const named = isObject(document.issuer) ? document.issuer.id : undefined;
  const key = keyOf(issuer, read.kid, ownDid(issuer, named));
  if (!key) return { is: 'foreign', because: 'unknown-key' };
  const signature = Buffer.from(end, 'base64url');
  const isPlain = signature.toString('base64url') === end;
  if (!isPlain || !signatureHolds(key, Buffer.from(`${head}.${body}`), signature))
    return altered('signature');
  const credential = credentialShape.safeParse(document).data;
  if (!credential || !ownDid(issuer, credential.issuer.id)) return altered('form');
  const claims = withoutAbsent({ iss, jti, nbf, exp, sub });
  if (!isDeepStrictEqual(claims, withoutAbsent(claimsOf(credential)))) return altered('token-claims');
  return timeliness(checkedCredential(credential, 'vc-jwt', key.id), now);
}

function jsonIn(part: string) {
  return readBoundedJson(Buffer.from(part, 'base64url').toString('utf8'));
}

function withoutAbsent(claims: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}
