import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import { receiveUpload } from '../http/upload.ts';
import { isLive, type JobRefusal } from '../jobs/job.ts';
import { awaitJob, cancelJob, findLatestJob } from '../jobs/job-actions.ts';
import { discardImport } from './commit-actions.ts';
import { type ImportRefusal, type ImportTypes, isOpen } from './file-import.ts';
import { importContent } from './file-import-content.ts';
import {
  type ImportContext,
  importerOf,
  importPath,
  openImport,
  refusalSentence,
} from './import-context-routes.ts';
import type { ImportDesk } from './import-desk.tsx';
import { patienceMilliseconds, requestImportStep } from './import-job-actions.ts';
import { importListRoutes } from './import-list-routes.tsx';
import { importPlaces } from './import-place.ts';
import { ImportProgressPage } from './import-progress-page.tsx';
import { streamProgress } from './import-progress-routes.ts';
import { ImportUploadPage, importFileMegabytes } from './import-upload-page.tsx';
import { proposedDateRoutes } from './proposed-date-routes.tsx';
import { readSaid, showColumns, showPreview } from './shown-import-routes.tsx';
import { chooseSheet, understandFile } from './understand-actions.ts';

/**
 * Upload, columns, changes, commit, undo: each step its own address, so that back and reload do what people expect. The
 * work itself is done beside the requests.
 */
export function fileImportRoutes<T extends ImportTypes>(desk: ImportDesk<T>): Hono<AppEnv> {
  const { subject, mayImport } = desk;
  const routes = new Hono<AppEnv>();
  const { path } = importPlaces[subject.name];
  const base = `/workspace/:agency/${path}/import`;

  routes.get(base, mayImport, (c) => c.render(<ImportUploadPage agency={c.var.agency} desk={desk} />));

  routes.post(base, mayImport, async (c) => {
    const { deps, agency } = c.var;
    const upload = await receiveUpload(c, { fileSize: importFileMegabytes * 1_048_576, files: 1 });
    try {
      const file = upload.files.find((received) => received.field === 'file');
      const outcome = await understandFile(deps, importerOf(c), subject, file);
      if (!outcome.ok) {
        c.status(422);
        const sentence = refusalSentence(desk, outcome.refusal, file?.name ?? '');
        return c.render(<ImportUploadPage agency={agency} desk={desk} errors={{ file: sentence }} />);
      }
      const { id, isRemembered } = outcome.value;
      return isRemembered
        ? await planAsRemembered(c, desk, id)
        : c.redirect(`${importPath(c, desk, id)}/columns`, 303);
    } finally {
      await upload.discard();
    }
  });

  routes.get(`${base}/:id/columns`, mayImport, async (c) => {
    const found = await openImport(c, desk);
    if (found.state !== 'understood' && found.state !== 'planned')
      return c.redirect(importPath(c, desk, found.id), 303);
    return showColumns(c, desk, found);
  });

  routes.post(`${base}/:id/columns`, mayImport, smallBody, async (c) => {
    const found = await openImport(c, desk);
    const fields = await readForm(c);
    const { said, errors, values } = readSaid(c, desk, found, fields);
    if (Object.keys(errors).length > 0) return showColumns(c, desk, found, { values, errors });
    const asked = await requestImportStep(c.var.deps, importerOf(c), subject, found, { step: 'plan', said });
    const job = asked.ok
      ? await awaitJob(c.var.deps.db.app, c.var.acting, found.id, patienceMilliseconds)
      : undefined;
    const refusal = asked.ok ? job?.refusal : asked.refusal;
    if (!refusal) return c.redirect(importPath(c, desk, found.id), 303);
    if (refusal.code === 'import-closed') return showRefused(c, desk, found.id, refusal);
    const chosen = { ...found, columns: { ...found.columns, mapping: said.mapping } };
    return showColumns(c, desk, chosen, {
      values,
      errors: { form: refusalSentence(desk, refusal, found.file.name) },
    });
  });

  routes.post(`${base}/:id/sheet`, mayImport, smallBody, async (c) => {
    const found = await openImport(c, desk);
    const sheet = sentText(await readForm(c), 'sheet');
    const outcome = await chooseSheet(c.var.deps, importerOf(c), subject, found.id, sheet);
    if (outcome.ok) return c.redirect(`${importPath(c, desk, found.id)}/columns`, 303);
    const now = await openImport(c, desk);
    if (!isOpen(now)) return showRefused(c, desk, now.id, outcome.refusal);
    const sentence = refusalSentence(desk, outcome.refusal, now.file.name);
    return showColumns(c, desk, now, { errors: { form: sentence } });
  });

  routes.get(`${base}/:id`, mayImport, async (c) => {
    const { agency, acting, deps } = c.var;
    const found = await openImport(c, desk);
    const job = await actingAs(deps.db.app, acting, (tx) => findLatestJob(tx, agency.id, found.id));
    if (job && isLive(job))
      return c.render(<ImportProgressPage agency={agency} subject={subject.name} found={found} job={job} />);
    if (found.state === 'discarded')
      return c.redirect(`/workspace/${agency.slug}/${path}?done=discarded`, 303);
    const errors = job?.refusal && { form: refusalSentence(desk, job.refusal, found.file.name) };
    if (!found.report)
      return errors ? showColumns(c, desk, found, { errors }) : c.redirect(`${c.req.path}/columns`, 303);
    const isUndone = c.req.query('done') === 'undone';
    const shownErrors = errors && found.state === 'planned' ? { errors } : {};
    return showPreview(c, desk, found, {
      ...shownErrors,
      ...(isUndone ? { notice: importContent.notices.undone } : {}),
    });
  });

  routes.route('/', importListRoutes(desk));
  routes.route('/', proposedDateRoutes(desk));

  routes.get(`${base}/:id/progress`, mayImport, async (c) => streamProgress(c, await openImport(c, desk)));

  routes.post(`${base}/:id/commit`, mayImport, smallBody, async (c) => {
    const found = await openImport(c, desk);
    const fields = await readForm(c);
    const [choice, seen] = [desk.readChoice(fields), sentText(fields, 'plan')];
    return doStep(
      c,
      desk,
      found.id,
      { step: 'commit', choice, seen },
      `/workspace/${c.var.agency.slug}/${path}?done=imported`,
    );
  });

  routes.post(`${base}/:id/undo`, mayImport, smallBody, async (c) => {
    const found = await openImport(c, desk);
    return doStep(c, desk, found.id, { step: 'undo' }, `${importPath(c, desk, found.id)}?done=undone`);
  });

  routes.post(`${base}/:id/cancel`, mayImport, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const found = await openImport(c, desk);
    await actingAs(deps.db.app, acting, (tx) => cancelJob(tx, agency.id, found.id));
    await awaitJob(deps.db.app, acting, found.id, patienceMilliseconds);
    return c.redirect(importPath(c, desk, found.id), 303);
  });

  routes.post(`${base}/:id/discard`, mayImport, smallBody, async (c) => {
    const found = await openImport(c, desk);
    const fields = await readForm(c);
    const seen = sentText(fields, 'plan');
    const outcome = await discardImport(c.var.deps, importerOf(c), subject, found.id, seen);
    if (!outcome.ok) return showRefused(c, desk, found.id, outcome.refusal);
    const then = sentText(fields, 'from') === 'list' ? `${path}/imports` : path;
    return c.redirect(`/workspace/${c.var.agency.slug}/${then}?done=discarded`, 303);
  });

  return routes;
}

