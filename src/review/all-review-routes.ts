import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { agencyAppealRoutes } from './agency-appeal-routes.tsx';
import { agencyReviewRoutes } from './agency-review-routes.tsx';
import { appealRoutes } from './appeal-routes.tsx';
import { campaignReviewRoutes } from './campaign-review-routes.tsx';
import { reviewQueueRoutes } from './review-queue-routes.tsx';
import { tieRoutes } from './tie-routes.tsx';

/** Both sides of the review: the agency's, and the campaign's with its queue, cases, appeals and ties. */
export function allReviewRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', agencyReviewRoutes())
    .route('/', agencyAppealRoutes())
    .route('/', reviewQueueRoutes())
    .route('/', campaignReviewRoutes())
    .route('/', appealRoutes())
    .route('/', tieRoutes());
}
