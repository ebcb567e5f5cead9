import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { PartnerEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { EndPlacePage } from './end-place-page.tsx';
import { speaksForOrganization } from './partner-organization-access.ts';
import { isLast } from './representative.ts';
import {
  endPlace,
  inviteRepresentative,
  inviteRepresentativeAgain,
  listRepresentatives,
  organizationTeam,
  type RepresentativeAct,
  takeInvitationBack,
} from './representative-actions.ts';
import { invitationRefusals, representativeContent } from './representative-content.ts';
import { inviteForm, type TypedInvitation } from './representative-form.ts';
import { RepresentativesPage } from './representative-page.tsx';

const base = '/partner/:partner/team';

/** Who speaks for an organization: its people invite colleagues and end places, their own among them. */
export function representativeRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>().route('/', inviting()).route('/', ending());
}

function inviting(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(base, speaksForOrganization, (c) => answer(c));

  routes.post(`${base}/invitations`, speaksForOrganization, smallBody, async (c) => {
    const { acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const typed = { name: sentText(fields, 'name'), email: sentText(fields, 'email') };
    const form = parseForm(inviteForm, fields);
    if (!form.ok) return answer(c, form.errors, typed);
    await takeMailAttempts(deps.db.app, viewer.person, form.value.email);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      inviteRepresentative(tx, actOf(c), form.value),
    );
    if (!outcome.ok) return answer(c, { email: representativeContent.errors[outcome.refusal.code] }, typed);
    deps.mailPosted();
    return c.redirect(teamPath(c, 'invited'), 303);
  });

  routes.post(`${base}/invitations/:id/resend`, speaksForOrganization, smallBody, async (c) => {
    const { acting, deps, viewer, partner } = c.var;
    const id = pathId(c, 'id');
    const { invitations } = await actingAs(deps.db.app, acting, (tx) => organizationTeam(tx, partner.id));
    const address = invitations.find((one) => one.id === id)?.email;
    await takeMailAttempts(deps.db.app, viewer.person, address);
    const outcome = await actingAs(deps.db.app, acting, (tx) => inviteRepresentativeAgain(tx, actOf(c), id));
    if (!outcome.ok) return refuse(c, outcome.refusal.code);
    deps.mailPosted();
    return c.redirect(teamPath(c, 'invited'), 303);
  });

  routes.post(`${base}/invitations/:id/revoke`, speaksForOrganization, smallBody, async (c) => {
    const { acting, deps, partner } = c.var;
    const id = pathId(c, 'id');
    const outcome = await actingAs(deps.db.app, acting, (tx) => takeInvitationBack(tx, partner.id, id));
    if (!outcome.ok) return refuse(c, outcome.refusal.code);
    return c.redirect(teamPath(c, 'revoked'), 303);
  });

  return routes;
}

function ending(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(`${base}/:membership/end`, speaksForOrganization, (c) => answerEnd(c));

  routes.post(`${base}/:membership/end`, speaksForOrganization, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const membership = pathId(c, 'membership');
    const knowsLast = sentText(await readForm(c), 'last') === 'yes';
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      endPlace(tx, actOf(c), { membership, knowsLast }),
    );
    if (!outcome.ok) {
      if (outcome.refusal.code === 'representative-not-found') throw new NotFound();
      return answerEnd(c, { last: representativeContent.errors[outcome.refusal.code] });
    }
    deps.mailPosted();
    return c.redirect(outcome.value.isSelf ? '/' : teamPath(c, 'ended'), 303);
  });

  return routes;
}

function actOf(c: Context<PartnerEnv>): RepresentativeAct {
  const { partner } = c.var;
  return { ...personAct(c.var), partner: partner.id, partnerName: partner.name };
}

function teamPath(c: Context<PartnerEnv>, done: keyof typeof representativeContent.done): string {
  return `/partner/${c.var.partner.id}/team?done=${done}`;
}

function refuse(c: Context<PartnerEnv>, code: keyof typeof invitationRefusals) {
  if (code === 'invitation-not-found') throw new NotFound();
  return answer(c, { form: invitationRefusals[code] });
}

async function answer(c: Context<PartnerEnv>, errors?: FormErrors, typed?: TypedInvitation) {
  const { partner, acting, deps, viewer } = c.var;
  const team = await actingAs(deps.db.app, acting, (tx) => organizationTeam(tx, partner.id));
  if (errors) c.status(422);
  const done = errors ? undefined : c.req.query('done');
  return c.render(<RepresentativesPage {...{ partner, team, done, typed, errors }} viewer={viewer.person} />);
}

async function answerEnd(c: Context<PartnerEnv>, errors?: FormErrors) {
  const { partner, acting, deps, viewer } = c.var;
  const membership = pathId(c, 'membership');
  const representatives = await actingAs(deps.db.app, acting, (tx) => listRepresentatives(tx, partner.id));
  const leaving = representatives.find(({ id }) => id === membership);
  if (!leaving) throw new NotFound();
  if (errors) c.status(422);
  return c.render(
    <EndPlacePage
      partner={partner}
      leaving={leaving}
      isSelf={leaving.person === viewer.person}
      isLast={isLast(representatives, leaving.id)}
      errors={errors}
    />,
  );
}
