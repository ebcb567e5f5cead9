import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { accountRoutes } from './account-routes.tsx';
import { campaignAccountsRoutes } from './campaign-accounts-routes.tsx';
import { invitationRoutes } from './invitation-routes.tsx';
import { passkeyRoutes } from './passkey-routes.ts';
import { secondStepRoutes } from './second-step-routes.tsx';
import { signInRoutes } from './sign-in-routes.tsx';
import { waitingInvitationRoutes } from './waiting-invitation-routes.tsx';

/** Everything about who somebody is: signing in, the account, invitations, the campaign's accounts. */
export function identityRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', signInRoutes())
    .route('/', secondStepRoutes())
    .route('/', passkeyRoutes())
    .route('/', accountRoutes())
    .route('/', invitationRoutes())
    .route('/', waitingInvitationRoutes())
    .route('/', campaignAccountsRoutes());
}
