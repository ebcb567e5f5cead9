import { type Context, Hono } from 'hono';
import { actingAs } from '../database/acting.ts';
import { attachmentNamed } from '../files/serve-file.ts';
import type { AppEnv } from '../http/environment.ts';
import { parseForm, readForm, sentText, smallBody } from '../http/form.ts';
import { pathId } from '../http/path-id.ts';
import { NotFound } from '../http/refused-request.ts';
import { takeMailAttempts } from '../identity/rate-limit.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { listActionsOf } from './action-item-actions.ts';
import { reasonText, revisionOnly } from './joint-form.ts';
import { listAsked, meetingList } from './joint-list.ts';
import { doors, hrefOf, type JointEnv, jointAct } from './joint-request-routes.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import {
  cancelMeeting,
  findMeeting,
  listCalendar,
  listChanges,
  listMeetings,
  reopenMeeting,
  restoreMeeting,
} from './meeting-actions.ts';
import { meetingCalendar } from './meeting-calendar-content.ts';
import { cancelMeetingContent, meetingListContent, meetingRefusalMessage } from './meeting-content.ts';
import { MeetingListPage } from './meeting-list-page.tsx';
import { MeetingPage } from './meeting-page.tsx';
import { MeetingPrintPage } from './meeting-print-page.tsx';
import { JointReasonPage } from './reason-page.tsx';

/** A calendar is taken in by other programs: what lies further back nobody looks up there. */
const calendarAtMost = 500;

/** Meetings of a partnership, the same for both sides: list, one meeting, calendar files, cancelling and undoing. */
export function meetingRoutes(): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  for (const { path, read, change } of doors) {
    routes.get(`${path}/meetings`, read, async (c) => {
      const { joint, acting, deps } = c.var;
      const asked = listAsked(c.req.query(), meetingList);
      const list = await actingAs(deps.db.app, acting, (tx) => listMeetings(tx, joint.partnership, asked));
      const notice = c.req.query('done');
      return c.render(
        <MeetingListPage place={joint} {...list} asked={asked} href={hrefOf(c)} notice={notice} />,
      );
    });

    routes.get(`${path}/meetings/calendar.ics`, read, async (c) => {
      const { joint, acting, deps } = c.var;
      const meetings = await actingAs(deps.db.app, acting, (tx) =>
        listCalendar(tx, joint.partnership, calendarAtMost),
      );
      return calendarFile(c, meetings, 'meetings.ics');
    });

    routes.get(`${path}/meetings/:meeting`, read, (c) => showMeeting(c));

    routes.get(`${path}/meetings/:meeting/calendar.ics`, read, async (c) => {
      const meeting = await meetingAt(c);
      return calendarFile(c, [meeting], `meeting-${meeting.day}.ics`);
    });

    routes.get(`${path}/meetings/:meeting/print`, read, async (c) => {
      const { joint, acting, deps } = c.var;
      const meeting = await meetingAt(c);
      const actions = await actingAs(deps.db.app, acting, (tx) =>
        listActionsOf(tx, joint.partnership, meeting.id),
      );
      return c.render(<MeetingPrintPage place={joint} meeting={meeting} actions={actions} />);
    });

    routes.get(`${path}/meetings/:meeting/cancel`, change, async (c) => {
      const meeting = await meetingAt(c);
      if (meeting.state.is !== 'planned') return c.redirect(meetingPath(c, meeting.id), 303);
      return c.render(cancelPage(c, meeting, meeting.revision, ''));
    });

    routes.post(`${path}/meetings/:meeting/cancel`, change, smallBody, async (c) => {
      const { acting, deps, viewer } = c.var;
      const meeting = await meetingAt(c);
      const sent = await readForm(c);
      const form = parseForm(reasonText(cancelMeetingContent.error), sent);
      if (!form.ok) {
        c.status(422);
        const shown = Number(sentText(sent, 'revision'));
        return c.render(cancelPage(c, meeting, shown, sentText(sent, 'reason'), form.errors));
      }
      await takeMailAttempts(deps.db.app, viewer.person);
      const outcome = await actingAs(deps.db.app, acting, (tx) =>
        cancelMeeting(tx, jointAct(c), meeting.id, form.value),
      );
      if (!outcome.ok)
        return showMeeting(c, { form: meetingRefusalMessage(outcome.refusal) }, form.value.reason);
      deps.mailPosted();
      return c.redirect(`${meetingPath(c, meeting.id)}?done=meeting-cancelled`, 303);
    });

    for (const [does, act, done] of [
      ['restore', restoreMeeting, 'meeting-restored'],
      ['reopen', reopenMeeting, 'meeting-reopened'],
    ] as const) {
      routes.post(`${path}/meetings/:meeting/${does}`, change, smallBody, async (c) => {
        const { acting, deps, viewer } = c.var;
        const id = pathId<MeetingId>(c, 'meeting');
        const { revision } = revisionOnly.parse(await readForm(c));
        await takeMailAttempts(deps.db.app, viewer.person);
        const outcome = await actingAs(deps.db.app, acting, (tx) => act(tx, jointAct(c), id, revision));
        if (!outcome.ok) return showMeeting(c, { form: meetingRefusalMessage(outcome.refusal) });
        deps.mailPosted();
        return c.redirect(`${meetingPath(c, id)}?done=${done}`, 303);
      });
    }
  }
  return routes;
}

/** The meeting that the address names, if it is one of this partnership. */
export async function meetingAt(c: Context<JointEnv>): Promise<Meeting> {
  const { joint, acting, deps } = c.var;
  const id = pathId<MeetingId>(c, 'meeting');
  const meeting = await actingAs(deps.db.app, acting, (tx) => findMeeting(tx, joint.partnership, id));
  if (!meeting) throw new NotFound();
  return meeting;
}

export function meetingPath(c: Context<JointEnv>, id: MeetingId): string {
  return `${c.var.joint.base}/meetings/${id}`;
}

/** The meeting as it is now, with why an act was refused. */
export async function showMeeting(c: Context<JointEnv>, errors?: FormErrors, typed?: string) {
  const { joint, acting, deps } = c.var;
  const meeting = await meetingAt(c);
  const { actions, changes } = await actingAs(deps.db.app, acting, async (tx) => ({
    actions: await listActionsOf(tx, joint.partnership, meeting.id),
    changes: await listChanges(tx, joint.partnership, meeting.id),
  }));
  if (errors) c.status(422);
  const notice = errors ? undefined : c.req.query('done');
  return c.render(<MeetingPage place={joint} {...{ meeting, actions, changes, notice, errors, typed }} />);
}

function cancelPage(
  c: Context<JointEnv>,
  meeting: Meeting,
  revision: number,
  reason: string,
  errors?: FormErrors,
) {
  const { joint } = c.var;
  const here = meetingPath(c, meeting.id);
  return (
    <JointReasonPage
      place={joint}
      section="meetings"
      trail={[
        { label: meetingListContent.title, href: `${joint.base}/meetings` },
        { label: meeting.title, href: here },
      ]}
      words={cancelMeetingContent}
      action={`${here}/cancel`}
      back={here}
      revision={revision}
      reason={reason}
      errors={errors}
    />
  );
}

function calendarFile(c: Context<JointEnv>, meetings: readonly Meeting[], name: string): Response {
  const { joint, deps } = c.var;
  const file = meetingCalendar(meetings, { ...joint, siteUrl: deps.config.siteUrl });
  return c.body(file, 200, {
    'content-type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'content-disposition': attachmentNamed(name),
    'cache-control': 'private, no-store',
  });
}
