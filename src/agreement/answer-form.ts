import { z } from 'zod';
import { revisionField } from '../partnership/partnership-form-content.ts';
import { oneLine } from '../question/plain-text.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { confirmContent, renewContent, signedContent } from './agreement-content.ts';
import { builderContent } from './builder-content.ts';

export function line(message: string) {
  return z.string(message).transform(oneLine).pipe(z.string().min(1, message).max(200, message));
}

export function note(message: string) {
  return z.string().trim().max(2_000, message).default('');
}

export function day(message: string) {
  return z
    .string()
    .default('')
    .transform((text, context) => {
      const date = typedDate(text);
      if (date === undefined && text.trim() !== '') context.addIssue({ code: 'custom', message });
      return date;
    });
}

const whole = builderContent.whole.errors;

export const confirmVersionForm = z.object({
  revision: revisionField,
  name: line(confirmContent.errors.name),
  title: line(confirmContent.errors.title),
});

/** Who proposes, and what they say about it: at the end of the builder. */
export const proposalForm = z.object({
  revision: revisionField,
  note: note(whole.note),
  signerName: line(whole.signerName),
  signerTitle: line(whole.signerTitle),
  representativeEmail: z.string().trim().default(''),
});

const always = { when: () => true };
const renewal = renewContent.errors;

/** A new term and review day. `today` is the day at the agency: both dates have to lie ahead. */
export function renewalForm(today: string) {
  return z
    .object({
      revision: revisionField,
      termStartsOn: day(renewal.termStartsOn).refine((date) => date !== undefined, renewal.termStartsOn),
      termEndsOn: day(renewal.termEndsOn),
      reviewOn: day(renewal.reviewOn).refine((date) => date !== undefined, renewal.reviewOn),
      note: note(renewal.note),
      signerName: line(whole.signerName),
      signerTitle: line(whole.signerTitle),
    })
    .refine(({ termEndsOn }) => !termEndsOn || termEndsOn >= today, {
      ...always,
      path: ['termEndsOn'],
      error: renewal.termPast,
    })
    .refine(({ termStartsOn, termEndsOn }) => !termStartsOn || !termEndsOn || termEndsOn > termStartsOn, {
      ...always,
      path: ['termEndsOn'],
      error: renewal.termOrder,
    })
    .refine(({ reviewOn }) => !reviewOn || reviewOn > today, {
      ...always,
      path: ['reviewOn'],
      error: renewal.reviewPast,
    });
}

export const signedForm = z.object({
  revision: revisionField,
  note: note(whole.note),
  signerName: line(whole.signerName),
  signerTitle: line(whole.signerTitle),
});

export const signedFileMissing = signedContent.errors.file;
