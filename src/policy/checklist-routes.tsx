import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import {
  readChecklist,
  type TypedAnswers,
  typedFromAnswers,
  typedFromSent,
} from './checklist-form-content.ts';
import { ChecklistPage } from './checklist-page.tsx';
import { type AgencyPolicy, unsettledElements } from './policy.ts';
import { mayChangePolicy } from './policy-access.ts';
import { checklistOf, listAnswers, policyDesk, saveChecklist } from './policy-actions.ts';
import { noticeFor } from './policy-content.ts';
import { revisionField } from './policy-form-content.ts';
import { refusalMessage } from './policy-refusal-content.ts';

/** Going through the checklist of the draft. */
export function checklistRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/workspace/:agency/policy/draft/checklist', mayChangePolicy, async (c) => {
    const shown = await shownChecklist(c);
    return shown ? answer(c, shown) : c.redirect(basePath(c), 303);
  });

  routes.post('/workspace/:agency/policy/draft/checklist', mayChangePolicy, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const fields: FormFields = await readForm(c);
    const shown = await shownChecklist(c);
    if (!shown) return c.redirect(basePath(c), 303);
    const typed = typedFromSent(shown.elements, fields);
    const revision = revisionField.parse(sentText(fields, 'revision'));
    const again = (now: Shown, errors: FormErrors) =>
      answer(c, { ...now, typed, isCarriedOver: false }, errors);
    const read = readChecklist(shown.elements, typed);
    if (!read.ok) return again({ ...shown, draft: { ...shown.draft, revision } }, read.errors);
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      saveChecklist(tx, agencyAct(c.var), { revision, answers: read.answers }),
    );
    if (!outcome.ok) return again((await shownChecklist(c)) ?? shown, refusalMessage(outcome.refusal));
    const isReady = outcome.value.unsettled === 0;
    return c.redirect(`${basePath(c)}?done=${isReady ? 'ready' : 'saved'}`, 303);
  });

  return routes;
}

interface Shown {
  readonly draft: AgencyPolicy;
  readonly elements: Awaited<ReturnType<typeof checklistOf>>;
  readonly typed: TypedAnswers;
  readonly settled: number;
  readonly isCarriedOver: boolean;
}

/** The draft's answers; before the first are saved, those of the version in force, to be checked. */
async function shownChecklist(c: Context<AgencyEnv>): Promise<Shown | undefined> {
  const { agency, acting, deps } = c.var;
  return actingAs(deps.db.app, acting, async (tx) => {
    const { draft, adopted } = await policyDesk(tx, agency.id);
    if (!draft) return undefined;
    const elements = await checklistOf(tx, agency.id);
    const answers = await listAnswers(tx, agency.id, draft.id);
    const isCarriedOver = answers.length === 0 && adopted !== undefined;
    const typed = isCarriedOver ? await listAnswers(tx, agency.id, adopted.id) : answers;
    const settled = elements.length - unsettledElements(elements, answers).length;
    return { draft, elements, typed: typedFromAnswers(typed), settled, isCarriedOver };
  });
}

async function answer(c: Context<AgencyEnv>, shown: Shown, errors?: FormErrors): Promise<Response> {
  if (errors) c.status(422);
  const notice = errors ? undefined : noticeFor(c.req.query('done'));
  return c.render(<ChecklistPage agency={c.var.agency} {...shown} notice={notice} errors={errors} />);
}

function basePath(c: Context<AgencyEnv>): string {
  return `/workspace/${c.var.agency.slug}/policy`;
}
