import { Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { partings } from './acknowledgment.ts';
import { maySeeAcknowledgments } from './acknowledgment-access.ts';
import { askedVersion, countAcknowledged, listDeparted, listParts } from './acknowledgment-actions.ts';
import { acknowledgmentContent as content } from './acknowledgment-content.ts';
import { askedDay } from './acknowledgment-request-routes.ts';
import { ProgressPage } from './progress-page.tsx';

const notices: Readonly<Record<string, string>> = content.notices;
const departedShown = 50;
const parting = z.enum(partings).catch('unit');

/** How far the agency is. */
export function progressRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/acknowledgments', maySeeAcknowledgments, async (c) => {
    const { agency, acting, deps } = c.var;
    const { day, today, typed, isWrong } = askedDay(c);
    const by = parting.parse(c.req.query('by'));
    const shown = await actingAs(deps.db.app, acting, async (tx) => {
      const asked = await askedVersion(tx, agency.id, day);
      if (!asked) return undefined;
      const figures = await countAcknowledged(tx, agency.id, asked.about);
      const parts = await listParts(tx, agency.id, asked.about, by);
      const departed = await listDeparted(tx, agency.id, asked.about, departedShown);
      return { asked, figures, by, parts, departed };
    });
    if (isWrong) c.status(422);
    return c.render(
      <ProgressPage
        agency={agency}
        day={day}
        isToday={day === today}
        dayTyped={isWrong ? typed : ''}
        shown={shown}
        notice={notices[c.req.query('done') ?? '']}
        {...(isWrong ? { errors: { day: content.dayError } } : {})}
      />,
    );
  });

  return routes;
}
