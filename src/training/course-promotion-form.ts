import { z } from 'zod';
import { promotionContent } from './course-promotion-content.ts';

const { errors } = promotionContent;

/** What the campaign says when an agency's word on a course shall hold for everyone. */
export const promotionForm = z.object({
  requiredHours: z
    .string()
    .trim()
    .optional()
    .default('')
    .refine((typed) => typed === '' || /^(?!0+([.,]0+)?$)\d{1,3}([.,]\d{1,2})?$/.test(typed), errors.hours)
    .transform((typed) => (typed === '' ? undefined : Number(typed.replace(',', '.')))),
  validityMonths: z
    .string()
    .trim()
    .optional()
    .default('')
    .refine((typed) => typed === '' || /^[1-9]\d{0,2}$/.test(typed), errors.validity)
    .transform((typed) => (typed === '' ? undefined : Number(typed))),
  reason: z.string({ error: errors.reason }).trim().min(1, errors.reason).max(1000, errors.reason),
});
