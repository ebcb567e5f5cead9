import { Hono } from 'hono';
import { z } from 'zod';
import { isAgencyKind } from '../agency/agency-kind.ts';
import { findRegion } from '../agency/region.ts';
import { listCertificates } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import type { DirectoryQuery } from './directory-entry.ts';
import { AgencyPublicPage, DirectoryPage } from './directory-pages.tsx';
import {
  countDirectory,
  findDirectoryEntry,
  listDirectory,
  listDirectoryPartners,
} from './directory-store.ts';

const pageSize = 50;

const listQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  region: z.string().optional(),
  kind: z.string().optional(),
  status: z.enum(['pledged', 'certified']).optional().catch(undefined),
  sort: z.enum(['name', 'place', 'pledged', 'certified']).catch('name'),
  direction: z.enum(['ascending', 'descending']).catch('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The public list of agencies, and each agency's public page. */
export function directoryRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/agencies', anyone, async (c) => {
    const { page, ...asked } = listQuery.parse(c.req.query());
    const query: DirectoryQuery = {
      search: asked.search,
      region: asked.region ? findRegion(asked.region)?.code : undefined,
      kind: asked.kind && isAgencyKind(asked.kind) ? asked.kind : undefined,
      status: asked.status,
      sort: asked.sort,
      descending: asked.direction === 'descending',
      limit: pageSize,
      offset: (page - 1) * pageSize,
    };
    const { app } = c.var.deps.db;
    const [entries, total] = await Promise.all([listDirectory(app, query), countDirectory(app, query)]);
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <DirectoryPage entries={entries} total={total} query={query} page={page} href={pathname + search} />,
    );
  });

  routes.get('/agencies/:slug', anyone, async (c) => {
    const { db } = c.var.deps;
    const found = await actingAs(db.app, { as: 'public' }, async (tx) => {
      const entry = await findDirectoryEntry(tx, c.req.param('slug'));
      if (!entry) return undefined;
      const partners = await listDirectoryPartners(tx, entry.agency);
      return { entry, partners, certificates: await listCertificates(tx, entry.agency) };
    });
    if (!found) throw new NotFound();
    return c.render(<AgencyPublicPage {...found} />);
  });

  return routes;
}
