import { type Context, Hono } from 'hono';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { AdoptPage, type AdoptPageProps } from './adopt-page.tsx';
import { adoptPolicy } from './adoption-actions.ts';
import { type AgencyPolicy, adoptionObstacles, type ElementAnswer } from './policy.ts';
import { mayAdoptPolicy } from './policy-access.ts';
import { checklistOf, listAnswers, policyDesk } from './policy-actions.ts';
import { isWaiting } from './policy-comment.ts';
import { listComments } from './policy-comment-actions.ts';
import { adoptForm, revisionField } from './policy-form-content.ts';
import { refusalMessage } from './policy-refusal-content.ts';

/** The executive reads the draft and adopts it. */
export function adoptionRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/draft/adopt', mayAdoptPolicy, async (c) => {
    const shown = await shownDraft(c);
    const today = dayIn(c.var.agency.timeZone, c.var.deps.now());
    const typed = { name: '', on: today, isFromToday: false, overComments: '' };
    return shown ? answer(c, shown, typed) : c.redirect(basePath(c), 303);
  });

  routes.post('/workspace/:agency/policy/draft/adopt', mayAdoptPolicy, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const shown = await shownDraft(c);
    if (!shown) return c.redirect(basePath(c), 303);
    const fields = await readForm(c);
    const typed = {
      name: sentText(fields, 'name'),
      on: sentText(fields, 'on'),
      isFromToday: sentText(fields, 'isFromToday') === 'yes',
      overComments: sentText(fields, 'overComments'),
    };
    const revision = revisionField.parse(sentText(fields, 'revision'));
    const form = parseForm(adoptForm, fields);
    if (!form.ok) {
      return answer(c, { ...shown, policy: { ...shown.policy, revision } }, typed, form.errors);
    }
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      adoptPolicy(tx, agencyAct(c.var), { revision, ...form.value }),
    );
    if (!outcome.ok) {
      const now = await shownDraft(c);
      if (!now) return c.redirect(basePath(c), 303);
      return answer(c, now, typed, refusalMessage(outcome.refusal));
    }
    deps.mailPosted();
    return c.redirect(`${basePath(c)}?done=adopted`, 303);
  });

  return routes;
}

interface ShownDraft {
  readonly policy: AgencyPolicy;
  readonly elements: Awaited<ReturnType<typeof checklistOf>>;
  readonly answers: readonly ElementAnswer[];
  readonly commentsWaiting: number;
}

async function shownDraft(c: Context<AgencyEnv>): Promise<ShownDraft | undefined> {
  const { agency, acting, deps } = c.var;
  return actingAs(deps.db.app, acting, async (tx) => {
    const { draft } = await policyDesk(tx, agency.id);
    if (!draft) return undefined;
    const elements = await checklistOf(tx, agency.id);
    const answers = await listAnswers(tx, agency.id, draft.id);
    const commentsWaiting = (await listComments(tx, agency.id, draft.id)).filter(isWaiting).length;
    return { policy: draft, elements, answers, commentsWaiting };
  });
}

async function answer(
  c: Context<AgencyEnv>,
  shown: ShownDraft,
  typed: AdoptPageProps['typed'],
  errors?: FormErrors,
): Promise<Response> {
  const { agency, deps } = c.var;
  if (errors) c.status(422);
  return c.render(
    <AdoptPage
      agency={agency}
      {...shown}
      obstacles={adoptionObstacles(shown.policy, shown.elements, shown.answers)}
      today={dayIn(agency.timeZone, deps.now())}
      typed={typed}
      errors={errors}
    />,
  );
}

function basePath(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/policy`;
}
