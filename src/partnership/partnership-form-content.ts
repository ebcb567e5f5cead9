import { z } from 'zod';
import { type FormFields, sentList, sentText } from '../http/form.ts';
import { emailField } from '../identity/email-address.ts';
import { oneLine } from '../question/plain-text.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { partnerContent } from './partner-answer-content.ts';
import { type Arrangement, partnershipServices } from './partnership.ts';
import { endContent } from './partnership-detail-content.ts';

export const formContent = {
  title: (partner: string) => `Partnership with ${partner}`,
  proposeLead: 'Write it so that both sides can stand by it. The partner reads and confirms exactly this.',
  editTitle: 'Change the partnership',
  editActive:
    'When you change the purpose, the services, the agreement, the term or the review date, the partner is asked to confirm again. Until then, what you both confirmed before stays in effect.',
  editProposed: 'The partner gets a new link to what you change here.',
  writeHeading: 'No agreement yet?',
  writeText:
    'We lead you through it step by step and write the memorandum from your answers. If you have a signed agreement already, go on below: upload it and enter its facts.',
  write: 'Write the agreement step by step',
  aboutSection: 'What is it about?',
  purpose: 'Purpose',
  purposeHint: 'What do you want to reach together?',
  services: 'What does the partner do?',
  otherServices: 'Anything else it does',
  agencySection: 'Your agency’s liaison',
  partnerSection: 'The partner’s liaison',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  phoneHint: 'If there is a number that is answered day and night, give that one.',
  agreementSection: 'The agreement',
  agreement: 'Agreement document',
  agreementHint:
    'Such as a signed memorandum of understanding. You can add it later; the partnership counts only with it.',
  agreementNewer: (name: string) => `Now: ${name}. Choose a file only to put a newer one in its place.`,
  termStartsOn: 'First day of the term',
  termEndsOn: 'Last day of the term',
  termEndsHint: 'Leave it empty if the agreement runs until a side ends it.',
  reviewOn: 'Next review',
  reviewHint: 'The day by which both sides look at the partnership again.',
  representativeSection: 'Who confirms for the partner?',
  representativeLead:
    'Somebody who may speak for the organization. We email them a link; with it they open the organization’s account and answer you.',
  representativeEmail: 'Email of the representative',
  signerSection: 'Who proposes it for your agency?',
  signerLead:
    'By sending this you confirm it for your agency. Your name, your role and the time are kept with it.',
  signerName: 'Your name',
  signerTitle: 'Your title or role',
  signerTitleHint: 'For example: Sergeant, crisis team coordinator.',
  claimedLead: 'The organization has its own account. The people who speak for it get a link by email.',
  propose: 'Propose the partnership',
  save: 'Save the changes',
  cancel: 'Go back without a change',
  chooseAgain: 'Choose the document again. Your browser does not keep it when a form comes back',
  errors: {
    purpose: 'Enter the purpose of the partnership',
    purposeTooLong: 'Shorten the purpose to 3,000 letters or fewer',
    services: 'Choose what the partner does, or write it in “Anything else it does”',
    otherServices: 'Shorten this to 1,000 letters or fewer',
    agencyName: 'Enter the name of your agency’s liaison',
    agencyEmail: 'Enter the email address of your agency’s liaison',
    partnerName: 'Enter the name of the partner’s liaison',
    partnerEmail: 'Enter the email address of the partner’s liaison',
    phone: 'Enter a phone number of 40 letters or fewer',
    termStartsOn: 'Enter the first day of the term as a date, such as 3/5/2026',
    termEndsOn: 'Enter the last day of the term as a date, such as 3/5/2026',
    termOrder: 'Enter a last day that comes after the first day of the term',
    reviewOn: 'Enter the next review as a date, such as 3/5/2026',
    representativeEmail: 'Enter the email address of the person who speaks for the organization',
    signerName: 'Type your full name',
    signerTitle: 'Enter your title or role',
  },
} as const;

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

function text(message: string, longest: number, tooLong = message) {
  return z.string(message).trim().min(1, message).max(longest, tooLong);
}

function line(message: string, longest: number) {
  return z.string(message).transform(oneLine).pipe(text(message, longest));
}

const phone = z.string().transform(oneLine).pipe(z.string().max(40, errors.phone)).default('');

/** Ticked boxes: one comes as a text, several as a list, none not at all. */
function ticked<Value extends string>(values: readonly [Value, ...Value[]]) {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((sent) => values.filter((value) => sent.includes(value)));
}

const optionalEmail = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? undefined : text))
  .pipe(emailField(errors.representativeEmail).optional());

