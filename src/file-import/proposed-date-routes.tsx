import { Hono } from 'hono';
import { z } from 'zod';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import { NotFound } from '../http/refused-request.ts';
import { isLive } from '../jobs/job.ts';
import { awaitJob, findLatestJob } from '../jobs/job-actions.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { withQuery } from '../uswds/query-string.ts';
import { typedDate } from '../uswds/typed-date.ts';
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
import { dayName, ProposedDatesPage } from './proposed-date-page.tsx';
import { listDoubtfulDates } from './proposed-date-store.ts';
import { type TakenDates, withAll, withDay, withRow } from './taken-dates.ts';
import { type DayFault, typedDay } from './typed-day.ts';

const pageSize = 50;

const datesQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

const takenForm = z.object({
  rows: z.union([z.literal('all'), z.coerce.number().int().positive()]),
  take: z.enum(['yes', 'no']),
  /** Of the one date that is left as it is written, where the others of its row stay as they are. */
  field: z.string().optional(),
});

const typedForm = z.object({ row: z.coerce.number().int().positive().max(2_000_000), field: z.string() });

/** Where the dates of a file that can't be read are taken for what they evidently mean, typed, or left out. */
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
    const { agency, acting, deps } = c.var;
    const found = await openImport(c, desk);
    const fields = await readForm(c);
    if (found.state !== 'planned') return c.redirect(importPath(c, desk, found.id), 303);
    const today = dayIn(agency.timeZone, deps.now());
    const said = saidInForm(found, fields, desk.words.fields, today);
    if (!said) return c.redirect(importPath(c, desk, found.id), 303);
    if ('typed' in said) {
      const { typed } = said;
      return showDates(c, desk, found, { [typed.name]: importContent.dates.faults[typed.fault] }, typed);
    }
    const { columns, facts } = found;
    const asked = await requestImportStep(deps, importerOf(c), desk.subject, found, {
      step: 'plan',
      said: { mapping: columns.mapping, facts, takenDates: said.takenDates },
    });
    const job = asked.ok ? await awaitJob(deps.db.app, acting, found.id, patienceMilliseconds) : undefined;
    const refusal = asked.ok ? job?.refusal : asked.refusal;
    if (refusal) return showDates(c, desk, found, { form: refusalSentence(desk, refusal, found.file.name) });
    const { search, page } = datesQuery.parse(c.req.query());
    const shown = { search: search || undefined, page: page > 1 ? String(page) : undefined };
    return c.redirect(withQuery(`${importPath(c, desk, found.id)}/dates`, { ...shown, done: 'dates' }), 303);
  });

  return routes;
}

interface FaultyDay {
  readonly name: string;
  readonly value: string;
  readonly fault: DayFault;
}

/** What is said of the dates once a form is taken, or the day in it that can't be used. */
function saidInForm(
  { takenDates }: { readonly takenDates: TakenDates },
  fields: FormFields,
  known: Readonly<Record<string, string>>,
  today: CalendarDate,
): { readonly takenDates: TakenDates } | { readonly typed: FaultyDay } | undefined {
  const sent = { rows: sentText(fields, 'rows'), field: sentText(fields, 'field') };
  const form = takenForm.safeParse({ ...sent, take: sentText(fields, 'take') });
  if (form.success) return { takenDates: nowTaken(takenDates, form.data) };
  const of = typedForm.safeParse({ row: sent.rows, field: sent.field });
  if (!of.success || !Object.hasOwn(known, of.data.field)) return undefined;
  const name = dayName(of.data);
  const value = sentText(fields, name);
  const typed = typedDay(typedDate(value), of.data.field, today);
  if ('fault' in typed) return { typed: { name, value, fault: typed.fault } };
  return { takenDates: withDay(takenDates, { ...of.data, day: typed.day }) };
}

function nowTaken(before: TakenDates, { rows, take, field }: z.infer<typeof takenForm>): TakenDates {
  if (rows === 'all') return withAll(before, take === 'yes');
  const now = withRow(before, rows, take === 'yes');
  return field && take === 'no' ? withDay(now, { row: rows, field, day: null }) : now;
}

async function showDates<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  found: FileImport<T>,
  errors?: FormErrors,
  typed?: { readonly name: string; readonly value: string },
) {
  const { agency, acting, deps } = c.var;
  const { report } = found;
  if (!report) throw new NotFound();
  const { search, page } = datesQuery.parse(c.req.query());
  const shown = { search, limit: pageSize, offset: (page - 1) * pageSize };
  const listed = await actingAs(deps.db.app, acting, (tx) =>
    listDoubtfulDates(tx, agency.id, found.id, shown),
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
      proposed={report.proposedDates ?? report.dates}
      remembered={report.rememberedDates ?? 0}
      typed={typed}
      taken={found.takenDates}
      search={search}
      page={page}
      pageSize={pageSize}
      notice={c.req.query('done') === 'dates' ? importContent.notices.dates : undefined}
      {...(errors ? { errors } : {})}
    />,
  );
}
