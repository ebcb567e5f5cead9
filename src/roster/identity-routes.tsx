import { Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import { importerOf, importPath, openImport } from '../file-import/import-context-routes.ts';
import type { ImportDesk } from '../file-import/import-desk.tsx';
import { patienceMilliseconds, requestImportStep } from '../file-import/import-job-actions.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, smallBody } from '../http/form.ts';
import { isLive } from '../jobs/job.ts';
import { awaitJob, findLatestJob } from '../jobs/job-actions.ts';
import { withQuery } from '../uswds/query-string.ts';
import { identityWords } from './identity-content.ts';
import { decideIdentity, type IdentityAnswer } from './identity-decision-actions.ts';
import { type RosterImportTypes, rosterChangeKinds } from './roster-import.ts';
import { listRowsToLookAt } from './roster-import-actions.ts';
import { RowsToLookAtPage } from './rows-to-look-at-page.tsx';

const pageSize = 50;
const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  refused: z.string().max(300).optional().catch(undefined),
});

const answerForm = z.union([
  z.object({ all: z.literal('yes') }).transform((): IdentityAnswer => ({ of: 'all' })),
  z
    .object({
      kind: z.enum(rosterChangeKinds),
      place: z.coerce.number().int().min(0),
      same: z.union([z.literal('nobody'), z.uuid()]),
    })
    .transform((form): IdentityAnswer => ({ of: 'one', ...form })),
]);

/** Where a person looks at the rows of a roster that somebody should look at, and says who is who. */
export function identityRoutes(desk: ImportDesk<RosterImportTypes>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/roster/import/:id/look';

  routes.get(path, desk.mayImport, async (c) => {
    const { agency, acting, deps } = c.var;
    const found = await openImport(c, desk);
    const { page, refused } = pageQuery.parse(c.req.query());
    const job = await actingAs(deps.db.app, acting, (tx) => findLatestJob(tx, agency.id, found.id));
    if (found.state !== 'planned' || !found.report || (job && isLive(job)))
      return c.redirect(importPath(c, desk, found.id), 303);
    const shown = { limit: pageSize, offset: (page - 1) * pageSize };
    const listed = await actingAs(deps.db.app, acting, (tx) =>
      listRowsToLookAt(tx, agency.id, found.id, shown),
    );
    return c.render(
      <RowsToLookAtPage
        {...listed}
        agency={agency}
        path={importPath(c, desk, found.id)}
        unclear={found.report.counts.unclear}
        page={page}
        pageSize={pageSize}
        notice={c.req.query('done') === 'said' ? identityWords.look.saved : undefined}
        error={refused === 'not-asked' ? identityWords.look.notAsked : undefined}
      />,
    );
  });

  routes.post(path, desk.mayImport, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const found = await openImport(c, desk);
    const here = withQuery(`${importPath(c, desk, found.id)}/look`, {
      page: c.req.query('page'),
    });
    const form = answerForm.safeParse(await readForm(c));
    if (!form.success || found.state !== 'planned') return c.redirect(here, 303);
    const said = await decideIdentity(deps, importerOf(c), found.id, form.data);
    if (!said.ok) return c.redirect(withQuery(here, { refused: said.refusal.code }), 303);
    const { columns, facts, takenDates } = found;
    const asked = await requestImportStep(deps, importerOf(c), desk.subject, found, {
      step: 'plan',
      said: { mapping: columns.mapping, facts, takenDates },
    });
    if (asked.ok) await awaitJob(deps.db.app, acting, found.id, patienceMilliseconds);
    return c.redirect(withQuery(here, { done: 'said' }), 303);
  });

  return routes;
}
