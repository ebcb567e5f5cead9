import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { NotFound } from '../http/refused-request.ts';
import type { ImportTypes } from './file-import.ts';
import { importContent } from './file-import-content.ts';
import { importerOf, openImport } from './import-context-routes.ts';
import type { ImportDesk } from './import-desk.tsx';
import { ImportListPage } from './import-list-page.tsx';
import { listImports } from './import-list-store.ts';
import { momentWords } from './import-moment.ts';
import { importPlaces } from './import-place.ts';
import { takeKeptFile } from './kept-file-download-actions.ts';

const pageSize = 25;

/** The imports there were, and the file of each as it is kept. */
export function importListRoutes<T extends ImportTypes>(desk: ImportDesk<T>): Hono<AppEnv> {
  const { subject, mayImport } = desk;
  const routes = new Hono<AppEnv>();
  const base = `/workspace/:agency/${importPlaces[subject.name].path}/import`;

  routes.get(`${base}s`, mayImport, async (c) => {
    const { agency, acting, deps } = c.var;
    const page = Math.max(1, Math.min(10_000, Number.parseInt(c.req.query('page') ?? '1', 10) || 1));
    const listed = await actingAs(deps.db.app, acting, (tx) =>
      listImports(tx, agency.id, subject, { limit: pageSize, offset: (page - 1) * pageSize }),
    );
    return c.render(
      <ImportListPage
        {...listed}
        agency={agency}
        desk={desk}
        page={page}
        pageSize={pageSize}
        moment={(moment) => momentWords(agency.timeZone, moment)}
        notice={c.req.query('done') === 'discarded' ? importContent.notices.deleted : undefined}
      />,
    );
  });

  routes.get(`${base}/:id/file`, mayImport, async (c) => {
    const { deps } = c.var;
    const file = await takeKeptFile(deps.db.app, importerOf(c), subject, await openImport(c, desk));
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  return routes;
}
