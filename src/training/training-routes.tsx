import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { campaignCourseRoutes } from './campaign-course-routes.tsx';
import { courseRoutes } from './course-routes.tsx';
import { coverageRoutes } from './coverage-routes.tsx';
import { personTrainingRoutes } from './person-training-routes.tsx';
import { reviewRoutes } from './review-routes.tsx';
import { trainingExportRoutes } from './training-export-routes.ts';
import { trainingImportRoutes } from './training-import-routes.tsx';

/** Training: coverage, imports, the queue, courses, and people one by one. */
export function trainingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  routes.route('/', coverageRoutes());
  routes.route('/', trainingExportRoutes());
  routes.route('/', trainingImportRoutes());
  routes.route('/', reviewRoutes());
  routes.route('/', courseRoutes());
  routes.route('/', personTrainingRoutes());
  routes.route('/', campaignCourseRoutes());
  return routes;
}
