import type { Context } from 'hono';
import { z } from 'zod';
import type { Brand } from '../brand.ts';
import { NotFound } from './refused-request.ts';

const uuid = z.uuid();

/** The id in the path under this name. What is no id names nothing: 404, before a query is asked. */
export function pathId<Id extends Brand<string>>(c: Context, name: string): Id {
  const parsed = uuid.safeParse(c.req.param(name));
  if (!parsed.success) throw new NotFound();
  return parsed.data as Id;
}
