import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs, type PartnerId } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { PartnerEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { factsConflict } from './facts-conflict-content.ts';
import { askMerge, otherRecords } from './merge-request-actions.ts';
import { profileForm, typedFromFacts, typedFromSent } from './organization-form.ts';
import type { PartnerOrganization } from './partner-organization.ts';
import { speaksForOrganization } from './partner-organization-access.ts';
import { findOrganization } from './partner-organization-actions.ts';
import { listContacts, saveProfile } from './profile-actions.ts';
import { EditProfilePage } from './profile-form-pages.tsx';
import { ProfilePage } from './profile-page.tsx';

/** An organization's own record, read and written by its people. */
export function profileRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/partner/:partner/profile', speaksForOrganization, async (c) => {
    const { partner, acting, deps, viewer } = c.var;
    const organization = await ownRecord(c);
    const { contacts, others } = await actingAs(deps.db.app, acting, async (tx) => ({
      contacts: await listContacts(tx, partner.id),
      others: await otherRecords(tx, partner.id, viewer.partners),
    }));
    return c.render(
      <ProfilePage {...{ partner, organization, contacts, others }} done={c.req.query('done')} />,
    );
  });

  routes.get('/partner/:partner/profile/edit', speaksForOrganization, async (c) => {
    const organization = await ownRecord(c);
    const values = typedFromFacts(organization);
    return c.render(
      <EditProfilePage partner={c.var.partner} revision={organization.revision} values={values} />,
    );
  });

  routes.post('/partner/:partner/profile/edit', speaksForOrganization, smallBody, async (c) => {
    const { partner, acting, deps } = c.var;
    const fields = await readForm(c);
    const values = typedFromSent(fields);
    const form = parseForm(profileForm, fields);
    if (!form.ok) {
      c.status(422);
      const revision = Number(sentText(fields, 'revision')) || 0;
      return c.render(<EditProfilePage {...{ partner, revision, values, errors: form.errors }} />);
    }
    const { revision, ...facts } = form.value;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      saveProfile(tx, partner.id, { revision, facts }),
    );
    if (!outcome.ok) {
      if (outcome.refusal.code === 'organization-not-found') throw new NotFound();
      const { now } = outcome.refusal;
      c.status(422);
      const conflict = factsConflict(facts, now);
      return c.render(<EditProfilePage {...{ partner, revision: now.revision, values, conflict }} />);
    }
    return c.redirect(`/partner/${partner.id}/profile?done=saved`, 303);
  });

  routes.post('/partner/:partner/profile/merge-request', speaksForOrganization, smallBody, async (c) => {
    const { partner, acting, deps } = c.var;
    const other = z.uuid().safeParse(sentText(await readForm(c), 'other'));
    if (!other.success) throw new NotFound();
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      askMerge(tx, partner.id, other.data as PartnerId),
    );
    if (!outcome.ok) throw new NotFound();
    return c.redirect(`/partner/${partner.id}/profile?done=merge-asked`, 303);
  });

  return routes;
}

async function ownRecord(c: Context<PartnerEnv>): Promise<PartnerOrganization> {
  const { partner, acting, deps } = c.var;
  const found = await actingAs(deps.db.app, acting, (tx) => findOrganization(tx, partner.id));
  if (!found) throw new NotFound();
  return found;
}
