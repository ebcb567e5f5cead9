import { z } from 'zod';
import { shownTime, typedTime } from '../class-session/class-day.ts';
import { type FormFields, type ParsedForm, parseForm, sentText } from '../http/form.ts';
import type { Partnership } from '../partnership/partnership.ts';
import { type Attendee, attendeesFrom } from './attendee.ts';
import { day, line, longText, namesOnly, optionalLine, revision } from './joint-form.ts';
import { type MeetingContent, type MeetingField, meetingFields, meetingTexts } from './meeting.ts';
import { meetingFormContent } from './meeting-content.ts';
import { typedEnd } from './typed-end.ts';

const { errors } = meetingFormContent;

/** Which questions the form asks: a plan alone, or also what came of it. */
export type MeetingFormKind = 'plan' | 'record';

function time(message: string) {
  return z.string(message).transform((text, context) => {
    const read = typedTime(text);
    if (read !== undefined) return read;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

const attendees = namesOnly(errors.attendees, errors.personal, 5_000);

const fields = z.object({
  revision,
  agencyAttendees: attendees,
  partnerAttendees: attendees,
  minutes: longText(errors.minutes, 30_000),
  title: line(errors.title, 200),
  day: day(errors.day),
  startsAt: time(errors.startsAt),
  endsAt: time(errors.endsAt),
  place: optionalLine(errors.place, 300),
  link: optionalLine(errors.link, 500).refine(
    (text) => text === '' || z.url({ protocol: /^https?$/ }).safeParse(text).success,
    errors.link,
  ),
  agenda: longText(errors.agenda, 10_000),
});

/** Looks at two fields together also when others are wrong, so that every error is told at once. */
const always = { when: () => true };

const meetingForm = fields
  .refine(({ startsAt, endsAt }) => !startsAt || !endsAt || endsAt > startsAt, {
    ...always,
    path: ['endsAt'],
    error: ({ input }) => orderError(input),
  })
  .refine(({ place, link }) => place !== '' || link !== '', {
    ...always,
    path: ['place'],
    error: errors.where,
  });

function orderError(read: unknown): string {
  const times = z.object({ startsAt: z.string(), endsAt: z.string() }).parse(read);
  return errors.order(shownTime(times.startsAt), shownTime(times.endsAt));
}

export interface SentMeeting {
  readonly revision: number;
  readonly content: MeetingContent;
}

/** Reads the form. Without the questions of the record, what was recorded before stays. */
export function readMeetingForm(
  sent: FormFields,
  kind: MeetingFormKind,
  { agency, partner }: Pick<Partnership, 'agency' | 'partner'>,
  before: Pick<MeetingContent, 'minutes' | 'attendees'>,
): ParsedForm<SentMeeting> {
  const asked =
    kind === 'plan'
      ? meetingForm
      : meetingForm
          .refine((form) => (form.agencyAttendees ?? '') !== '', {
            ...always,
            path: ['agencyAttendees'],
            error: errors.agencyAttendees(agency.name),
          })
          .refine((form) => (form.partnerAttendees ?? '') !== '', {
            ...always,
            path: ['partnerAttendees'],
            error: errors.partnerAttendees(partner.name),
          });
  const end = typedEnd(sentText(sent, 'startsAt'), sentText(sent, 'endsAt'));
  const parsed = parseForm(asked, end ? { ...sent, endsAt: end } : sent);
  if (!parsed.ok) return { ok: false, errors: inOrderAsked(parsed.errors, kind) };
  const { revision: shown, agencyAttendees, partnerAttendees, minutes, ...plan } = parsed.value;
  const record = {
    minutes,
    attendees: [
      ...attendeesFrom('agency', agencyAttendees),
      ...attendeesFrom('partner', partnerAttendees),
    ] satisfies readonly Attendee[],
  };
  return {
    ok: true,
    value: {
      revision: shown,
      content: { ...plan, ...(kind === 'plan' ? pickRecord(before) : record) },
    },
  };
}

function pickRecord({ minutes, attendees: people }: Pick<MeetingContent, 'minutes' | 'attendees'>) {
  return { minutes, attendees: people };
}

/** From top to bottom of the page. */
function inOrderAsked(found: Readonly<Record<string, string>>, kind: MeetingFormKind) {
  const order: readonly string[] =
    kind === 'plan' ? meetingFields : ['agencyAttendees', 'partnerAttendees', 'minutes', ...meetingFields];
  return Object.fromEntries(
    Object.entries(found).toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other)),
  );
}

/** The fields as texts to show again. */
export type TypedMeeting = Readonly<Record<MeetingField, string>>;

export function typedFromSent(sent: FormFields): TypedMeeting {
  return {
    title: sentText(sent, 'title'),
    day: sentText(sent, 'day'),
    startsAt: sentText(sent, 'startsAt'),
    endsAt: sentText(sent, 'endsAt'),
    place: sentText(sent, 'place'),
    link: sentText(sent, 'link'),
    agenda: sentText(sent, 'agenda'),
    minutes: sentText(sent, 'minutes'),
    agencyAttendees: sentText(sent, 'agencyAttendees'),
    partnerAttendees: sentText(sent, 'partnerAttendees'),
  };
}

/** A meeting as its form shows it: times as people read them. */
export function typedFromMeeting(meeting: MeetingContent): TypedMeeting {
  const texts = meetingTexts(meeting);
  return { ...texts, startsAt: shownTime(texts.startsAt), endsAt: shownTime(texts.endsAt) };
}

export const newMeeting: TypedMeeting = {
  title: meetingFormContent.titleDefault,
  day: '',
  startsAt: '',
  endsAt: '',
  place: '',
  link: '',
  agenda: '',
  minutes: '',
  agencyAttendees: '',
  partnerAttendees: '',
};
