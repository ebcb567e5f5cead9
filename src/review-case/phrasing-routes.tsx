import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import { isRequirement } from '../evidence/evidence.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { mayReview } from '../review/review-access.ts';
import { longestText } from '../review/submission.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { longestPhrasingTitle, type Phrasing, type PhrasingId, type PhrasingWords } from './phrasing.ts';
import {
  addPhrasing,
  changePhrasing,
  findPhrasing,
  listPhrasings,
  retirePhrasing,
} from './phrasing-actions.ts';
import { phrasingContent as content, phrasingRefusalSentence } from './phrasing-content.ts';
import { PhrasingPage, type PhrasingPageProps, PhrasingsPage } from './phrasing-pages.tsx';

const base = '/campaign/phrasings';
const pageSize = 25;
const notices: Readonly<Record<string, string>> = content.notices;

const listQuery = z.object({
  search: z.string().trim().max(100).catch(''),
  show: z.enum(['in-use', 'retired']).catch('in-use'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

/** The words reviewers use again. */
export function phrasingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get(base, mayReview, async (c) => {
    const { deps, acting, viewer } = c.var;
    const query = listQuery.parse(c.req.query());
    const listed = await actingAs(deps.db.app, acting, (tx) =>
      listPhrasings(tx, { ...query, limit: pageSize, offset: (query.page - 1) * pageSize }),
    );
    const { pathname, search } = new URL(c.req.url);
    return c.render(
      <PhrasingsPage
        {...listed}
        {...query}
        roles={viewer.campaignRoles}
        pageSize={pageSize}
        href={pathname + search}
        notice={notices[c.req.query('done') ?? '']}
      />,
    );
  });

  routes.get(`${base}/new`, mayReview, (c) =>
    show(c, undefined, { requirement: '', title: '', text: '' }, {}),
  );

  routes.post(`${base}/new`, mayReview, smallBody, async (c) => {
    const { values, words, errors } = await readWords(c);
    if (hasErrors(errors)) return show(c, undefined, values, errors);
    await actingAs(c.var.deps.db.app, c.var.acting, (tx) => addPhrasing(tx, byOf(c), words));
    return c.redirect(`${base}?done=added`, 303);
  });

  routes.get(`${base}/:id`, mayReview, async (c) => {
    const phrasing = await knownPhrasing(c);
    return show(c, phrasing, { ...phrasing, requirement: phrasing.requirement ?? '' }, {});
  });

  routes.post(`${base}/:id`, mayReview, smallBody, async (c) => {
    const phrasing = await knownPhrasing(c);
    const { values, words, errors, revision } = await readWords(c);
    if (hasErrors(errors)) return show(c, phrasing, values, errors);
    const outcome = await actingAs(c.var.deps.db.app, c.var.acting, (tx) =>
      changePhrasing(tx, byOf(c), { id: phrasing.id, revision }, words),
    );
    if (outcome.ok) return c.redirect(`${base}?done=changed`, 303);
    return show(c, phrasing, values, { form: phrasingRefusalSentence(outcome.refusal) });
  });

  routes.post(`${base}/:id/retire`, mayReview, smallBody, async (c) => {
    const phrasing = await knownPhrasing(c);
    const { revision } = await readWords(c);
    const outcome = await actingAs(c.var.deps.db.app, c.var.acting, (tx) =>
      retirePhrasing(tx, byOf(c), { id: phrasing.id, revision }),
    );
    if (outcome.ok) return c.redirect(`${base}?done=retired`, 303);
    const values = { ...phrasing, requirement: phrasing.requirement ?? '' };
    return show(c, phrasing, values, { form: phrasingRefusalSentence(outcome.refusal) });
  });

  return routes;
}

function byOf(c: Context<CampaignEnv>) {
  return { person: c.var.viewer.person, now: c.var.deps.now() };
}

async function knownPhrasing(c: Context<CampaignEnv>): Promise<Phrasing> {
  const id = pathId<PhrasingId>(c, 'id');
  const phrasing = await actingAs(c.var.deps.db.app, c.var.acting, (tx) => findPhrasing(tx, id));
  if (!phrasing) throw new NotFound();
  return phrasing;
}

async function readWords(c: Context<CampaignEnv>) {
  const fields = await readForm(c);
  const values = {
    requirement: sentText(fields, 'requirement'),
    title: sentText(fields, 'title').trim(),
    text: sentText(fields, 'text').trim(),
  };
  const { requirement, title, text } = values;
  const errors: Record<string, string> = {};
  if (title === '') errors.title = content.titleMissing;
  if (title.length > longestPhrasingTitle) errors.title = content.titleTooLong;
  if (text === '') errors.text = content.textMissing;
  if (text.length > longestText) errors.text = content.textTooLong;
  const words: PhrasingWords = {
    requirement: isRequirement(requirement) ? requirement : undefined,
    title,
    text,
  };
  return {
    values,
    words,
    errors,
    revision: z.coerce.number().int().catch(0).parse(sentText(fields, 'revision')),
  };
}

function show(
  c: Context<CampaignEnv>,
  phrasing: Phrasing | undefined,
  values: PhrasingPageProps['values'],
  errors: FormErrors,
) {
  if (hasErrors(errors)) c.status(422);
  const roles = c.var.viewer.campaignRoles;
  return c.render(<PhrasingPage roles={roles} phrasing={phrasing} values={values} errors={errors} />);
}
