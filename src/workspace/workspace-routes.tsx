import { Hono } from 'hono';
import { agencyById } from '../agency/agency-actions.ts';
import { recentAgencyEvents } from '../audit/audit.ts';
import { dayIn } from '../calendar/calendar-date.ts';
import { listCertificates } from '../certification/certification-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { placesOf } from '../http/frame.ts';
import { listAgencyMembers } from '../identity/membership-actions.ts';
import { waitingInvitations } from '../identity/waiting-invitation-actions.ts';
import { draftsOf } from '../pledge/draft-actions.ts';
import { pledgeOf } from '../pledge/pledge-actions.ts';
import { certificateOf } from '../pledge/pledge-certificate-actions.ts';
import { findReviewProgress } from '../review/review-state-actions.ts';
import { joinRequestsBy } from '../team/join-request-actions.ts';
import { OverviewPage } from './overview-page.tsx';
import { standingOf } from './standing-actions.ts';
import { startNotices } from './start-content.ts';
import { StartPage } from './start-page.tsx';
import { waitingForAgency } from './waiting-actions.ts';
import { maySeeOwnPlaces, maySeeWorkspace } from './workspace-access.ts';
import { workspaceContent } from './workspace-content.ts';

/** More than are shown: what was done many times in a row is one line. */
const eventsRead = 200;
const notices: Readonly<Record<string, string>> = workspaceContent.notices;

/** Where people begin: their places and drafts, and the home of an agency's workspace. */
export function workspaceRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get('/start', maySeeOwnPlaces, async (c) => {
      const { deps, acting, viewer } = c.var;
      const done = c.req.query('done');
      const own = await actingAs(deps.db.app, acting, async (tx) => ({
        invitations: await waitingInvitations(tx),
        drafts: await draftsOf(tx, viewer.person),
        requests: await joinRequestsBy(tx, viewer.person),
      }));
      const [only, ...others] = placesOf(viewer);
      const waiting = own.invitations.length + own.drafts.length + own.requests.length;
      const isAllOfIt = waiting + others.length === 0 && done === undefined;
      if (only && isAllOfIt) return c.redirect(only.href, 303);
      return c.render(<StartPage viewer={viewer} {...own} notice={startNotices[done ?? '']} />);
    })
    .get('/workspace/:agency', maySeeWorkspace, async (c) => {
      const { agency: place, acting, deps } = c.var;
      const today = dayIn(place.timeZone, deps.now());
      const found = await actingAs(deps.db.app, acting, async (tx) => {
        const pledge = await pledgeOf(tx, place.id);
        const [latest] = await listCertificates(tx, place.id);
        const certificate = pledge && (await certificateOf(tx, pledge));
        const isAskedYearly = deps.config.certificates.yearlyCheckIn;
        return {
          agency: await agencyById(tx, place.id),
          pledge,
          certificate,
          review: pledge && (await findReviewProgress(tx, place.id, pledge.id)),
          standing: await standingOf(tx, place.id, today),
          waiting: await waitingForAgency(tx, place, today, { latest, isAskedYearly }),
          members: await listAgencyMembers(tx, place.id),
          events: await recentAgencyEvents(tx, place.id, eventsRead),
        };
      });
      const notice = notices[c.req.query('done') ?? ''];
      return c.render(<OverviewPage place={place} today={today} notice={notice} {...found} />);
    });
}
