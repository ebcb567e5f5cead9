import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { certificateDeskRoutes } from './certificate-desk-routes.tsx';
import { myTrainingRoutes } from './my-training-routes.tsx';
import { staffAccountRoutes } from './staff-account-routes.tsx';

/** A person's own training record, the certificates they send in, and who may see which record. */
export function ownRecordRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.route('/', myTrainingRoutes());
  routes.route('/', certificateDeskRoutes());
  routes.route('/', staffAccountRoutes());
  return routes;
}
