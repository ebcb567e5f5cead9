import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentList, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { ChoosePeoplePage } from './choose-people-page.tsx';
import { mayChangeClasses } from './class-access.ts';
import { classRefusalSentence } from './class-content.ts';
import { classPath } from './class-frame.tsx';
import { hrefOf, sessionAt } from './class-request-routes.ts';
import { isOver } from './class-session.ts';
import { addWalkIns, candidatesFor, enrollStaff, withdrawStaff } from './enrollment-actions.ts';

const pageSize = 50;
const peopleQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
const staffId = z.uuid();

type EnrollContext = Context<AgencyEnv>;

/** Who gets a seat, who gives one up, and who comes without. */
export function enrollmentRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/classes/:id';

  routes.get(`${base}/enroll`, mayChangeClasses, (c) => showPeople(c, 'enroll', c.req.query()));
  routes.get(`${base}/walk-ins`, mayChangeClasses, (c) => showPeople(c, 'walk-ins', c.req.query()));

  routes.post(`${base}/enroll`, mayChangeClasses, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const session = await sessionAt(c);
    const fields = await readForm(c);
    const today = dayIn(agency.timeZone, deps.now());
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      enrollStaff(tx, agency.id, session.id, chosenIn(fields), today),
    );
    if (!outcome.ok) return refusePeople(c, 'enroll', fields, classRefusalSentence(outcome.refusal));
    const done = outcome.value.waiting > 0 ? 'waiting' : 'enrolled';
    // After the fact nothing else is left to do before attendance.
    const next = isOver(session, today) ? '/attendance' : '';
    return c.redirect(`${classPath(agency, session)}${next}?done=${done}`, 303);
  });

  routes.post(`${base}/walk-ins`, mayChangeClasses, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const session = await sessionAt(c);
    const fields = await readForm(c);
    const today = dayIn(agency.timeZone, deps.now());
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      addWalkIns(tx, agency.id, session.id, chosenIn(fields), today),
    );
    if (!outcome.ok) return refusePeople(c, 'walk-ins', fields, classRefusalSentence(outcome.refusal));
    return c.redirect(`${classPath(agency, session)}/attendance?done=walk-ins`, 303);
  });

  routes.post(`${base}/withdraw`, mayChangeClasses, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const session = await sessionAt(c);
    const staff = staffId.safeParse(sentText(await readForm(c), 'staff'));
    if (!staff.success) throw new NotFound();
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      withdrawStaff(tx, agency.id, session.id, staff.data, dayIn(agency.timeZone, deps.now())),
    );
    // Withdrawn by two people at once is withdrawn: both see the list without the person.
    if (!outcome.ok && outcome.refusal.code !== 'seat-not-found')
      throw new UnusableRequest(422, `${classRefusalSentence(outcome.refusal)}.`);
    return c.redirect(`${classPath(agency, session)}?done=withdrawn`, 303);
  });

  return routes;
}

/** What is no id of anybody is passed over, as somebody of another agency is. */
function chosenIn(fields: FormFields): readonly string[] {
  return sentList(fields, 'staff').filter((id) => staffId.safeParse(id).success);
}

function refusePeople(c: EnrollContext, to: 'enroll' | 'walk-ins', fields: FormFields, form: string) {
  c.status(422);
  return showPeople(c, to, { search: sentText(fields, 'search') }, { form });
}

async function showPeople(
  c: EnrollContext,
  to: 'enroll' | 'walk-ins',
  asked: Readonly<Record<string, string>>,
  errors: FormErrors = noErrors,
) {
  const { agency, acting, deps } = c.var;
  const session = await sessionAt(c);
  const { search, page } = peopleQuery.parse(asked);
  const today = dayIn(agency.timeZone, deps.now());
  const offset = (page - 1) * pageSize;
  const found = await actingAs(deps.db.app, acting, (tx) =>
    candidatesFor(tx, agency.id, session, { search, today, limit: pageSize, offset }),
  );
  return c.render(
    <ChoosePeoplePage
      agency={agency}
      session={session}
      to={to}
      isOver={isOver(session, today)}
      {...found}
      {...{ search, page, pageSize, errors }}
      href={hrefOf(c)}
    />,
  );
}
