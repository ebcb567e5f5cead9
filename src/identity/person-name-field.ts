import { z } from 'zod';
import { oneLine } from '../question/plain-text.ts';

/** A person's name as they write it themselves, on one line. */
export function personName(missing: string, tooLong: string) {
  return z.string(missing).transform(oneLine).pipe(z.string().min(1, missing).max(100, tooLong));
}
