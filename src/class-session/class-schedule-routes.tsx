import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { listAcceptedCourses } from '../training/course-actions.ts';
import { rulesOf } from '../training/coverage-actions.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { mayChangeClasses, mayReadClasses } from './class-access.ts';
import { classRefusalSentence } from './class-content.ts';
import { daysShown, mostDays, readClassForm, reasonForm, sentClass, valuesOfClass } from './class-form.ts';
import { classFormContent as words } from './class-form-content.ts';
import { ClassFormPage } from './class-form-page.tsx';
import { classesPath, classPath } from './class-frame.tsx';
import { ClassListPage } from './class-list-page.tsx';
import { hrefOf, mayChange, sessionAt } from './class-request-routes.ts';
import type { ClassRefusal, ClassSession } from './class-session.ts';
import { reopenClass } from './completion-actions.ts';
import { knownCourses } from './known-course.ts';
import { ReasonPage } from './reason-page.tsx';
import {
  cancelClass,
  changeClass,
  countToComplete,
  listLastHours,
  listSessions,
  reinstateClass,
  scheduleClass,
} from './schedule-actions.ts';

const pageSize = 50;
const listQuery = z.object({
  phase: z.enum(['coming', 'past', 'cancelled']).catch('coming'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

type ClassContext = Context<AgencyEnv>;

/** The calendar of classes: listed, scheduled, changed, cancelled and opened again. */
export function classScheduleRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/classes';

  routes.get(base, mayReadClasses, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = listQuery.parse(c.req.query());
    const today = todayOf(c);
    const offset = (query.page - 1) * pageSize;
    const found = await actingAs(deps.db.app, acting, async (tx) => ({
      ...(await listSessions(tx, agency.id, { ...query, today, limit: pageSize, offset })),
      toComplete: await countToComplete(tx, agency.id, today),
    }));
    const props = { ...found, ...query, today, pageSize, href: hrefOf(c), mayChange: mayChange(agency) };
    return c.render(<ClassListPage agency={agency} {...props} />);
  });

  routes.get(`${base}/new`, mayChangeClasses, (c) => showForm(c, undefined, {}, daysShown));

  routes.post(`${base}/new`, mayChangeClasses, smallBody, (c) =>
    saveClass(c, undefined, async (tx, plan) =>
      scheduleClass(tx, c.var.agency.id, plan, c.var.viewer.person),
    ),
  );

  routes.get(`${base}/:id/edit`, mayChangeClasses, async (c) => {
    const session = await sessionAt(c);
    const known = await actingAs(c.var.deps.db.app, c.var.acting, (tx) => coursesOf(c, tx));
    return showForm(c, session, valuesOfClass(session, known), roomFor(session.days.length));
  });

  routes.post(`${base}/:id/edit`, mayChangeClasses, smallBody, async (c) => {
    const session = await sessionAt(c);
    return saveClass(c, session, (tx, plan) =>
      changeClass(tx, c.var.agency.id, session.id, plan, todayOf(c)),
    );
  });

  for (const act of ['cancel', 'reopen'] as const) {
    routes.get(`${base}/:id/${act}`, mayChangeClasses, async (c) => showReason(c, await sessionAt(c), act));

    routes.post(`${base}/:id/${act}`, mayChangeClasses, smallBody, async (c) => {
      const { agency, acting, deps, viewer } = c.var;
      const session = await sessionAt(c);
      const fields = await readForm(c);
      const form = parseForm(reasonForm, fields);
      if (!form.ok) return showReason(c, session, act, sentText(fields, 'reason'), form.errors);
      const { reason } = form.value;
      const outcome = await actingAs(deps.db.app, acting, async (tx) =>
        act === 'cancel'
          ? await cancelClass(tx, agency.id, session.id, reason, viewer.person)
          : await reopenClass(tx, agency.id, session.id, reason, viewer.person),
      );
      if (!outcome.ok && !isDoneAlready(act, outcome.refusal))
        return showReason(c, session, act, reason, { form: classRefusalSentence(outcome.refusal) });
      const done = act === 'cancel' ? 'cancelled' : 'reopened';
      return c.redirect(`${classPath(agency, session)}?done=${done}`, 303);
    });
  }

  routes.post(`${base}/:id/reinstate`, mayChangeClasses, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const session = await sessionAt(c);
    const outcome = await actingAs(deps.db.app, acting, (tx) => reinstateClass(tx, agency.id, session.id));
    if (!outcome.ok) throw new UnusableRequest(422, `${classRefusalSentence(outcome.refusal)}.`);
    return c.redirect(`${classPath(agency, session)}?done=reinstated`, 303);
  });

  return routes;
}

