import { Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { mayConfirmCertificates } from '../own-record/own-record-access.ts';
import {
  listStaffCredentials,
  revokeStaffCredential,
  type StaffCredentialId,
} from './staff-credential-actions.ts';
import { staffCredentialContent } from './staff-credential-content.ts';
import { StaffCredentialsPage } from './staff-credentials-page.tsx';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = staffCredentialContent.desk.notices;
const listQuery = z.object({
  state: z.enum(['live', 'ended']).catch('live'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** The agency's view of the credentials its people asked for. */
export function staffCredentialRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/credentials';

  routes.get(base, mayConfirmCertificates, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = listQuery.parse(c.req.query());
    const offset = (query.page - 1) * pageSize;
    const found = await actingAs(deps.db.app, acting, (tx) =>
      listStaffCredentials(tx, agency.id, { ...query, limit: pageSize, offset }),
    );
    const { pathname, search } = new URL(c.req.url);
    const notice = notices[c.req.query('done') ?? ''];
    const props = { ...found, ...query, pageSize, notice, href: pathname + search };
    return c.render(<StaffCredentialsPage agency={agency} {...props} />);
  });

  routes.post(`${base}/:id/revoke`, mayConfirmCertificates, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const id = pathId<StaffCredentialId>(c, 'id');
    const isEnded = await actingAs(deps.db.app, acting, (tx) =>
      revokeStaffCredential(tx, agency.id, id, viewer.person, deps.now()),
    );
    if (!isEnded) throw new NotFound();
    return c.redirect(`/workspace/${agency.slug}/training/credentials?done=revoked`, 303);
  });

  return routes;
}
