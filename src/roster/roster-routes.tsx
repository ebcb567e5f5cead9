import { Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { personMergeRoutes } from './person-merge-routes.tsx';
import { personRoutes } from './person-routes.tsx';
import { mayReadRoster } from './roster-access.ts';
import { countStaff, listStaff } from './roster-actions.ts';
import { rosterExportRoutes } from './roster-export-routes.ts';
import { rosterImportRoutes } from './roster-import-routes.tsx';
import { RosterPage } from './roster-page.tsx';
import { rosterWords as words } from './roster-page-content.ts';
import { rosterQuery } from './roster-query.ts';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = words.notices;

/** The roster: its list, its people one by one, and imports. */
export function rosterRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/roster', mayReadRoster, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = rosterQuery.parse(c.req.query());
    const today = dayIn(agency.timeZone, deps.now());
    const shown = await actingAs(deps.db.app, acting, async (tx) => ({
      counts: await countStaff(tx, agency.id, today),
      staff: await listStaff(tx, agency.id, {
        ...query,
        kind: undefined,
        today,
        descending: query.direction === 'descending',
        limit: pageSize,
        offset: (query.page - 1) * pageSize,
      }),
    }));
    return c.render(
      <RosterPage
        {...shown}
        agency={agency}
        search={query.search}
        standing={query.standing}
        sort={{ by: query.sort, direction: query.direction }}
        page={query.page}
        pageSize={pageSize}
        href={hrefOf(c.req.url)}
        mayChange={mayChange(agency)}
        notice={notices[query.done]}
      />,
    );
  });

  routes.route('/', personRoutes());
  routes.route('/', personMergeRoutes());
  routes.route('/', rosterExportRoutes());
  routes.route('/', rosterImportRoutes());
  return routes;
}

function mayChange(agency: AgencyPlace): boolean {
  return agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
}

function hrefOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
