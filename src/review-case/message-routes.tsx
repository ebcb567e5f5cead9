import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import { mayReview } from '../review/review-access.ts';
import { reviewActOf } from '../review/review-actions.ts';
import { findFrozenReview } from '../review/review-file-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { findTies } from '../review/tie-actions.ts';
import { thaw } from '../snapshot/snapshot.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { listMessages, writeAsReviewer } from './message-actions.ts';
import { messageContent, messageRefusalSentence } from './message-content.ts';
import { MessagesPage, type MessagesPageProps, threadField } from './messages-page.tsx';
import type { ReviewThread } from './review-message.ts';

const notices: Readonly<Record<string, string>> = messageContent.notices;

/** The campaign's side of what is said about a case. */
export function messageRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/reviews/:id/messages', mayReview, (c) => show(c, {}, {}));

  routes.post('/campaign/reviews/:id/messages', mayReview, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    const submission = pathId<SubmissionId>(c, 'id');
    const fields = await readForm(c);
    const thread: ReviewThread = sentText(fields, 'thread') === 'shared' ? 'shared' : 'internal';
    const text = sentText(fields, threadField(thread)).trim();
    await takeMailAttempts(deps.db.app, viewer.person);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      writeAsReviewer(tx, reviewActOf(deps.config, viewer.person, deps.now()), { submission, thread, text }),
    );
    if (outcome.ok) {
      deps.mailPosted();
      const done = thread === 'shared' ? 'sent' : 'noted';
      return c.redirect(`/campaign/reviews/${submission}/messages?done=${done}#${thread}`, 303);
    }
    if (outcome.refusal.code === 'case-not-found') throw new NotFound();
    const sentence = messageRefusalSentence(outcome.refusal);
    const field = outcome.refusal.code === 'has-ties' ? 'form' : threadField(thread);
    return show(c, { [thread]: text }, { [field]: sentence });
  });

  return routes;
}

async function show(c: Context<CampaignEnv>, typed: MessagesPageProps['typed'], errors: FormErrors) {
  const { deps, acting, viewer } = c.var;
  const id = pathId<SubmissionId>(c, 'id');
  const page = await actingAs(deps.db.app, acting, async (tx) => {
    const submission = await findFrozenReview(tx, id);
    if (!submission) throw new NotFound();
    return {
      submission,
      agencyName: thaw(submission.snapshotText).agency.name,
      threads: {
        shared: await listMessages(tx, submission, 'shared'),
        internal: await listMessages(tx, submission, 'internal'),
      },
      hasTies: (await findTies(tx, viewer.person, submission.agency)).length > 0,
    };
  });
  if (hasErrors(errors)) c.status(422);
  return c.render(
    <MessagesPage
      {...page}
      roles={viewer.campaignRoles}
      typed={typed}
      errors={errors}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}
