import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { answerRoutes } from './answer-routes.tsx';
import { builderRoutes } from './builder-routes.tsx';
import { otherVersionRoutes } from './other-version-routes.tsx';
import { proposalRoutes } from './proposal-routes.tsx';
import { versionRoutes } from './version-routes.tsx';

/** Agreements between agencies and partners: written, proposed, read, answered and renewed by both sides. */
export function agreementRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', versionRoutes())
    .route('/', answerRoutes())
    .route('/', proposalRoutes())
    .route('/', otherVersionRoutes())
    .route('/', builderRoutes());
}
