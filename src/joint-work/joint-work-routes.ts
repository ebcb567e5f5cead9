import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { actionFormRoutes } from './action-form-routes.tsx';
import { actionRoutes } from './action-routes.tsx';
import { calendarAddressRoutes } from './calendar-address-routes.tsx';
import { checkInRoutes } from './check-in-routes.tsx';
import { meetingFormRoutes } from './meeting-form-routes.tsx';
import { meetingRoutes } from './meeting-routes.tsx';
import { sustainedRoutes } from './sustained-routes.tsx';
import { jointTrainingRoutes } from './training-routes.tsx';

/** What an agency and a partner do together, at mirrored addresses of both sides. */
export function jointWorkRoutes(): Hono<AppEnv> {
  // The forms first: their fixed addresses lie beside those of one meeting or action.
  return new Hono<AppEnv>()
    .route('/', meetingFormRoutes())
    .route('/', calendarAddressRoutes())
    .route('/', meetingRoutes())
    .route('/', actionFormRoutes())
    .route('/', actionRoutes())
    .route('/', jointTrainingRoutes())
    .route('/', checkInRoutes())
    .route('/', sustainedRoutes());
}
