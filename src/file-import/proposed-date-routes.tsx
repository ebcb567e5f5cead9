import { Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import { NotFound } from '../http/refused-request.ts';
import { isLive } from '../jobs/job.ts';
import { awaitJob, findLatestJob } from '../jobs/job-actions.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { withQuery } from '../uswds/query-string.ts';
import type { FileImport, ImportTypes } from './file-import.ts';
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
import { importPlaces } from './import-place.ts';
import { ProposedDatesPage } from './proposed-date-page.tsx';
import { listProposedDates } from './proposed-date-store.ts';
import { allTaken, noneTaken, type TakenDates, withRow } from './taken-dates.ts';

const pageSize = 50;

const datesQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const takenForm = z.object({
  rows: z.union([z.literal('all'), z.coerce.number().int().positive()]),
  take: z.enum(['yes', 'no']),
});

/** Where the dates of a file that are written with a typo are taken for what they evidently mean, or left out. */
export function proposedDateRoutes<T extends ImportTypes>(desk: ImportDesk<T>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = `/workspace/:agency/${importPlaces[desk.subject.name].path}/import/:id/dates`;

  routes.get(path, desk.mayImport, async (c) => {
    const { agency, acting, deps } = c.var;
    const found = await openImport(c, desk);
    const job = await actingAs(deps.db.app, acting, (tx) => findLatestJob(tx, agency.id, found.id));
    // While the list is made anew, the import shows how far that is.
    if (found.state !== 'planned' || (job && isLive(job)))
      return c.redirect(importPath(c, desk, found.id), 303);
    return showDates(c, desk, found);
  });

  routes.post(path, desk.mayImport, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const found = await openImport(c, desk);
    const fields = await readForm(c);
    const form = takenForm.safeParse({ rows: sentText(fields, 'rows'), take: sentText(fields, 'take') });
    if (!form.success || found.state !== 'planned') return c.redirect(importPath(c, desk, found.id), 303);
    const { columns, facts } = found;
    const said = { mapping: columns.mapping, facts, takenDates: nowTaken(found.takenDates, form.data) };
    const asked = await requestImportStep(deps, importerOf(c), desk.subject, found, { step: 'plan', said });
    const job = asked.ok ? await awaitJob(deps.db.app, acting, found.id, patienceMilliseconds) : undefined;
    const refusal = asked.ok ? job?.refusal : asked.refusal;
    if (refusal) return showDates(c, desk, found, { form: refusalSentence(desk, refusal, found.file.name) });
    const { search, page } = datesQuery.parse(c.req.query());
    const shown = { search: search || undefined, page: page > 1 ? String(page) : undefined };
    return c.redirect(withQuery(`${importPath(c, desk, found.id)}/dates`, { ...shown, done: 'dates' }), 303);
  });

  return routes;
}

function nowTaken(before: TakenDates, { rows, take }: z.infer<typeof takenForm>): TakenDates {
  if (rows !== 'all') return withRow(before, rows, take === 'yes');
  return take === 'yes' ? allTaken : noneTaken;
}

async function showDates<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  found: FileImport<T>,
  errors?: FormErrors,
) {
  const { agency, acting, deps } = c.var;
  const { report } = found;
  if (!report) throw new NotFound();
  const { search, page } = datesQuery.parse(c.req.query());
  const shown = { search, limit: pageSize, offset: (page - 1) * pageSize };
  const listed = await actingAs(deps.db.app, acting, (tx) =>
    listProposedDates(tx, agency.id, found.id, shown),
  );
  if (errors) c.status(422);
  const fields: Readonly<Record<string, string>> = desk.words.fields;
  return c.render(
    <ProposedDatesPage
      {...listed}
      agency={agency}
      section={importPlaces[desk.subject.name].section}
      path={importPath(c, desk, found.id)}
      importTitle={desk.words.preview.title}
      fields={fields}
      found={report.dates}
      taken={found.takenDates}
      search={search}
      page={page}
      pageSize={pageSize}
      notice={c.req.query('done') === 'dates' ? importContent.notices.dates : undefined}
      {...(errors ? { errors } : {})}
    />,
  );
}
