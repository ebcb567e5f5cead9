import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isAgencyKind } from '../agency/agency-kind.ts';
import { findRegion, timeZoneOf } from '../agency/region.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { certificateStandings, listCertificates } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { listNamedPartners } from '../partnership/partnership-actions.ts';
import type { DirectoryQuery } from './directory-entry.ts';
import { AgencyPublicPage, DirectoryPage } from './directory-pages.tsx';
import {
  countDirectory,
  findDirectoryEntry,
  findDirectoryVersion,
  listDirectory,
} from './directory-store.ts';
import { PageMemory } from './page-memory.ts';
import { sharedQuestion } from './shared-question.ts';

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

/** Some six hundred pages of the list. */
const rememberedBytes = 32 * 1024 * 1024;

/** The public list of agencies, and each agency's public page. */
export function directoryRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const memory = new PageMemory(rememberedBytes);
  const versionOf = sharedQuestion(findDirectoryVersion);

  routes.get('/agencies', anyone, async (c) => {
    // Who is signed in has a page of their own, with their name at its top.
    if (c.var.viewer) return listPage(c);
    const { pathname, search } = new URL(c.req.url);
    const address = pathname + search;
    const version = await versionOf(c.var.deps.db.app);
    const page =
      memory.find(version, address) ??
      memory.keep(version, address, new Uint8Array(await (await listPage(c)).arrayBuffer()));
    // Kept by browsers, but never shown without asking here whether it still holds.
    const headers = { etag: page.etag, 'cache-control': 'private, no-cache', vary: 'Cookie' };
    if (c.req.header('if-none-match') === page.etag) return c.body(null, 304, headers);
    return c.body(page.body, 200, { ...headers, 'content-type': 'text/html; charset=UTF-8' });
  });

  routes.get('/agencies/:slug', anyone, async (c) => {
    const { db, config, now } = c.var.deps;
    const found = await actingAs(db.app, { as: 'public' }, async (tx) => {
      const entry = await findDirectoryEntry(tx, c.req.param('slug'));
      if (!entry) return undefined;
      const today = dayIn(timeZoneOf(entry.region), now());
      const named = await listNamedPartners(tx, entry.agency, today);
      const partners = named.map(({ name }) => name);
      const certificates = await listCertificates(tx, entry.agency);
      const standings = await certificateStandings(
        tx,
        certificates.map(({ number }) => number),
      );
      return { entry, partners, certificates, standings };
    });
    if (!found) throw new NotFound();
    return c.render(<AgencyPublicPage {...found} siteUrl={config.siteUrl} issuer={config.campaign.issuer} />);
  });

  return routes;
}

async function listPage(c: Context<AppEnv>): Promise<Response> {
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
}
