import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { isSaidProgram, type SaidCourse, usualLimits } from './course-promotion.ts';
import { listSaidCourses, pageOfSaidCourses, promoteCourseDecision } from './course-promotion-actions.ts';
import { promotionRefusalSentence } from './course-promotion-content.ts';
import { promotionForm } from './course-promotion-form.ts';
import { CoursePromotionPage, SayingsPage } from './course-promotion-pages.tsx';
import { mayDecideCourses } from './training-access.ts';

const pageSize = 50;

const sayingsQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  sort: z.enum(['course', 'program', 'agencies']).catch('agencies'),
  direction: z.enum(['ascending', 'descending']).catch('descending'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** Where the campaign makes what an agency says of a course hold for every agency. */
export function coursePromotionRoutes(path: string): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(`${path}/sayings`, mayDecideCourses, async (c) => {
    const { acting, deps, viewer } = c.var;
    const { search, sort, direction, page } = sayingsQuery.parse(c.req.query());
    const descending = direction === 'descending';
    const shown = { search, sort, descending, limit: pageSize, offset: (page - 1) * pageSize };
    const listed = await actingAs(deps.db.app, acting, (tx) => pageOfSaidCourses(tx, shown));
    const url = new URL(c.req.url);
    return c.render(
      <SayingsPage
        {...listed}
        roles={viewer.campaignRoles}
        path={path}
        search={search}
        sort={{ by: sort, direction, href: url.pathname + url.search }}
        page={page}
        pageSize={pageSize}
      />,
    );
  });

  routes.get(`${path}/said`, mayDecideCourses, (c) =>
    showSaid(c, path, askedCourse(c.req.query('key'), c.req.query('program'))),
  );

  routes.post(`${path}/promote`, mayDecideCourses, smallBody, async (c) => {
    const { acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const course = askedCourse(sentText(fields, 'key'), sentText(fields, 'program'));
    const values = Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
    const form = parseForm(promotionForm, fields);
    if (!form.ok) return showSaid(c, path, course, values, form.errors);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      promoteCourseDecision(tx, course, form.value, viewer.person),
    );
    if (outcome.ok) return c.redirect(`${path}?done=promoted`, 303);
    if (outcome.refusal.code === 'nobody-says-so') throw new NotFound();
    return showSaid(c, path, course, values, { form: promotionRefusalSentence(outcome.refusal) });
  });

  return routes;
}

type AskedCourse = Pick<SaidCourse, 'courseKey' | 'program'>;

function askedCourse(courseKey = '', program = ''): AskedCourse {
  if (!isSaidProgram(program)) throw new NotFound();
  return { courseKey, program };
}

async function showSaid(
  c: Context<CampaignEnv>,
  path: string,
  course: AskedCourse,
  typed?: Readonly<Record<string, string>>,
  errors: FormErrors = noErrors,
) {
  const { acting, deps, viewer } = c.var;
  const [said] = await actingAs(deps.db.app, acting, (tx) => listSaidCourses(tx, 1, course));
  if (!said) throw new NotFound();
  if (typed) c.status(422);
  return c.render(
    <CoursePromotionPage
      roles={viewer.campaignRoles}
      path={path}
      said={said}
      values={typed ?? usualValues(said)}
      errors={errors}
    />,
  );
}

/** The agency's own reason and the usual limits of the program: one click will do. */
function usualValues({ program, sayings: [latest] }: SaidCourse): Readonly<Record<string, string>> {
  const { requiredHours, validityMonths } = usualLimits(program);
  return {
    requiredHours: requiredHours?.toString() ?? '',
    validityMonths: validityMonths?.toString() ?? '',
    reason: latest?.reason ?? '',
  };
}
