import { z } from 'zod';

/** An email address as people type it, in the one form it is kept in: trimmed, lower case. */
export function emailField(missing: string) {
  return z.string(missing).trim().toLowerCase().max(254, missing).pipe(z.email(missing));
}
