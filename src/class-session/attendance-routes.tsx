import { type Context, Hono } from 'hono';
import { type CalendarDate, dayIn, parseCalendarDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import type { Attended } from './attendance.ts';
import { listAttendance, takeAttendance } from './attendance-actions.ts';
import { attendedField, hoursField, readAttendance } from './attendance-form.ts';
import { AttendancePage } from './attendance-page.tsx';
import { mayChangeClasses } from './class-access.ts';
import { classContent, classRefusalSentence } from './class-content.ts';
import { hoursOfDays } from './class-day.ts';
import { sentClass } from './class-form.ts';
import { classPath } from './class-frame.tsx';
import { sessionAt } from './class-request-routes.ts';
import { type ClassSession, takesPart } from './class-session.ts';
import { CompletePage } from './complete-page.tsx';
import { obstacleToCompletion, resultsOf } from './completion.ts';
import { completeClass } from './completion-actions.ts';
import { listSeats } from './enrollment-actions.ts';

const notices: Readonly<Record<string, string>> = classContent.notices;

type AttendanceContext = Context<AgencyEnv>;

/** Who was there on each day, and what the class comes to in the end. */
export function attendanceRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/classes/:id';

  routes.get(`${base}/attendance`, mayChangeClasses, async (c) => {
    const session = await sessionAt(c);
    return showAttendance(c, session, c.req.query('day') ?? '');
  });

  routes.post(`${base}/attendance`, mayChangeClasses, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const session = await sessionAt(c);
    const fields = await readForm(c);
    const day = dayOf(session, sentText(fields, 'day'), todayOf(c));
    const seats = await actingAs(deps.db.app, acting, (tx) => listSeats(tx, agency.id, session.id));
    const people = seats.map(({ member }) => member.id);
    const form = readAttendance(fields, people, hoursOn(session, day));
    if (!form.ok) return showAttendance(c, session, day, sentClass(fields), form.errors);
    const restPresent = sentText(fields, 'rest') === 'present';
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      takeAttendance(
        tx,
        agency.id,
        session.id,
        { day, said: form.value, restPresent },
        viewer.person,
        todayOf(c),
      ),
    );
    if (!outcome.ok)
      return showAttendance(c, session, day, sentClass(fields), {
        form: classRefusalSentence(outcome.refusal),
      });
    const next = restPresent && session.days.find((held) => held.day > day && held.day <= todayOf(c));
    const to = next ? `attendance?day=${next.day}&done=attendance` : `attendance?day=${day}&done=attendance`;
    const isLast = restPresent && !next && session.endsOn === day;
    return c.redirect(`${classPath(agency, session)}/${isLast ? 'complete' : to}`, 303);
  });

  routes.get(`${base}/complete`, mayChangeClasses, async (c) => showCompletion(c, await sessionAt(c)));

  routes.post(`${base}/complete`, mayChangeClasses, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const session = await sessionAt(c);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      completeClass(tx, agency.id, session.id, viewer.person, todayOf(c)),
    );
    // Pressed twice, or by two people at once, it is completed once: both see it so.
    const isDone =
      outcome.ok || (outcome.refusal.code === 'session-closed' && outcome.refusal.state === 'completed');
    if (isDone) return c.redirect(`${classPath(agency, session)}?done=completed`, 303);
    c.status(422);
    return showCompletion(c, session, { form: classRefusalSentence(outcome.refusal) });
  });

  return routes;
}

function todayOf(c: AttendanceContext): CalendarDate {
  return dayIn(c.var.agency.timeZone, c.var.deps.now());
}

/** The day asked for, if the class is held on it; else the last one that has come, else the first. */
function dayOf(session: ClassSession, asked: string, today: CalendarDate): CalendarDate {
  const wanted = parseCalendarDate(asked);
  const held = session.days.map(({ day }) => day);
  if (wanted && held.includes(wanted)) return wanted;
  return held.findLast((day) => day <= today) ?? session.startsOn;
}

function hoursOn(session: ClassSession, day: CalendarDate): number {
  const place = session.days.findIndex((held) => held.day === day);
  return hoursOfDays(session.hours, session.days)[place] ?? 0;
}

async function showAttendance(
  c: AttendanceContext,
  session: ClassSession,
  asked: string,
  sent?: Readonly<Record<string, string>>,
  errors: FormErrors = noErrors,
) {
  const { agency, acting, deps } = c.var;
  const day = dayOf(session, asked, todayOf(c));
  const { seats, marks } = await actingAs(deps.db.app, acting, async (tx) => ({
    seats: await listSeats(tx, agency.id, session.id),
    marks: await listAttendance(tx, agency.id, session.id),
  }));
  const people = seats.filter(({ state }) => takesPart(state));
  const here = new Set(people.map(({ member }) => member.id));
  const known = marks.filter(({ staff }) => here.has(staff));
  const days = session.days
    .filter((held) => held.day <= todayOf(c))
    .map((held) => ({ day: held.day, marked: known.filter((mark) => mark.day === held.day).length }));
  const before = known.filter((mark) => mark.day === day);
  const values =
    sent ?? Object.fromEntries(before.flatMap(({ staff, attended }) => valuesOf(staff, attended)));
  if (errors !== noErrors) c.status(422);
  return c.render(
    <AttendancePage
      agency={agency}
      session={session}
      {...{ day, people, values, days, errors }}
      dayHours={hoursOn(session, day)}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}

function valuesOf(staff: string, attended: Attended): readonly (readonly [string, string])[] {
  const hours = attended.is === 'partial' ? String(attended.hours) : '';
  return [
    [attendedField(staff), attended.is],
    [hoursField(staff), hours],
  ];
}

async function showCompletion(c: AttendanceContext, session: ClassSession, errors?: FormErrors) {
  const { agency, acting, deps } = c.var;
  const results = await actingAs(deps.db.app, acting, async (tx) => {
    const seats = await listSeats(tx, agency.id, session.id);
    return resultsOf(session, seats, await listAttendance(tx, agency.id, session.id));
  });
  const found =
    session.state.is === 'scheduled'
      ? obstacleToCompletion(session, results, todayOf(c))
      : ({ code: 'session-closed', state: session.state.is } as const);
  const obstacle = found && classRefusalSentence(found);
  return c.render(<CompletePage agency={agency} session={session} {...{ results, obstacle, errors }} />);
}
