import type { Context, Handler, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import type { AppEnv, Deps } from '../http/environment.ts';
import { smallBody } from '../http/form.ts';
import type { AgencyEnv, PartnerEnv } from '../http/guard.ts';
import {
  mayChangePartnerships,
  mayReadPartnerships,
  speaksForPartner,
} from '../partnership/partnership-access.ts';
import { partnershipAt } from '../partnership/shown-partnership-routes.ts';
import { agencyAct, personAct } from '../team/agency-act-routes.ts';
import type { AgreementPlace } from './agreement-place.ts';

/** A handler that does not care on which side it answers. */
export type PlaceHandler = (c: Context, deps: Deps, place: AgreementPlace) => Promise<Response> | Response;

/** Registers one address under a partnership for both sides; `path` begins behind the partnership's id. */
export function onBothSides(
  routes: Hono<AppEnv>,
  method: 'get' | 'post' | 'upload',
  path: string,
  handle: PlaceHandler,
): void {
  const agencyPath = `/workspace/:agency/partnerships/:id${path}`;
  const partnerPath = `/partner/:partner/partnerships/:id${path}`;
  const forAgency: Handler<AgencyEnv> = async (c) => handle(c, c.var.deps, await agencyPlace(c));
  const forPartner: Handler<PartnerEnv> = async (c) => handle(c, c.var.deps, await partnerPlace(c));
  if (method === 'get') {
    routes.get(agencyPath, mayReadPartnerships, forAgency);
    routes.get(partnerPath, speaksForPartner, forPartner);
  } else if (method === 'post') {
    routes.post(agencyPath, mayChangePartnerships, smallBody, forAgency);
    routes.post(partnerPath, speaksForPartner, smallBody, forPartner);
  } else {
    routes.post(agencyPath, mayChangePartnerships, forAgency);
    routes.post(partnerPath, speaksForPartner, forPartner);
  }
}

export async function agencyPlace(c: Context<AgencyEnv>): Promise<AgreementPlace> {
  const { agency, acting, deps, viewer } = c.var;
  const partnership = await partnershipAt(deps, acting, { agency: agency.id }, c.req.param('id') ?? '');
  return {
    reader: { side: 'agency', agency },
    partnership,
    base: `/workspace/${agency.slug}/partnerships/${partnership.id}`,
    mayChange: agency.roles.includes('coordinator'),
    mayAnswer: agency.roles.some((role) => role === 'coordinator' || role === 'executive'),
    today: dayIn(agency.timeZone, deps.now()),
    party: { side: 'agency', act: agencyAct(c.var) },
    acting,
    name: viewer.name,
  };
}

async function partnerPlace(c: Context<PartnerEnv>): Promise<AgreementPlace> {
  const { partner, acting, deps, viewer } = c.var;
  const partnership = await partnershipAt(deps, acting, { partner: partner.id }, c.req.param('id') ?? '');
  return {
    reader: { side: 'partner', partner },
    partnership,
    base: `/partner/${partner.id}/partnerships/${partnership.id}`,
    mayChange: true,
    mayAnswer: true,
    today: dayIn(partnership.agency.timeZone, deps.now()),
    party: { side: 'partner', act: { ...personAct(c.var), partner: partner.id } },
    acting,
    name: viewer.name,
  };
}
