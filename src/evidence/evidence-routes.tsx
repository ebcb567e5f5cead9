import { Hono } from 'hono';
import { z } from 'zod';
import { requirements } from '../campaign-rules/campaign-requirement.ts';
import { type Acting, type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import { admitDocumentOf, evidenceKinds, intakeRefusalSentence } from '../files/document-intake.ts';
import { documentSizeLimit } from '../files/file-kind.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { type FormFields, parseForm, sentText, smallBody } from '../http/form.ts';
import { NotFound } from '../http/refused-request.ts';
import { receiveUpload, type Upload } from '../http/upload.ts';
import { oneLine } from '../question/plain-text.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type Evidence, evidenceLines, isRequirement } from './evidence.ts';
import { mayChangeEvidence, mayReadEvidence } from './evidence-access.ts';
import { addEvidence, listEvidence, removeEvidence, replaceEvidence } from './evidence-actions.ts';
import { evidenceContent as content, evidenceRefusalSentence } from './evidence-content.ts';
import { EvidenceFormPage, RemoveEvidencePage } from './evidence-form-pages.tsx';
import { EvidencePage } from './evidence-page.tsx';

const note = z.string().trim().max(2_000, content.add.noteLong).default('');
const title = z
  .string({ error: content.add.titleMissing })
  .transform(oneLine)
  .pipe(z.string().min(1, content.add.titleMissing).max(200, content.add.titleLong));
const addForm = z.object({ title, note });
const replaceForm = z.object({ note });

const notices: Readonly<Record<string, string>> = content.notices;

export function evidenceRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/evidence', mayReadEvidence, async (c) => {
    const { agency, acting, deps } = c.var;
    const pieces = await actingAs(deps.db.app, acting, (tx) => listEvidence(tx, agency.id));
    const lines = evidenceLines(pieces);
    const groups = requirements.map((requirement) => ({
      requirement,
      lines: lines.filter((line) => line.current.requirement === requirement),
    }));
    const mayChange = agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
    const notice = notices[c.req.query('done') ?? ''];
    return c.render(<EvidencePage agency={agency} groups={groups} mayChange={mayChange} notice={notice} />);
  });

  routes.get('/workspace/:agency/evidence/add/:requirement', mayChangeEvidence, (c) => {
    const requirement = c.req.param('requirement');
    if (!isRequirement(requirement)) throw new NotFound();
    return c.render(
      <EvidenceFormPage
        agency={c.var.agency}
        action={c.req.path}
        title={content.add.title(content.requirementNames[requirement])}
        submit={content.add.submit}
        asksTitle
        values={{ title: '', note: '' }}
      />,
    );
  });

  routes.post('/workspace/:agency/evidence/add/:requirement', mayChangeEvidence, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const requirement = c.req.param('requirement');
    if (!isRequirement(requirement)) throw new NotFound();
    const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
    try {
      const form = parseForm(addForm, upload.fields);
      const file = await admitted(deps, upload);
      if (!form.ok || !file.ok) {
        c.status(422);
        return c.render(
          <EvidenceFormPage
            agency={agency}
            action={c.req.path}
            title={content.add.title(content.requirementNames[requirement])}
            submit={content.add.submit}
            asksTitle
            values={kept(upload.fields)}
            errors={{ ...(form.ok ? {} : form.errors), ...(file.ok ? {} : file.errors) }}
          />,
        );
      }
      const who = { agency: agency.id, person: viewer.person };
      await actingAs(deps.db.app, acting, (tx) =>
        addEvidence(tx, who, { requirement, ...form.value, file: file.value }),
      );
      return c.redirect(`/workspace/${agency.slug}/evidence?done=added#${requirement}`, 303);
    } finally {
      await upload.discard();
    }
  });

  routes.get('/workspace/:agency/evidence/:id/replace', mayChangeEvidence, async (c) => {
    const piece = await pieceAt(c.var.deps, c.var.acting, c.var.agency.id, c.req.param('id'));
    return c.render(
      <EvidenceFormPage
        agency={c.var.agency}
        action={c.req.path}
        title={`${content.replace.title}: ${piece.title}`}
        submit={content.replace.submit}
        asksTitle={false}
        values={{ title: piece.title, note: piece.note }}
      />,
    );
  });

  routes.post('/workspace/:agency/evidence/:id/replace', mayChangeEvidence, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const piece = await pieceAt(deps, acting, agency.id, c.req.param('id'));
    const upload = await receiveUpload(c, { fileSize: documentSizeLimit, files: 1 });
    try {
      const form = parseForm(replaceForm, upload.fields);
      const file = await admitted(deps, upload);
      const refuse = (errors: FormErrors) => {
        c.status(422);
        return c.render(
          <EvidenceFormPage
            agency={agency}
            action={c.req.path}
            title={`${content.replace.title}: ${piece.title}`}
            submit={content.replace.submit}
            asksTitle={false}
            values={kept(upload.fields)}
            errors={errors}
          />,
        );
      };
      if (!form.ok || !file.ok)
        return refuse({ ...(form.ok ? {} : form.errors), ...(file.ok ? {} : file.errors) });
      const who = { agency: agency.id, person: viewer.person };
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        replaceEvidence(tx, who, piece.id, { ...form.value, file: file.value }),
      );
      if (!outcome.ok) return refuse({ file: evidenceRefusalSentence(outcome.refusal) });
      return c.redirect(`/workspace/${agency.slug}/evidence?done=replaced#${piece.requirement}`, 303);
    } finally {
      await upload.discard();
    }
  });

  routes.get('/workspace/:agency/evidence/:id/remove', mayChangeEvidence, async (c) => {
    const piece = await pieceAt(c.var.deps, c.var.acting, c.var.agency.id, c.req.param('id'));
    return c.render(<RemoveEvidencePage agency={c.var.agency} piece={piece} />);
  });

  routes.post('/workspace/:agency/evidence/:id/remove', mayChangeEvidence, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const piece = await pieceAt(deps, acting, agency.id, c.req.param('id'));
    const who = { agency: agency.id, person: viewer.person };
    // Removed twice by two people is removed: both see the list without it.
    await actingAs(deps.db.app, acting, (tx) => removeEvidence(tx, who, piece.id));
    return c.redirect(`/workspace/${agency.slug}/evidence?done=removed#${piece.requirement}`, 303);
  });

  routes.get('/workspace/:agency/evidence/:id/file', mayReadEvidence, async (c) => {
    const piece = await pieceAt(c.var.deps, c.var.acting, c.var.agency.id, c.req.param('id'));
    return serveFile(c.var.deps.files, piece.file);
  });

  return routes;
}

const pieceId = z.uuid();

async function pieceAt(deps: Deps, acting: Acting, agency: AgencyId, id: string): Promise<Evidence> {
  if (!pieceId.safeParse(id).success) throw new NotFound();
  const find = (tx: Transaction) => listEvidence(tx, agency);
  const piece = (await actingAs(deps.db.app, acting, find)).find((found) => found.id === id);
  if (!piece) throw new NotFound();
  return piece;
}

async function admitted(deps: Deps, upload: Upload) {
  const file = await admitDocumentOf(
    deps,
    evidenceKinds,
    upload.files.find((received) => received.field === 'file'),
  );
  if (file.ok) return file;
  return { ok: false, errors: { file: intakeRefusalSentence(evidenceKinds, file.refusal) } } as const;
}

function kept(fields: FormFields) {
  return { title: sentText(fields, 'title'), note: sentText(fields, 'note') };
}
