import { z } from 'zod';
import { type FormFields, sentText } from '../http/form.ts';
import { emailField } from '../identity/email-address.ts';
import type { Arrangement } from '../partnership/partnership.ts';
import { formContent, revisionField } from '../partnership/partnership-form-content.ts';
import { oneLine } from '../question/plain-text.ts';
import { day, line, note } from './answer-form.ts';
import { builderContent } from './builder-content.ts';
import type { TypedSigner } from './signer-fields.tsx';

/** The single facts of an agreement that is held by an uploaded document. */
export const otherVersionFields = [
  'termStartsOn',
  'termEndsOn',
  'reviewOn',
  'agencyContactName',
  'agencyContactEmail',
  'agencyContactPhone',
  'partnerContactName',
  'partnerContactEmail',
  'partnerContactPhone',
] as const;

export type OtherVersionField = (typeof otherVersionFields)[number];

export type TypedOtherVersion = TypedSigner & Readonly<Record<OtherVersionField, string>>;

const { errors } = formContent;
const whole = builderContent.whole.errors;
const phone = z.string().transform(oneLine).pipe(z.string().max(40, errors.phone)).default('');

/** Changed facts of an agreement, and who proposes them. Days that are not given stay open. */
export const otherVersionForm = z
  .object({
    revision: revisionField,
    termStartsOn: day(errors.termStartsOn),
    termEndsOn: day(errors.termEndsOn),
    reviewOn: day(errors.reviewOn),
    agencyContactName: line(errors.agencyName),
    agencyContactEmail: emailField(errors.agencyEmail),
    agencyContactPhone: phone,
    partnerContactName: line(errors.partnerName),
    partnerContactEmail: emailField(errors.partnerEmail),
    partnerContactPhone: phone,
    note: note(whole.note),
    signerName: line(whole.signerName),
    signerTitle: line(whole.signerTitle),
  })
  .refine(({ termStartsOn, termEndsOn }) => !termStartsOn || !termEndsOn || termEndsOn > termStartsOn, {
    when: () => true,
    path: ['termEndsOn'],
    error: errors.termOrder,
  })
  .transform((sent) => ({
    revision: sent.revision,
    note: sent.note,
    signer: { name: sent.signerName, title: sent.signerTitle },
    facts: {
      termStartsOn: sent.termStartsOn,
      termEndsOn: sent.termEndsOn,
      reviewOn: sent.reviewOn,
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
    },
  }));

/** The facts as the form shows them. */
export function typedFacts(arrangement: Arrangement): Readonly<Record<OtherVersionField, string>> {
  const { agencyContact, partnerContact } = arrangement;
  return {
    termStartsOn: arrangement.termStartsOn ?? '',
    termEndsOn: arrangement.termEndsOn ?? '',
    reviewOn: arrangement.reviewOn ?? '',
    agencyContactName: agencyContact.name,
    agencyContactEmail: agencyContact.email,
    agencyContactPhone: agencyContact.phone,
    partnerContactName: partnerContact.name,
    partnerContactEmail: partnerContact.email,
    partnerContactPhone: partnerContact.phone,
  };
}

export function typedOtherVersion(fields: FormFields): TypedOtherVersion {
  const facts = otherVersionFields.map((name) => [name, sentText(fields, name)] as const);
  return {
    ...(Object.fromEntries(facts) as Record<OtherVersionField, string>),
    note: sentText(fields, 'note'),
    signerName: sentText(fields, 'signerName'),
    signerTitle: sentText(fields, 'signerTitle'),
  };
}
