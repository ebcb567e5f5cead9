import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { rulesOf } from './coverage-actions.ts';
import { catchUpWithDecisions, recognizerOf } from './judging-actions.ts';
import { matchAgain } from './match-actions.ts';
import { qualifyRecord } from './qualifying-record.ts';
import { recordDateRoutes } from './record-date-routes.tsx';
import { listDoubtfulRecords } from './record-store.ts';
import { reviewContent } from './review-content.ts';
import { ReviewPage } from './review-pages.tsx';
import { listQueue } from './review-queue-store.ts';
import { listNumbers } from './staff-number-store.ts';
import { mayChangeTraining } from './training-access.ts';
import { writtenPersonRoutes } from './written-person-routes.tsx';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = reviewContent.notices;

const reviewQuery = z.object({
  show: z.enum(['waiting', 'doubtful', 'decided']).catch('waiting'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

type ReviewContext = Context<AgencyEnv>;

/** The queue of records that wait for somebody, and what somebody can say about them. */
export function reviewRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/review';

  routes.get(base, mayChangeTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = reviewQuery.parse(c.req.query());
    const today = dayIn(agency.timeZone, deps.now());
    const page = { limit: pageSize, offset: (query.page - 1) * pageSize };
    const props = await actingAs(deps.db.app, acting, async (tx) => {
      await catchUpWithDecisions(tx, agency.id);
      const rules = await rulesOf(tx, agency.id);
      if (query.show !== 'doubtful') {
        const queue = await listQueue(tx, agency.id, { ...page, shown: query.show, search: query.search });
        const numbers = await listNumbers(tx, agency.id, queue.entries);
        return { rules, doubtful: [], numbers, ...queue };
      }
      const recognize = await recognizerOf(tx, agency.id);
      const { records, total } = await listDoubtfulRecords(tx, agency.id, page);
      const doubtful = records.map((record) => ({
        record,
        qualifying: qualifyRecord(record, { today, recognize }),
      }));
      const numbers = await listNumbers(tx, agency.id, records);
      return { rules, doubtful, numbers, entries: [], total };
    });
    return c.render(
      <ReviewPage
        {...props}
        agency={agency}
        shown={query.show}
        search={query.search}
        page={query.page}
        pageSize={pageSize}
        href={hrefOf(c.req.url)}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.post(`${base}/again`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    await actingAs(deps.db.app, acting, (tx) => matchAgain(tx, agency.id));
    return c.redirect(`${reviewPath(c)}?done=again`, 303);
  });

  return routes.route('/', writtenPersonRoutes()).route('/', recordDateRoutes());
}

function reviewPath(c: Pick<ReviewContext, 'var'>): string {
  return `/workspace/${c.var.agency.slug}/training/review`;
}

function hrefOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
