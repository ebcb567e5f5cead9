import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { exportFormats, tableDownload } from '../table-export/table-download.ts';
import { maySeeAcknowledgments } from './acknowledgment-access.ts';
import { askedVersion, listAskedStaff, listUnitsAndShifts } from './acknowledgment-actions.ts';
import { versionWords } from './acknowledgment-content.ts';
import { askedQuery } from './acknowledgment-query.ts';
import { askedDay, basePath, hrefOf, todayOf } from './acknowledgment-request-routes.ts';
import { exportAskedStaff } from './asked-staff-export-actions.ts';
import { askedStaffExport } from './asked-staff-export-content.ts';
import { AskedStaffPage } from './asked-staff-page.tsx';
import { PrintPage } from './print-page.tsx';

const pageSize = 50;
/** More than a roll call has, and no more than a browser prints without trouble. */
const printedAtMost = 1_000;

/** Who has acknowledged and who is missing: on a page, as a file, on paper. */
export function askedStaffRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/policy/acknowledgments';

  routes.get(`${base}/people`, maySeeAcknowledgments, async (c) => {
    const { agency, acting, deps } = c.var;
    const { day } = askedDay(c);
    const selection = askedQuery.parse(c.req.query());
    const shown = await actingAs(deps.db.app, acting, async (tx) => {
      const asked = await askedVersion(tx, agency.id, day);
      if (!asked) return undefined;
      const offset = (selection.page - 1) * pageSize;
      return {
        ...(await listAskedStaff(tx, agency.id, asked.about, { ...selection, limit: pageSize, offset })),
        ...(await listUnitsAndShifts(tx, agency.id, asked.about)),
      };
    });
    if (!shown) return c.redirect(basePath(c), 303);
    return c.render(
      <AskedStaffPage
        {...shown}
        agency={agency}
        day={day}
        selection={selection}
        page={selection.page}
        pageSize={pageSize}
        href={hrefOf(c)}
      />,
    );
  });

  for (const format of exportFormats) {
    routes.get(`${base}/people.${format}`, maySeeAcknowledgments, async (c) => {
      const { agency, acting, deps, requestId } = c.var;
      const { day } = askedDay(c);
      const asked = await actingAs(deps.db.app, acting, (tx) => askedVersion(tx, agency.id, day));
      if (!asked) return c.redirect(basePath(c), 303);
      const selection = askedQuery.parse(c.req.query());
      const people = await exportAskedStaff(deps.db.app, acting, asked.about, selection, format);
      const name = { agency: agency.slug, what: 'policy-acknowledgments', day };
      return tableDownload(format, name, askedStaffExport, people, (error) =>
        deps.log.error({ requestId, err: error }, 'download broken off'),
      );
    });
  }

  routes.get(`${base}/print`, maySeeAcknowledgments, async (c) => {
    const { agency, acting, deps } = c.var;
    const { unit, shift } = askedQuery.parse(c.req.query());
    const selection = askedQuery.parse({ unit, shift });
    const shown = await actingAs(deps.db.app, acting, async (tx) => {
      const asked = await askedVersion(tx, agency.id, todayOf(c));
      if (!asked) return undefined;
      const page = { ...selection, limit: printedAtMost, offset: 0 };
      return {
        ...(await listAskedStaff(tx, agency.id, asked.about, page)),
        version: versionWords(asked.policy),
      };
    });
    if (!shown) return c.redirect(basePath(c), 303);
    const part = [unit, shift].filter(Boolean).join(', ');
    return c.render(<PrintPage {...shown} agency={agency} part={part} />);
  });

  return routes;
}
