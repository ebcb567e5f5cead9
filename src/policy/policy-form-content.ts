import { z } from 'zod';
import { type FormFields, sentText } from '../http/form.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { adoptContent, rescindContent } from './adoption-content.ts';
import { formContent, reviewContent } from './draft-facts-content.ts';
import type { PolicyDetails } from './policy.ts';

const errors = formContent.errors;

function day(message: string) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const date = typedDate(text);
      if (date === undefined && text.trim() !== '') context.addIssue({ code: 'custom', message });
      return date;
    });
}

function neededDay(message: string) {
  return z.string(message).transform((text, context) => {
    const date = typedDate(text);
    if (date !== undefined) return date;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** The facts of a version; checks that span two fields run beside the others. */
export const detailsForm = z
  .object({
    title: z.string(errors.title).trim().min(1, errors.title).max(200, errors.title),
    number: z.string().trim().max(100, errors.number).default(''),
    amends: z.string().trim().max(300, errors.amends).default(''),
    accreditation: z.string().trim().max(300, errors.accreditation).default(''),
    issuedOn: day(errors.issuedOn),
    effectiveOn: day(errors.effectiveOn),
    reviewOn: day(errors.reviewOn),
  })
  .refine(({ effectiveOn, reviewOn }) => !effectiveOn || !reviewOn || reviewOn > effectiveOn, {
    path: ['reviewOn'],
    error: errors.reviewOrder,
    when: () => true,
  });

export const adoptForm = z.object({
  name: z
    .string(adoptContent.errors.name)
    .trim()
    .min(1, adoptContent.errors.name)
    .max(200, adoptContent.errors.name),
  on: neededDay(adoptContent.errors.on),
  overComments: z.string().trim().max(2_000, adoptContent.errors.overComments).default(''),
  isFromToday: z
    .string()
    .default('')
    .transform((sent) => sent === 'yes'),
});

export const rescindForm = z.object({
  name: z
    .string(rescindContent.errors.name)
    .trim()
    .min(1, rescindContent.errors.name)
    .max(200, rescindContent.errors.name),
  on: neededDay(rescindContent.errors.on),
  reason: z
    .string(rescindContent.errors.reason)
    .trim()
    .min(1, rescindContent.errors.reason)
    .max(2_000, rescindContent.errors.reason),
});

export const reviewForm = z.object({ reviewOn: neededDay(reviewContent.errors.reviewOn) });

/** Which revision the page showed. A form without it is not one of ours and fits no revision. */
export const revisionField = z.coerce.number().int().catch(0);

export type TypedDetails = Readonly<
  Record<'title' | 'number' | 'amends' | 'accreditation' | 'issuedOn' | 'effectiveOn' | 'reviewOn', string>
>;

export function typedFromSent(sent: FormFields): TypedDetails {
  return {
    title: sentText(sent, 'title'),
    number: sentText(sent, 'number'),
    amends: sentText(sent, 'amends'),
    accreditation: sentText(sent, 'accreditation'),
    issuedOn: sentText(sent, 'issuedOn'),
    effectiveOn: sentText(sent, 'effectiveOn'),
    reviewOn: sentText(sent, 'reviewOn'),
  };
}

export function typedFromDetails(details: PolicyDetails): TypedDetails {
  return {
    title: details.title,
    number: details.number,
    amends: details.amends,
    accreditation: details.accreditation,
    issuedOn: details.issuedOn ?? '',
    effectiveOn: details.effectiveOn ?? '',
    reviewOn: details.reviewOn ?? '',
  };
}
