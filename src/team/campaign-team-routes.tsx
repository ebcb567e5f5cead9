import { type Context, Hono } from 'hono';
import { agencyBySlug } from '../agency/agency-actions.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { NotFound, UnusableRequest } from '../http/refused-request.ts';
import { actAbout } from './agency-act-routes.ts';
import { mayManageAgencies, maySeeAgencies } from './team-access.ts';
import { teamContent as content } from './team-content.ts';
import type { TeamDesk } from './team-desk.ts';
import {
  cancelTheOffer,
  decideRequest,
  endTheRole,
  offerTheRole,
  showEndRole,
  showHandOver,
  showTeam,
} from './team-desk-routes.tsx';

const agency = '/campaign/agencies/:agency';

/** An agency's people, looked after by the campaign where the agency can't: its leaders have left, or disagree. */
export function campaignTeamRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .get(agency, maySeeAgencies, async (c) => showTeam(c, await campaignDesk(c)))
    .post(`${agency}/requests/:id`, smallBody, mayManageAgencies, async (c) =>
      decideRequest(c, await managingDesk(c)),
    )
    .get(`${agency}/members/:id/end`, mayManageAgencies, async (c) => showEndRole(c, await managingDesk(c)))
    .post(`${agency}/members/:id/end`, smallBody, mayManageAgencies, async (c) =>
      endTheRole(c, await managingDesk(c)),
    )
    .get(`${agency}/hand-over/:role`, mayManageAgencies, async (c) => showHandOver(c, await managingDesk(c)))
    .post(`${agency}/hand-over/:role`, smallBody, mayManageAgencies, async (c) =>
      offerTheRole(c, await managingDesk(c)),
    )
    .post(`${agency}/hand-over/:id/cancel`, smallBody, mayManageAgencies, async (c) =>
      cancelTheOffer(c, await managingDesk(c)),
    );
}

async function campaignDesk(c: Context<CampaignEnv>): Promise<TeamDesk> {
  const { deps, acting, viewer } = c.var;
  const found = await actingAs(deps.db.app, acting, (tx) => agencyBySlug(tx, c.req.param('agency') ?? ''));
  if (!found) throw new NotFound();
  const isOwn = viewer.agencies.some(({ id }) => id === found.id);
  return {
    from: 'campaign',
    roles: viewer.campaignRoles,
    details: found,
    agency: found,
    acting,
    act: actAbout(c.var, found.id),
    giver: 'administrator',
    base: `/campaign/agencies/${found.slug}`,
    mayManage: viewer.campaignRoles.includes('administrator') && !isOwn,
  };
}

/** Nobody decides for the campaign about an agency they belong to. */
async function managingDesk(c: Context<CampaignEnv>): Promise<TeamDesk> {
  const desk = await campaignDesk(c);
  if (!desk.mayManage) throw new UnusableRequest(422, content.own);
  return desk;
}
