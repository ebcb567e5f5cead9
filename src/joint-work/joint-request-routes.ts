import type { Context, MiddlewareHandler } from 'hono';
import { every } from 'hono/combine';
import { createMiddleware } from 'hono/factory';
import { dayIn } from '../calendar/calendar-date.ts';
import type { AgencyEnv, PartnerEnv, SignedInEnv } from '../http/guard.ts';
import { partnershipAt } from '../partnership/shown-partnership-routes.ts';
import { personAct } from '../team/agency-act-routes.ts';
import { mayChangeJointWork, mayReadJointWork, speaksForPartner } from './joint-access.ts';
import type { JointAct } from './joint-act.ts';
import type { JointPlace } from './joint-place.ts';

/** What a handler of both sides finds: the partnership, from which side it is seen, and what may be done there. */
export type JointEnv = SignedInEnv & { Variables: { joint: JointPlace } };

/** One side's way to the joint work of a partnership: its address, and who may read or change. */
export interface Door {
  readonly path: string;
  readonly read: MiddlewareHandler<JointEnv>;
  readonly change: MiddlewareHandler<JointEnv>;
}

/** The same pages stand behind both. */
export const doors: readonly Door[] = [
  {
    path: '/workspace/:agency/partnerships/:id',
    read: agencyDoor(mayReadJointWork),
    change: agencyDoor(mayChangeJointWork),
  },
  {
    path: '/partner/:partner/partnerships/:id',
    read: partnerDoor(speaksForPartner),
    change: partnerDoor(speaksForPartner),
  },
];

function agencyDoor(guard: MiddlewareHandler<AgencyEnv>): MiddlewareHandler<JointEnv> {
  return every(
    guard,
    createMiddleware<AgencyEnv & JointEnv>(async (c, next) => {
      const { agency, acting, deps } = c.var;
      const partnership = await partnershipAt(deps, acting, { agency: agency.id }, c.req.param('id') ?? '');
      c.set('joint', {
        side: 'agency',
        agency,
        partnership,
        base: `/workspace/${agency.slug}/partnerships/${partnership.id}`,
        isEditor: agency.roles.includes('coordinator'),
        today: dayIn(partnership.agency.timeZone, deps.now()),
      });
      await next();
    }),
  );
}

function partnerDoor(guard: MiddlewareHandler<PartnerEnv>): MiddlewareHandler<JointEnv> {
  return every(
    guard,
    createMiddleware<PartnerEnv & JointEnv>(async (c, next) => {
      const { partner, acting, deps, viewer } = c.var;
      const partnership = await partnershipAt(deps, acting, { partner: partner.id }, c.req.param('id') ?? '');
      c.set('joint', {
        side: 'partner',
        partner,
        partnership,
        base: `/partner/${partner.id}/partnerships/${partnership.id}`,
        isEditor: !viewer.agencies.some(({ id }) => id === partnership.agency.id),
        today: dayIn(partnership.agency.timeZone, deps.now()),
      });
      await next();
    }),
  );
}

/** The act of whoever asks, on their own side. */
export function jointAct(c: Context<JointEnv>): JointAct {
  const { side, partnership } = c.var.joint;
  return { ...personAct(c.var), side, partnership };
}

/** The present address with its query. */
export function hrefOf(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return pathname + search;
}
