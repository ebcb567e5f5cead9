import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs, type PersonId, type Transaction } from '../database/acting.ts';
import { isRequirement } from '../evidence/evidence.ts';
import { findStoredFile } from '../files/file-actions.ts';
import { serveFile } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import type { Outcome } from '../outcome.ts';
import { thaw } from '../snapshot/snapshot.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { mayReview } from './review-access.ts';
import {
  approveSubmission,
  claimReview,
  decideRequirement,
  finishReview,
  handOverReview,
  type ReviewAct,
  releaseReview,
  reviewActOf,
  sendBackToReviewer,
} from './review-actions.ts';
import { campaignReviewContent as content, reviewRefusalSentence } from './review-content.ts';
import { reviewFile } from './review-file-actions.ts';
import { ReviewPage, type ReviewPageProps } from './review-page.tsx';
import { isDecision, longestText, type ReviewRefusal } from './submission.ts';
import { findFrozenSubmission } from './submission-store.ts';

const notices: Readonly<Record<string, string>> = content.notices;

/** The campaign's side of one submission: who reviews it, its decisions, the approval. */
export function campaignReviewRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/reviews/:id', mayReview, (c) =>
    show(c, { id: c.req.param('id'), errors: {}, notice: notices[c.req.query('done') ?? ''] }),
  );

  routes.get('/campaign/reviews/:id/documents/:file', mayReview, async (c) => {
    const { deps, acting } = c.var;
    const id = knownId(c.req.param('id'));
    const asked = c.req.param('file');
    const file = await actingAs(deps.db.app, acting, async (tx) => {
      const submission = await findFrozenSubmission(tx, id);
      // Only what the snapshot names: what the agency adds later is not part of this decision.
      const isNamed =
        submission && thaw(submission.snapshotText).documents.some((named) => named.file === asked);
      return isNamed ? findStoredFile(tx, submission.agency, asked) : undefined;
    });
    if (!file) throw new NotFound();
    return serveFile(deps.files, file);
  });

  routes.post('/campaign/reviews/:id/claim', mayReview, smallBody, (c) =>
    step(c, c.req.param('id'), claimReview, () => 'claimed'),
  );

  routes.post('/campaign/reviews/:id/release', mayReview, smallBody, (c) =>
    step(c, c.req.param('id'), releaseReview, () => 'released'),
  );

  routes.post('/campaign/reviews/:id/hand-over', mayReview, smallBody, async (c) => {
    const id = knownId(c.req.param('id'));
    const to = sentText(await readForm(c), 'colleague');
    if (!z.uuid().safeParse(to).success) {
      return show(c, { id, errors: { colleague: content.handOverMissing }, notice: undefined });
    }
    return step(
      c,
      id,
      (tx, act) => handOverReview(tx, act, id, to as PersonId),
      () => 'handed-over',
    );
  });

  routes.post('/campaign/reviews/:id/decisions/:requirement', mayReview, smallBody, async (c) => {
    const id = knownId(c.req.param('id'));
    const requirement = c.req.param('requirement');
    if (!isRequirement(requirement)) throw new NotFound();
    const fields = await readForm(c);
    const decision = sentText(fields, `decision-${requirement}`);
    const comment = sentText(fields, `comment-${requirement}`).trim();
    const refused = { requirement, decision, comment };
    if (!isDecision(decision)) {
      return show(c, {
        id,
        errors: { [`decision-${requirement}`]: content.decisionMissing },
        refused,
        notice: undefined,
      });
    }
    if (comment.length > longestText) {
      return show(c, {
        id,
        errors: { [`comment-${requirement}`]: content.tooLong },
        refused,
        notice: undefined,
      });
    }
    const outcome = await acted(c, (tx) =>
      decideRequirement(tx, reviewAct(c), id, { requirement, decision, comment }),
    );
    if (outcome.ok) return c.redirect(`/campaign/reviews/${id}?done=decided#${requirement}`, 303);
    const field = outcome.refusal.code === 'comment-missing' ? `comment-${requirement}` : 'form';
    return show(c, {
      id,
      errors: { [field]: reviewRefusalSentence(outcome.refusal) },
      refused,
      notice: undefined,
    });
  });

  routes.post('/campaign/reviews/:id/finish', mayReview, smallBody, (c) =>
    step(c, c.req.param('id'), finishReview, (state) => state),
  );

  routes.post('/campaign/reviews/:id/approve', mayReview, smallBody, async (c) => {
    const id = knownId(c.req.param('id'));
    const seen = sentText(await readForm(c), 'seen');
    return step(
      c,
      id,
      (tx, act) => approveSubmission(tx, act, id, seen),
      () => 'approved',
    );
  });

  routes.post('/campaign/reviews/:id/send-back', mayReview, smallBody, async (c) => {
    const id = knownId(c.req.param('id'));
    const note = sentText(await readForm(c), 'note').trim();
    if (note === '' || note.length > longestText) {
      const error = note === '' ? content.sendBackMissing : content.tooLong;
      return show(c, { id, errors: { note: error }, refusedNote: note, notice: undefined });
    }
    return step(
      c,
      id,
      (tx, act) => sendBackToReviewer(tx, act, id, note),
      () => 'sent-back',
    );
  });

  return routes;
}

/** One step of a review: done, it goes back to the page with a notice; refused, the page says why. */
async function step<Value>(
  c: Context<CampaignEnv>,
  id: string,
  action: (tx: Transaction, act: ReviewAct, id: string) => Promise<Outcome<Value, ReviewRefusal>>,
  notice: (value: Value) => string,
) {
  const known = knownId(id);
  const outcome = await acted(c, (tx) => action(tx, reviewAct(c), known));
  if (outcome.ok) return c.redirect(`/campaign/reviews/${known}?done=${notice(outcome.value)}`, 303);
  if (outcome.refusal.code === 'submission-not-found') throw new NotFound();
  return show(c, { id: known, errors: { form: reviewRefusalSentence(outcome.refusal) }, notice: undefined });
}

async function acted<Result>(
  c: Context<CampaignEnv>,
  work: (tx: Transaction) => Promise<Result>,
): Promise<Result> {
  const result = await actingAs(c.var.deps.db.app, c.var.acting, work);
  c.var.deps.mailPosted();
  return result;
}

function reviewAct(c: Context<CampaignEnv>): ReviewAct {
  const { deps, viewer } = c.var;
  return reviewActOf(deps.config, viewer.person, deps.now());
}

async function show(
  c: Context<CampaignEnv>,
  asked: {
    readonly id: string;
    readonly errors: FormErrors;
    readonly refused?: ReviewPageProps['refused'];
    readonly refusedNote?: string;
    readonly notice: string | undefined;
  },
) {
  const { deps, acting, viewer } = c.var;
  const id = knownId(asked.id);
  const page = await actingAs(deps.db.app, acting, (tx) => reviewFile(tx, viewer.person, id));
  if (!page) throw new NotFound();
  if (hasErrors(asked.errors)) c.status(422);
  return c.render(
    <ReviewPage
      {...page}
      roles={viewer.campaignRoles}
      me={viewer.person}
      limits={deps.config.review}
      errors={asked.errors}
      refused={asked.refused}
      refusedNote={asked.refusedNote}
      notice={asked.notice}
    />,
  );
}

function knownId(id: string): string {
  if (!z.uuid().safeParse(id).success) throw new NotFound();
  return id;
}
