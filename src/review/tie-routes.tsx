import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import type { CampaignEnv } from '../http/guard.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { type FormErrors, hasErrors } from '../uswds/form-errors.ts';
import { mayReview } from './review-access.ts';
import { reviewActOf } from './review-actions.ts';
import { longestTie, type ReviewTieId } from './review-tie.ts';
import { declareTie, endTie, listTies } from './tie-actions.ts';
import { tieContent as content, tieRefusalSentence } from './tie-content.ts';
import { TiesPage } from './ties-page.tsx';

const pageSize = 25;
const notices: Readonly<Record<string, string>> = content.notices;
const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

/** Where each reviewer declares and ends their own ties. */
export function tieRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();

  routes.get('/campaign/ties', mayReview, (c) => show(c, { agency: '', about: '' }, {}));

  routes.post('/campaign/ties', mayReview, smallBody, async (c) => {
    const fields = await readForm(c);
    const values = { agency: sentText(fields, 'agency').trim(), about: sentText(fields, 'about').trim() };
    const errors = faultsIn(values);
    if (hasErrors(errors)) return show(c, values, errors);
    const { deps, acting, viewer } = c.var;
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      declareTie(tx, reviewActOf(deps.config, viewer.person, deps.now()), values),
    );
    deps.mailPosted();
    if (!outcome.ok) return show(c, values, { agency: tieRefusalSentence(outcome.refusal) });
    return c.redirect('/campaign/ties?done=declared', 303);
  });

  routes.post('/campaign/ties/:id/end', mayReview, smallBody, async (c) => {
    const { deps, acting, viewer } = c.var;
    const id = pathId<ReviewTieId>(c, 'id');
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      endTie(tx, reviewActOf(deps.config, viewer.person, deps.now()), id),
    );
    if (!outcome.ok) throw new NotFound();
    return c.redirect('/campaign/ties?done=ended', 303);
  });

  return routes;
}

interface Values {
  readonly agency: string;
  readonly about: string;
}

function faultsIn({ agency, about }: Values): FormErrors {
  const errors: Record<string, string> = {};
  if (agency === '') errors.agency = content.agencyMissing;
  if (about === '') errors.about = content.aboutMissing;
  if (about.length > longestTie) errors.about = content.aboutTooLong;
  return errors;
}

async function show(c: Context<CampaignEnv>, values: Values, errors: FormErrors) {
  const { deps, acting, viewer } = c.var;
  const page = pageNumber.parse(c.req.query('page'));
  const listed = await actingAs(deps.db.app, acting, (tx) =>
    listTies(tx, viewer.person, { limit: pageSize, offset: (page - 1) * pageSize }),
  );
  if (hasErrors(errors)) c.status(422);
  const { pathname, search } = new URL(c.req.url);
  return c.render(
    <TiesPage
      {...listed}
      roles={viewer.campaignRoles}
      page={page}
      pageSize={pageSize}
      href={pathname + search}
      values={values}
      errors={errors}
      notice={notices[c.req.query('done') ?? '']}
    />,
  );
}
