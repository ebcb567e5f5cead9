import { Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { NotFound } from '../http/refused-request.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { adoptionRoutes } from './adoption-routes.tsx';
import { changesRoutes } from './changes-routes.tsx';
import { checklistRoutes } from './checklist-routes.tsx';
import { outlineRoutes } from './outline-routes.ts';
import { partnerPolicyRoutes } from './partner-policy-routes.tsx';
import { partnerReviewRoutes } from './partner-review-routes.tsx';
import { mayChangePolicy, mayReadPolicy } from './policy-access.ts';
import { askAdoption, policyDesk, setNextReview } from './policy-actions.ts';
import { answerDesk } from './policy-desk-routes.tsx';
import { policyDraftRoutes } from './policy-draft-routes.tsx';
import { reviewForm } from './policy-form-content.ts';
import { NextReviewPage } from './policy-form-pages.tsx';
import { refusalMessage } from './policy-refusal-content.ts';
import { rescissionRoutes } from './rescission-routes.tsx';
import { answerVersion, versionAt } from './shown-version-routes.tsx';

/** The policy of an agency: its draft, its checklist, its adoption, its versions. */
export function policyRoutes(): Hono<AppEnv> {
  return new Hono<AppEnv>()
    .route('/', deskRoutes())
    .route('/', policyDraftRoutes())
    .route('/', checklistRoutes())
    .route('/', adoptionRoutes())
    .route('/', rescissionRoutes())
    .route('/', changesRoutes())
    .route('/', outlineRoutes())
    .route('/', partnerReviewRoutes())
    .route('/', partnerPolicyRoutes());
}

function deskRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy', mayReadPolicy, (c) => answerDesk(c));

  routes.get('/workspace/:agency/policy/versions/:id', mayReadPolicy, (c) =>
    answerVersion(c, c.req.param('id')),
  );

  routes.get('/workspace/:agency/policy/versions/:id/document', mayReadPolicy, async (c) => {
    const { agency, acting, deps } = c.var;
    const { document } = (await versionAt(c, c.req.param('id'))).policy;
    const file = await actingAs(deps.db.app, acting, (tx) => findStoredFile(tx, agency.id, document.id));
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  routes.post('/workspace/:agency/policy/draft/ask', mayChangePolicy, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const outcome = await actingAs(deps.db.app, acting, (tx) => askAdoption(tx, agencyAct(c.var)));
    if (!outcome.ok) return answerDesk(c, refusalMessage(outcome.refusal));
    deps.mailPosted();
    return c.redirect(`/workspace/${agency.slug}/policy?done=asked`, 303);
  });

  routes.get('/workspace/:agency/policy/review', mayChangePolicy, async (c) => {
    const { agency, acting, deps } = c.var;
    const { adopted } = await actingAs(deps.db.app, acting, (tx) => policyDesk(tx, agency.id));
    if (!adopted) return c.redirect(`/workspace/${agency.slug}/policy`, 303);
    return c.render(<NextReviewPage agency={agency} reviewOn={adopted.reviewOn ?? ''} />);
  });

  routes.post('/workspace/:agency/policy/review', mayChangePolicy, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const fields = await readForm(c);
    const refuse = (errors: FormErrors) => {
      c.status(422);
      const reviewOn = sentText(fields, 'reviewOn');
      return c.render(<NextReviewPage agency={agency} reviewOn={reviewOn} errors={errors} />);
    };
    const form = parseForm(reviewForm, fields);
    if (!form.ok) return refuse(form.errors);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      setNextReview(tx, agencyAct(c.var), form.value.reviewOn),
    );
    if (!outcome.ok) return refuse(refusalMessage(outcome.refusal));
    return c.redirect(`/workspace/${agency.slug}/policy?done=review`, 303);
  });

  return routes;
}
