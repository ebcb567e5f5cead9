import type { Context } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import type { JobRefusal } from '../jobs/job.ts';
import type { FileImport, ImportRefusal, ImportTypes } from './file-import.ts';
import { findImport } from './file-import-store.ts';
import type { ImportDesk } from './import-desk.tsx';
import { importPlaces } from './import-place.ts';
import { importRefusalSentence } from './import-refusal-content.ts';
import type { Importer } from './import-subject.ts';

export type ImportContext = Context<AgencyEnv>;

export function importerOf(c: Pick<ImportContext, 'var'>): Importer {
  return { agency: c.var.agency, person: c.var.viewer.person };
}

export function importPath<T extends ImportTypes>(
  c: Pick<ImportContext, 'var'>,
  desk: ImportDesk<T>,
  id: string,
): string {
  return `/workspace/${c.var.agency.slug}/${importPlaces[desk.subject.name].path}/import/${id}`;
}

/** The import that the path names; 404 when the agency has no such import. */
export async function openImport<T extends ImportTypes>(
  c: ImportContext,
  desk: Pick<ImportDesk<T>, 'subject'>,
  id: string = pathId(c, 'id'),
): Promise<FileImport<T>> {
  const { agency, acting, deps } = c.var;
  const found = await actingAs(deps.db.app, acting, (tx) => findImport(tx, agency.id, desk.subject, id));
  if (!found) throw new NotFound();
  return found;
}

/** Why a step of an import was refused, in words. A refusal that work left behind has been JSON in between. */
export function refusalSentence<T extends ImportTypes>(
  desk: ImportDesk<T>,
  refusal: ImportRefusal | JobRefusal,
  fileName: string,
): string {
  const { nothingFound } = desk.words;
  return importRefusalSentence(refusal as ImportRefusal, { fileName, nothingFound });
}
