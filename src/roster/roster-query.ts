import { z } from 'zod';

/** What the address of the roster says about whom it shows; what makes no sense there is passed over. */
export const rosterQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  standing: z.enum(['on-staff', 'separated', 'all']).catch('on-staff'),
  sort: z.enum(['name', 'rank', 'unit', 'hired']).catch('name'),
  direction: z.enum(['ascending', 'descending']).catch('ascending'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  done: z.string().catch(''),
});
