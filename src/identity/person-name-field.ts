import { z } from 'zod';

/** A person's name as they write it themselves. */
export function personName(missing: string, tooLong: string) {
  return z.string(missing).trim().min(1, missing).max(100, tooLong);
}
