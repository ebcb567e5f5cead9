import { type Context, Hono } from 'hono';
import { actingAs, type PartnerId } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import {
  keepApart,
  listRecords,
  type OrganizationDossier,
  organizationDossier,
} from './organization-desk-actions.ts';
import { OrganizationDossierPage } from './organization-dossier-page.tsx';
import { recordsAsked } from './organization-list.ts';
import { OrganizationListPage, organizationsHref } from './organization-list-page.tsx';
import { keepsOrganizations } from './partner-organization-access.ts';
import { inviteRepresentative } from './representative-actions.ts';
import { representativeContent } from './representative-content.ts';
import { inviteForm, type TypedInvitation } from './representative-form.ts';

/** The campaign's list of organizations, and the page of one. */
export function organizationDeskRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/organizations', keepsOrganizations, async (c) => {
    const { acting, deps, viewer } = c.var;
    const asked = recordsAsked(c.req.query());
    const list = await actingAs(deps.db.app, acting, (tx) => listRecords(tx, asked));
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <OrganizationListPage roles={viewer.campaignRoles} {...list} asked={asked} href={pathname + search} />,
    );
  });

  routes.get('/campaign/organizations/:id', keepsOrganizations, async (c) => {
    const id = pathId<PartnerId>(c, 'id');
    const dossier = await dossierAt(c, id);
    // A record that was merged answers under the one that was kept.
    if (dossier.organization.id !== id) {
      return c.redirect(`${organizationsHref}/${dossier.organization.id}`, 302);
    }
    return answer(c, dossier);
  });

  routes.post('/campaign/organizations/:id/invitations', keepsOrganizations, smallBody, async (c) => {
    const { acting, deps, viewer } = c.var;
    const dossier = await dossierAt(c, pathId<PartnerId>(c, 'id'));
    const { organization } = dossier;
    const fields = await readForm(c);
    const typed = { name: sentText(fields, 'name'), email: sentText(fields, 'email') };
    const form = parseForm(inviteForm, fields);
    if (!form.ok) return answer(c, dossier, form.errors, typed);
    await takeMailAttempts(deps.db.app, viewer.person, form.value.email);
    const act = {
      ...personAct(c.var),
      personName: deps.config.campaign.name,
      partner: organization.id,
      partnerName: organization.name,
    };
    const outcome = await actingAs(deps.db.app, acting, (tx) => inviteRepresentative(tx, act, form.value));
    if (!outcome.ok) {
      return answer(c, dossier, { email: representativeContent.errors[outcome.refusal.code] }, typed);
    }
    deps.mailPosted();
    return c.redirect(`${organizationsHref}/${organization.id}?done=invited`, 303);
  });

  routes.post('/campaign/organizations/:id/apart/:other', keepsOrganizations, smallBody, async (c) => {
    const { acting, deps, viewer } = c.var;
    const [id, other] = [pathId<PartnerId>(c, 'id'), pathId<PartnerId>(c, 'other')];
    const by = { person: viewer.person, now: deps.now() };
    const outcome = await actingAs(deps.db.app, acting, (tx) => keepApart(tx, by, id, other));
    if (!outcome.ok) throw new NotFound();
    return c.redirect(`${organizationsHref}/${id}?done=apart`, 303);
  });

  return routes;
}

async function dossierAt(c: Context<CampaignEnv>, id: PartnerId): Promise<OrganizationDossier> {
  const { acting, deps } = c.var;
  const dossier = await actingAs(deps.db.app, acting, (tx) => organizationDossier(tx, id, deps.now()));
  if (!dossier) throw new NotFound();
  return dossier;
}

function answer(
  c: Context<CampaignEnv>,
  dossier: OrganizationDossier,
  errors?: FormErrors,
  typed?: TypedInvitation,
) {
  if (errors) c.status(422);
  const done = errors ? undefined : c.req.query('done');
  const roles = c.var.viewer.campaignRoles;
  return c.render(<OrganizationDossierPage {...{ roles, dossier, done, typed, errors }} />);
}
