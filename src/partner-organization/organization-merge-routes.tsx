import { type Context, Hono } from 'hono';
import { actingAs, type PartnerId } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { ChooseDoublePage } from './choose-double-page.tsx';
import { keepChosen, MergePage } from './merge-page.tsx';
import { deskContent } from './organization-desk-content.ts';
import { organizationsHref } from './organization-list-page.tsx';
import { type GoesOn, type MergeId, type MergePreview, otherStays } from './organization-merge.ts';
import { mergeOrganizations, previewMerge, undoMerge } from './organization-merge-actions.ts';
import { choiceName, goesOnFrom } from './organization-merge-form.ts';
import { keepsOrganizations } from './partner-organization-access.ts';
import { findOrganization, searchOrganizations } from './partner-organization-actions.ts';

const base = '/campaign/organizations/:id';

/** Joining two records of one organization, and taking that back. */
export function organizationMergeRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(`${base}/merge`, keepsOrganizations, async (c) => {
    const { acting, deps, viewer } = c.var;
    const id = pathId<PartnerId>(c, 'id');
    const search = (c.req.query('search') ?? '').trim().slice(0, 200);
    const { organization, found } = await actingAs(deps.db.app, acting, async (tx) => ({
      organization: await findOrganization(tx, id),
      found: await searchOrganizations(tx, search, { limit: 21, offset: 0 }),
    }));
    if (!organization) throw new NotFound();
    const others = found.organizations.filter((one) => one.id !== organization.id);
    return c.render(
      <ChooseDoublePage roles={viewer.campaignRoles} {...{ organization, search }} found={others} />,
    );
  });

  // Whichever of the two one comes from: the better record is proposed to stay, unless a person chose the other.
  routes.get(`${base}/merge/:other`, keepsOrganizations, async (c) => {
    const preview = await previewAt(c);
    const [kept, merged] = [preview.kept.organization, preview.merged.organization];
    if (c.req.query(keepChosen.name) !== keepChosen.value && otherStays(kept, merged)) {
      return c.redirect(`${organizationsHref}/${merged.id}/merge/${kept.id}`, 303);
    }
    return answer(c, preview, new Map());
  });

  routes.post(`${base}/merge/:other`, keepsOrganizations, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const preview = await previewAt(c);
    const goesOn = goesOnFrom(await readForm(c), preview.conflicts);
    const kept = preview.kept.organization.id;
    const merged = preview.merged.organization.id;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      mergeOrganizations(tx, personAct(c.var), { kept, merged, goesOn }),
    );
    if (!outcome.ok) {
      const { refusal } = outcome;
      if (refusal.code === 'organization-not-found') throw new NotFound();
      const words = deskContent.refusals[refusal.code];
      const errors = Object.fromEntries(refusal.agencies.map((agency) => [choiceName(agency), words]));
      return answer(c, await previewAt(c), goesOn, errors);
    }
    deps.mailPosted();
    return c.redirect(`${organizationsHref}/${kept}?done=merged`, 303);
  });

  routes.post(`${base}/merges/:merge/undo`, keepsOrganizations, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const merge = pathId<MergeId>(c, 'merge');
    const id = pathId<PartnerId>(c, 'id');
    const by = { now: deps.now(), campaign: deps.config.campaign.name };
    const outcome = await actingAs(deps.db.app, acting, (tx) => undoMerge(tx, by, merge));
    if (!outcome.ok && outcome.refusal.code === 'merge-not-found') throw new NotFound();
    // Too late, or done already: the page says which.
    if (!outcome.ok) return c.redirect(`${organizationsHref}/${id}`, 303);
    deps.mailPosted();
    return c.redirect(`${organizationsHref}/${outcome.value.kept}?done=undone`, 303);
  });

  return routes;
}

async function previewAt(c: Context<CampaignEnv>): Promise<MergePreview> {
  const [kept, merged] = [pathId<PartnerId>(c, 'id'), pathId<PartnerId>(c, 'other')];
  const preview = await actingAs(c.var.deps.db.app, c.var.acting, (tx) => previewMerge(tx, kept, merged));
  if (!preview) throw new NotFound();
  return preview;
}

function answer(c: Context<CampaignEnv>, preview: MergePreview, goesOn: GoesOn, errors?: FormErrors) {
  if (errors) c.status(422);
  const roles = c.var.viewer.campaignRoles;
  return c.render(<MergePage {...{ roles, preview, goesOn, errors }} />);
}
