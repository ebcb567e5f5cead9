import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type CampaignEnv, campaignAccess } from '../http/guard.ts';
import { type ExportTable, numberColumn, textColumn } from '../table-export/export-table.ts';
import { tableDownload } from '../table-export/table-download.ts';
import type { Figures } from './figures.ts';
import { groupings } from './figures.ts';
import { type QuarterReport, quarterReport } from './figures-actions.ts';
import { figuresContent as content, groupName, inOrder } from './figures-content.ts';
import { FiguresPage, figuresPath } from './figures-page.tsx';
import { parseQuarter, quarterCode, quarterOf } from './quarter.ts';

const mayReadFigures = campaignAccess('administrator', 'reviewer', 'assistance-lead');

const askedFor = z.object({
  quarter: z.string().transform(parseQuarter).optional().catch(undefined),
  by: z.enum(groupings).catch('state'),
});

/** The campaign's figures, to read and to hand on. */
export function figuresRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(figuresPath, mayReadFigures, async (c) => {
      const { report, today } = await reported(c);
      return c.render(<FiguresPage roles={c.var.viewer.campaignRoles} report={report} today={today} />);
    })
    .get(`${figuresPath}.csv`, mayReadFigures, async (c) => {
      const { report, today } = await reported(c);
      const name = { agency: 'one-mind', what: `figures-${quarterCode(report.quarter)}`, day: today };
      return tableDownload('csv', name, tableOf(report), rowsOf(report), (error) =>
        c.var.deps.log.error({ err: error }, 'the figures broke off'),
      );
    });
}

async function reported(c: Context<CampaignEnv>) {
  const { deps, acting } = c.var;
  const today = dayIn('UTC', deps.now());
  const { quarter = quarterOf(today), by } = askedFor.parse(c.req.query());
  const report = await actingAs(deps.db.app, acting, (tx) => quarterReport(tx, quarter, by, today));
  return { report, today };
}

async function* rowsOf({ grouping, groups, all }: QuarterReport): AsyncGenerator<readonly Figures[]> {
  yield [all, ...inOrder(grouping, groups)];
}

function tableOf({ grouping, quarter }: QuarterReport): ExportTable<Figures> {
  const { columns } = content;
  return {
    name: content.title,
    columns: [
      textColumn(content.quarter, 10, () => quarterCode(quarter)),
      textColumn(content.groupings[grouping], 28, ({ group }) =>
        group === '' ? content.whole : groupName(grouping, group),
      ),
      numberColumn(columns.pledged, 10, ({ pledged }) => pledged),
      numberColumn(columns.newPledges, 10, ({ newPledges }) => newPledges),
      numberColumn(columns.withdrawn, 10, ({ withdrawn }) => withdrawn),
      numberColumn(columns.certified, 10, ({ certified }) => certified),
      numberColumn(columns.newCertificates, 10, ({ newCertificates }) => newCertificates),
      numberColumn(columns.medianDays, 10, ({ medianDays }) => medianDays),
      numberColumn(columns.rounds, 10, ({ rounds }) => rounds),
      numberColumn(columns.trained, 10, ({ trained }) => trained),
      numberColumn(columns.advanced, 10, ({ advanced }) => advanced),
    ],
  };
}
