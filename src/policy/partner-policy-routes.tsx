import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { PartnerEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { speaksForPartner } from '../partnership/partnership-access.ts';
import { partnershipAt } from '../partnership/shown-partnership-routes.ts';
import { personAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { PartnerPolicyPage } from './partner-policy-page.tsx';
import { checklistForPartner } from './partner-review-actions.ts';
import { partnerReviewContent as content } from './partner-review-content.ts';
import { listAnswers, listPolicies } from './policy-actions.ts';
import { longestComment } from './policy-comment.ts';
import { listComments, writeComment } from './policy-comment-actions.ts';
import { policyLife } from './policy-life.ts';
import { refusalMessage } from './policy-refusal-content.ts';

/** A partner's representatives read what an agency opened to them, and comment. */
export function partnerPolicyRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/partner/:partner/partnerships/:id/policy', speaksForPartner, async (c) =>
    answer(c, await ofPartner(c, c.req.param('id'))),
  );

  routes.get('/partner/:partner/partnerships/:id/policy/:version/document', speaksForPartner, async (c) => {
    const { acting, deps } = c.var;
    const { agency } = await ofPartner(c, c.req.param('id'));
    const file = await actingAs(deps.db.app, acting, async (tx) => {
      const versions = await listPolicies(tx, agency.id);
      const policy = versions.find(({ id }) => id === c.req.param('version'));
      return policy && findStoredFile(tx, agency.id, policy.document.id);
    });
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  routes.post(
    '/partner/:partner/partnerships/:id/policy/comments',
    speaksForPartner,
    smallBody,
    async (c) => {
      const { acting, deps, partner } = c.var;
      const partnership = await ofPartner(c, c.req.param('id'));
      const fields = await readForm(c);
      const element = sentText(fields, 'element');
      const name = `comment-${element}`;
      const typed = { element, text: sentText(fields, name) };
      const text = typed.text.trim();
      if (text === '' || text.length > longestComment) {
        return answer(c, partnership, { typed, errors: { [name]: content.errors.text } });
      }
      const act = { ...personAct(c.var), partner: partner.id };
      const outcome = await actingAs(deps.db.app, acting, async (tx) => {
        const elements = await checklistForPartner(tx, partnership.agency.id);
        const code = elements.find((one) => one.code === element)?.code;
        if (!code) throw new NotFound();
        const policy = sentText(fields, 'version');
        return writeComment(tx, act, partnership, { policy, code, text });
      });
      if (!outcome.ok) return answer(c, partnership, { typed, errors: refusalMessage(outcome.refusal) });
      deps.mailPosted();
      return c.redirect(`${pathOf(c, partnership)}?done=commented#element-${element}`, 303);
    },
  );

  return routes;
}

function ofPartner(c: Context<PartnerEnv>, id: string): Promise<Partnership> {
  return partnershipAt(c.var.deps, c.var.acting, { partner: c.var.partner.id }, id);
}

function pathOf(c: Context<PartnerEnv>, { id }: Partnership): string {
  return `/partner/${c.var.partner.id}/partnerships/${id}/policy`;
}

/** The version asked for, else the newest that was opened; none after the partnership has ended. */
async function answer(
  c: Context<PartnerEnv>,
  partnership: Partnership,
  refused?: {
    readonly typed: { readonly element: string; readonly text: string };
    readonly errors: FormErrors;
  },
): Promise<Response> {
  const { acting, deps, partner } = c.var;
  const { agency } = partnership;
  const shown = await actingAs(deps.db.app, acting, async (tx) => {
    const versions = partnership.state.is === 'active' ? await listPolicies(tx, agency.id) : [];
    const policy = versions.find(({ id }) => id === c.req.query('version')) ?? versions[0];
    if (!policy) return undefined;
    return {
      policy,
      versions,
      life: policyLife(policy, versions, dayIn(agency.timeZone, deps.now())),
      elements: await checklistForPartner(tx, agency.id),
      answers: await listAnswers(tx, agency.id, policy.id),
      comments: await listComments(tx, agency.id, policy.id),
    };
  });
  if (refused) c.status(422);
  return c.render(
    <PartnerPolicyPage
      partner={partner}
      partnership={partnership}
      shown={shown}
      typed={refused?.typed}
      errors={refused?.errors}
      notice={refused ? undefined : c.req.query('done')}
    />,
  );
}
