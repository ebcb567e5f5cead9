import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { contactRoutes } from './contact-routes.tsx';
import { oldAddressRoutes } from './old-address-routes.ts';
import { organizationDeskRoutes } from './organization-desk-routes.tsx';
import { organizationHomeRoutes } from './organization-home-routes.tsx';
import { organizationMergeRoutes } from './organization-merge-routes.tsx';
import { profileRoutes } from './profile-routes.tsx';
import { representativeRoutes } from './representative-routes.tsx';

/** What organizations have of their own, and the campaign's care for their records. Before every other partner route. */
export function partnerOrganizationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', oldAddressRoutes())
    .route('/', organizationHomeRoutes())
    .route('/', profileRoutes())
    .route('/', contactRoutes())
    .route('/', representativeRoutes())
    .route('/', organizationDeskRoutes())
    .route('/', organizationMergeRoutes());
}
