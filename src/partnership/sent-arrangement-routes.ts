import type { Context } from 'hono';
import type { Signer } from '../agreement/party.ts';
import { admitDocumentOf, agreementKinds, intakeRefusalSentence } from '../files/document-intake.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import { parseForm, sentText } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { receiveUpload, type Upload } from '../http/upload.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import type { Arrangement } from './partnership.ts';
import {
  arrangementForm,
  formContent as content,
  inOrderAsked,
  revisionField,
  type TypedArrangement,
  typedFromSent,
} from './partnership-form-content.ts';

/** What the form of an arrangement says, understood. */
export interface SentArrangement {
  readonly arrangement: Arrangement;
  readonly representativeEmail: string | undefined;
  readonly agreement: AdmittedFile | undefined;
  readonly signer: Signer;
}

/** The form as it was sent: what is wrong with it, or what it says; `revision` is the one it showed. */
export type Sent = { readonly typed: TypedArrangement; readonly revision: number } & (
  | { readonly ok: true; readonly value: SentArrangement }
  | { readonly ok: false; readonly errors: FormErrors }
);

/** Receives the form and its file, and lets go of the file once it is answered. */
export async function withForm(
  c: Context<AgencyEnv>,
  answerTo: (sent: Sent) => Promise<Response>,
): Promise<Response> {
  const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
  try {
    return await answerTo(await sentIn(c, upload));
  } finally {
    await upload.discard();
  }
}

async function sentIn(c: Context<AgencyEnv>, upload: Upload): Promise<Sent> {
  const common = {
    typed: typedFromSent(upload.fields),
    revision: revisionField.parse(sentText(upload.fields, 'revision')),
  };
  const form = parseForm(arrangementForm, upload.fields);
  const received = upload.files.find(({ field }) => field === 'agreement');
  const file = received && (await admitDocumentOf(c.var.deps, agreementKinds, received));
  const fileErrors: FormErrors =
    file && !file.ok ? { agreement: intakeRefusalSentence(agreementKinds, file.refusal) } : {};
  const again: FormErrors = file && !form.ok ? { agreement: content.chooseAgain } : {};
  const errors = { ...(form.ok ? {} : form.errors), ...again, ...fileErrors };
  if (!form.ok || hasErrors(errors)) return { ok: false, ...common, errors: inOrderAsked(errors) };
  return { ok: true, ...common, value: { ...form.value, agreement: file?.ok ? file.value : undefined } };
}

/** A browser can't hand the file back with the form: the person is told to choose it again. */
export function withFileAgain(sent: Sent, errors: FormErrors): FormErrors {
  const hadFile = sent.ok && sent.value.agreement !== undefined;
  return hadFile ? { ...errors, agreement: content.chooseAgain } : errors;
}
