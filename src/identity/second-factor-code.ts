import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for one another on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const half = 5;

/** Ten codes such as `k7m2q-x9dfa`, each good once: some 49 random bits, safe behind five tries in 15 minutes. */
export function newBackupCodes(): string[] {
  return Array.from({ length: 10 }, () => {
    const letters = Array.from({ length: 2 * half }, () => alphabet.charAt(randomInt(alphabet.length))).join(
      '',
    );
    return withDash(letters);
  });
}

export type TypedCode =
  | { readonly kind: 'app'; readonly code: string }
  | { readonly kind: 'backup'; readonly code: string };

/** Reads what a person typed: six digits from the app, with or without spaces, or one of the backup codes. */
export function readTypedCode(text: string): TypedCode | undefined {
  const plain = text.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/^\d{6}$/.test(plain)) return { kind: 'app', code: plain };
  return plain.length === 2 * half ? { kind: 'backup', code: withDash(plain) } : undefined;
}

function withDash(letters: string): string {
  return `${letters.slice(0, half)}-${letters.slice(half)}`;
}
