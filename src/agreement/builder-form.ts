import { z } from 'zod';
import { type FormFields, sentList, sentText } from '../http/form.ts';
import { emailField } from '../identity/email-address.ts';
import { oneLine } from '../question/plain-text.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { type AgreementTerms, alwaysAsTyped, readTerms } from './agreement-terms.ts';
import { fieldWords } from './builder-content.ts';
import {
  type Answers,
  answerList,
  answerText,
  type BuilderField,
  type BuilderStep,
  builderSteps,
  choicesOf,
  isAnswered,
  stepFields,
} from './builder-step.ts';

/** A step as sent: what was typed, tidied where it is clear, and what can't be read at all. */
export interface SentStep {
  readonly answers: Answers;
  readonly errors: FormErrors;
}

/** Reads one step. An empty field is no error here: a draft may be saved half done. */
export function readStep(step: BuilderStep, sent: FormFields): SentStep {
  const read = stepFields[step].map((field) => ({ field, ...readField(field, sent) }));
  const answers = Object.fromEntries(read.map(({ field, value }) => [field.name, value]));
  const wrong = read.filter(({ isWrong }) => isWrong).map(({ field: { name } }) => [name, instruction(name)]);
  return { answers, errors: { ...Object.fromEntries(wrong), ...termOrder(answers) } };
}

interface ReadField {
  readonly value: string | readonly string[];
  readonly isWrong: boolean;
}

const longest = { text: 4_000, line: 200, name: 200, phone: 40 } as const;

function readField({ name, kind }: BuilderField, sent: FormFields): ReadField {
  const typed = sentText(sent, name).trim();
  switch (kind) {
    case 'services':
    case 'sharing':
      return {
        value: choicesOf(kind).filter((choice) => sentList(sent, name).includes(choice)),
        isWrong: false,
      };
    case 'text':
      return { value: typed, isWrong: typed.length > longest.text };
    case 'line':
    case 'name':
    case 'phone': {
      const value = oneLine(typed);
      return { value, isWrong: value.length > longest[kind] };
    }
    case 'email': {
      const email = emailField(instruction(name)).safeParse(typed);
      return { value: email.success ? email.data : typed, isWrong: typed !== '' && !email.success };
    }
    case 'date': {
      const date = typedDate(typed);
      return { value: date ?? typed, isWrong: typed !== '' && !date };
    }
    case 'days':
      return {
        value: typed,
        isWrong:
          typed !== '' &&
          !z
            .string()
            .regex(/^\d{1,3}$/)
            .safeParse(typed).success,
      };
  }
}

function instruction(name: string): string {
  return fieldWords[name]?.error ?? 'Enter this again';
}

function termOrder(answers: Answers): FormErrors {
  const first = answerText(answers, 'termStartsOn');
  const last = answerText(answers, 'termEndsOn');
  const isBackwards = first !== '' && last !== '' && last <= first;
  return isBackwards ? { termEndsOn: 'Enter a last day that comes after the first day of the term' } : {};
}

/** A needed field that is still empty, and the step that asks it. */
export interface MissingAnswer {
  readonly step: BuilderStep;
  readonly field: string;
}

export type Whole =
  | { readonly isComplete: true; readonly terms: AgreementTerms }
  | { readonly isComplete: false; readonly missing: readonly MissingAnswer[] };

/** The terms that all steps together say, or what is still missing. */
export function wholeOf(answers: Answers): Whole {
  const missing = builderSteps.flatMap((step) =>
    stepFields[step]
      .filter((field) => field.isNeeded && !isAnswered(field, answers))
      .map(({ name }) => ({ step, field: name })),
  );
  return missing.length > 0
    ? { isComplete: false, missing }
    : { isComplete: true, terms: termsFrom(answers) };
}

function termsFrom(answers: Answers): AgreementTerms {
  const text = (name: string) => answerText(answers, name);
  const contact = (side: 'agency' | 'partner') => ({
    name: text(`${side}ContactName`),
    email: text(`${side}ContactEmail`),
    phone: text(`${side}ContactPhone`),
  });
  const day = (name: string) => text(name) || undefined;
  return readTerms({
    arrangement: {
      purpose: text('purpose'),
      services: answerList(answers, 'services'),
      otherServices: text('otherServices'),
      agencyContact: contact('agency'),
      partnerContact: contact('partner'),
      termStartsOn: day('termStartsOn'),
      termEndsOn: day('termEndsOn'),
      reviewOn: day('reviewOn'),
    },
    memorandum: {
      agencyRole: text('agencyRole'),
      partnerRole: text('partnerRole'),
      referral: text('referral'),
      custodyTransfer: text('custodyTransfer'),
      agencyAlways: alwaysAsTyped(text('agencyAlways')),
      partnerAlways: alwaysAsTyped(text('partnerAlways')),
      training: text('training'),
      sharing: answerList(answers, 'sharing'),
      sharingNotes: text('sharingNotes'),
      terminationDays: Math.min(365, Number(text('terminationDays'))),
      other: text('other'),
    },
  });
}
