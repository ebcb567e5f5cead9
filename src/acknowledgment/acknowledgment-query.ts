import { z } from 'zod';

/** What the address of a list of the people asked says; what makes no sense there is passed over. */
export const askedQuery = z.object({
  standing: z.enum(['missing', 'acknowledged', 'everyone']).catch('missing'),
  unit: z.string().max(200).catch(''),
  shift: z.string().max(200).catch(''),
  search: z.string().trim().max(100).catch(''),
  sort: z.enum(['name', 'unit', 'shift', 'acknowledged']).catch('name'),
  direction: z.enum(['ascending', 'descending']).catch('ascending'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
