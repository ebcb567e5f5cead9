import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { isRequirement } from '../evidence/evidence.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { AgencyAppealPage } from './agency-appeal-page.tsx';
import type { AppealId } from './appeal.ts';
import { fileAppeal, withdrawAppeal } from './appeal-actions.ts';
import { appealContent, appealRefusalSentence } from './appeal-content.ts';
import { maySubmit } from './review-access.ts';
import { longestText, type SubmissionId } from './submission.ts';
import { findSubmission } from './submission-store.ts';

const content = appealContent.agency;

/** The agency's word against a decision: `:about` is a requirement, or `closing`. */
export function agencyAppealRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/review/:id/appeal/:about', maySubmit, (c) => show(c, '', {}));

  routes.post('/workspace/:agency/review/:id/appeal/:about', maySubmit, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const requirement = aboutOf(c);
    const submission = pathId<SubmissionId>(c, 'id');
    const grounds = sentText(await readForm(c), 'grounds').trim();
    if (grounds === '') return show(c, grounds, { grounds: content.groundsMissing });
    if (grounds.length > longestText) return show(c, grounds, { grounds: appealContent.tooLong });
    await takeMailAttempts(deps.db.app, viewer.person);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      fileAppeal(tx, agencyAct(c.var), { submission, requirement, grounds }),
    );
    if (!outcome.ok) {
      if (outcome.refusal.code === 'submission-not-found') throw new NotFound();
      return show(c, grounds, { form: appealRefusalSentence(outcome.refusal) });
    }
    deps.mailPosted();
    return c.redirect(`/workspace/${agency.slug}/review?done=appeal-filed`, 303);
  });

  routes.post('/workspace/:agency/review/appeals/:appeal/withdraw', maySubmit, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const id = pathId<AppealId>(c, 'appeal');
    const outcome = await actingAs(deps.db.app, acting, (tx) => withdrawAppeal(tx, agencyAct(c.var), id));
    if (!outcome.ok && outcome.refusal.code === 'appeal-not-found') throw new NotFound();
    // Decided in the same moment: the page shows how.
    return c.redirect(`/workspace/${agency.slug}/review${outcome.ok ? '?done=appeal-withdrawn' : ''}`, 303);
  });

  return routes;
}

function aboutOf(c: Context<AgencyEnv>) {
  const about = c.req.param('about') ?? '';
  if (about === 'closing') return undefined;
  if (!isRequirement(about)) throw new NotFound();
  return about;
}

async function show(c: Context<AgencyEnv>, grounds: string, errors: FormErrors) {
  const { agency, acting, deps } = c.var;
  const requirement = aboutOf(c);
  const submission = await actingAs(deps.db.app, acting, (tx) =>
    findSubmission(tx, pathId<SubmissionId>(c, 'id')),
  );
  if (!submission) throw new NotFound();
  if (hasErrors(errors)) c.status(422);
  return c.render(
    <AgencyAppealPage
      agency={agency}
      submission={submission}
      requirement={requirement}
      grounds={grounds}
      errors={errors}
    />,
  );
}
