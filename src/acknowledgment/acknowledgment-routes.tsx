import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { askedStaffRoutes } from './asked-staff-routes.tsx';
import { correctionRoutes } from './correction-routes.tsx';
import { linkRoutes } from './link-routes.tsx';
import { mailingRoutes } from './mailing-routes.tsx';
import { ownAcknowledgmentRoutes } from './own-acknowledgment-routes.tsx';
import { progressRoutes } from './progress-routes.tsx';
import { rollCallRoutes } from './roll-call-routes.tsx';
import { signOffImportRoutes } from './sign-off-import-routes.tsx';

/** Who has read and acknowledged the policy, and every way of doing so. */
export function acknowledgmentRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', progressRoutes())
    .route('/', askedStaffRoutes())
    .route('/', rollCallRoutes())
    .route('/', mailingRoutes())
    .route('/', signOffImportRoutes())
    .route('/', linkRoutes())
    .route('/', ownAcknowledgmentRoutes())
    .route('/', correctionRoutes());
}
