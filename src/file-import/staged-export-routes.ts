import { Hono, type MiddlewareHandler } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import type { AppEnv } from '../http/environment.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { exportFormats, tableDownload } from '../table-export/table-download.ts';
import type { ImportTypes } from './file-import.ts';
import { openImport } from './import-context-routes.ts';
import { importPlaces } from './import-place.ts';
import { toLookAtName } from './import-subject.ts';
import type { StagedExport } from './staged-export.ts';
import { exportStagedRows } from './staged-export-actions.ts';

const longestSearch = 100;

/** The staged rows of one kind as a file: what is added or changed, and which rows were refused and why. */
export function stagedExportRoutes<T extends ImportTypes, Row>(
  handout: StagedExport<T, Row>,
  mayImport: MiddlewareHandler<AgencyEnv>,
): Hono<AppEnv> {
  const { subject } = handout;
  const routes = new Hono<AppEnv>();
  const { path } = importPlaces[subject.name];
  for (const format of exportFormats) {
    routes.get(`/workspace/:agency/${path}/import/:id/rows.${format}`, mayImport, async (c) => {
      const { agency, acting, deps, requestId } = c.var;
      const found = await openImport(c, handout);
      const kinds: readonly T['kind'][] = subject.kinds;
      const show = c.req.query('show');
      const toLookAt = show === toLookAtName && subject.countToLookAt !== undefined;
      const kind = toLookAt ? kinds[0] : kinds.find((known) => known === show);
      if (kind === undefined) throw new NotFound();
      const search = (c.req.query('search') ?? '').trim().slice(0, longestSearch);
      const day = dayIn(agency.timeZone, deps.now());
      const selection = { import: found.id, kind, toLookAt, search };
      const { table, rows } = await exportStagedRows(deps.db.app, acting, handout, selection, day);
      const name = { agency: agency.slug, what: `${subject.name}-import-${show}`, day };
      return tableDownload(format, name, table, rows, (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });
  }
  return routes;
}
