import { createHash, randomBytes } from 'node:crypto';

/** A secret for a link: 256 random bits that need no escaping in an address. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token: who reads the database can't rebuild the link. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The form in which better-auth keeps the token of a sign-in link. */
export function storedLinkToken(token: string): string {
  return tokenHash(token).toString('base64url');
}
