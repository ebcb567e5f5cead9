import { z } from 'zod';
import { alwaysAsTyped } from '../agreement/agreement-terms.ts';
import { type FormFields, sentText } from '../http/form.ts';
import { emailField } from '../identity/email-address.ts';
import { oneLine } from '../question/plain-text.ts';
import { groupKinds } from './joint-agreement.ts';
import { jointContent } from './joint-content.ts';

const errors = jointContent.errors;

function line(message: string, longest = 200) {
  return z.string(message).transform(oneLine).pipe(z.string().min(1, message).max(longest, message));
}

export const beginForm = z.object({
  name: line(errors.name).pipe(z.string().min(2, errors.name)),
  kind: z.enum(groupKinds, errors.kind),
});
export const campaignBeginForm = beginForm.extend({ leadAgency: line(errors.lead) });

const word = {
  version: z.coerce.number().int().min(0).catch(0),
  liaisonName: line(errors.liaisonName),
  liaisonEmail: emailField(errors.liaisonEmail),
  liaisonPhone: z.string().transform(oneLine).pipe(z.string().max(40, errors.phone)).default(''),
  always: line(errors.always).transform(alwaysAsTyped),
  signerName: line(errors.signerName),
  signerTitle: line(errors.signerTitle),
};

export const joinForm = z.object(word).transform(wordOf);
export const sendForm = z
  .object({ ...word, note: z.string().trim().max(2_000, errors.note).default('') })
  .transform((sent) => ({ ...wordOf(sent), note: sent.note }));
export const confirmForm = z
  .object({
    ...word,
    list: z.string().default(''),
    later: z.enum(['yes', 'no'], errors.later),
    naming: z.literal('yes').optional(),
  })
  .transform((sent) => ({
    ...wordOf(sent),
    list: sent.list,
    coversLater: sent.later === 'yes',
    isNamedInPublic: sent.naming === 'yes',
  }));

function wordOf(sent: z.output<z.ZodObject<typeof word>>) {
  return {
    version: sent.version,
    contact: {
      name: sent.liaisonName,
      email: sent.liaisonEmail,
      phone: sent.liaisonPhone,
      always: sent.always,
    },
    signer: { name: sent.signerName, title: sent.signerTitle },
  };
}

const reason = z.string(errors.reason).trim().min(1, errors.reason).max(2_000, errors.reason);
export const noForm = z.object({ reason });
export const leaveForm = z.object({ reason, after: z.enum(['go-on', 'end'], errors.after) });

/** What was typed into the form of an answer, to show it again. */
export interface TypedWord {
  readonly liaisonName: string;
  readonly liaisonEmail: string;
  readonly liaisonPhone: string;
  readonly always: string;
  readonly signerName: string;
  readonly signerTitle: string;
  readonly note: string;
  readonly later: string;
  readonly naming: boolean;
}

export function typedWord(fields: FormFields): TypedWord {
  return {
    liaisonName: sentText(fields, 'liaisonName'),
    liaisonEmail: sentText(fields, 'liaisonEmail'),
    liaisonPhone: sentText(fields, 'liaisonPhone'),
    always: sentText(fields, 'always'),
    signerName: sentText(fields, 'signerName'),
    signerTitle: sentText(fields, 'signerTitle'),
    note: sentText(fields, 'note'),
    later: sentText(fields, 'later'),
    naming: sentText(fields, 'naming') === 'yes',
  };
}
