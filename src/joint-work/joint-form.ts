import { z } from 'zod';
import { oneLine } from '../question/plain-text.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { holdsPersonalData } from './attendee.ts';

/** Which revision the page showed. A form without it is not one of ours and fits no revision. */
export const revision = z.coerce.number().int().catch(0);

/** One line that must be there. */
export function line(message: string, longest: number) {
  return z
    .string(message)
    .transform(oneLine)
    .pipe(z.string().min(1, message).max(longest, `${message}, in ${longest} letters or fewer`));
}

/** One line that may be empty. */
export function optionalLine(message: string, longest: number) {
  return z.string().default('').transform(oneLine).pipe(z.string().max(longest, message));
}

/** Text of several lines that may be empty. */
export function longText(message: string, longest: number) {
  return z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(z.string().max(longest, message));
}

export function day(message: string) {
  return z.string(message).transform((text, context) => {
    const date = typedDate(text);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** Names as they are typed: no addresses and numbers of people. */
export function namesOnly(message: string, personal: string, longest: number) {
  return z
    .string()
    .default('')
    .transform((text) => text.trim())
    .pipe(
      z
        .string()
        .max(longest, message)
        .refine((text) => !holdsPersonalData(text), personal),
    );
}

export const reasonText = (message: string) =>
  z.object({
    revision,
    reason: z
      .string(message)
      .trim()
      .min(1, message)
      .max(1000, 'Shorten the reason to 1,000 letters or fewer'),
  });

export const revisionOnly = z.object({ revision });