function todayOf(c: ClassContext): CalendarDate {
  return dayIn(c.var.agency.timeZone, c.var.deps.now());
}

/** Clicked twice, or done by two people at once, is done. */
function isDoneAlready(act: 'cancel' | 'reopen', refusal: ClassRefusal): boolean {
  if (act === 'cancel') return refusal.code === 'session-closed' && refusal.state === 'cancelled';
  return refusal.code === 'session-not-completed';
}

/** Reads, checks and saves the form; asked for more days, it only shows itself with more room. */
async function saveClass(
  c: ClassContext,
  session: ClassSession | undefined,
  save: (tx: Transaction, plan: Parameters<typeof scheduleClass>[2]) => ReturnType<typeof scheduleClass>,
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const fields = await readForm(c);
  const room = Math.min(mostDays, Math.max(daysShown, Number(sentText(fields, 'days')) || daysShown));
  if (sentText(fields, 'more') === 'yes')
    return showForm(c, session, sentClass(fields), Math.min(mostDays, room + daysShown));
  const known = await actingAs(deps.db.app, acting, (tx) => coursesOf(c, tx));
  const form = readClassForm(fields, known);
  if (!form.ok) return refuseForm(c, session, fields, room, form.errors);
  const outcome = await actingAs(deps.db.app, acting, (tx) => save(tx, form.value));
  if (!outcome.ok) {
    if (outcome.refusal.code === 'session-not-found') throw new NotFound();
    return refuseForm(c, session, fields, room, {
      [fieldOf(outcome.refusal)]: classRefusalSentence(outcome.refusal),
    });
  }
  const done = session ? 'changed' : 'scheduled';
  return c.redirect(`${classesPath(agency)}/${outcome.value}?done=${done}`, 303);
}

function fieldOf({ code }: ClassRefusal): string {
  if (code === 'seats-taken') return 'seats';
  if (code === 'partnership-not-found') return 'partnership';
  return code === 'day-attended' ? 'day-1' : 'form';
}

function refuseForm(
  c: ClassContext,
  session: ClassSession | undefined,
  fields: FormFields,
  room: number,
  errors: FormErrors,
) {
  c.status(422);
  return showForm(c, session, sentClass(fields), room, errors);
}

async function showForm(
  c: ClassContext,
  session: ClassSession | undefined,
  values: Readonly<Record<string, string>>,
  days: number,
  errors: FormErrors = noErrors,
) {
  const { agency, acting, deps } = c.var;
  const choices = await actingAs(deps.db.app, acting, async (tx) => ({
    courses: await coursesOf(c, tx),
    partners: await partnersOf(c, tx),
  }));
  return c.render(
    <ClassFormPage agency={agency} session={session} {...{ ...choices, values, days, errors }} />,
  );
}

async function coursesOf(c: ClassContext, tx: Transaction) {
  const accepted = await listAcceptedCourses(tx, { limit: 200, offset: 0 });
  const agency = c.var.agency.id;
  return knownCourses(await rulesOf(tx, agency), accepted, await listLastHours(tx, agency));
}

async function partnersOf(c: ClassContext, tx: Transaction) {
  const asked = { search: '', sort: 'name', direction: 'ascending', limit: 200, offset: 0 } as const;
  const { partnerships } = await listPartnerships(tx, { agency: c.var.agency.id }, asked);
  return partnerships
    .filter(({ state }) => state.is === 'active' || state.is === 'proposed')
    .map(({ id, partner }) => ({ id, name: partner.name }));
}

function roomFor(days: number): number {
  return Math.min(mostDays, Math.max(daysShown, days + 1));
}

async function showReason(
  c: ClassContext,
  session: ClassSession,
  act: 'cancel' | 'reopen',
  reason = '',
  errors: FormErrors = noErrors,
) {
  if (errors !== noErrors) c.status(422);
  const asked = {
    title: words[`${act}Title`],
    lead: words[`${act}Lead`],
    label: words[`${act}Reason`],
    submit: words[act],
  };
  return c.render(
    <ReasonPage agency={c.var.agency} session={session} act={act} words={asked} {...{ reason, errors }} />,
  );
}
