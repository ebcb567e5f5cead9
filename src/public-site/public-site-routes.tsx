import { Hono } from 'hono';
import { currentRules } from '../campaign-rules/campaign-rules.ts';
import { countByStatus } from '../directory/directory-actions.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { AboutPage } from './about-page.tsx';
import { HomePage } from './home-page.tsx';

/** The pages that say what One Mind is. */
export function publicSiteRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/', anyone, async (c) => {
    const { config, db } = c.var.deps;
    return c.render(
      <HomePage
        requirements={currentRules.requirements}
        term={currentRules.term}
        issuer={config.campaign.issuer}
        figures={await countByStatus(db.app)}
      />,
    );
  });

  routes.get('/about', anyone, (c) => c.render(<AboutPage />));

  return routes;
}
