import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { campaignPledgeRoutes } from './campaign-pledge-routes.tsx';
import { draftRoutes } from './draft-routes.tsx';
import { pledgePageRoutes } from './pledge-page-routes.tsx';
import { pledgeRoutes } from './pledge-routes.tsx';
import { termRoutes } from './term-routes.tsx';

/** Every page about pledges: the public one, the form, the agency's own, and the campaign's. */
export function allPledgeRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', pledgePageRoutes())
    .route('/', draftRoutes())
    .route('/', pledgeRoutes())
    .route('/', termRoutes())
    .route('/', campaignPledgeRoutes());
}
