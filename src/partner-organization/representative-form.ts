import { z } from 'zod';
import { emailField } from '../identity/email-address.ts';
import { oneLine } from '../question/plain-text.ts';
import { representativeContent } from './representative-content.ts';

const { errors } = representativeContent.invite;

export const inviteForm = z.object({
  name: z
    .string()
    .default('')
    .transform(oneLine)
    .pipe(z.string().max(100, errors.name))
    .transform((name) => (name === '' ? undefined : name)),
  email: emailField(errors.email),
});

export interface TypedInvitation {
  readonly name: string;
  readonly email: string;
}
