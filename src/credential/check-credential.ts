import { type JsonObject, readBoundedJson } from './bounded-json.ts';
import { checkJsonLd } from './check-json-ld.ts';
import { checkJwt, looksLikeJwt } from './check-jwt.ts';
import { altered, type CredentialCheck, unreadable } from './credential-check.ts';
import type { TrustedIssuer } from './credential-key.ts';
import { isSealedBy } from './picture-seal.ts';
import { type BakedCredential, isPng, readBakedPng } from './png-badge.ts';
import { readBakedSvg } from './svg-badge.ts';

/** Badges of others are pictures of up to some hundred kilobytes. */
const mostBytes = 4 * 1024 * 1024;

/**
 * Checks what somebody shows: JSON-LD, VC-JWT, or a PNG or SVG with one of them baked in. It asks nobody and keeps
 * nothing; it always answers, soon and with little memory, whatever it is given. Whether an intact credential was ended
 * since stands in its status list (`isStatusEnded`).
 */
export async function checkCredential(
  shown: string | Uint8Array,
  issuer: TrustedIssuer,
  now: Date,
): Promise<CredentialCheck> {
  if (shown.length > mostBytes) return unreadable('too-large');
  if (typeof shown !== 'string' && isPng(shown)) {
    const baked = readBakedPng(shown);
    if (baked.ok) return checkBaked('png', baked.value, issuer, now);
    const { code } = baked.refusal;
    return code === 'image-checksum' ? altered(code) : unreadable(code);
  }
  const text = (typeof shown === 'string' ? shown : new TextDecoder().decode(shown)).trim();
  if (!text.startsWith('<')) return checkText(text, issuer, now);
  const baked = readBakedSvg(text);
  return baked.ok ? checkBaked('svg', baked.value, issuer, now) : unreadable(baked.refusal.code);
}

function checkText(
  sent: string,
  issuer: TrustedIssuer,
  now: Date,
): Promise<CredentialCheck> | CredentialCheck {
  const text = sent.trim();
  if (looksLikeJwt(text)) return checkJwt(text, issuer, now);
  const json = readBoundedJson(text);
  if (!json.ok) return unreadable(json.refusal.code);
  return isCredential(json.value) ? checkJsonLd(json.value, issuer, now) : unreadable('not-a-credential');
}

function isCredential(json: JsonObject): boolean {
  return '@context' in json && 'credentialSubject' in json;
}

/** A credential is worth what it says; the picture around it only what its seal says. */
async function checkBaked(
  bakedInto: 'png' | 'svg',
  { text, sealed }: BakedCredential,
  issuer: TrustedIssuer,
  now: Date,
): Promise<CredentialCheck> {
  const check = await checkText(text, issuer, now);
  if (!('credential' in check)) return check;
  const credential = { ...check.credential, bakedInto };
  const isOurs = sealed !== undefined && isSealedBy(issuer, sealed);
  return isOurs ? { ...check, credential } : { is: 'other-picture', credential };
}
