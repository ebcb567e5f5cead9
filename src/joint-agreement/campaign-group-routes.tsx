import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { BeginPage } from './begin-page.tsx';
import { GroupsPage } from './groups-page.tsx';
import { mayBeginGroups, maySeeAllGroups } from './joint-access.ts';
import { jointContent } from './joint-content.ts';
import { campaignBeginForm } from './joint-form.ts';
import { jointListAsked, rangeOf } from './joint-list.ts';
import { addressOf, groupIn } from './joint-place-routes.ts';
import { beginGroupForLead, listGroups } from './joint-reading-actions.ts';
import { answerGroup } from './lead-page-routes.tsx';

/** All groups, for the campaign; it may prepare one and ask an agency to lead it. */
export function campaignGroupRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/groups', maySeeAllGroups, async (c) => {
    const { deps, acting, viewer } = c.var;
    const roles = viewer.campaignRoles;
    const asked = jointListAsked(c.req.query(), ['name', 'state', 'joined']);
    const list = await actingAs(deps.db.app, acting, (tx) => listGroups(tx, 'campaign', rangeOf(asked)));
    const mayBegin = roles.some((role) => role === 'administrator' || role === 'assistance-lead');
    const reader = { side: 'campaign', roles } as const;
    return c.render(<GroupsPage {...list} {...{ reader, asked, mayBegin }} href={addressOf(c)} />);
  });

  routes.get('/campaign/groups/new', mayBeginGroups, (c) => {
    const reader = { side: 'campaign', roles: c.var.viewer.campaignRoles } as const;
    return c.render(<BeginPage reader={reader} typed={{ name: '', kind: '', leadAgency: '' }} />);
  });

  routes.post('/campaign/groups/new', mayBeginGroups, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    const fields = await readForm(c);
    const again = (errors: FormErrors) => {
      c.status(422);
      const reader = { side: 'campaign', roles: viewer.campaignRoles } as const;
      const typed = {
        name: sentText(fields, 'name'),
        kind: sentText(fields, 'kind'),
        leadAgency: sentText(fields, 'leadAgency'),
      };
      return c.render(<BeginPage {...{ reader, typed, errors }} />);
    };
    const form = parseForm(campaignBeginForm, fields);
    if (!form.ok) return again(form.errors);
    await takeMailAttempts(deps.db.app, viewer.person);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      beginGroupForLead(tx, personAct(c.var), form.value),
    );
    if (!outcome.ok) return again({ leadAgency: jointContent.errors.lead });
    deps.mailPosted();
    return c.redirect(`/campaign/groups/${outcome.value}`, 303);
  });

  routes.get('/campaign/groups/:group', maySeeAllGroups, async (c) => {
    const { deps, acting, viewer } = c.var;
    const group = await actingAs(deps.db.app, acting, (tx) => groupIn(tx, c));
    const reader = { side: 'campaign', roles: viewer.campaignRoles } as const;
    return answerGroup(c, { reader, group, mayChange: false });
  });

  return routes;
}
