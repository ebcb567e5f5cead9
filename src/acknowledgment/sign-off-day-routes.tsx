import { Hono } from 'hono';
import { z } from 'zod';
import { dayIn } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import { type ImportContext, importPath, openImport } from '../file-import/import-context-routes.ts';
import type { ImportDesk } from '../file-import/import-desk.tsx';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import { firstDayOf } from '../policy/policy-life.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { mayKeepAcknowledgments } from './acknowledgment-access.ts';
import { askedVersion } from './acknowledgment-actions.ts';
import { dayDoubts, doubtOfDay, type SettledDay, type SigningDays, withSettled } from './sign-off-day.ts';
import { dayField, SignOffDaysPage } from './sign-off-day-page.tsx';
import type { SignOffImport, SignOffTypes } from './sign-off-import.ts';
import { countDoubtfulDays } from './sign-off-import-actions.ts';
import { signOffWords } from './sign-off-import-content.ts';
import { settleImportedList } from './sign-off-late-actions.ts';
import { isOpenToSettle, isSettledLate, planAnew } from './sign-off-settling-routes.ts';

const form = z.object({ doubt: z.enum(dayDoubts), what: z.enum(['leave-out', 'day', 'undo']) });

/** The days of a list that can't be right, settled for all lines of one kind at once. */
export function signOffDayRoutes(desk: ImportDesk<SignOffTypes>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/policy/acknowledgments/import/:id/days';

  routes.get(path, mayKeepAcknowledgments, async (c) => {
    const found = await openImport(c, desk);
    const isShown = await isOpenToSettle(c, found);
    return isShown ? answer(c, desk, found) : c.redirect(importPath(c, desk, found.id), 303);
  });

  routes.post(path, mayKeepAcknowledgments, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const found = await openImport(c, desk);
    const here = importPath(c, desk, found.id);
    const fields = await readForm(c);
    const sent = form.safeParse({ doubt: sentText(fields, 'doubt'), what: sentText(fields, 'what') });
    const isLate = await isSettledLate(c, found);
    if ((found.state !== 'planned' && !isLate) || !sent.success) return c.redirect(here, 303);
    const { doubt, what } = sent.data;
    // Lines that were recorded are corrected one by one.
    if (isLate && what === 'undo') return c.redirect(`${here}/days`, 303);
    const name = dayField(doubt);
    const value = sentText(fields, name);
    const bounds = await boundsOf(c);
    const settled = what === 'day' ? dayTyped(value, bounds) : what === 'leave-out' ? leftOut : undefined;
    if (what === 'day' && !settled) {
      const error = signOffWords.days.dayError(bounds.firstDay, bounds.today);
      return answer(c, desk, found, { typed: { [name]: value }, errors: { [name]: error } });
    }
    if (isLate && settled) {
      const act = { ...agencyAct(c.var), timeZone: c.var.agency.timeZone };
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        settleImportedList(tx, act, found.id, { is: 'days', doubt, settled }),
      );
      return c.redirect(outcome.ok ? `${here}/days?done=settled` : here, 303);
    }
    const facts = { ...found.facts, days: withSettled(found.facts.days, doubt, settled) };
    const done = what === 'undo' ? 'undone' : 'settled';
    return c.redirect((await planAnew(c, desk, found, facts)) ? `${here}/days?done=${done}` : here, 303);
  });

  return routes;
}

const leftOut: SettledDay = { is: 'left-out' };

function dayTyped(text: string, bounds: SigningDays): SettledDay | undefined {
  const day = typedDate(text.trim());
  return day && !doubtOfDay(day, bounds) ? { is: 'day', day } : undefined;
}

async function boundsOf(c: ImportContext): Promise<SigningDays> {
  const { agency, acting, deps } = c.var;
  const today = dayIn(agency.timeZone, deps.now());
  const asked = await actingAs(deps.db.app, acting, (tx) => askedVersion(tx, agency.id, today));
  return { today, firstDay: asked && firstDayOf(asked.policy) };
}

async function answer(
  c: ImportContext,
  desk: ImportDesk<SignOffTypes>,
  found: SignOffImport,
  again?: { readonly typed: Readonly<Record<string, string>>; readonly errors: FormErrors },
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const counted = await actingAs(deps.db.app, acting, (tx) => countDoubtfulDays(tx, agency.id, found.id));
  const { done: noticeOfSettled, undone } = signOffWords.days;
  const notices: Readonly<Record<string, string>> = { settled: noticeOfSettled, undone };
  if (again) c.status(422);
  return c.render(
    <SignOffDaysPage
      {...(await boundsOf(c))}
      agency={agency}
      path={importPath(c, desk, found.id)}
      counted={counted}
      settled={found.facts.days ?? {}}
      typed={again?.typed ?? {}}
      notice={notices[c.req.query('done') ?? '']}
      errors={again?.errors}
    />,
  );
}
