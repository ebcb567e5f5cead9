import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import type { AppEnv } from '../http/environment.ts';
import { readForm, sentText, smallBody } from '../http/form.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import type { ConflictField } from '../uswds/edit-conflict.tsx';
import type { FormErrors } from '../uswds/form-errors.ts';
import { isShared } from './joint-place.ts';
import { doors, type JointEnv, jointAct } from './joint-request-routes.ts';
import { canBeHeld, type Meeting, meetingFields, planFields } from './meeting.ts';
import { changeMeeting, holdMeeting, planMeeting } from './meeting-actions.ts';
import { meetingFieldLabel, meetingRefusalMessage } from './meeting-content.ts';
import {
  type MeetingFormKind,
  newMeeting,
  readMeetingForm,
  type TypedMeeting,
  typedFromMeeting,
  typedFromSent,
} from './meeting-form.ts';
import { MeetingFormPage } from './meeting-form-page.tsx';
import { meetingAt, meetingPath, showMeeting } from './meeting-routes.tsx';

/** The forms of a meeting: planning it, changing it, and writing down what came of it. */
export function meetingFormRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, change } of doors) {
    routes.get(`${path}/meetings/new`, change, (c) => {
      if (!isShared(c.var.joint.partnership)) return c.redirect(`${c.var.joint.base}/meetings`, 303);
      return c.render(planPage(c, newMeeting));
    });

    routes.post(`${path}/meetings/new`, change, smallBody, async (c) => {
      const { joint, acting, deps, viewer } = c.var;
      const sent = await readForm(c);
      const typed = typedFromSent(sent);
      const form = readMeetingForm(sent, 'plan', joint.partnership, { minutes: '', attendees: [] });
      if (!form.ok) {
        c.status(422);
        return c.render(planPage(c, typed, form.errors));
      }
      await takeMailAttempts(deps.db.app, viewer.person);
      const { content } = form.value;
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        planMeeting(tx, jointAct(c), content, joint.today),
      );
      if (!outcome.ok) {
        c.status(422);
        return c.render(planPage(c, typed, { form: meetingRefusalMessage(outcome.refusal) }));
      }
      deps.mailPosted();
      const done = content.day < joint.today ? 'meeting-entered' : 'meeting-planned';
      return c.redirect(`${meetingPath(c, outcome.value)}?done=${done}`, 303);
    });

    for (const does of ['edit', 'hold'] as const) {
      routes.get(`${path}/meetings/:meeting/${does}`, change, async (c) => {
        const meeting = await meetingAt(c);
        const { day, state } = meeting;
        if (does === 'hold' && state.is === 'planned' && day > c.var.joint.today)
          return showMeeting(c, { form: meetingRefusalMessage({ code: 'meeting-ahead', day }) });
        if (!isOpenFor(does, meeting, c)) return c.redirect(meetingPath(c, meeting.id), 303);
        return c.render(changePage(c, does, meeting, { typed: typedFromMeeting(meeting) }));
      });

      routes.post(`${path}/meetings/:meeting/${does}`, change, smallBody, async (c) => {
        const { joint, acting, deps, viewer } = c.var;
        const meeting = await meetingAt(c);
        const sent = await readForm(c);
        const typed = typedFromSent(sent);
        const form = readMeetingForm(sent, kindOf(does, meeting), joint.partnership, meeting);
        if (!form.ok) {
          c.status(422);
          const revision = Number(sentText(sent, 'revision'));
          return c.render(changePage(c, does, { ...meeting, revision }, { typed, errors: form.errors }));
        }
        await takeMailAttempts(deps.db.app, viewer.person);
        const saved = { ...form.value, today: joint.today };
        const outcome = await actingAs(deps.db.app, acting, (tx) =>
          (does === 'hold' ? holdMeeting : changeMeeting)(tx, jointAct(c), meeting.id, saved),
        );
        if (outcome.ok) {
          deps.mailPosted();
          const done = does === 'hold' ? 'meeting-held' : 'meeting-changed';
          return c.redirect(`${meetingPath(c, meeting.id)}?done=${done}`, 303);
        }
        const { refusal } = outcome;
        if (refusal.code === 'meeting-ahead') {
          c.status(422);
          const errors = { day: meetingRefusalMessage(refusal) };
          return c.render(changePage(c, does, meeting, { typed, errors }));
        }
        if (refusal.code !== 'meeting-changed' || !isOpenFor(does, refusal.now, c))
          return showMeeting(c, { form: meetingRefusalMessage(refusal) });
        const yours = typedFromMeeting(form.value.content);
        const conflict = conflictOf(c, does, yours, refusal.now);
        // The same was saved already, by a second click or by somebody who wrote the very same.
        if (conflict.length === 0)
          return c.redirect(`${meetingPath(c, meeting.id)}?done=meeting-changed`, 303);
        c.status(422);
        return c.render(changePage(c, does, refusal.now, { typed, conflict }));
      });
    }
  }
  return routes;
}

function isOpenFor(does: 'edit' | 'hold', meeting: Meeting, c: Context<JointEnv>): boolean {
  return does === 'hold' ? canBeHeld(meeting, c.var.joint.today) : meeting.state.is !== 'cancelled';
}

function kindOf(does: 'edit' | 'hold', { state }: Meeting): MeetingFormKind {
  return does === 'hold' || state.is === 'held' ? 'record' : 'plan';
}

/** Compared as they are understood: “9 am” and “9:00 AM” are the same. */
function conflictOf(
  c: Context<JointEnv>,
  does: 'edit' | 'hold',
  yours: TypedMeeting,
  now: Meeting,
): readonly ConflictField[] {
  const { agency, partner } = c.var.joint.partnership;
  const kept = typedFromMeeting(now);
  const asked = kindOf(does, now) === 'record' ? meetingFields : planFields;
  return asked
    .filter((field) => yours[field] !== kept[field])
    .map((field) => ({
      label: meetingFieldLabel(field, { agency: agency.name, partner: partner.name }),
      yours: yours[field],
      now: kept[field],
    }));
}

function planPage(c: Context<JointEnv>, typed: TypedMeeting, errors?: FormErrors) {
  return (
    <MeetingFormPage
      place={c.var.joint}
      does="plan"
      kind="plan"
      meeting={undefined}
      revision={0}
      typed={typed}
      errors={errors}
    />
  );
}

function changePage(
  c: Context<JointEnv>,
  does: 'edit' | 'hold',
  meeting: Meeting,
  shown: {
    readonly typed: TypedMeeting;
    readonly errors?: FormErrors;
    readonly conflict?: readonly ConflictField[];
  },
) {
  return (
    <MeetingFormPage
      place={c.var.joint}
      does={does}
      kind={kindOf(does, meeting)}
      meeting={meeting}
      revision={meeting.revision}
      {...shown}
    />
  );
}
