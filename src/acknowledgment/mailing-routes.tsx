import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { takeAttempt } from '../identity/rate-limit.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { mayKeepAcknowledgments } from './acknowledgment-access.ts';
import { listUnitsAndShifts } from './acknowledgment-actions.ts';
import { acknowledgmentContent, acknowledgmentRefusalSentence } from './acknowledgment-content.ts';
import { basePath, todayOf } from './acknowledgment-request-routes.ts';
import type { MailingId } from './mailing.ts';
import { mailingDesk, remindedByHand, sendLinks, setAsking, stopMailing } from './mailing-actions.ts';
import { askingForm, sendForm } from './mailing-form.ts';
import { MailingPage } from './mailing-page.tsx';

const notices: Readonly<Record<string, string>> = acknowledgmentContent.notices;

/** A slip of the hand shall not flood mailboxes. */
const sendingsByAgency = { attempts: 30, windowSeconds: 24 * 3600 } as const;

/** Sending links to staff, and what is sent on its own. */
export function mailingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/policy/acknowledgments/mail';

  routes.get(base, mayKeepAcknowledgments, (c) => answer(c));

  routes.post(base, mayKeepAcknowledgments, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const fields = await readForm(c);
    const form = parseForm(sendForm, fields);
    if (!form.ok) return answer(c, { fields, errors: form.errors });
    await takeAttempt(deps.db.app, `acknowledgment-mail:agency:${agency.id}`, sendingsByAgency);
    const asked = { today: todayOf(c), limit: remindedByHand(deps.now()) };
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      sendLinks(tx, agencyAct(c.var), form.value, asked),
    );
    if (!outcome.ok)
      return answer(c, { fields, errors: { form: acknowledgmentRefusalSentence(outcome.refusal) } });
    deps.jobPosted();
    return c.redirect(`${basePath(c)}/mail?done=mailed`, 303);
  });

  routes.post(`${base}/asking`, mayKeepAcknowledgments, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const fields = await readForm(c);
    const form = parseForm(askingForm, fields);
    if (!form.ok) return answer(c, { fields, errors: form.errors });
    await actingAs(deps.db.app, acting, (tx) => setAsking(tx, agencyAct(c.var), form.value));
    return c.redirect(`${basePath(c)}/mail?done=asking`, 303);
  });

  routes.post(`${base}/:id/stop`, mayKeepAcknowledgments, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = pathId<MailingId>(c, 'id');
    await actingAs(deps.db.app, acting, (tx) => stopMailing(tx, agency.id, id));
    return c.redirect(`${basePath(c)}/mail`, 303);
  });

  return routes;
}

async function answer(
  c: Context<AgencyEnv>,
  again?: { readonly fields: FormFields; readonly errors: FormErrors },
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const shown = await actingAs(deps.db.app, acting, async (tx) => {
    const desk = await mailingDesk(tx, agency.id, todayOf(c), deps.now());
    return desk && { desk, units: (await listUnitsAndShifts(tx, agency.id, desk.asked.about)).units };
  });
  if (!shown) return c.redirect(basePath(c), 303);
  if (again) c.status(422);
  const { asking } = shown.desk;
  const sent = (name: string) => (again ? sentText(again.fields, name) : '');
  const isAskingSent = again !== undefined && again.fields.reminderDays !== undefined;
  const typed = {
    audience: sent('audience'),
    unit: sent('unit'),
    reminderDays: isAskingSent ? sent('reminderDays') : String(asking?.reminderDays ?? ''),
    asksByMail: isAskingSent ? sent('asksByMail') === 'yes' : (asking?.asksByMail ?? false),
  };
  return c.render(
    <MailingPage
      agency={agency}
      {...shown}
      typed={typed}
      notice={again ? undefined : notices[c.req.query('done') ?? '']}
      errors={again?.errors}
    />,
  );
}
