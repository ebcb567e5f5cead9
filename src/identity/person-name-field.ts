import { z } from 'zod';

/** Line breaks, control characters and marks that turn the direction of text around: a name in a mail has none. */
const unprintable = /[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu;

/** A person's name as they write it themselves, on one line. */
export function personName(missing: string, tooLong: string) {
  return z
    .string(missing)
    .transform((text) => text.replace(unprintable, ' ').trim())
    .pipe(z.string().min(1, missing).max(100, tooLong));
}
