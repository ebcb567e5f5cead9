import { Hono } from 'hono';
import { z } from 'zod';
import { addDays, dayIn } from '../calendar/calendar-date.ts';
import { listHeardMeasures } from '../certification/hearing-notice-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { mayReview } from './review-access.ts';
import { queueShows, queueSorts } from './review-queue.ts';
import { ReviewQueuePage } from './review-queue-page.tsx';
import { listReviewQueue } from './review-queue-store.ts';
import { listWaitingAppeals } from './waiting-appeal-store.ts';

const pageSize = 25;

const queueQuery = z.object({
  show: z.enum(queueShows).catch('open'),
  search: z.string().trim().max(100).catch(''),
  sort: z.enum(queueSorts).catch('submitted'),
  direction: z.enum(['ascending', 'descending']).catch('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The queue of everybody who reviews. */
export function reviewQueueRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/reviews', mayReview, async (c) => {
    const { deps, acting, viewer } = c.var;
    const query = queueQuery.parse(c.req.query());
    const today = dayIn('UTC', deps.now());
    const found = await actingAs(deps.db.app, acting, async (tx) => ({
      queue: await listReviewQueue(tx, {
        ...query,
        me: viewer.person,
        overdueBefore: addDays(today, -deps.config.review.targetDays),
        descending: query.direction === 'descending',
        limit: pageSize,
        offset: (query.page - 1) * pageSize,
      }),
      appeals: await listWaitingAppeals(tx),
      measures: await listHeardMeasures(tx, deps.now()),
    }));
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <ReviewQueuePage
        roles={viewer.campaignRoles}
        {...found}
        limits={deps.config.review}
        today={today}
        show={query.show}
        search={query.search}
        sort={{ by: query.sort, direction: query.direction }}
        page={query.page}
        pageSize={pageSize}
        href={pathname + search}
      />,
    );
  });

  return routes;
}
