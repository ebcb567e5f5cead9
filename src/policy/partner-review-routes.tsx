import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { endPartnerReview, shareDraft } from './partner-review-actions.ts';
import { partnerReviewContent as content } from './partner-review-content.ts';
import { mayAnswerComments, mayChangePolicy, mayReadPolicy } from './policy-access.ts';
import { longestComment, type PolicyComment } from './policy-comment.ts';
import { answerComment, findCommented, settleComment } from './policy-comment-actions.ts';
import { answerDesk } from './policy-desk-routes.tsx';
import { refusalMessage } from './policy-refusal-content.ts';
import { answerVersion } from './shown-version-routes.tsx';

const uuid = z.uuid();
const milliseconds = z.coerce.number().int().catch(0);

/** The agency asks its partners, and answers what they say. */
export function partnerReviewRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  // The row of links of a partnership is the same on both sides; the agency's own policy page has it all.
  routes.get('/workspace/:agency/partnerships/:id/policy', mayReadPolicy, (c) =>
    c.redirect(`/workspace/${c.var.agency.slug}/policy`, 303),
  );

  routes.post('/workspace/:agency/policy/draft/share', mayChangePolicy, smallBody, async (c) => {
    const { acting, deps, viewer } = c.var;
    await takeMailAttempts(deps.db.app, viewer.person);
    const outcome = await actingAs(deps.db.app, acting, (tx) => shareDraft(tx, agencyAct(c.var)));
    if (!outcome.ok) return answerDesk(c, refusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`/workspace/${c.var.agency.slug}/policy?done=shared`, 303);
  });

  routes.post('/workspace/:agency/policy/draft/unshare', mayChangePolicy, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const outcome = await actingAs(deps.db.app, acting, (tx) => endPartnerReview(tx, agencyAct(c.var)));
    if (!outcome.ok) return answerDesk(c, refusalMessage(outcome.refusal));
    return c.redirect(`/workspace/${c.var.agency.slug}/policy?done=unshared`, 303);
  });

  routes.post('/workspace/:agency/policy/comments/:id/answer', mayAnswerComments, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const id = commentId(c.req.param('id'));
    const fields = await readForm(c);
    const text = sentText(fields, `answer-${id}`).trim();
    const isLong = text.length > longestComment;
    if (text === '' || isLong) {
      const policy = await policyOfComment(c, id);
      return answerVersion(c, policy, {
        typed: { id, text },
        errors: { [`answer-${id}`]: content.errors.answer },
      });
    }
    const shownAt = milliseconds.parse(sentText(fields, 'shownAt'));
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      answerComment(tx, agencyAct(c.var), id, { text, shownAt }),
    );
    if (!outcome.ok && outcome.refusal.code === 'comment-changed') {
      const { now } = outcome.refusal;
      const conflict = [{ label: content.answer, yours: text, now: now.answer?.text ?? '' }];
      return answerVersion(c, now.policy, { typed: { id, text }, errors: {}, conflict });
    }
    if (!outcome.ok) throw new NotFound();
    deps.mailPosted();
    return toComment(c, outcome.value, 'answered');
  });

  for (const [does, isSettled, done] of [
    ['settle', true, 'settled'],
    ['reopen', false, 'reopened'],
  ] as const) {
    routes.post(`/workspace/:agency/policy/comments/:id/${does}`, mayAnswerComments, smallBody, async (c) => {
      const { acting, deps } = c.var;
      const id = commentId(c.req.param('id') ?? '');
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        settleComment(tx, agencyAct(c.var), id, isSettled),
      );
      if (!outcome.ok) throw new NotFound();
      return toComment(c, outcome.value, done);
    });
  }

  return routes;
}

function commentId(text: string): string {
  if (!uuid.safeParse(text).success) throw new NotFound();
  return text;
}

/** The version that a comment belongs to. */
async function policyOfComment(c: Context<AgencyEnv>, id: string): Promise<string> {
  const { agency, acting, deps } = c.var;
  const policy = await actingAs(deps.db.app, acting, (tx) => findCommented(tx, agency.id, id));
  if (!policy) throw new NotFound();
  return policy;
}

function toComment(c: Context<AgencyEnv>, { id, policy }: PolicyComment, done: string): Response {
  return c.redirect(
    `/workspace/${c.var.agency.slug}/policy/versions/${policy}?done=${done}#comment-${id}`,
    303,
  );
}
