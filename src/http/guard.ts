import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Acting } from '../database/acting.ts';
import type { AgencyPlace, AgencyRole, CampaignRole, PartnerPlace, Viewer } from '../identity/viewer.ts';
import type { AppEnv } from './environment.ts';
import { Forbidden, NotFound, SignInNeeded } from './refused-request.ts';

export type SignedInEnv = AppEnv & { Variables: { viewer: Viewer; acting: Acting } };
export type AgencyEnv = SignedInEnv & {
  Variables: { agency: AgencyPlace; acting: Acting & { as: 'agency' } };
};
export type PartnerEnv = SignedInEnv & {
  Variables: { partner: PartnerPlace; acting: Acting & { as: 'partner' } };
};
export type CampaignEnv = SignedInEnv & { Variables: { acting: Acting & { as: 'campaign' } } };

/** The page is for everybody. Said out loud, so that every route names its access. */
export const anyone: MiddlewareHandler<AppEnv> = createMiddleware<AppEnv>((_c, next) => next());

/** Whoever is signed in, for their own matters. */
export const signedIn: MiddlewareHandler<SignedInEnv> = createMiddleware<SignedInEnv>(async (c, next) => {
  const viewer = viewerOf(c);
  c.set('acting', { as: 'person', person: viewer.person });
  return next();
});

/** Members of the agency named by `:agency` in the path who hold one of the roles. To others it does not exist. */
export function agencyAccess(...roles: readonly AgencyRole[]): MiddlewareHandler<AgencyEnv> {
  return createMiddleware<AgencyEnv>(async (c, next) => {
    const viewer = viewerOf(c);
    const agency = viewer.agencies.find((place) => place.slug === c.req.param('agency'));
    if (!agency) throw refusal(c, 'foreign', new NotFound());
    if (!agency.roles.some((role) => roles.includes(role))) throw refusal(c, 'role', new Forbidden());
    c.set('agency', agency);
    c.set('acting', { as: 'agency', agency: agency.id, person: viewer.person });
    return next();
  });
}

/** Representatives of the partner organization named by `:partner` in the path. */
export function partnerAccess(): MiddlewareHandler<PartnerEnv> {
  return createMiddleware<PartnerEnv>(async (c, next) => {
    const viewer = viewerOf(c);
    const partner = viewer.partners.find((place) => place.id === c.req.param('partner'));
    if (!partner) throw refusal(c, 'foreign', new NotFound());
    c.set('partner', partner);
    c.set('acting', { as: 'partner', partner: partner.id, person: viewer.person });
    return next();
  });
}

/** The campaign's own people who hold one of the roles. */
export function campaignAccess(...roles: readonly CampaignRole[]): MiddlewareHandler<CampaignEnv> {
  return createMiddleware<CampaignEnv>(async (c, next) => {
    const viewer = viewerOf(c);
    if (viewer.campaignRoles.length === 0) throw refusal(c, 'foreign', new NotFound());
    if (!viewer.campaignRoles.some((role) => roles.includes(role))) throw refusal(c, 'role', new Forbidden());
    c.set('acting', { as: 'campaign', person: viewer.person });
    return next();
  });
}

/** The environment's type promises a viewer behind the guard; in front of it there may be none. */
function viewerOf(c: Context): Viewer {
  const viewer: Viewer | undefined = c.get('viewer');
  if (!viewer) throw refusal(c, 'signed-out', new SignInNeeded());
  return viewer;
}

/** Why a guard turned somebody away; the log keeps it, the answer doesn't tell. */
export type AccessRefused = 'signed-out' | 'foreign' | 'role';

function refusal(c: Context, refused: AccessRefused, error: Error): Error {
  c.var.deps.log.info({ requestId: c.var.requestId, refused }, 'access refused');
  return error;
}
