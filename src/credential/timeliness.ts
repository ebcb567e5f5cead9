import { altered, type CheckedCredential, type CredentialCheck } from './credential-check.ts';

/** Clocks differ; a credential that was issued a moment ago is not from the future. */
const clockSkew = 5 * 60_000;

/** The answer about an untouched credential at a moment. */
export function timeliness(credential: CheckedCredential | undefined, now: Date): CredentialCheck {
  if (!credential) return altered('form');
  const { validFrom, validUntil } = credential;
  if (Date.parse(validFrom) > now.getTime() + clockSkew) return { is: 'not-yet-valid', credential };
  if (validUntil && Date.parse(validUntil) < now.getTime()) return { is: 'expired', credential };
  return { is: 'intact', credential };
}