/** A file like an earlier one is read at once: only what it would change is shown. */
async function planAsRemembered<T extends ImportTypes>(c: ImportContext, desk: ImportDesk<T>, id: string) {
  const { deps, acting } = c.var;
  const found = await openImport(c, desk, id);
  const said = { mapping: found.columns.mapping, facts: found.facts };
  const asked = await requestImportStep(deps, importerOf(c), desk.subject, found, { step: 'plan', said });
  if (!asked.ok) return showRefused(c, desk, found.id, asked.refusal);
  await awaitJob(deps.db.app, acting, found.id, patienceMilliseconds);
  return c.redirect(importPath(c, desk, found.id), 303);
}

/** Does a step while the person waits a moment; work that takes longer is shown at the import's own address. */
async function doStep<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  id: string,
  request: Parameters<typeof requestImportStep<T>>[4],
  then: string,
) {
  const { deps, acting } = c.var;
  const asked = await requestImportStep(
    deps,
    importerOf(c),
    desk.subject,
    await openImport(c, desk, id),
    request,
  );
  const job = asked.ok ? await awaitJob(deps.db.app, acting, id, patienceMilliseconds) : undefined;
  const refusal = asked.ok ? job?.refusal : asked.refusal;
  if (!refusal) return c.redirect(job?.state === 'done' ? then : importPath(c, desk, id), 303);
  return showRefused(c, desk, id, refusal);
}

/** The import as it is now, with why it was not done. */
async function showRefused<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  id: string,
  refusal: ImportRefusal | JobRefusal,
) {
  const found = await openImport(c, desk, id);
  const errors = { form: refusalSentence(desk, refusal, found.file.name) };
  if (found.state === 'discarded') {
    c.status(422);
    const sentence = importContent.givenUp(found.file.name);
    return c.render(<ImportUploadPage agency={c.var.agency} desk={desk} errors={{ form: sentence }} />);
  }
  return found.report ? showPreview(c, desk, found, { errors }) : showColumns(c, desk, found, { errors });
}
