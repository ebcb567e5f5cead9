import { Hono } from 'hono';
import { actingAs, switchActing } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { rulesOf } from '../training/coverage-actions.ts';
import { checkInsFor } from './check-in-actions.ts';
import { sustainabilityFacts } from './joint-facts-actions.ts';
import { doors } from './joint-request-routes.ts';
import { sustainability } from './sustainability.ts';
import { SustainedPage } from './sustained-page.tsx';

/** “Is this partnership sustained?”, the same question to both sides. */
export function sustainedRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, read } of doors) {
    routes.get(`${path}/sustained`, read, async (c) => {
      const { joint, acting, deps } = c.var;
      const { partnership, side, today } = joint;
      const { rules, facts, pairs } = await actingAs(deps.db.app, acting, async (tx) => ({
        // Which rules an agency's pledge is bound to is no secret, but a partner can't read the pledge itself.
        rules: await switchActing(tx, { as: 'system' }, (system) => rulesOf(system, partnership.agency.id)),
        facts: await sustainabilityFacts(tx, partnership, today),
        pairs: await checkInsFor(tx, partnership, side, today),
      }));
      const findings = sustainability(rules.sustainability, facts, today);
      return c.render(<SustainedPage place={joint} {...{ rules, findings, pairs }} />);
    });
  }
  return routes;
}
