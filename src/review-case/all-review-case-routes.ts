import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { agencyCaseRoutes } from './agency-case-routes.tsx';
import { documentViewRoutes } from './document-view-routes.ts';
import { messageRoutes } from './message-routes.tsx';
import { phrasingRoutes } from './phrasing-routes.tsx';
import { requirementRoutes } from './requirement-routes.tsx';

/** Reading and speaking about a case. The page of a requirement comes last: its address has room for any word. */
export function allReviewCaseRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', phrasingRoutes())
    .route('/', messageRoutes())
    .route('/', documentViewRoutes())
    .route('/', agencyCaseRoutes())
    .route('/', requirementRoutes());
}
