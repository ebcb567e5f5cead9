import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { invitationRoutes } from './invitation-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';

/** Everything about who somebody is: signing in, the account, invitations, members. */
export function identityRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().route('/', signInRoutes()).route('/', invitationRoutes());
}
