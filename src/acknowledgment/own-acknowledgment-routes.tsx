import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import type { PolicyId } from '../policy/policy.ts';
import { policyInEffect } from '../policy/policy-life-actions.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { acknowledgeForm } from './acknowledge-form.ts';
import { mayAcknowledge } from './acknowledgment-access.ts';
import { acknowledgmentRefusalSentence } from './acknowledgment-content.ts';
import { todayOf } from './acknowledgment-request-routes.ts';
import { acknowledgeOneself, ownAsked } from './own-acknowledgment-actions.ts';
import { OwnAcknowledgmentPage } from './own-acknowledgment-page.tsx';

/** Reading and acknowledging with an account. */
export function ownAcknowledgmentRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/policy/acknowledge';

  routes.get(path, mayAcknowledge, (c) => answer(c));

  routes.get(`${path}/document`, mayAcknowledge, async (c) => {
    const { agency, acting, deps } = c.var;
    const file = await actingAs(deps.db.app, acting, async (tx) => {
      const policy = await policyInEffect(tx, agency.id, todayOf(c));
      return policy && findStoredFile(tx, agency.id, policy.document.id);
    });
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  routes.post(path, mayAcknowledge, smallBody, async (c) => {
    const { deps } = c.var;
    const fields = await readForm(c);
    const typed = { hasRead: sentText(fields, 'hasRead') === 'yes', name: sentText(fields, 'name') };
    const form = parseForm(acknowledgeForm, fields);
    if (!form.ok) return answer(c, { typed, errors: form.errors });
    const given = {
      policy: (c.req.query('policy') ?? '') as PolicyId,
      name: form.value.name,
      at: deps.now(),
    };
    const outcome = await acknowledgeOneself(deps.db.app, oneself(c), given, todayOf(c));
    if (!outcome.ok) {
      const field = outcome.refusal.code === 'name-unlike' ? 'name' : 'form';
      return answer(c, { typed, errors: { [field]: acknowledgmentRefusalSentence(outcome.refusal) } });
    }
    return c.redirect(`/workspace/${c.var.agency.slug}/policy/acknowledge`, 303);
  });

  return routes;
}

function oneself(c: Context<AgencyEnv>) {
  return { agency: c.var.agency.id, person: c.var.viewer.person };
}

async function answer(
  c: Context<AgencyEnv>,
  again?: {
    readonly typed: { readonly hasRead: boolean; readonly name: string };
    readonly errors: FormErrors;
  },
): Promise<Response> {
  const own = await ownAsked(c.var.deps.db.app, oneself(c), todayOf(c));
  if (again) c.status(422);
  return c.render(<OwnAcknowledgmentPage agency={c.var.agency} own={own} {...again} />);
}
