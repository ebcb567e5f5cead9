import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { mayAdoptPolicy } from './policy-access.ts';
import { policyDesk } from './policy-actions.ts';
import { rescindForm } from './policy-form-content.ts';
import { rescindPolicy } from './policy-life-actions.ts';
import { refusalMessage } from './policy-refusal-content.ts';
import { RescindPage, type TypedRescission } from './rescind-page.tsx';

/** The executive ends the policy without another in its place. */
export function rescissionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/rescind', mayAdoptPolicy, (c) => {
    const on = dayIn(c.var.agency.timeZone, c.var.deps.now());
    return answer(c, { name: '', on, reason: '' });
  });

  routes.post('/workspace/:agency/policy/rescind', mayAdoptPolicy, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const fields = await readForm(c);
    const typed = {
      name: sentText(fields, 'name'),
      on: sentText(fields, 'on'),
      reason: sentText(fields, 'reason'),
    };
    const form = parseForm(rescindForm, fields);
    if (!form.ok) return answer(c, typed, form.errors);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      rescindPolicy(tx, agencyAct(c.var), form.value),
    );
    if (!outcome.ok) return answer(c, typed, refusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`/workspace/${c.var.agency.slug}/policy?done=rescinded`, 303);
  });

  return routes;
}

async function answer(c: Context<AgencyEnv>, typed: TypedRescission, errors?: FormErrors): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const { adopted } = await actingAs(deps.db.app, acting, (tx) => policyDesk(tx, agency.id));
  if (!adopted) return c.redirect(`/workspace/${agency.slug}/policy`, 303);
  if (errors) c.status(422);
  const today = dayIn(agency.timeZone, deps.now());
  return c.render(
    <RescindPage agency={agency} policy={adopted} typed={typed} today={today} errors={errors} />,
  );
}
