import { Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, smallBody } from '../http/form.ts';
import { NotFound } from '../http/refused-request.ts';
import type { AgencyPlace } from '../identity/viewer.ts';
import { PersonFormPage } from './person-form-page.tsx';
import { PersonPage } from './person-page.tsx';
import { mayChangeRoster, mayReadRoster } from './roster-access.ts';
import {
  addStaffMember,
  changeStaffMember,
  countStaff,
  findStaff,
  listStaff,
  rehireStaffMember,
  separateStaffMember,
} from './roster-actions.ts';
import { rosterExportRoutes } from './roster-export-routes.ts';
import { separationForm, staffForm, staffFormValues } from './roster-form.ts';
import { rosterImportRoutes } from './roster-import-routes.tsx';
import { RosterPage } from './roster-page.tsx';
import { staffRefusalSentence, rosterWords as words } from './roster-page-content.ts';
import { rosterQuery } from './roster-query.ts';
import { hasLeft } from './staff-member.ts';

const pageSize = 50;
const notices: Readonly<Record<string, string>> = words.notices;

/** The roster: its list, its people one by one, and imports. */
export function rosterRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/roster', mayReadRoster, async (c) => {
    const { agency, acting, deps } = c.var;
    const query = rosterQuery.parse(c.req.query());
    const today = dayIn(agency.timeZone, deps.now());
    const shown = await actingAs(deps.db.app, acting, async (tx) => ({
      counts: await countStaff(tx, agency.id, today),
      staff: await listStaff(tx, agency.id, {
        ...query,
        kind: undefined,
        today,
        descending: query.direction === 'descending',
        limit: pageSize,
        offset: (query.page - 1) * pageSize,
      }),
    }));
    return c.render(
      <RosterPage
        {...shown}
        agency={agency}
        search={query.search}
        standing={query.standing}
        sort={{ by: query.sort, direction: query.direction }}
        page={query.page}
        pageSize={pageSize}
        href={hrefOf(c.req.url)}
        mayChange={mayChange(agency)}
        notice={notices[query.done]}
      />,
    );
  });

  routes.get('/workspace/:agency/roster/people/new', mayChangeRoster, (c) => {
    const { agency } = c.var;
    return c.render(
      <PersonFormPage
        agency={agency}
        title={words.add}
        action={c.req.path}
        back={rosterPath(agency)}
        values={{}}
      />,
    );
  });

  routes.post('/workspace/:agency/roster/people/new', mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const fields = await readForm(c);
    const form = parseForm(staffForm, fields);
    if (!form.ok) {
      c.status(422);
      const values = textsOf(fields);
      return c.render(
        <PersonFormPage
          agency={agency}
          title={words.add}
          action={c.req.path}
          back={rosterPath(agency)}
          values={values}
          errors={form.errors}
        />,
      );
    }
    const id = await actingAs(deps.db.app, acting, (tx) => addStaffMember(tx, agency.id, form.value));
    return c.redirect(`${rosterPath(agency)}/people/${id}?done=added`, 303);
  });

  routes.get('/workspace/:agency/roster/people/:id', mayReadRoster, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = knownId(c.req.param('id'));
    const member = await actingAs(deps.db.app, acting, (tx) => findStaff(tx, agency.id, id));
    if (!member) throw new NotFound();
    return c.render(
      <PersonPage
        agency={agency}
        member={member}
        hasLeft={hasLeft(member, dayIn(agency.timeZone, deps.now()))}
        mayChange={mayChange(agency)}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get('/workspace/:agency/roster/people/:id/change', mayChangeRoster, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = knownId(c.req.param('id'));
    const member = await actingAs(deps.db.app, acting, (tx) => findStaff(tx, agency.id, id));
    if (!member) throw new NotFound();
    return c.render(
      <PersonFormPage
        agency={agency}
        title="Change this person"
        action={c.req.path}
        back={`${rosterPath(agency)}/people/${id}`}
        values={staffFormValues(member)}
      />,
    );
  });

  routes.post('/workspace/:agency/roster/people/:id/change', mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = knownId(c.req.param('id'));
    const fields = await readForm(c);
    const form = parseForm(staffForm, fields);
    if (!form.ok) {
      c.status(422);
      return c.render(
        <PersonFormPage
          agency={agency}
          title="Change this person"
          action={c.req.path}
          back={`${rosterPath(agency)}/people/${id}`}
          values={textsOf(fields)}
          errors={form.errors}
        />,
      );
    }
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      changeStaffMember(tx, agency.id, id, form.value),
    );
    if (!outcome.ok) throw new NotFound();
    return c.redirect(`${rosterPath(agency)}/people/${id}?done=changed`, 303);
  });

  routes.post('/workspace/:agency/roster/people/:id/separate', mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = knownId(c.req.param('id'));
    const fields = await readForm(c);
    const form = parseForm(separationForm, fields);
    const outcome = form.ok
      ? await actingAs(deps.db.app, acting, (tx) => separateStaffMember(tx, agency.id, id, form.value.on))
      : undefined;
    if (outcome?.ok) return c.redirect(`${rosterPath(agency)}/people/${id}?done=separated`, 303);
    const member = await actingAs(deps.db.app, acting, (tx) => findStaff(tx, agency.id, id));
    if (!member) throw new NotFound();
    c.status(422);
    return c.render(
      <PersonPage
        agency={agency}
        member={member}
        hasLeft={hasLeft(member, dayIn(agency.timeZone, deps.now()))}
        mayChange
        notice={undefined}
        errors={form.ok ? { on: outcome ? staffRefusalSentence(outcome.refusal) : '' } : form.errors}
        lastDay={textsOf(fields).on ?? ''}
      />,
    );
  });

  routes.post('/workspace/:agency/roster/people/:id/rehire', mayChangeRoster, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = knownId(c.req.param('id'));
    const outcome = await actingAs(deps.db.app, acting, (tx) => rehireStaffMember(tx, agency.id, id));
    if (!outcome.ok && outcome.refusal.code === 'staff-not-found') throw new NotFound();
    // Put back by two people at once is put back: both see the person on staff.
    return c.redirect(`${rosterPath(agency)}/people/${id}?done=rehired`, 303);
  });

  routes.route('/', rosterExportRoutes());
  routes.route('/', rosterImportRoutes());
  return routes;
}

function rosterPath(agency: AgencyPlace): string {
  return `/workspace/${agency.slug}/roster`;
}

function mayChange(agency: AgencyPlace): boolean {
  return agency.roles.some((role) => role === 'coordinator' || role === 'training-officer');
}

function hrefOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

const staffId = z.uuid();

function knownId(text: string): string {
  if (!staffId.safeParse(text).success) throw new NotFound();
  return text;
}

function textsOf(
  fields: Readonly<Record<string, string | readonly string[]>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value].flat()[0] ?? '']));
}
