import { Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { listAttendance } from './attendance-actions.ts';
import { attendanceRoutes } from './attendance-routes.tsx';
import { mayReadClasses } from './class-access.ts';
import { classContent } from './class-content.ts';
import { ClassPage } from './class-page.tsx';
import { mayChange, sessionAt } from './class-request-routes.ts';
import { classScheduleRoutes } from './class-schedule-routes.tsx';
import type { ClassSession } from './class-session.ts';
import { resultsOf } from './completion.ts';
import { listSeats } from './enrollment-actions.ts';
import { enrollmentRoutes } from './enrollment-routes.tsx';
import { signInSheetOf } from './sign-in-sheet.ts';

const notices: Readonly<Record<string, string>> = classContent.notices;

/** Class sessions: their calendar, one class, its sign-in sheet, its people, attendance and completion. */
export function classRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/classes/:id';
  routes.route('/', classScheduleRoutes());

  routes.get(base, mayReadClasses, async (c) => {
    const { agency, acting, deps } = c.var;
    const session = await sessionAt(c);
    const people = await actingAs(deps.db.app, acting, (tx) => peopleOf(tx, agency, session));
    return c.render(
      <ClassPage
        agency={agency}
        session={session}
        {...people}
        today={dayIn(agency.timeZone, deps.now())}
        mayChange={mayChange(agency)}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get(`${base}/sign-in-sheet.pdf`, mayReadClasses, async (c) => {
    const { agency, acting, deps } = c.var;
    const session = await sessionAt(c);
    const seats = await actingAs(deps.db.app, acting, (tx) => listSeats(tx, agency.id, session.id));
    const sheet = await deps.documents.signInSheet(signInSheetOf(agency.name, session, seats));
    return new Response(new Uint8Array(sheet), {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': attachmentNamed(`Sign-in sheet ${session.startsOn}.pdf`),
        'cache-control': 'private, no-store',
      },
    });
  });

  routes.route('/', enrollmentRoutes());
  routes.route('/', attendanceRoutes());
  return routes;
}

async function peopleOf(tx: Transaction, agency: AgencyPlace, session: ClassSession) {
  const seats = await listSeats(tx, agency.id, session.id);
  const results = resultsOf(session, seats, await listAttendance(tx, agency.id, session.id));
  return { seats, results: new Map(results.map(({ seat, result }) => [seat.member.id, result])) };
}
