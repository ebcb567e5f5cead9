import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { filedName } from '../person-name/person-name.ts';
import { findStaff } from '../roster/roster-actions.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import type { AcknowledgmentId } from './acknowledgment.ts';
import { mayKeepAcknowledgments } from './acknowledgment-access.ts';
import { acknowledgmentContent, acknowledgmentRefusalSentence } from './acknowledgment-content.ts';
import { basePath } from './acknowledgment-request-routes.ts';
import { findAcknowledgment, revokeAcknowledgment } from './correction-actions.ts';
import { CorrectionPage } from './correction-page.tsx';

const { correction: content } = acknowledgmentContent;

const form = z.object({
  reason: z.string(content.reasonMissing).trim().min(1, content.reasonMissing).max(1000, content.reasonLong),
});

/** Taking single acknowledgments back. */
export function correctionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/policy/acknowledgments/:id/correct';

  routes.get(path, mayKeepAcknowledgments, (c) => answer(c, ''));

  routes.post(path, mayKeepAcknowledgments, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const id = pathId<AcknowledgmentId>(c, 'id');
    const fields = await readForm(c);
    const parsed = parseForm(form, fields);
    if (!parsed.ok) return answer(c, sentText(fields, 'reason'), parsed.errors);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      revokeAcknowledgment(tx, agencyAct(c.var), id, parsed.value.reason),
    );
    if (!outcome.ok && outcome.refusal.code === 'acknowledgment-not-found') throw new NotFound();
    if (!outcome.ok)
      return answer(c, parsed.value.reason, { form: acknowledgmentRefusalSentence(outcome.refusal) });
    return c.redirect(`${basePath(c)}?done=revoked`, 303);
  });

  return routes;
}

async function answer(c: Context<AgencyEnv>, reason: string, errors?: FormErrors): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const id = pathId<AcknowledgmentId>(c, 'id');
  const shown = await actingAs(deps.db.app, acting, async (tx) => {
    const kept = await findAcknowledgment(tx, agency.id, id);
    return kept && { kept, member: await findStaff(tx, agency.id, kept.staff) };
  });
  if (!shown) throw new NotFound();
  const { kept, member } = shown;
  if (errors) c.status(422);
  return c.render(
    <CorrectionPage
      agency={agency}
      kept={kept}
      name={member ? filedName(member.name) : ''}
      reason={reason}
      errors={errors}
    />,
  );
}
