import { z } from 'zod';
import { coursePageContent } from './course-page-content.ts';

const { errors } = coursePageContent;

/** What an agency says a doubtful course was. */
export const courseDecisionForm = z.object({
  key: z.string(),
  counts: z.enum(['yes', 'no'], { error: errors.counts }).transform((answer) => answer === 'yes'),
  reason: z.string({ error: errors.reason }).trim().min(1, errors.reason).max(500, errors.reason),
});

/** What an agency asks the campaign to accept. */
export const proposalForm = z.object({
  key: z.string(),
  program: z.enum(['advanced-equivalent', 'base-equivalent'], { error: errors.program }),
  hours: z
    .string({ error: errors.hours })
    .trim()
    .regex(/^\d{1,3}([.,]\d{1,2})?$/, errors.hours)
    .transform((typed) => Number(typed.replace(',', '.')))
    .refine((hours) => hours > 0, errors.hours),
  validityMonths: z
    .string()
    .trim()
    .optional()
    .default('')
    .refine((typed) => typed === '' || /^[1-9]\d{0,2}$/.test(typed), errors.validity)
    .transform((typed) => (typed === '' ? undefined : Number(typed))),
  offeredBy: z.string({ error: errors.offeredBy }).trim().min(1, errors.offeredBy).max(200, errors.offeredBy),
  onlyThere: z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined),
  note: z.string({ error: errors.note }).trim().min(1, errors.note).max(2000, errors.note),
});
