import { z } from 'zod';
import { NotFound } from '../http/refused-request.ts';

/** An id out of a path. What is no id at all names nothing, and the database is not asked. */
export function knownId(text: string): string {
  const parsed = z.uuid().safeParse(text);
  if (!parsed.success) throw new NotFound();
  return parsed.data;
}
