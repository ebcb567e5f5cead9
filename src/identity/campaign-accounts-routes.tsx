import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { type CampaignEnv, campaignAccess } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { type FormErrors, noErrors } from '../uswds/form-errors.ts';
import {
  type CampaignInviter,
  campaignAccounts,
  inviteIntoCampaign,
  inviteIntoCampaignAgain,
} from './campaign-accounts-actions.ts';
import {
  type CampaignAccountsDone,
  campaignAccountsContent,
  isCampaignAccountsDone,
} from './campaign-accounts-content.ts';
import { CampaignAccountsPage } from './campaign-accounts-pages.tsx';
import { emailField } from './email-address.ts';
import { revokeInvitation } from './invitation-actions.ts';
import { campaignRoles } from './membership.ts';
import { endCampaignMembership } from './membership-actions.ts';
import { takeMailAttempts } from './rate-limit.ts';

const path = '/campaign/accounts';
const { refusals } = campaignAccountsContent;

const inviteForm = z.object({
  email: emailField(campaignAccountsContent.invite.emailMissing),
  role: z.enum(campaignRoles, campaignAccountsContent.invite.roleMissing),
});

/** Who works for the campaign: administrators invite and end roles. */
export function campaignAccountsRoutes(): Hono<AppEnv> {
  const administrator = campaignAccess('administrator');
  return new Hono<AppEnv>()
    .get(path, administrator, (c) => renderAccounts(c, { email: '', role: '' }, noErrors))
    .post(`${path}/invitations`, smallBody, administrator, async (c) => {
      const fields = await readForm(c);
      const typed = { email: sentText(fields, 'email'), role: sentText(fields, 'role') };
      const parsed = parseForm(inviteForm, fields);
      if (!parsed.ok) return refuse(c, typed, parsed.errors);
      await takeMailAttempts(c.var.deps.db.app, c.var.viewer.person, parsed.value.email);
      const outcome = await actingAs(c.var.deps.db.app, c.var.acting, (tx) =>
        inviteIntoCampaign(tx, inviterOf(c), parsed.value),
      );
      if (!outcome.ok) return refuse(c, typed, { email: refusals[outcome.refusal.code] });
      c.var.deps.mailPosted();
      return c.redirect(donePath('invited'), 303);
    })
    .post(`${path}/invitations/:id/resend`, smallBody, administrator, async (c) => {
      const { deps, acting, viewer } = c.var;
      const id = pathId(c, 'id');
      const { invitations } = await actingAs(deps.db.app, acting, campaignAccounts);
      const invitation = invitations.find((one) => one.id === id);
      await takeMailAttempts(deps.db.app, viewer.person, invitation?.email);
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        inviteIntoCampaignAgain(tx, inviterOf(c), id),
      );
      if (!outcome.ok && outcome.refusal.code === 'invitation-not-found') throw new NotFound();
      if (!outcome.ok) return refuse(c, nothingTyped, { form: refusals[outcome.refusal.code] });
      c.var.deps.mailPosted();
      return c.redirect(donePath('invited'), 303);
    })
    .post(`${path}/invitations/:id/revoke`, smallBody, administrator, async (c) => {
      const id = pathId(c, 'id');
      const outcome = await actingAs(c.var.deps.db.app, c.var.acting, (tx) =>
        revokeInvitation(tx, 'campaign', id),
      );
      if (!outcome.ok && outcome.refusal.code === 'invitation-not-found') throw new NotFound();
      if (!outcome.ok) return refuse(c, nothingTyped, { form: refusals[outcome.refusal.code] });
      return c.redirect(donePath('revoked'), 303);
    })
    .post(`${path}/members/:id/end`, smallBody, administrator, async (c) => {
      const outcome = await actingAs(c.var.deps.db.app, c.var.acting, (tx) =>
        endCampaignMembership(tx, pathId(c, 'id')),
      );
      if (!outcome.ok && outcome.refusal.code === 'membership-not-found') throw new NotFound();
      if (!outcome.ok) return refuse(c, nothingTyped, { form: refusals[outcome.refusal.code] });
      return c.redirect(donePath('ended'), 303);
    });
}

interface Typed {
  readonly email: string;
  readonly role: string;
}

const nothingTyped: Typed = { email: '', role: '' };

function inviterOf(c: Context<CampaignEnv>): CampaignInviter {
  const { viewer, deps } = c.var;
  return {
    person: viewer.person,
    name: viewer.name || viewer.email,
    siteUrl: deps.config.siteUrl,
    campaign: deps.config.campaign.name,
  };
}

function donePath(done: CampaignAccountsDone): string {
  return `${path}?done=${done}`;
}

function refuse(c: Context<CampaignEnv>, typed: Typed, errors: FormErrors): Promise<Response> {
  c.status(422);
  return renderAccounts(c, typed, errors);
}

async function renderAccounts(c: Context<CampaignEnv>, typed: Typed, errors: FormErrors): Promise<Response> {
  const accounts = await actingAs(c.var.deps.db.app, c.var.acting, campaignAccounts);
  const done = c.req.query('done');
  return c.render(
    <CampaignAccountsPage
      roles={c.var.viewer.campaignRoles}
      accounts={accounts}
      done={isCampaignAccountsDone(done) ? done : undefined}
      errors={errors}
      {...typed}
    />,
  );
}
