import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { receiveUpload } from '../http/upload.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { rulesOf } from './coverage-actions.ts';
import { recognizerOf } from './judging-actions.ts';
import { qualifyRecord } from './qualifying-record.ts';
import { listStagedRecords } from './staged-record-store.ts';
import { mayChangeTraining } from './training-access.ts';
import { trainingFields } from './training-columns.ts';
import type { TrainingField } from './training-headings.ts';
import {
  isPossibleCompletion,
  stagedKinds,
  type TrainingFileFacts,
  type TrainingImport,
  type TrainingImportRefusal,
} from './training-import.ts';
import {
  commitTrainingImport,
  discardTrainingImport,
  findTrainingImport,
  planTrainingImport,
  type TrainingImporter,
  understandTraining,
} from './training-import-actions.ts';
import { trainingImportContent, trainingImportRefusalSentence } from './training-import-content.ts';
import {
  TrainingColumnsPage,
  TrainingPreviewPage,
  TrainingUploadPage,
  trainingColumnName,
  trainingFileMegabytes,
} from './training-import-pages.tsx';
import type { WholeFileFacts } from './training-row.ts';

const pageSize = 50;

const previewQuery = z.object({
  show: z.enum(['new', 'review', 'here', 'refused']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

type ImportContext = Context<AgencyEnv>;

/** Upload, columns, preview, commit: each step its own address, so that back and reload do what people expect. */
export function trainingImportRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/import';

  routes.get(base, mayChangeTraining, (c) => c.render(<TrainingUploadPage agency={c.var.agency} />));

  routes.post(base, mayChangeTraining, async (c) => {
    const { agency, deps } = c.var;
    const upload = await receiveUpload(c, { fileSize: trainingFileMegabytes * 1_048_576, files: 1 });
    try {
      const file = upload.files.find((received) => received.field === 'file');
      const outcome = await understandTraining(deps, importer(c), file);
      if (outcome.ok) return c.redirect(`${importPath(c, outcome.value)}/columns`, 303);
      c.status(422);
      const sentence = trainingImportRefusalSentence(outcome.refusal, file?.name ?? '');
      return c.render(<TrainingUploadPage agency={agency} errors={{ file: sentence }} />);
    } finally {
      await upload.discard();
    }
  });

  routes.get(`${base}/:id/columns`, mayChangeTraining, async (c) => {
    const found = await openImport(c);
    return c.render(
      <TrainingColumnsPage agency={c.var.agency} found={found} values={shownFacts(found.wholeFile)} />,
    );
  });

  routes.post(`${base}/:id/columns`, mayChangeTraining, smallBody, async (c) => {
    const found = await openImport(c);
    const fields = await readForm(c);
    const facts = fileFacts(c, found, fields);
    if (!facts.ok) return showColumns(c, found, fields, facts.errors);
    const outcome = await planTrainingImport(c.var.deps, importer(c), found.id, facts.value);
    if (outcome.ok) return c.redirect(importPath(c, found.id), 303);
    const chosen = { ...found, columns: { ...found.columns, mapping: facts.value.mapping } };
    return showColumns(c, chosen, fields, errorsOf(outcome.refusal, found.file.name));
  });

  routes.get(`${base}/:id`, mayChangeTraining, async (c) => {
    const found = await openImport(c);
    if (!found.report) return c.redirect(`${c.req.path}/columns`, 303);
    return showPreview(c, found);
  });

  routes.post(`${base}/:id/commit`, mayChangeTraining, smallBody, async (c) => {
    const { agency, deps } = c.var;
    const found = await openImport(c);
    const outcome = await commitTrainingImport(deps, importer(c), found.id);
    if (outcome.ok) return c.redirect(`/workspace/${agency.slug}/training?done=imported`, 303);
    if (outcome.refusal.code !== 'plan-outdated') {
      return showPreview(c, found, errorsOf(outcome.refusal, found.file.name));
    }
    // The plan is made anew from the same file, so that what is shown next is true again.
    const { wholeFile, columns } = found;
    await planTrainingImport(deps, importer(c), found.id, { mapping: columns.mapping, wholeFile });
    return showPreview(c, await openImport(c), errorsOf(outcome.refusal, found.file.name));
  });

  routes.post(`${base}/:id/discard`, mayChangeTraining, smallBody, async (c) => {
    const found = await openImport(c);
    await discardTrainingImport(c.var.deps, importer(c), found.id);
    return c.redirect(`/workspace/${c.var.agency.slug}/training?done=discarded`, 303);
  });

  return routes;
}

function importer(c: Pick<ImportContext, 'var'>): TrainingImporter {
  return { agency: c.var.agency, person: c.var.viewer.person };
}

function importPath(c: Pick<ImportContext, 'var'>, id: string): string {
  return `/workspace/${c.var.agency.slug}/training/import/${id}`;
}

async function openImport(c: ImportContext): Promise<TrainingImport> {
  const { agency, acting, deps } = c.var;
  const id: string = pathId(c, 'id');
  const found = await actingAs(deps.db.app, acting, (tx) => findTrainingImport(tx, agency.id, id));
  if (!found) throw new NotFound();
  return found;
}

function showColumns(c: ImportContext, found: TrainingImport, fields: FormFields, errors: FormErrors) {
  c.status(422);
  const names = ['title', 'hours', 'provider', 'completedOn', 'result'];
  const values = Object.fromEntries(names.map((name) => [name, sentText(fields, name)]));
  return c.render(
    <TrainingColumnsPage agency={c.var.agency} found={found} values={values} errors={errors} />,
  );
}

function shownFacts({ title, hours, provider, completedOn, result }: WholeFileFacts) {
  return {
    title: title ?? '',
    hours: hours === undefined ? '' : String(hours),
    provider: provider ?? '',
    completedOn: completedOn ?? '',
    result: result ?? '',
  };
}

async function showPreview(c: ImportContext, found: TrainingImport, errors?: FormErrors) {
  const { agency, acting, deps } = c.var;
  const { report } = found;
  if (!report) throw new NotFound();
  const query = previewQuery.parse(c.req.query());
  const shown = query.show ?? stagedKinds.find((kind) => report.counts[kind] > 0) ?? 'new';
  const today = dayIn(agency.timeZone, deps.now());
  const page = { limit: pageSize, offset: (query.page - 1) * pageSize };
  const props = await actingAs(deps.db.app, acting, async (tx) => {
    const recognize = await recognizerOf(tx, agency.id);
    const lines = await listStagedRecords(tx, agency.id, found.id, shown, page);
    return {
      rules: await rulesOf(tx, agency.id),
      courses: report.courses.map((course) => ({ course, recognition: recognize(course) })),
      lines: lines.map((line) => ({
        ...line,
        qualifying: line.verdict ? qualifyRecord(line.record, { today, recognize }) : undefined,
      })),
    };
  });
  if (errors) c.status(422);
  return c.render(
    <TrainingPreviewPage
      {...props}
      agency={agency}
      found={found}
      report={report}
      shown={shown}
      page={query.page}
      pageSize={pageSize}
      href={`${importPath(c, found.id)}?show=${shown}`}
      {...(errors ? { errors } : {})}
    />,
  );
}

/** The columns as chosen in the form, and what was said for the whole file. */
function fileFacts(c: ImportContext, found: TrainingImport, fields: FormFields) {
  const mapping: Partial<Record<TrainingField, number>> = {};
  const errors: Record<string, string> = {};
  for (const { index, heading } of found.columns.proposal.columns) {
    const name = trainingColumnName(index);
    const field = trainingFields.find((known) => known.field === sentText(fields, name))?.field;
    if (!field) continue;
    if (mapping[field] === undefined) mapping[field] = index;
    else errors[name] = `Choose something else for “${heading}”: another column is chosen for this already`;
  }
  const hours = typedHours(sentText(fields, 'hours'));
  if (Number.isNaN(hours)) errors.hours = trainingImportContent.errors.hours;
  const dayText = sentText(fields, 'completedOn').trim();
  const completedOn = dayText === '' ? undefined : typedDate(dayText);
  const today = dayIn(c.var.agency.timeZone, c.var.deps.now());
  if (dayText !== '' && (!completedOn || !isPossibleCompletion(completedOn, today)))
    errors.completedOn = trainingImportContent.errors.completedOn;
  if (Object.keys(errors).length > 0) return { ok: false, errors } as const;
  const value: TrainingFileFacts = {
    mapping: mapping as ColumnMapping<TrainingField>,
    wholeFile: {
      title: given(fields, 'title', 300),
      hours,
      provider: given(fields, 'provider', 200),
      completedOn,
      result: given(fields, 'result', 60),
    },
  };
  return { ok: true, value } as const;
}

/** Undefined when nothing was typed, NaN when it isn't a number of hours. */
function typedHours(text: string): number | undefined {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return undefined;
  const hours = /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Number(typed) : Number.NaN;
  return hours > 0 ? hours : Number.NaN;
}

function given(fields: FormFields, name: string, longest: number): string | undefined {
  return sentText(fields, name).trim().slice(0, longest) || undefined;
}

function errorsOf(refusal: TrainingImportRefusal, fileName: string): FormErrors {
  return { form: trainingImportRefusalSentence(refusal, fileName) };
}
