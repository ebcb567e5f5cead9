import { Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { anyone } from '../http/guard.ts';
import { dateColumn, type ExportTable, numberColumn, textColumn } from '../table-export/export-table.ts';
import { tableDownload } from '../table-export/table-download.ts';
import { listRegisteredCourses, type RegisteredCourse, wholeRegister } from './course-register-actions.ts';
import { courseRegisterContent as content } from './course-register-content.ts';
import { CourseRegisterPage } from './course-register-page.tsx';

const pageSize = 50;
const registerQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  program: z.enum(['advanced-equivalent', 'base-equivalent']).optional().catch(undefined),
  sort: z.enum(['title', 'accepted']).catch('title'),
  direction: z.enum(['ascending', 'descending']).catch('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The public register of what counts. */
export function courseRegisterRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/courses', anyone, async (c) => {
      const { page, direction, ...asked } = registerQuery.parse(c.req.query());
      const query = {
        ...asked,
        program: asked.program,
        descending: direction === 'descending',
        limit: pageSize,
        offset: (page - 1) * pageSize,
      };
      const found = await actingAs(c.var.deps.db.app, { as: 'public' }, (tx) =>
        listRegisteredCourses(tx, query),
      );
      const { pathname, search } = new URL(c.req.url);
      return c.render(<CourseRegisterPage {...found} query={query} page={page} href={pathname + search} />);
    })
    .get('/courses.csv', anyone, (c) => {
      const { db, log, now } = c.var.deps;
      const name = { agency: 'one-mind', what: 'courses', day: dayIn('UTC', now()) };
      return tableDownload('csv', name, registerTable, wholeRegister(db.app), (error) =>
        log.error({ err: error }, 'the register of courses broke off'),
      );
    });
}

const { columns } = content.accepted;
const registerTable: ExportTable<RegisteredCourse> = {
  name: content.title,
  columns: [
    textColumn(columns.title, 40, ({ title }) => title),
    textColumn('Code', 14, ({ code }) => code),
    textColumn(columns.provider, 30, ({ provider }) => provider || content.accepted.anyProvider),
    textColumn(columns.program, 24, ({ program }) => content.inPlaceOf[program]),
    numberColumn(columns.hours, 8, ({ hours }) => hours),
    numberColumn('Counts for months', 18, ({ validityMonths }) => validityMonths),
    textColumn(columns.reason, 60, ({ reason }) => reason),
    dateColumn(columns.accepted, ({ acceptedAt }) => dayIn('UTC', acceptedAt)),
  ],
};
