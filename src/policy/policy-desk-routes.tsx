import type { Context } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AgencyEnv } from '../http/guard.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { activePartnerships } from './partner-review-actions.ts';
import { unsettledElements } from './policy.ts';
import { checklistOf, findAdoptionAsked, listAnswers, policyDesk } from './policy-actions.ts';
import { isWaiting, openComments } from './policy-comment.ts';
import { listComments } from './policy-comment-actions.ts';
import { PolicyPage } from './policy-page.tsx';

/** Shows the agency's policy as it stands: draft, version in force, all versions. */
export async function answerDesk(c: Context<AgencyEnv>, errors?: FormErrors): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const shown = await actingAs(deps.db.app, acting, async (tx) => {
    const desk = await policyDesk(tx, agency.id);
    const elements = await checklistOf(tx, agency.id);
    const answers = desk.draft ? await listAnswers(tx, agency.id, desk.draft.id) : [];
    const settled = elements.length - unsettledElements(elements, answers).length;
    const comments = desk.draft ? await listComments(tx, agency.id, desk.draft.id) : [];
    const hasActivePartner = desk.draft ? (await activePartnerships(tx, agency.id)).length > 0 : false;
    const asked = desk.draft && (await findAdoptionAsked(tx, agency.id, desk.draft.id));
    const progress = { settled, of: elements.length };
    const commentsWaiting = comments.filter(isWaiting).length;
    return {
      ...desk,
      progress,
      hasActivePartner,
      asked,
      commentsOpen: openComments(comments),
      commentsWaiting,
    };
  });
  if (errors) c.status(422);
  return c.render(
    <PolicyPage
      agency={agency}
      {...shown}
      today={dayIn(agency.timeZone, deps.now())}
      notice={errors ? undefined : c.req.query('done')}
      errors={errors}
    />,
  );
}
