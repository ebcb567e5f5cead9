import { type Context, Hono } from 'hono';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { exportFormats, tableDownload } from '../table-export/table-download.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { withQuery } from '../uswds/query-string.ts';
import { askedView } from './asked-view-form.ts';
import { campaignOutcomeRoutes } from './campaign-outcome-routes.tsx';
import { HistoryPage } from './history-page.tsx';
import { type Month, monthAfter, monthOf, parseMonth, yearOf } from './month.ts';
import { monthRoutes } from './month-routes.tsx';
import { mayReadOutcomes } from './outcome-access.ts';
import { exportOutcomes, findSetting, listChanges } from './outcome-actions.ts';
import type { OutcomeCounts } from './outcome-counts.ts';
import { outcomeExport } from './outcome-export-content.ts';
import { outcomeImportRoutes } from './outcome-import-routes.tsx';
import { OutcomePage, outcomesPath } from './outcome-page.tsx';
import { yearsWithCounts } from './outcome-view.ts';
import { viewOutcomes } from './outcome-view-actions.ts';
import { partnerOutcomeRoutes } from './partner-outcome-routes.tsx';
import { settingRoutes } from './setting-routes.tsx';

const changesOnPage = 50;

/** Monthly outcomes: the agency's own, what its partners see, and what it shares with the campaign. */
export function outcomeRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/outcomes';

  routes.get(base, mayReadOutcomes, async (c) => {
    const { agency, acting, deps } = c.var;
    const today = todayOf(c);
    const { asked, errors, typed } = askedView(c.req.query());
    const { view, setting } = await actingAs(deps.db.app, acting, async (tx) => ({
      view: await viewOutcomes(tx, agency.id, asked, today, 'with-coverage'),
      setting: await findSetting(tx, agency.id),
    }));
    const latest = monthOf(today);
    const years = yearsWithCounts(view.counts, latest);
    const year = years.find((one) => String(one) === c.req.query('year')) ?? yearOf(monthAfter(latest, -1));
    const { pathname, search } = new URL(c.req.url);
    if (errors !== noErrors) c.status(422);
    return c.render(
      <OutcomePage
        {...{ agency, view, setting, latest, years, year, errors, typed }}
        next={nextMonth(view.counts, latest)}
        mayChange={agency.roles.some((role) => role === 'coordinator' || role === 'executive')}
        href={(changes) => withQuery(pathname + search, { ...changes, done: undefined })}
        done={c.req.query('done')}
      />,
    );
  });

  routes.get(`${base}/history`, mayReadOutcomes, async (c) => {
    const { agency, acting, deps } = c.var;
    const page = Math.max(1, Math.min(100_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const month = parseMonth(c.req.query('month')?.trim() ?? '');
    const range = { month, limit: changesOnPage, offset: (page - 1) * changesOnPage };
    const found = await actingAs(deps.db.app, acting, (tx) => listChanges(tx, agency.id, range));
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <HistoryPage
        {...{ agency, ...found, page, month }}
        pageSize={changesOnPage}
        href={pathname + search}
      />,
    );
  });

  for (const format of exportFormats) {
    routes.get(`${base}/counts.${format}`, mayReadOutcomes, async (c) => {
      const { agency, acting, deps, requestId } = c.var;
      const rows = await exportOutcomes(deps.db.app, acting, format);
      const name = { agency: agency.slug, what: 'outcomes', day: todayOf(c) };
      return tableDownload(format, name, outcomeExport, rows, (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });
  }

  // The counts of one partnership are those of its agency: one page, found from either place.
  routes.get('/workspace/:agency/partnerships/:id/outcomes', mayReadOutcomes, (c) =>
    c.redirect(outcomesPath(c.var.agency), 303),
  );

  routes.route('/', monthRoutes());
  routes.route('/', settingRoutes());
  routes.route('/', outcomeImportRoutes());
  routes.route('/', partnerOutcomeRoutes());
  routes.route('/', campaignOutcomeRoutes());
  return routes;
}

function todayOf(c: Context<AgencyEnv>): CalendarDate {
  return dayIn(c.var.agency.timeZone, c.var.deps.now());
}

/** The month after the last one with counts, or the last one that is over. */
function nextMonth(counts: OutcomeCounts, latest: Month): Month {
  const last = [...counts.keys()].toSorted().at(-1);
  const before = monthAfter(latest, -1);
  return last && last < before ? monthAfter(last) : before;
}
