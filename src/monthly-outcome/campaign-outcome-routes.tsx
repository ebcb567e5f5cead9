import { Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { NotFound } from '../http/refused-request.ts';
import { exportFormats, tableDownload } from '../table-export/table-download.ts';
import {
  campaignOutcomeContent as content,
  type SharedRow,
  sharedExport,
} from './campaign-outcome-content.ts';
import { CampaignOutcomePage } from './campaign-outcome-page.tsx';
import { mayReadSharedOutcomes } from './outcome-access.ts';
import { callsMeasure, isOutcomeMeasure, outcomeMeasures } from './outcome-measure.ts';
import { listSharedYear, listSharedYears } from './shared-outcome-actions.ts';
import { type SharedYear, sharedTotal, totalsBy } from './shared-total.ts';

const query = z.object({
  year: z.coerce.number().int().min(2000).max(9999).optional().catch(undefined),
  measure: z.string().refine(isOutcomeMeasure).catch(callsMeasure),
  grouping: z.enum(['state', 'size']).catch('state'),
});

/** What agencies share with the campaign. */
export function campaignOutcomeRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/outcomes', mayReadSharedOutcomes, async (c) => {
    const { acting, deps, viewer } = c.var;
    const asked = query.parse(c.req.query());
    const found = await actingAs(deps.db.app, acting, async (tx) => {
      const years = await listSharedYears(tx);
      const year = years.find((one) => one === asked.year) ?? years[0];
      return { years, year, shared: year === undefined ? [] : await listSharedYear(tx, year) };
    });
    const measure = isOutcomeMeasure(asked.measure) ? asked.measure : callsMeasure;
    const { grouping } = asked;
    return c.render(
      <CampaignOutcomePage roles={viewer.campaignRoles} {...{ ...found, measure, grouping }} />,
    );
  });

  for (const format of exportFormats) {
    routes.get(`/campaign/outcomes/totals.${format}`, mayReadSharedOutcomes, async (c) => {
      const { acting, deps, requestId } = c.var;
      const { year } = query.parse(c.req.query());
      if (year === undefined) throw new NotFound();
      const shared = await actingAs(deps.db.app, acting, (tx) => listSharedYear(tx, year));
      const name = { agency: 'one-mind', what: `outcomes-${year}`, day: dayIn('UTC', deps.now()) };
      return tableDownload(format, name, sharedExport, sharedRows(year, shared), (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });
  }

  return routes;
}

async function* sharedRows(
  year: number,
  shared: readonly SharedYear[],
): AsyncGenerator<readonly SharedRow[]> {
  for (const { measure } of outcomeMeasures) {
    const all = { ...sharedTotal(measure, shared), group: '', grouping: 'All' };
    const parts = (['state', 'size'] as const).flatMap((grouping) =>
      totalsBy(grouping, measure, shared).map((total) => ({
        ...total,
        grouping: content.groupings[grouping],
      })),
    );
    yield [all, ...parts].map((row) => ({ ...row, year }));
  }
}
