import { type Context, Hono } from 'hono';
import type { Requirement } from '../campaign-rules/campaign-requirement.ts';
import { actingAs } from '../database/acting.ts';
import { isRequirement } from '../evidence/evidence.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { mayReview } from '../review/review-access.ts';
import { decideRequirement, reviewActOf } from '../review/review-actions.ts';
import { campaignReviewContent, reviewRefusalSentence } from '../review/review-content.ts';
import { isDecision, longestText, type SubmissionId } from '../review/submission.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { withPhrasing } from './phrasing.ts';
import { requirementContent as content } from './requirement-content.ts';
import { type RequirementFile, requirementFile } from './requirement-file-actions.ts';
import { RequirementPage, type RequirementPageProps } from './requirement-page.tsx';

const notices: Readonly<Record<string, string>> = content.notices;

/** As every page, and with frames of our own address: the evidence is shown in one. */
const pageWithFrames = [
  "default-src 'none'",
  ...['script-src', 'style-src', 'img-src', 'font-src', 'connect-src', 'manifest-src', 'form-action'].map(
    (directive) => `${directive} 'self'`,
  ),
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** One page per requirement of a case; an address that names none is for others. */
export function requirementRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/reviews/:id/:requirement', mayReview, async (c, next) => {
    const requirement = c.req.param('requirement');
    if (!isRequirement(requirement)) return next();
    const found = await fileOf(c, requirement);
    return show(c, found, { values: keptValues(found), errors: {} });
  });

  routes.post('/campaign/reviews/:id/:requirement', mayReview, smallBody, async (c, next) => {
    const { deps, acting, viewer } = c.var;
    const requirement = c.req.param('requirement');
    if (!isRequirement(requirement)) return next();
    const found = await fileOf(c, requirement);
    const fields = await readForm(c);
    const values = sentValues(fields);
    if (sentText(fields, 'act') === 'insert') return insertPhrasing(c, found, values);
    const { decision, comment } = values;
    if (!isDecision(decision)) {
      return show(c, found, { values, errors: { decision: campaignReviewContent.decisionMissing } });
    }
    if (comment.length > longestText) {
      return show(c, found, { values, errors: { comment: campaignReviewContent.tooLong } });
    }
    const id = found.file.submission.id;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      decideRequirement(tx, reviewActOf(deps.config, viewer.person, deps.now()), id, {
        requirement,
        decision,
        comment,
      }),
    );
    if (!outcome.ok) {
      const field = outcome.refusal.code === 'comment-missing' ? 'comment' : 'form';
      return show(c, found, { values, errors: { [field]: reviewRefusalSentence(outcome.refusal) } });
    }
    const to = sentText(fields, 'act') === 'next' ? nextOf(found) : requirement;
    return c.redirect(`/campaign/reviews/${id}/${to}?done=decided`, 303);
  });

  return routes;
}

type Values = RequirementPageProps['values'];

function sentValues(fields: FormFields): Values {
  return {
    decision: sentText(fields, 'decision'),
    comment: sentText(fields, 'comment').trim(),
    phrasing: sentText(fields, 'phrasing'),
  };
}

/** What an appeal found met is met, until the reviewer adds a remark. */
function keptValues({ review }: RequirementFile): Values {
  const decision = review.decision ?? (review.isAllowedOnAppeal ? 'met' : '');
  return { decision, comment: review.comment, phrasing: '' };
}

function nextOf({ file, review }: RequirementFile): Requirement {
  const order = file.submission.reviews.map(({ requirement }) => requirement);
  return order[order.indexOf(review.requirement) + 1] ?? review.requirement;
}

/** Nothing is saved: the page comes back with the words in the comment. */
function insertPhrasing(c: Context<CampaignEnv>, found: RequirementFile, values: Values) {
  const phrasing = found.phrasings.find(({ id }) => id === values.phrasing);
  if (!phrasing) return show(c, found, { values, errors: { phrasing: content.phrasingMissing } });
  const comment = withPhrasing(values.comment, phrasing);
  return show(c, found, { values: { ...values, comment, phrasing: '' }, errors: {} });
}

async function fileOf(c: Context<CampaignEnv>, requirement: Requirement): Promise<RequirementFile> {
  const { deps, acting, viewer } = c.var;
  const id = pathId<SubmissionId>(c, 'id');
  const found = await actingAs(deps.db.app, acting, (tx) =>
    requirementFile(tx, viewer.person, id, requirement),
  );
  if (!found) throw new NotFound();
  return found;
}

function show(
  c: Context<CampaignEnv>,
  found: RequirementFile,
  shown: { readonly values: Values; readonly errors: FormErrors },
) {
  if (hasErrors(shown.errors)) c.status(422);
  c.header('content-security-policy', pageWithFrames);
  return c.render(
    <RequirementPage
      {...found}
      {...shown}
      roles={c.var.viewer.campaignRoles}
      me={c.var.viewer.person}
      viewed={c.req.query('file')}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}
