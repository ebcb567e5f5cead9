import { Hono } from 'hono';
import type { AppEnv } from '../http/environment.ts';
import { smallBody } from '../http/form.ts';
import { signedIn } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import type { InvitationId } from './invitation.ts';
import { invitationRefusals } from './invitation-content.ts';
import { InvitationRefusedPage } from './invitation-pages.tsx';
import { attemptLimits, takeAttempt } from './rate-limit.ts';
import { withNext } from './same-site-path.ts';
import { acceptWaitingInvitation } from './waiting-invitation-actions.ts';

/** Accepting an invitation where one begins, as who is signed in; the page that offers it is /start. */
export function waitingInvitationRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().post('/start/invitations/:id', smallBody, signedIn, async (c) => {
    const { deps, viewer } = c.var;
    const id = pathId<InvitationId>(c, 'id');
    await takeAttempt(deps.db.app, `invitation:person:${viewer.person}`, attemptLimits.invitationByPerson);
    const outcome = await acceptWaitingInvitation(deps.db.app, id, viewer);
    if (!outcome.ok) {
      const { code } = outcome.refusal;
      c.status(invitationRefusals[code].status);
      return c.render(<InvitationRefusedPage code={code} />);
    }
    const { leadsTo } = outcome.value;
    return c.redirect(viewer.name === '' ? withNext('/sign-in/name', leadsTo) : leadsTo, 303);
  });
}
