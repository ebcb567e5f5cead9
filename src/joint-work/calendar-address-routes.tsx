import { createHash } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import { anyone } from '../http/guard.ts';
import { clientAddress } from '../identity/client-address.ts';
import { takeAttempt } from '../identity/rate-limit.ts';
import { type CalendarOf, calendarPath, calendarScopes } from './calendar-address.ts';
import {
  calendarAt,
  type HeldCalendar,
  makeCalendarAddress,
  ownCalendarAddresses,
  type SharedMeeting,
  stopCalendarAddress,
} from './calendar-address-actions.ts';
import { calendarRefusals, calendarAddressContent as content } from './calendar-address-content.ts';
import { CalendarAddressPage } from './calendar-address-page.tsx';
import { doors, type JointEnv } from './joint-request-routes.ts';
import { subscribedCalendar } from './meeting-calendar-content.ts';

/** What lies further back nobody looks up in a calendar. */
const meetingsAtMost = 500;

/** One service fetches the calendars of many people from one address; one calendar is fetched a few times an hour. */
const limits = {
  byAddress: { attempts: 3_000, windowSeconds: 900 },
  inventedByAddress: { attempts: 60, windowSeconds: 900 },
  byCalendar: { attempts: 60, windowSeconds: 900 },
} as const;

const form = z.object({ scope: z.enum(calendarScopes), does: z.enum(['make', 'stop']) });

/** Addresses for calendar programs: where people get theirs, and where programs read. */
export function calendarAddressRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, read } of doors) {
    routes.get(`${path}/meetings/subscribe`, read, async (c) => {
      const { joint, acting, deps } = c.var;
      const { secret, siteUrl } = deps.config;
      const own = await actingAs(deps.db.app, acting, (tx) =>
        ownCalendarAddresses(tx, calendarOf(c), joint.partnership.id),
      );
      const addressOf = (id: (typeof own)['all']) => id && `${siteUrl}${calendarPath(id, secret)}`;
      const addresses = { partnership: addressOf(own.partnership), all: addressOf(own.all) };
      c.header('cache-control', 'private, no-store');
      return c.render(
        <CalendarAddressPage place={joint} addresses={addresses} notice={c.req.query('done')} />,
      );
    });

    routes.post(`${path}/meetings/subscribe`, read, smallBody, async (c) => {
      const { joint, acting, deps } = c.var;
      const fields = await readForm(c);
      const sent = form.safeParse({ scope: sentText(fields, 'scope'), does: sentText(fields, 'does') });
      const here = `${joint.base}/meetings/subscribe`;
      if (!sent.success) return c.redirect(here, 303);
      const { scope, does } = sent.data;
      const act = { of: calendarOf(c), partnership: joint.partnership, scope, at: deps.now() };
      await actingAs(deps.db.app, acting, (tx) =>
        does === 'make' ? makeCalendarAddress(tx, act, deps.config.secret) : stopCalendarAddress(tx, act),
      );
      return c.redirect(`${here}?done=${does === 'make' ? 'calendar-made' : 'calendar-stopped'}`, 303);
    });
  }

  routes.get('/calendars/:file', anyone, async (c) => {
    const { db, config } = c.var.deps;
    const token = c.req.param('file').replace(/\.ics$/, '');
    const client = clientAddress(c);
    await takeAttempt(db.app, `calendar:address:${client}`, limits.byAddress);
    const held = await calendarAt(db.app, token, meetingsAtMost);
    if (!held) {
      await takeAttempt(db.app, `calendar:invented:${client}`, limits.inventedByAddress);
      return c.text(calendarRefusals.unknown, 404);
    }
    if (!held.works) return c.text(calendarRefusals.stopped, 410);
    await takeAttempt(db.app, `calendar:${digestOf(token)}`, limits.byCalendar);
    return calendarAnswer(c, fileOf(held, config.siteUrl));
  });

  return routes;
}

function calendarOf(c: Context<JointEnv>): CalendarOf {
  const { joint, viewer } = c.var;
  return joint.side === 'agency'
    ? { side: 'agency', agency: joint.agency.id, person: viewer.person }
    : { side: 'partner', partner: joint.partner.id, person: viewer.person };
}

function fileOf({ of, isOfAll, meetings }: Extract<HeldCalendar, { works: true }>, siteUrl: string): string {
  const readers = meetings.map(({ meeting, partnership }) => {
    const base = baseOf(of, partnership);
    return { meeting, reader: { partnership, base, siteUrl } };
  });
  const [first] = meetings;
  const name = first
    ? isOfAll
      ? content.headings.all(first.partnership[of.side].name)
      : `${first.partnership.agency.name} and ${first.partnership.partner.name}`
    : 'One Mind';
  return subscribedCalendar(name, readers);
}

/** The address of the partnership on the side that reads. */
function baseOf(of: CalendarOf, { id, agency, partner }: SharedMeeting['partnership']): string {
  return of.side === 'agency'
    ? `/workspace/${agency.slug}/partnerships/${id}`
    : `/partner/${partner.id}/partnerships/${id}`;
}

/** Programs ask often and find the same: then they are told so, and nothing is sent. */
function calendarAnswer(c: Context, file: string): Response {
  const etag = `"${digestOf(file)}"`;
  const headers = { etag, 'cache-control': 'private, max-age=900' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(file, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8; method=PUBLISH' });
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