const fields = z.object({
  purpose: text(errors.purpose, 3_000, errors.purposeTooLong),
  services: ticked(partnershipServices),
  otherServices: z.string().trim().max(1_000, errors.otherServices).default(''),
  agencyContactName: line(errors.agencyName, 200),
  agencyContactEmail: emailField(errors.agencyEmail),
  agencyContactPhone: phone,
  partnerContactName: line(errors.partnerName, 200),
  partnerContactEmail: emailField(errors.partnerEmail),
  partnerContactPhone: phone,
  termStartsOn: day(errors.termStartsOn),
  termEndsOn: day(errors.termEndsOn),
  reviewOn: day(errors.reviewOn),
  representativeEmail: optionalEmail,
  signerName: line(errors.signerName, 200),
  signerTitle: line(errors.signerTitle, 200),
});

/** Looks at two fields together also when others are wrong, so that every error is told at once. */
const always = { when: () => true };

/** What the form sends, with all that is wrong with it. */
export const arrangementForm = fields
  .refine(({ services, otherServices }) => (services ?? []).length > 0 || otherServices !== '', {
    ...always,
    path: ['services'],
    error: errors.services,
  })
  .refine(({ termStartsOn, termEndsOn }) => !termStartsOn || !termEndsOn || termEndsOn > termStartsOn, {
    ...always,
    path: ['termEndsOn'],
    error: errors.termOrder,
  })
  .transform((sent) => ({
    arrangement: arrangementFrom(sent),
    representativeEmail: sent.representativeEmail,
    signer: { name: sent.signerName, title: sent.signerTitle },
  }));

function arrangementFrom(sent: z.output<typeof fields>): Arrangement {
  return {
    purpose: sent.purpose,
    services: sent.services,
    otherServices: sent.otherServices,
    agencyContact: {
      name: sent.agencyContactName,
      email: sent.agencyContactEmail,
      phone: sent.agencyContactPhone,
    },
    partnerContact: {
      name: sent.partnerContactName,
      email: sent.partnerContactEmail,
      phone: sent.partnerContactPhone,
    },
    termStartsOn: sent.termStartsOn,
    termEndsOn: sent.termEndsOn,
    reviewOn: sent.reviewOn,
  };
}

/** The fields as a page shows them again: every text under its name, the ticked boxes apart. */
export interface TypedArrangement {
  readonly texts: Readonly<Record<string, string>>;
  readonly services: readonly string[];
}

const textNames = Object.keys(fields.shape).filter((name) => name !== 'services');

export function typedFromSent(sent: FormFields): TypedArrangement {
  return {
    texts: Object.fromEntries(textNames.map((name) => [name, sentText(sent, name)])),
    services: sentList(sent, 'services'),
  };
}

export function typedFromArrangement(
  arrangement: Arrangement,
  representativeEmail: string | undefined,
  signerName: string,
): TypedArrangement {
  const { agencyContact, partnerContact } = arrangement;
  return {
    texts: {
      purpose: arrangement.purpose,
      otherServices: arrangement.otherServices,
      agencyContactName: agencyContact.name,
      agencyContactEmail: agencyContact.email,
      agencyContactPhone: agencyContact.phone,
      partnerContactName: partnerContact.name,
      partnerContactEmail: partnerContact.email,
      partnerContactPhone: partnerContact.phone,
      termStartsOn: arrangement.termStartsOn ?? '',
      termEndsOn: arrangement.termEndsOn ?? '',
      reviewOn: arrangement.reviewOn ?? '',
      representativeEmail: representativeEmail ?? '',
      signerName,
      signerTitle: '',
    },
    services: arrangement.services,
  };
}

/** The order in which the page asks, so that the list of errors reads from top to bottom. */
const order = Object.keys(fields.shape);
const asked = order.flatMap((name) => (name === 'termStartsOn' ? ['agreement', name] : [name]));

export function inOrderAsked(found: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const place = ([name]: readonly [string, string]) => asked.indexOf(name);
  return Object.fromEntries(Object.entries(found).sort((a, b) => place(a) - place(b)));
}

/** Which revision the page showed. A form without it is not one of ours and fits no revision. */
export const revisionField = z.coerce.number().int().catch(0);

export const reasonForm = z.object({
  revision: revisionField,
  reason: text(endContent.errors.reason, 2_000),
});

export const confirmForm = z.object({
  revision: revisionField,
  name: line(partnerContent.errors.name, 200),
  title: line(partnerContent.errors.title, 200),
  naming: z.string().default(''),
});
