import { Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { parseRulesVersion } from '../campaign-rules/campaign-rules.ts';
import type { AppEnv } from '../http/environment.ts';
import { exportFormats, tableDownload } from '../table-export/table-download.ts';
import { exportCoverage } from './coverage-export-actions.ts';
import { coverageExport } from './coverage-export-content.ts';
import { askedDay } from './coverage-routes.tsx';
import { exportRecords } from './record-export-actions.ts';
import { recordExport } from './record-export-content.ts';
import { mayReadTraining } from './training-access.ts';

const coverageQuery = z.object({
  standing: z.enum(['untrained', 'base-missing', 'advanced', 'base', 'everyone']).catch('everyone'),
  search: z.string().trim().max(100).catch(''),
  rules: z.string().catch(''),
});

/** Training records and everybody's standing as files. */
export function trainingExportRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const format of exportFormats) {
    routes.get(`/workspace/:agency/training/records.${format}`, mayReadTraining, async (c) => {
      const { agency, acting, deps, requestId } = c.var;
      const day = dayIn(agency.timeZone, deps.now());
      const { rules, rows } = await exportRecords(deps.db.app, acting, day, format);
      const name = { agency: agency.slug, what: 'training-records', day };
      return tableDownload(format, name, recordExport(rules, day), rows, (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });

    routes.get(`/workspace/:agency/training/coverage.${format}`, mayReadTraining, async (c) => {
      const { agency, acting, deps, requestId } = c.var;
      const { day, today, typed, isWrong } = askedDay(c);
      // The page says what is wrong with the day.
      if (isWrong)
        return c.redirect(`/workspace/${agency.slug}/training?${new URLSearchParams({ day: typed })}`, 303);
      const query = coverageQuery.parse(c.req.query());
      const selection = { ...query, day, today, rules: parseRulesVersion(query.rules) };
      const { rules, rows } = await exportCoverage(deps.db.app, acting, selection, format);
      const name = { agency: agency.slug, what: 'coverage', day };
      return tableDownload(format, name, coverageExport(rules, day), rows, (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });
  }
  return routes;
}
