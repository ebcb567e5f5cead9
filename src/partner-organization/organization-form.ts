import { z } from 'zod';
import { oneLine } from '../question/plain-text.ts';
import { addContent } from './organization-content.ts';
import { partnerKinds } from './partner-organization.ts';

function line(message: string, longest: number) {
  return z.string(message).transform(oneLine).pipe(z.string().min(1, message).max(longest, message));
}

/** Ticked boxes: one comes as a text, several as a list, none not at all. */
const kinds = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((sent) => partnerKinds.filter((kind) => sent.includes(kind)))
  .refine((ticked) => ticked.length > 0, addContent.errors.kinds);

export const organizationForm = z.object({
  name: line(addContent.errors.name, 200).refine((name) => name.length >= 2, addContent.errors.name),
  kinds,
  placesServed: line(addContent.errors.placesServed, 300),
  website: z
    .string()
    .trim()
    .max(300, addContent.errors.website)
    .default('')
    .transform((text) => (text === '' ? undefined : text))
    .pipe(z.url({ protocol: /^https?$/, error: addContent.errors.website }).optional()),
  another: z.string().default(''),
});
