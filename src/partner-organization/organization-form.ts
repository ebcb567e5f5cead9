import { z } from 'zod';
import { type FormFields, sentList, sentText } from '../http/form.ts';
import { emailField } from '../identity/email-address.ts';
import { oneLine } from '../question/plain-text.ts';
import { factsFields } from './organization-content.ts';
import { type OrganizationFacts, partnerKinds } from './partner-organization.ts';
import { placesIn } from './place-served.ts';

const { errors } = factsFields;

/** Ticked boxes: one comes as a text, several as a list, none not at all. */
const kinds = z
  .union([z.string().transform((one) => [one]), z.array(z.string())])
  .default([])
  .transform((sent) => partnerKinds.filter((kind) => sent.includes(kind)))
  .refine((ticked) => ticked.length > 0, errors.kinds);

const facts = {
  name: z.string(errors.name).transform(oneLine).pipe(z.string().min(2, errors.name).max(200, errors.name)),
  kinds,
  placesServed: z
    .string(errors.placesServed)
    .max(6_000, errors.placesServed)
    .transform(placesIn)
    .refine(
      (places) => places.length > 0 && places.length <= 40 && places.every((place) => place.length <= 120),
      errors.placesServed,
    ),
  website: z
    .string()
    .trim()
    .max(300, errors.website)
    .default('')
    .transform((text) => (text === '' ? undefined : text))
    .pipe(z.url({ protocol: /^https?$/, error: errors.website }).optional()),
  phone: z.string().default('').transform(oneLine).pipe(z.string().max(40, errors.phone)),
  email: optionalEmail(errors.email),
};

/** An email address, or none. */
export function optionalEmail(message: string) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text) => (text === '' ? undefined : text))
    .pipe(emailField(message).optional());
}

/** Which revision the page showed. A form without it is not one of ours and fits no revision. */
export const revisionField = z.coerce.number().int().catch(0);

export const addForm = z.object({ ...facts, another: z.string().default('') });

export const profileForm = z.object({ ...facts, revision: revisionField });

/** The facts as a form shows them. */
export interface TypedFacts {
  readonly name: string;
  readonly kinds: readonly string[];
  readonly placesServed: string;
  readonly website: string;
  readonly phone: string;
  readonly email: string;
}

export function typedFromSent(fields: FormFields): TypedFacts {
  return {
    name: sentText(fields, 'name'),
    kinds: sentList(fields, 'kinds'),
    placesServed: sentText(fields, 'placesServed'),
    website: sentText(fields, 'website'),
    phone: sentText(fields, 'phone'),
    email: sentText(fields, 'email'),
  };
}

export function typedFromFacts(known: OrganizationFacts): TypedFacts {
  return {
    name: known.name,
    kinds: known.kinds,
    placesServed: known.placesServed.join('\n'),
    website: known.website ?? '',
    phone: known.phone ?? '',
    email: known.email ?? '',
  };
}
