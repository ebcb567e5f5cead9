import { type Context, Hono } from 'hono';
import { type CalendarDate, dayIn, parseCalendarDate } from '../calendar/calendar-date.ts';
import { type AgencyId, actingAs, type Transaction } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import { type Attended, firstUnmarkedDay } from './attendance.ts';
import { listAttendance, takeAttendance } from './attendance-actions.ts';
import { attendedField, hoursField, readAttendance } from './attendance-form.ts';
import { AttendancePage } from './attendance-page.tsx';
import { mayChangeClasses } from './class-access.ts';
import { classContent, classRefusalSentence } from './class-content.ts';
import { hoursOfDays } from './class-day.ts';
import { sentClass } from './class-form.ts';
import { classPath } from './class-frame.tsx';
import { sessionAt } from './class-request-routes.ts';
import { type ClassSession, isOver, takesPart } from './class-session.ts';
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
    const today = todayOf(c);
    const day = dayOf(session, sentText(fields, 'day'), today);
    const seats = await actingAs(deps.db.app, acting, (tx) => listSeats(tx, agency.id, session.id));
    const people = seats.map(({ member }) => member.id);
    const form = readAttendance(fields, people, hoursOn(session, day));
    if (!form.ok) return showAttendance(c, session, day, sentClass(fields), form.errors);
    const restPresent = sentText(fields, 'rest') === 'present';
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      takeAttendance(tx, agency.id, session.id, { day, said: form.value, restPresent }, viewer.person, today),
    );
    if (!outcome.ok)
      return showAttendance(c, session, day, sentClass(fields), {
        form: classRefusalSentence(outcome.refusal),
      });
    const { unmarked } = await actingAs(deps.db.app, acting, (tx) =>
      attendanceOf(tx, agency.id, session, today),
    );
    // Who says that the rest was there is done with the day, and goes on to what is left.
    const next = restPresent ? (unmarked ?? day) : day;
    const isLast = restPresent && !unmarked && session.endsOn <= today;
    const to = isLast ? 'complete' : `attendance?day=${next}&done=attendance`;
    return c.redirect(`${classPath(agency, session)}/${to}`, 303);
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

/**
 * The day asked for, if the class is held on it; else today; else one that is still to be marked; else the last one that
 * has come, or the first.
 */
function dayOf(
  session: ClassSession,
  asked: string,
  today: CalendarDate,
  unmarked?: CalendarDate,
): CalendarDate {
  const wanted = parseCalendarDate(asked);
  const held = session.days.map(({ day }) => day);
  if (wanted && held.includes(wanted)) return wanted;
  if (held.includes(today)) return today;
  return unmarked ?? held.findLast((day) => day <= today) ?? session.startsOn;
}

/** Who takes part, what is known of them, and the first day that is still to be marked. */
async function attendanceOf(tx: Transaction, agency: AgencyId, session: ClassSession, today: CalendarDate) {
  const seats = await listSeats(tx, agency, session.id);
  const people = seats.filter(({ state }) => takesPart(state));
  const ids = people.map(({ member }) => member.id);
  const here = new Set(ids);
  const marks = (await listAttendance(tx, agency, session.id)).filter(({ staff }) => here.has(staff));
  return { people, marks, unmarked: firstUnmarkedDay(session.days, ids, marks, today) };
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
  const today = todayOf(c);
  const { people, marks, unmarked } = await actingAs(deps.db.app, acting, (tx) =>
    attendanceOf(tx, agency.id, session, today),
  );
  const day = dayOf(session, asked, today, unmarked);
  const days = session.days
    .filter((held) => held.day <= today)
    .map((held) => ({ day: held.day, marked: marks.filter((mark) => mark.day === held.day).length }));
  const before = marks.filter((mark) => mark.day === day);
  const values =
    sent ?? Object.fromEntries(before.flatMap(({ staff, attended }) => valuesOf(staff, attended)));
  if (errors !== noErrors) c.status(422);
  return c.render(
    <AttendancePage
      agency={agency}
      session={session}
      {...{ day, people, values, days, errors }}
      isOver={isOver(session, today)}
      isReady={people.length > 0 && !unmarked && session.endsOn <= today}
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
