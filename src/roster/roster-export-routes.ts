import { Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import type { AppEnv } from '../http/environment.ts';
import { exportFormats, tableDownload } from '../table-export/table-download.ts';
import { mayReadRoster } from './roster-access.ts';
import { exportRoster } from './roster-export-actions.ts';
import { rosterExport } from './roster-export-content.ts';
import { rosterQuery } from './roster-query.ts';

/** The roster as a file, with the filters and the order of the page it is asked for on. */
export function rosterExportRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const format of exportFormats) {
    routes.get(`/workspace/:agency/roster/export.${format}`, mayReadRoster, async (c) => {
      const { agency, acting, deps, requestId } = c.var;
      const { search, standing, sort, direction } = rosterQuery.parse(c.req.query());
      const day = dayIn(agency.timeZone, deps.now());
      const descending = direction === 'descending';
      const selection = { search, standing, sort, descending, kind: undefined, today: day };
      const people = await exportRoster(deps.db.app, acting, selection, format);
      const name = { agency: agency.slug, what: 'roster', day };
      return tableDownload(format, name, rosterExport, people, (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });
  }
  return routes;
}
