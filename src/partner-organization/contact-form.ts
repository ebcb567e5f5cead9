import { z } from 'zod';
import { type FormFields, sentText } from '../http/form.ts';
import { oneLine } from '../question/plain-text.ts';
import { optionalEmail, revisionField } from './organization-form.ts';
import type { ContactFacts } from './partner-contact.ts';
import { profileContent } from './profile-content.ts';

const { errors } = profileContent.contacts;

function line(message: string) {
  return z.string(message).transform(oneLine).pipe(z.string().min(1, message).max(200, message));
}

export const contactForm = z
  .object({
    name: line(errors.name),
    role: line(errors.role),
    phone: z.string().default('').transform(oneLine).pipe(z.string().max(40, errors.phone)),
    email: optionalEmail(errors.email),
    revision: revisionField,
  })
  .refine(({ phone, email }) => phone !== '' || email !== undefined, {
    when: () => true,
    path: ['phone'],
    error: errors.reach,
  });

export interface TypedContact {
  readonly name: string;
  readonly role: string;
  readonly phone: string;
  readonly email: string;
}

export function typedContactFromSent(fields: FormFields): TypedContact {
  return {
    name: sentText(fields, 'name'),
    role: sentText(fields, 'role'),
    phone: sentText(fields, 'phone'),
    email: sentText(fields, 'email'),
  };
}

export function typedContact(contact: ContactFacts): TypedContact {
  return { ...contact, email: contact.email ?? '' };
}
