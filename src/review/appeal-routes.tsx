import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import type { AppealId } from './appeal.ts';
import { appealContent, appealDecisionSentence } from './appeal-content.ts';
import { decideAppeal } from './appeal-decision-actions.ts';
import { AppealPage } from './appeal-page.tsx';
import { mayReview } from './review-access.ts';
import { reviewActOf } from './review-actions.ts';
import { reviewFile } from './review-file-actions.ts';
import { longestText, type SubmissionId } from './submission.ts';

const content = appealContent.campaign;

/** Appeals as a third person decides them. */
export function appealRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/reviews/:id/appeals/:appeal', mayReview, (c) =>
    show(c, { verdict: '', grounds: '' }, {}),
  );

  routes.post('/campaign/reviews/:id/appeals/:appeal', mayReview, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    const fields = await readForm(c);
    const values = { verdict: sentText(fields, 'verdict'), grounds: sentText(fields, 'grounds').trim() };
    const { verdict, grounds } = values;
    const errors = faultsIn(values);
    if (hasErrors(errors) || (verdict !== 'upheld' && verdict !== 'allowed')) return show(c, values, errors);
    const id = pathId<AppealId>(c, 'appeal');
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      decideAppeal(tx, reviewActOf(deps.config, viewer.person, deps.now()), id, { is: verdict, grounds }),
    );
    if (!outcome.ok) {
      if (outcome.refusal.code === 'appeal-not-found') throw new NotFound();
      return show(c, values, { form: appealDecisionSentence(outcome.refusal) });
    }
    deps.mailPosted();
    return c.redirect(`/campaign/reviews/${pathId<SubmissionId>(c, 'id')}?done=appeal-decided`, 303);
  });

  return routes;
}

interface Values {
  readonly verdict: string;
  readonly grounds: string;
}

function faultsIn({ verdict, grounds }: Values): FormErrors {
  const errors: Record<string, string> = {};
  if (verdict !== 'upheld' && verdict !== 'allowed') errors.verdict = content.verdictMissing;
  if (grounds === '') errors.grounds = content.groundsMissing;
  if (grounds.length > longestText) errors.grounds = appealContent.tooLong;
  return errors;
}

async function show(c: Context<CampaignEnv>, values: Values, errors: FormErrors) {
  const { deps, acting, viewer } = c.var;
  const id = pathId<SubmissionId>(c, 'id');
  const asked = pathId<AppealId>(c, 'appeal');
  const file = await actingAs(deps.db.app, acting, (tx) => reviewFile(tx, viewer.person, id));
  const appeal = file?.appeals.find((one) => one.id === asked && one.submission === id);
  if (!file || !appeal) throw new NotFound();
  if (hasErrors(errors)) c.status(422);
  return c.render(
    <AppealPage {...file} appeal={appeal} roles={viewer.campaignRoles} values={values} errors={errors} />,
  );
}
