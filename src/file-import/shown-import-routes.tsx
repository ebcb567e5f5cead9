import { z } from 'zod';
import { dayIn, longDate } from '../calendar/calendar-date.ts';
import type { ColumnMapping } from '../columns/column-proposal.ts';
import { actingAs } from '../database/acting.ts';
import { type FormFields, sentText } from '../http/form.ts';
import { NotFound } from '../http/refused-request.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { keptUntil } from './abandoned-import-actions.ts';
import {
  type FileImport,
  type ImportTypes,
  isOpen,
  type SaidOfFile,
  type UndoRefusal,
} from './file-import.ts';
import { importContent } from './file-import-content.ts';
import { columnFieldName, ImportColumnsPage } from './import-columns-page.tsx';
import { type ImportContext, importPath } from './import-context-routes.ts';
import type { ImportDesk } from './import-desk.tsx';
import type { EarlierImport } from './import-file-part.tsx';
import { findImportOfSameFile } from './import-list-store.ts';
import { momentWords } from './import-moment.ts';
import { ImportPreviewPage } from './import-preview-page.tsx';
import { toLookAtName, touchedRefusal } from './import-subject.ts';

const pageSize = 50;

const previewQuery = z.object({
  show: z.string().catch(''),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export async function showColumns<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  found: FileImport<T>,
  sent: { readonly values?: Readonly<Record<string, string>>; readonly errors?: FormErrors } = {},
) {
  if (sent.errors) c.status(422);
  const earlier = await earlierImport(c, desk, found);
  const values = sent.values ?? desk.shownFacts(found.facts);
  return c.render(
    <ImportColumnsPage
      agency={c.var.agency}
      desk={desk}
      found={found}
      keptUntil={lastDayOf(c, found)}
      earlier={earlier}
      {...sent}
      values={values}
    />,
  );
}

/** The import that carried the same file out, while this one is open. */
async function earlierImport<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  found: FileImport<T>,
): Promise<EarlierImport | undefined> {
  const { agency, acting, deps } = c.var;
  if (!isOpen(found)) return undefined;
  const earlier = await actingAs(deps.db.app, acting, (tx) =>
    findImportOfSameFile(tx, agency.id, desk.subject, found),
  );
  if (!earlier?.committedAt) return undefined;
  return {
    when: momentWords(agency.timeZone, earlier.committedAt),
    who: earlier.committedBy ?? '',
    href: importPath(c, desk, earlier.id),
  };
}

/** What stands in the way of undoing an import that was carried out. */
async function undoRefusalOf<T extends ImportTypes>(
  c: ImportContext,
  { subject }: ImportDesk<T>,
  found: FileImport<T>,
): Promise<UndoRefusal | undefined> {
  const { agency, acting, deps } = c.var;
  if (found.state !== 'committed' || !subject.listTouchedSince) return undefined;
  const { listTouchedSince } = subject;
  return actingAs(deps.db.app, acting, async (tx) =>
    touchedRefusal(await listTouchedSince(tx, agency.id, found.id)),
  );
}

/** The day until which the file of an import is kept that nobody carries out, in the agency's words. */
function lastDayOf<T extends ImportTypes>({ var: { agency, deps } }: ImportContext, found: FileImport<T>) {
  return longDate(dayIn(agency.timeZone, keptUntil(found.startedAt, deps.config.importKeptDays)));
}

export async function showPreview<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  found: FileImport<T>,
  said: { readonly errors?: FormErrors; readonly notice?: string } = {},
) {
  const { agency, acting, deps } = c.var;
  const { report } = found;
  if (!report) throw new NotFound();
  const query = previewQuery.parse(c.req.query());
  const kinds: readonly T['kind'][] = desk.subject.kinds;
  const kind =
    kinds.find((known) => known === query.show) ??
    kinds.find((known) => (report.counts[known] ?? 0) > 0) ??
    kinds[0];
  if (kind === undefined) throw new NotFound();
  const toLookAt = query.show === toLookAtName && (desk.subject.countToLookAt?.(report) ?? 0) > 0;
  const shown = {
    kind,
    toLookAt,
    search: query.search,
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  };
  const today = dayIn(agency.timeZone, deps.now());
  const parts = await actingAs(deps.db.app, acting, (tx) =>
    desk.preview({ tx, agency: agency.id, found, report, shown, path: importPath(c, desk, found.id), today }),
  );
  if (said.errors) c.status(422);
  return c.render(
    <ImportPreviewPage
      {...said}
      agency={agency}
      desk={desk}
      found={found}
      report={report}
      parts={parts}
      shown={shown}
      page={query.page}
      keptUntil={lastDayOf(c, found)}
      moment={(moment) => momentWords(agency.timeZone, moment)}
      earlier={await earlierImport(c, desk, found)}
      undoRefusal={await undoRefusalOf(c, desk, found)}
    />,
  );
}

/** The columns as chosen in the form, and what was said for the whole file. */
export function readSaid<T extends ImportTypes>(
  c: ImportContext,
  desk: ImportDesk<T>,
  found: FileImport<T>,
  fields: FormFields,
): {
  readonly said: SaidOfFile<T>;
  readonly errors: FormErrors;
  readonly values: Readonly<Record<string, string>>;
} {
  const mapping: Partial<Record<string, number>> = {};
  const errors: Record<string, string> = {};
  for (const { index, heading } of found.columns.proposal.columns) {
    const name = columnFieldName(index);
    const field = desk.fields.find((known) => known === sentText(fields, name));
    if (field === undefined) continue;
    if (mapping[field] === undefined) mapping[field] = index;
    else errors[name] = importContent.columns.chosenTwice(heading);
  }
  const read = desk.readFacts(fields, dayIn(c.var.agency.timeZone, c.var.deps.now()));
  const values = Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
  const said = { mapping: mapping as ColumnMapping<T['field']>, facts: read.facts };
  return { said, errors: { ...errors, ...read.errors }, values };
}
