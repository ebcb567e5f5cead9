import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import type { AgencyEnv } from '../http/guard.ts';
import { NotFound } from '../http/refused-request.ts';
import { findStaff, listStaff } from '../roster/roster-actions.ts';
import type { StaffId } from '../roster/staff-member.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type MatchRefusal, matchByHand, setAside, undoMatch } from './match-actions.ts';
import type { Pile, SeenPile } from './record-pile.ts';
import { matchRefusalSentence, reviewContent } from './review-content.ts';
import { personPath } from './review-pages.tsx';
import { isSetAsideReason } from './set-aside.ts';
import { mayChangeTraining } from './training-access.ts';
import { findWrittenEntry } from './written-person-actions.ts';
import { WrittenPersonPage } from './written-person-page.tsx';

const peopleFound = 20;

type PersonContext = Context<AgencyEnv>;

/** One person as written, and what somebody can say about their records. */
export function writtenPersonRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const base = '/workspace/:agency/training/review';

  routes.get(`${base}/person`, mayChangeTraining, (c) => {
    const search = c.req.query('search')?.trim().slice(0, 100) ?? '';
    return showPerson(c, c.req.query('key') ?? '', { pile: pileIn(c.req.query('pile') ?? ''), search });
  });

  routes.post(`${base}/match`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const { key, seen } = sentPile(fields);
    const staff = z.uuid().safeParse(sentText(fields, 'staff'));
    if (!staff.success)
      return showPerson(c, key, { pile: seen?.pile, errors: { form: reviewContent.person.search } });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      matchByHand(tx, agency.id, key, staff.data, viewer.person, seen),
    );
    if (outcome.ok) return c.redirect(`${reviewPath(c)}?done=matched`, 303);
    return showRefused(c, key, seen, outcome.refusal, staff.data);
  });

  routes.post(`${base}/set-aside`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps, viewer } = c.var;
    const fields = await readForm(c);
    const { key, seen } = sentPile(fields);
    const reason = sentText(fields, 'reason');
    if (!isSetAsideReason(reason))
      return showPerson(c, key, {
        pile: seen?.pile,
        errors: { reason: reviewContent.person.reasonMissing },
      });
    const outcome = await actingAs(deps.db.app, acting, (tx) =>
      setAside(tx, agency.id, key, reason, viewer.person, seen),
    );
    if (outcome.ok) return c.redirect(`${reviewPath(c)}?done=set-aside`, 303);
    return showRefused(c, key, seen, outcome.refusal);
  });

  routes.post(`${base}/undo`, mayChangeTraining, smallBody, async (c) => {
    const { agency, acting, deps } = c.var;
    const { key, seen } = sentPile(await readForm(c));
    const outcome = await actingAs(deps.db.app, acting, (tx) => undoMatch(tx, agency.id, key, seen));
    if (outcome.ok) return c.redirect(`${personPath(reviewPath(c), key)}`, 303);
    return showRefused(c, key, seen, outcome.refusal);
  });

  return routes;
}

function pileIn(text: string): Pile | undefined {
  if (text === 'waiting' || text === 'set-aside') return text;
  return z.uuid().safeParse(text).success ? (text as StaffId) : undefined;
}

/** Which records somebody meant, as they were shown. */
function sentPile(fields: FormFields): { readonly key: string; readonly seen: SeenPile | undefined } {
  const pile = pileIn(sentText(fields, 'pile'));
  return {
    key: sentText(fields, 'key'),
    seen: pile && { pile, stamp: sentText(fields, 'stamp') },
  };
}

function reviewPath(c: Pick<PersonContext, 'var'>): string {
  return `/workspace/${c.var.agency.slug}/training/review`;
}

/** After somebody else decided: what they decided, with what was meant here still at hand. */
function showRefused(
  c: PersonContext,
  key: string,
  seen: SeenPile | undefined,
  refusal: MatchRefusal,
  meant?: string,
) {
  if (refusal.code !== 'decided-meanwhile')
    return showPerson(c, key, { pile: seen?.pile, errors: { form: matchRefusalSentence(refusal) } });
  const { last } = refusal;
  const told = last && { by: last.by, day: dayIn(c.var.agency.timeZone, last.at) };
  const sentence = reviewContent.person.decidedMeanwhile(told);
  return showPerson(c, key, { pile: last?.pile, errors: { form: sentence }, meant });
}

interface Shown {
  readonly pile: Pile | undefined;
  readonly search?: string;
  readonly errors?: FormErrors;
  /** Whom somebody meant when another had decided already. */
  readonly meant?: string | undefined;
}

async function showPerson(c: PersonContext, personKey: string, { pile, search = '', errors, meant }: Shown) {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  const props = await actingAs(deps.db.app, acting, async (tx) => {
    const entry =
      (await findWrittenEntry(tx, agency.id, personKey, pile, today)) ??
      (await findWrittenEntry(tx, agency.id, personKey, undefined, today));
    if (!entry) throw new NotFound();
    const found = search
      ? await listStaff(tx, agency.id, {
          search,
          kind: undefined,
          standing: 'all',
          today,
          sort: 'name',
          descending: false,
          limit: peopleFound,
          offset: 0,
        })
      : { members: [] };
    const alternative = meant ? await findStaff(tx, agency.id, meant) : undefined;
    return { ...entry, found: found.members, alternative };
  });
  if (errors) c.status(422);
  const { last } = props;
  const decision = last && { by: last.by, day: dayIn(agency.timeZone, last.at) };
  return c.render(
    <WrittenPersonPage
      {...props}
      agency={agency}
      search={search}
      decision={decision}
      {...(errors ? { errors } : {})}
    />,
  );
}
