import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { type CampaignEnv, campaignAccess } from '../http/guard.ts';
import { type ExportTable, numberColumn, textColumn } from '../table-export/export-table.ts';
import { tableDownload } from '../table-export/table-download.ts';
import type { Figures, QuarterReport } from './figures.ts';
import { groupings } from './figures.ts';
import { quarterReport } from './figures-actions.ts';
import { figureColumns } from './figures-columns-content.ts';
import { figuresContent as content, groupName, inOrder } from './figures-content.ts';
import { figuresDocument } from './figures-document-content.ts';
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
    })
    .get(`${figuresPath}.pdf`, mayReadFigures, async (c) => {
      const { report, today } = await reported(c);
      const { documents, config } = c.var.deps;
      const { campaign } = config;
      const file = await documents.figures(
        figuresDocument(report, { ...campaign, campaignName: campaign.name }, today),
      );
      return new Response(new Uint8Array(file), {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': attachmentNamed(`one-mind-figures-${quarterCode(report.quarter)}.pdf`),
          'cache-control': 'private, no-store',
        },
      });
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
  return {
    name: content.title,
    columns: [
      textColumn(content.quarter, 10, () => quarterCode(quarter)),
      textColumn(content.groupings[grouping], 28, ({ group }) =>
        group === '' ? content.whole : groupName(grouping, group),
      ),
      ...figureColumns.map(({ heading, value }) => numberColumn(heading, 10, value)),
    ],
  };
}
