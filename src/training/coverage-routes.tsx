import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { addDays, type CalendarDate, dayIn } from '../calendar/calendar-date.ts';
import { campaignRules, parseRulesVersion } from '../campaign-rules/campaign-rules.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import type { AgencyEnv } from '../http/guard.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { countWaitingCertificates } from '../own-record/certificate-actions.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { coverageOf } from './coverage.ts';
import { countRecords, coverageGroupsOn, listExpiring, peopleStanding, rulesOf } from './coverage-actions.ts';
import { coverageContent } from './coverage-page-content.ts';
import { CoveragePage } from './coverage-pages.tsx';
import { daysAhead } from './expiry-reminder-actions.ts';
import { ExpiringPage, PeoplePage } from './people-pages.tsx';
import { whatChanges } from './rules-change.ts';
import { mayReadTraining } from './training-access.ts';

const pageSize = 50;
const expiringShown = 10;

const notices: Readonly<Record<string, string>> = coverageContent.notices;

const listQuery = z.object({
  standing: z.enum(['untrained', 'base-missing', 'advanced', 'base', 'everyone']).catch('untrained'),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

/** Where the agency stands, who is trained and who isn't, and what ends soon. */
export function coverageRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/training', mayReadTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const { today, day, typed, isWrong } = askedDay(c);
    const other = parseRulesVersion(c.req.query('rules') ?? '');
    const props = await actingAs(deps.db.app, acting, async (tx) => {
      const rules = await rulesOf(tx, agency.id);
      const groups = await coverageGroupsOn(tx, agency.id, day, today);
      const until = addDays(day, daysAhead);
      const measure = { day, today, until };
      return {
        rules,
        coverage: groups.length > 0 ? coverageOf(rules, groups) : undefined,
        comparison:
          other && other !== rules.version ? whatChanges(rules, campaignRules(other), groups) : undefined,
        counts: await countRecords(tx, agency.id),
        certificatesWaiting: await countWaitingCertificates(tx, agency.id),
        expiring: await listExpiring(tx, agency.id, measure, { limit: expiringShown, offset: 0 }),
      };
    });
    if (isWrong) c.status(422);
    return c.render(
      <CoveragePage
        {...props}
        agency={agency}
        day={day}
        dayTyped={isWrong ? typed : ''}
        mayChange={mayChange(agency)}
        notice={notices[c.req.query('done') ?? '']}
        {...(isWrong ? { errors: { day: coverageContent.dayError } } : {})}
      />,
    );
  });

  routes.get('/workspace/:agency/training/people', mayReadTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = listQuery.parse(c.req.query());
    const { day, today } = askedDay(c);
    const found = await actingAs(deps.db.app, acting, async (tx) =>
      peopleStanding(tx, agency.id, await rulesOf(tx, agency.id), {
        ...query,
        day,
        today,
        limit: pageSize,
        offset: (query.page - 1) * pageSize,
      }),
    );
    return c.render(
      <PeoplePage
        {...found}
        {...query}
        agency={agency}
        day={day}
        pageSize={pageSize}
        href={hrefOf(c.req.url)}
      />,
    );
  });

  routes.get('/workspace/:agency/training/expiring', mayReadTraining, async (c) => {
    const { agency, acting, deps } = c.var;
    const { page } = listQuery.parse(c.req.query());
    const { day, today } = askedDay(c);
    const measure = { day, today, until: addDays(day, daysAhead) };
    const found = await actingAs(deps.db.app, acting, (tx) =>
      listExpiring(tx, agency.id, measure, { limit: pageSize, offset: (page - 1) * pageSize }),
    );
    return c.render(
      <ExpiringPage
        {...found}
        agency={agency}
        day={day}
        page={page}
        pageSize={pageSize}
        href={hrefOf(c.req.url)}
      />,
    );
  });

  return routes;
}

export interface AskedDay {
  readonly today: CalendarDate;
  readonly day: CalendarDate;
  readonly typed: string;
  readonly isWrong: boolean;
}

/** The day in the address, else today. */
export function askedDay(c: Context<AgencyEnv>): AskedDay {
  const today = dayIn(c.var.agency.timeZone, c.var.deps.now());
  const typed = (c.req.query('day') ?? '').trim().slice(0, 20);
  const day = typed === '' ? today : typedDate(typed);
  return { today, day: day ?? today, typed, isWrong: day === undefined };
}

function mayChange(agency: AgencyPlace): boolean {
  return agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
}

function hrefOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
