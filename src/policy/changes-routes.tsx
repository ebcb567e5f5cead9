import { Hono } from 'hono';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { NotFound } from '../http/refused-request.ts';
import { ChangesPage } from './changes-page.tsx';
import { listPassages, proposalsFor } from './passage-actions.ts';
import type { AgencyPolicy } from './policy.ts';
import { mayReadPolicy } from './policy-access.ts';
import { checklistOf, listAnswers } from './policy-actions.ts';
import { type ComparedVersion, policyChanges } from './policy-changes.ts';
import { versionAt } from './shown-version-routes.tsx';

/** Two versions beside each other: the one before, unless `?with=` names another. */
export function changesRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/versions/:id/changes', mayReadPolicy, async (c) => {
    const { agency, acting, deps } = c.var;
    const { policy, versions } = await versionAt(c, c.req.param('id'));
    const wanted = c.req.query('with');
    const place = versions.findIndex(({ id }) => id === policy.id);
    const other = wanted ? versions.find(({ id }) => id === wanted) : versions[place + 1];
    if (!other || other.id === policy.id) throw new NotFound();
    const changes = await actingAs(deps.db.app, acting, async (tx) =>
      policyChanges(await checklistOf(tx, agency.id), await compared(tx, other), await compared(tx, policy)),
    );
    return c.render(
      <ChangesPage agency={agency} before={other} after={policy} versions={versions} changes={changes} />,
    );
  });

  return routes;
}

async function compared(tx: Transaction, policy: AgencyPolicy): Promise<ComparedVersion> {
  const proposals = await proposalsFor(tx, policy);
  return {
    policy,
    proposed: proposals.is === 'read' ? proposals.passages : undefined,
    answers: await listAnswers(tx, policy.agency, policy.id),
    passages: await listPassages(tx, policy.agency, policy.id),
  };
}
