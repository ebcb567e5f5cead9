import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { admitDocumentOf, intakeRefusalSentence, policyKinds } from '../files/document-intake.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, sentText } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { receiveUpload, type Upload } from '../http/upload.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { detailsConflict } from './details-conflict-content.ts';
import { formContent as content } from './draft-facts-content.ts';
import type { AgencyPolicy, PolicyDetails } from './policy.ts';
import { mayChangePolicy } from './policy-access.ts';
import { beginPolicy, policyDesk } from './policy-actions.ts';
import {
  detailsForm,
  revisionField,
  type TypedDetails,
  typedFromDetails,
  typedFromSent,
} from './policy-form-content.ts';
import { PolicyFormPage } from './policy-form-pages.tsx';
import { refusalMessage } from './policy-refusal-content.ts';
import { revisePolicy } from './policy-revision-actions.ts';

/** Uploading a version, and changing the draft's facts and document. */
export function policyDraftRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/new', mayChangePolicy, async (c) => {
    const { draft, adopted } = await deskOf(c);
    if (draft) return c.redirect(basePath(c), 303);
    // The next version most often keeps title and number, and gets dates of its own.
    const kept = adopted
      ? { title: adopted.title, number: adopted.number, accreditation: adopted.accreditation }
      : {};
    return answerUpload(c, adopted !== undefined, { ...nothingTyped, ...kept });
  });

  routes.post('/workspace/:agency/policy/new', mayChangePolicy, async (c) => {
    const { acting, deps } = c.var;
    const { adopted } = await deskOf(c);
    return withForm(c, async (sent) => {
      const again = (errors: FormErrors) => answerUpload(c, adopted !== undefined, sent.typed, errors);
      if (!sent.ok) return again(sent.errors);
      const { document, details } = sent;
      if (!document) return again({ document: missingDocument });
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        beginPolicy(tx, agencyAct(c.var), { details, document }),
      );
      if (!outcome.ok) return again(refusalMessage(outcome.refusal));
      deps.jobPosted();
      return c.redirect(`${basePath(c)}/draft/checklist?done=uploaded`, 303);
    });
  });

  routes.get('/workspace/:agency/policy/draft/details', mayChangePolicy, async (c) => {
    const { draft } = await deskOf(c);
    return draft ? answerEdit(c, draft, typedFromDetails(draft)) : c.redirect(basePath(c), 303);
  });

  routes.post('/workspace/:agency/policy/draft/details', mayChangePolicy, async (c) => {
    const { acting, deps } = c.var;
    const { draft } = await deskOf(c);
    if (!draft) return c.redirect(basePath(c), 303);
    return withForm(c, async (sent) => {
      if (!sent.ok) return answerEdit(c, { ...draft, revision: sent.revision }, sent.typed, sent.errors);
      const outcome = await actingAs(deps.db.app, acting, (tx) => revisePolicy(tx, agencyAct(c.var), sent));
      if (!outcome.ok) {
        const again: FormErrors = sent.document ? { document: content.chooseAgain } : {};
        const now = (await deskOf(c)).draft ?? draft;
        const conflict = detailsConflict(sent.typed, sent.document?.name, now);
        return answerEdit(c, now, sent.typed, { ...refusalMessage(outcome.refusal), ...again }, conflict);
      }
      deps.jobPosted();
      deps.mailPosted();
      return c.redirect(`${basePath(c)}?done=${sent.document ? 'replaced' : 'revised'}`, 303);
    });
  });

  return routes;
}

const nothingTyped: TypedDetails = {
  title: '',
  number: '',
  amends: '',
  accreditation: '',
  issuedOn: '',
  effectiveOn: '',
  reviewOn: '',
};
const missingDocument = intakeRefusalSentence(policyKinds, { code: 'file-missing' });

type Sent = { readonly typed: TypedDetails; readonly revision: number } & (
  | { readonly ok: true; readonly details: PolicyDetails; readonly document: AdmittedFile | undefined }
  | { readonly ok: false; readonly errors: FormErrors }
);

/** Receives the form and its file, and lets go of the file once it is answered. */
async function withForm(
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
  const form = parseForm(detailsForm, upload.fields);
  const received = upload.files.find(({ field }) => field === 'document');
  const file = received && (await admitDocumentOf(c.var.deps, policyKinds, received));
  if (file && !file.ok) {
    const errors = { document: intakeRefusalSentence(policyKinds, file.refusal) };
    return { ok: false, ...common, errors: { ...errors, ...(form.ok ? {} : form.errors) } };
  }
  if (form.ok) return { ok: true, ...common, details: form.value, document: file?.value };
  const isNew = common.revision === 0;
  const document = file ? content.chooseAgain : isNew ? missingDocument : undefined;
  return { ok: false, ...common, errors: { ...(document ? { document } : {}), ...form.errors } };
}

function deskOf(c: Context<AgencyEnv>) {
  const { agency, acting, deps } = c.var;
  return actingAs(deps.db.app, acting, (tx) => policyDesk(tx, agency.id));
}

async function answerUpload(
  c: Context<AgencyEnv>,
  isNext: boolean,
  typed: TypedDetails,
  errors?: FormErrors,
): Promise<Response> {
  if (errors) c.status(422);
  return c.render(
    <PolicyFormPage
      agency={c.var.agency}
      title={isNext ? content.uploadNextTitle : content.uploadTitle}
      lead={isNext ? content.uploadNextLead : undefined}
      action={`${basePath(c)}/new`}
      submit={content.submitUpload}
      documentName={undefined}
      typed={typed}
      errors={errors}
    />,
  );
}

async function answerEdit(
  c: Context<AgencyEnv>,
  draft: AgencyPolicy,
  typed: TypedDetails,
  errors?: FormErrors,
  conflict: readonly ConflictField[] = [],
): Promise<Response> {
  if (errors) c.status(422);
  return c.render(
    <PolicyFormPage
      agency={c.var.agency}
      conflict={conflict}
      title={`${content.editTitle}: ${draft.title}`}
      action={`${basePath(c)}/draft/details`}
      submit={content.submitEdit}
      revision={draft.revision}
      documentName={draft.document.name}
      typed={typed}
      errors={errors}
    />,
  );
}

function basePath(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/policy`;
}
