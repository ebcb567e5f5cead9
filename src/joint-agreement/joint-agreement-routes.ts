import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { agencyGroupRoutes } from './agency-group-routes.tsx';
import { campaignGroupRoutes } from './campaign-group-routes.tsx';
import { jointBuilderRoutes } from './joint-builder-routes.tsx';
import { leadRoutes } from './lead-routes.tsx';
import { partnerGroupRoutes } from './partner-group-routes.tsx';

/** Groups under one agreement: for who leads one, who is asked, the partners, and the campaign. */
export function jointAgreementRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', agencyGroupRoutes())
    .route('/', jointBuilderRoutes())
    .route('/', leadRoutes())
    .route('/', partnerGroupRoutes())
    .route('/', campaignGroupRoutes());
}
