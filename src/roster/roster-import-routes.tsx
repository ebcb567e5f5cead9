import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { receiveUpload } from '../http/upload.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { mayChangeRoster } from './roster-access.ts';
import { listRosterChanges } from './roster-change-store.ts';
import { type RosterField, rosterFields } from './roster-columns.ts';
import { columnFieldName, RosterColumnsPage } from './roster-columns-page.tsx';
import { type RosterImport, type RosterImportRefusal, rosterChangeKinds } from './roster-import.ts';
import {
  commitRosterImport,
  discardRosterImport,
  planRosterImport,
  type RosterImporter,
  understandRoster,
} from './roster-import-actions.ts';
import { findRosterImport } from './roster-import-store.ts';
import { rosterImportRefusalSentence } from './roster-page-content.ts';
import { RosterPreviewPage } from './roster-preview-page.tsx';
import { RosterUploadPage, rosterFileMegabytes } from './roster-upload-page.tsx';

const pageSize = 50;

const previewQuery = z.object({
  show: z
    .enum(['added', 'changed', 'returning', 'separated', 'missing', 'undecided', 'refused', 'unchanged'])
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

type ImportContext = Context<AgencyEnv>;

/** Upload, columns, preview, commit: each step its own address, so that back and reload do what people expect. */
export function rosterImportRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/roster/import';

  routes.get(base, mayChangeRoster, (c) => c.render(<RosterUploadPage agency={c.var.agency} />));

  routes.post(base, mayChangeRoster, async (c) => {
    const { agency, deps } = c.var;
    const upload = await receiveUpload(c, { fileSize: rosterFileMegabytes * 1_048_576, files: 1 });
    try {
      const file = upload.files.find((received) => received.field === 'file');
      const outcome = await understandRoster(deps, importer(c), file);
      if (outcome.ok)
        return c.redirect(`/workspace/${agency.slug}/roster/import/${outcome.value}/columns`, 303);
      c.status(422);
      const sentence = rosterImportRefusalSentence(outcome.refusal, file?.name ?? '');
      return c.render(<RosterUploadPage agency={agency} errors={{ file: sentence }} />);
    } finally {
      await upload.discard();
    }
  });

  routes.get(`${base}/:id/columns`, mayChangeRoster, async (c) => {
    const found = await openImport(c.var.deps, importer(c), c.req.param('id'));
    return c.render(<RosterColumnsPage agency={c.var.agency} found={found} />);
  });

  routes.post(`${base}/:id/columns`, mayChangeRoster, smallBody, async (c) => {
    const { agency, deps } = c.var;
    const found = await openImport(deps, importer(c), c.req.param('id'));
    const fields = await readForm(c);
    const facts = fileFacts(found, fields);
    if (!facts.ok) return showColumns(c, found, facts.errors);
    const outcome = await planRosterImport(deps, importer(c), found.id, facts.value);
    if (outcome.ok) return c.redirect(`/workspace/${agency.slug}/roster/import/${found.id}`, 303);
    return showColumns(c, { ...found, ...facts.value }, errorsOf(outcome.refusal, found.file.name));
  });

  routes.get(`${base}/:id`, mayChangeRoster, async (c) => {
    const found = await openImport(c.var.deps, importer(c), c.req.param('id'));
    if (!found.report) return c.redirect(`${c.req.path}/columns`, 303);
    return showPreview(c, found);
  });

  routes.post(`${base}/:id/commit`, mayChangeRoster, smallBody, async (c) => {
    const { agency, deps } = c.var;
    const who = importer(c);
    const found = await openImport(deps, who, c.req.param('id'));
    const separateMissing = sentText(await readForm(c), 'separateMissing') === 'yes';
    const outcome = await commitRosterImport(deps, who, found.id, { separateMissing });
    if (outcome.ok) return c.redirect(`/workspace/${agency.slug}/roster?done=imported`, 303);
    if (outcome.refusal.code !== 'plan-outdated') {
      return showPreview(c, found, errorsOf(outcome.refusal, found.file.name));
    }
    // The plan is made anew from the same file, so that what is shown next is true again.
    await planRosterImport(deps, who, found.id, { ...found, mapping: found.columns.mapping });
    const renewed = await openImport(deps, who, found.id);
    return showPreview(c, renewed, errorsOf(outcome.refusal, found.file.name));
  });

  routes.post(`${base}/:id/discard`, mayChangeRoster, smallBody, async (c) => {
    const { agency, deps } = c.var;
    const found = await openImport(deps, importer(c), c.req.param('id'));
    await discardRosterImport(deps, importer(c), found.id);
    return c.redirect(`/workspace/${agency.slug}/roster?done=discarded`, 303);
  });

  return routes;
}

function importer(c: Pick<ImportContext, 'var'>): RosterImporter {
  return { agency: c.var.agency, person: c.var.viewer.person };
}

const importId = z.uuid();

async function openImport(deps: Deps, who: RosterImporter, id: string): Promise<RosterImport> {
  if (!importId.safeParse(id).success) throw new NotFound();
  const acting = { as: 'agency', agency: who.agency.id, person: who.person } as const;
  const found = await actingAs(deps.db.app, acting, (tx) => findRosterImport(tx, who.agency.id, id));
  if (!found) throw new NotFound();
  return found;
}

function showColumns(c: ImportContext, found: RosterImport, errors: FormErrors) {
  c.status(422);
  return c.render(<RosterColumnsPage agency={c.var.agency} found={found} errors={errors} />);
}

async function showPreview(c: ImportContext, found: RosterImport, errors?: FormErrors) {
  const { agency, acting, deps } = c.var;
  const { report } = found;
  if (!report) throw new NotFound();
  const query = previewQuery.parse(c.req.query());
  const shown = query.show ?? rosterChangeKinds.find((kind) => report.counts[kind] > 0) ?? 'unchanged';
  const changes = await actingAs(deps.db.app, acting, (tx) =>
    listRosterChanges(tx, agency.id, found.id, shown, {
      limit: pageSize,
      offset: (query.page - 1) * pageSize,
    }),
  );
  if (errors) c.status(422);
  return c.render(
    <RosterPreviewPage
      agency={agency}
      found={found}
      report={report}
      shown={shown}
      changes={changes}
      page={query.page}
      pageSize={pageSize}
      href={`/workspace/${agency.slug}/roster/import/${found.id}?show=${shown}`}
      {...(errors ? { errors } : {})}
    />,
  );
}

/** The columns as chosen in the form, and what was said for the whole file. */
function fileFacts(found: RosterImport, fields: FormFields) {
  const mapping: Partial<Record<RosterField, number>> = {};
  const errors: Record<string, string> = {};
  for (const { index, heading } of found.columns.proposal.columns) {
    const name = columnFieldName(index);
    const field = rosterFields.find((known) => known.field === sentText(fields, name))?.field;
    if (!field) continue;
    if (mapping[field] === undefined) mapping[field] = index;
    else errors[name] = `Choose something else for “${heading}”: another column is chosen for this already`;
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors } as const;
  const kind = sentText(fields, 'defaultKind');
  const value = {
    mapping: mapping as ColumnMapping<RosterField>,
    fullRoster: sentText(fields, 'fullRoster') === 'yes',
    defaultKind: kind === 'sworn' || kind === 'non-sworn' ? kind : undefined,
  } as const;
  return { ok: true, value } as const;
}

function errorsOf(refusal: RosterImportRefusal, fileName: string): FormErrors {
  return { form: rosterImportRefusalSentence(refusal, fileName) };
}
