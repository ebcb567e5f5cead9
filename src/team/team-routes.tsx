import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import type { InvitationRefusal } from '../identity/invitation-actions.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { noErrors } from '../uswds/form-errors.ts';
import { agencyAct } from './agency-act-routes.ts';
import { mayManageTeam, maySeeTeam } from './team-access.ts';
import { inviteAgain, inviteColleague, takeBackInvitation, teamOf } from './team-actions.ts';
import { teamContent as content } from './team-content.ts';
import type { TeamDesk } from './team-desk.ts';
import {
  cancelTheOffer,
  decideRequest,
  endTheRole,
  finish,
  offerTheRole,
  showEndRole,
  showHandOver,
  showTeam,
} from './team-desk-routes.tsx';
import { inviteForm } from './team-form-content.ts';
import { InvitePage } from './team-form-pages.tsx';

const team = '/workspace/:agency/team';

/** The agency's people, looked after from its own workspace. */
export function teamRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(team, maySeeTeam, (c) => showTeam(c, workspaceDesk(c)))
    .get(`${team}/invite`, mayManageTeam, (c) =>
      c.render(<InvitePage desk={workspaceDesk(c)} typed={{ email: '', role: '' }} errors={noErrors} />),
    )
    .post(`${team}/invite`, smallBody, mayManageTeam, async (c) => {
      const { deps, acting, viewer } = c.var;
      const desk = workspaceDesk(c);
      const fields = await readForm(c);
      const form = parseForm(inviteForm, fields);
      if (form.ok) await takeMailAttempts(deps.db.app, viewer.person, form.value.email);
      const invited = form.ok
        ? await actingAs(deps.db.app, acting, (tx) => inviteColleague(tx, desk.act, form.value))
        : undefined;
      if (invited?.ok) return finish(c, desk, 'invited');
      const typed = { email: sentText(fields, 'email'), role: sentText(fields, 'role') };
      c.status(422);
      return c.render(
        <InvitePage
          desk={desk}
          typed={typed}
          errors={form.ok ? { email: content.invite.held } : form.errors}
        />,
      );
    })
    .post(`${team}/invitations/:id/resend`, smallBody, mayManageTeam, async (c) => {
      const { deps, acting, viewer } = c.var;
      const desk = workspaceDesk(c);
      const id = pathId(c, 'id');
      const { invitations } = await actingAs(deps.db.app, acting, (tx) => teamOf(tx, desk.agency.id));
      const invitation = invitations.find((one) => one.id === id);
      await takeMailAttempts(deps.db.app, viewer.person, invitation?.email);
      const sent = await actingAs(deps.db.app, acting, (tx) => inviteAgain(tx, desk.act, id));
      if (!sent.ok) throw refusedInvitation(sent.refusal);
      return finish(c, desk, 'invited');
    })
    .post(`${team}/invitations/:id/revoke`, smallBody, mayManageTeam, async (c) => {
      const { deps, acting, agency } = c.var;
      const id = pathId(c, 'id');
      const taken = await actingAs(deps.db.app, acting, (tx) => takeBackInvitation(tx, agency.id, id));
      if (!taken.ok) throw refusedInvitation(taken.refusal);
      return finish(c, workspaceDesk(c), 'invitation-revoked');
    })
    .post(`${team}/requests/:id`, smallBody, mayManageTeam, (c) => decideRequest(c, workspaceDesk(c)))
    .get(`${team}/members/:id/end`, mayManageTeam, (c) => showEndRole(c, workspaceDesk(c)))
    .post(`${team}/members/:id/end`, smallBody, mayManageTeam, (c) => endTheRole(c, workspaceDesk(c)))
    .get(`${team}/hand-over/:role`, mayManageTeam, (c) => showHandOver(c, workspaceDesk(c)))
    .post(`${team}/hand-over/:role`, smallBody, mayManageTeam, (c) => offerTheRole(c, workspaceDesk(c)))
    .post(`${team}/hand-over/:id/cancel`, smallBody, mayManageTeam, (c) =>
      cancelTheOffer(c, workspaceDesk(c)),
    );
}

function refusedInvitation({ code }: InvitationRefusal): Error {
  return code === 'invitation-not-found'
    ? new NotFound()
    : new UnusableRequest(422, content.refused.answered);
}

function workspaceDesk(c: Context<AgencyEnv>): TeamDesk {
  const { agency, acting } = c.var;
  return {
    from: 'workspace',
    place: agency,
    agency,
    acting,
    act: agencyAct(c.var),
    giver: { roles: agency.roles },
    base: `/workspace/${agency.slug}/team`,
    mayManage: agency.roles.some((role) => role === 'coordinator' || role === 'executive'),
  };
}
