import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { campaignTeamRoutes } from './campaign-team-routes.tsx';
import { handOverRoutes } from './hand-over-routes.tsx';
import { joinRequestRoutes } from './join-request-routes.tsx';
import { teamRoutes } from './team-routes.tsx';

/** Every page about an agency's people: its team, the campaign's view of it, roles on their way, and asking to join. */
export function allTeamRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', teamRoutes())
    .route('/', campaignTeamRoutes())
    .route('/', handOverRoutes())
    .route('/', joinRequestRoutes());
}
