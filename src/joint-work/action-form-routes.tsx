import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { longDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { ActionFormPage } from './action-form-page.tsx';
import { type ActionItem, type ActionItemContent, changedActionFields } from './action-item.ts';
import { addAction, changeAction } from './action-item-actions.ts';
import { actionFieldLabels, actionRefusalMessage } from './action-item-content.ts';
import { actionForm, type TypedAction, typedAction, typedActionFromSent } from './action-item-form.ts';
import { actionAt, actionPath, showAction } from './action-routes.tsx';
import { isShared, sideName } from './joint-place.ts';
import { doors, type JointEnv, jointAct } from './joint-request-routes.ts';
import { findMeeting } from './meeting-actions.ts';

const empty: TypedAction = { what: '', ownerSide: '', ownerName: '', dueOn: '', meeting: '' };

/** The forms of an action: adding it, alone or as decided at a meeting, and changing it. */
export function actionFormRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, change } of doors) {
    routes.get(`${path}/actions/new`, change, async (c) => {
      if (!isShared(c.var.joint.partnership)) return c.redirect(`${c.var.joint.base}/actions`, 303);
      return newPage(c, { ...empty, meeting: c.req.query('meeting') ?? '' });
    });

    routes.post(`${path}/actions/new`, change, smallBody, async (c) => {
      const { joint, acting, deps } = c.var;
      const sent = await readForm(c);
      const typed = typedActionFromSent(sent);
      const form = parseForm(actionForm, sent);
      if (!form.ok) return newPage(c, typed, form.errors);
      const { content, meeting } = form.value;
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        addAction(tx, jointAct(c), content, meeting),
      );
      if (!outcome.ok) return newPage(c, typed, { form: actionRefusalMessage(outcome.refusal) });
      const back = meeting ? `meetings/${meeting}` : 'actions';
      return c.redirect(`${joint.base}/${back}?done=action-added`, 303);
    });

    routes.get(`${path}/actions/:action/edit`, change, async (c) => {
      const action = await actionAt(c);
      if (!isShared(c.var.joint.partnership)) return c.redirect(actionPath(c, action.id), 303);
      return c.render(changePage(c, action, { typed: typedAction(action) }));
    });

    routes.post(`${path}/actions/:action/edit`, change, smallBody, async (c) => {
      const { acting, deps } = c.var;
      const action = await actionAt(c);
      const sent = await readForm(c);
      const typed = typedActionFromSent(sent);
      const form = parseForm(actionForm, sent);
      if (!form.ok) {
        c.status(422);
        const revision = Number(sentText(sent, 'revision'));
        return c.render(changePage(c, { ...action, revision }, { typed, errors: form.errors }));
      }
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        changeAction(tx, jointAct(c), action.id, form.value),
      );
      if (outcome.ok) return c.redirect(`${actionPath(c, action.id)}?done=action-changed`, 303);
      const { refusal } = outcome;
      if (refusal.code !== 'action-changed') return showAction(c, { form: actionRefusalMessage(refusal) });
      const conflict = conflictOf(c, form.value.content, refusal.now);
      // The same was saved already, by a second click or by somebody who wrote the very same.
      if (conflict.length === 0) return c.redirect(`${actionPath(c, action.id)}?done=action-changed`, 303);
      c.status(422);
      return c.render(changePage(c, refusal.now, { typed, conflict }));
    });
  }
  return routes;
}

function conflictOf(
  c: Context<JointEnv>,
  yours: ActionItemContent,
  now: ActionItemContent,
): readonly ConflictField[] {
  const words = (of: ActionItemContent) => ({
    ...of,
    ownerSide: sideName(c.var.joint.partnership, of.ownerSide),
    dueOn: longDate(of.dueOn),
  });
  return changedActionFields(yours, now).map((field) => ({
    label: actionFieldLabels[field],
    yours: words(yours)[field],
    now: words(now)[field],
  }));
}

async function newPage(c: Context<JointEnv>, typed: TypedAction, errors?: FormErrors) {
  const { joint, acting, deps } = c.var;
  const id = z.uuid().safeParse(typed.meeting).data;
  const meeting = id && (await actingAs(deps.db.app, acting, (tx) => findMeeting(tx, joint.partnership, id)));
  if (errors) c.status(422);
  return c.render(
    <ActionFormPage
      place={joint}
      action={undefined}
      revision={0}
      typed={{ ...typed, meeting: meeting ? meeting.id : '' }}
      meeting={meeting ? `${meeting.title}, ${longDate(meeting.day)}` : undefined}
      errors={errors}
    />,
  );
}

function changePage(
  c: Context<JointEnv>,
  action: ActionItem,
  shown: {
    readonly typed: TypedAction;
    readonly errors?: FormErrors;
    readonly conflict?: readonly ConflictField[];
  },
) {
  return <ActionFormPage place={c.var.joint} action={action} revision={action.revision} {...shown} />;
}
