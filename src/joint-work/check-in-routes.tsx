import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { type CheckInAnswer, checkInQuestions } from './check-in.ts';
import { answerCheckIn, checkInsFor } from './check-in-actions.ts';
import {
  checkInRefusalMessage,
  checkInContent as content,
  questionTexts,
  ratingLabels,
} from './check-in-content.ts';
import { checkInForm, type TypedCheckIn, typedCheckIn, typedCheckInFromSent } from './check-in-form.ts';
import { CheckInFormPage } from './check-in-form-page.tsx';
import { CheckInPage } from './check-in-page.tsx';
import { halfYearOf } from './half-year.ts';
import { isShared } from './joint-place.ts';
import { doors, type JointEnv, jointAct } from './joint-request-routes.ts';

/** “How is it going?”: each side answers twice a year, and reads both. */
export function checkInRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, read, change } of doors) {
    routes.get(`${path}/check-ins`, read, async (c) => {
      const pairs = await pairsOf(c);
      return c.render(<CheckInPage place={c.var.joint} pairs={pairs} notice={c.req.query('done')} />);
    });

    routes.get(`${path}/check-ins/answer`, change, async (c) => {
      if (!isShared(c.var.joint.partnership)) return c.redirect(`${c.var.joint.base}/check-ins`, 303);
      const own = (await pairsOf(c))[0]?.own;
      return c.render(formPage(c, { revision: own?.revision ?? 0, typed: typedCheckIn(own) }));
    });

    routes.post(`${path}/check-ins/answer`, change, smallBody, async (c) => {
      const { joint, acting, deps } = c.var;
      const sent = await readForm(c);
      const typed = typedCheckInFromSent(sent);
      const form = parseForm(checkInForm, sent);
      if (!form.ok) {
        c.status(422);
        const revision = Number(sentText(sent, 'revision'));
        return c.render(formPage(c, { revision, typed, errors: form.errors }));
      }
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        answerCheckIn(tx, jointAct(c), { ...form.value, today: joint.today }),
      );
      const done = (what: 'answered' | 'changed') =>
        c.redirect(`${joint.base}/check-ins?done=check-in-${what}`, 303);
      if (outcome.ok) return done(outcome.value);
      const { refusal } = outcome;
      if (refusal.code !== 'check-in-changed') {
        c.status(422);
        const errors = { form: checkInRefusalMessage(refusal) };
        return c.render(formPage(c, { revision: 0, typed, errors }));
      }
      const conflict = conflictOf(form.value.answer, refusal.now);
      // The same was saved already, by a second click or by a colleague who answered the very same.
      if (conflict.length === 0) return done('answered');
      c.status(422);
      return c.render(formPage(c, { revision: refusal.now.revision, typed, conflict }));
    });
  }
  return routes;
}

function pairsOf(c: Context<JointEnv>) {
  const { joint, acting, deps } = c.var;
  return actingAs(deps.db.app, acting, (tx) => checkInsFor(tx, joint.partnership, joint.side, joint.today));
}

function conflictOf(yours: CheckInAnswer, now: CheckInAnswer): readonly ConflictField[] {
  const words = (answer: CheckInAnswer) => [
    ...checkInQuestions.map((question) => ({
      label: questionTexts[question],
      text: ratingLabels[answer.ratings[question]],
    })),
    { label: content.liaisonQuestion, text: answer.isLiaisonInPlace ? content.yes : content.no },
    { label: content.goingWell, text: answer.goingWell },
    { label: content.wouldHelp, text: answer.wouldHelp },
  ];
  const kept = words(now);
  return words(yours).flatMap(({ label, text }, place) => {
    const other = kept[place]?.text ?? '';
    return text === other ? [] : [{ label, yours: text, now: other }];
  });
}

function formPage(
  c: Context<JointEnv>,
  shown: {
    readonly revision: number;
    readonly typed: TypedCheckIn;
    readonly conflict?: readonly ConflictField[];
    readonly errors?: FormErrors;
  },
) {
  const { joint } = c.var;
  return <CheckInFormPage place={joint} half={halfYearOf(joint.today)} {...shown} />;
}
