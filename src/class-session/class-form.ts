import { z } from 'zod';
import { type FormFields, type ParsedForm, sentText } from '../http/form.ts';
import type { PartnershipId } from '../partnership/partnership.ts';
import { oneLine } from '../question/plain-text.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { typedDate } from '../uswds/typed-date.ts';
import { type ClassDay, clockHours, inCalendarOrder, typedTime } from './class-day.ts';
import { classFormContent } from './class-form-content.ts';
import type { ClassPlan, ClassSession } from './class-session.ts';
import type { KnownCourse } from './known-course.ts';

const { errors: words } = classFormContent;

/** The most days a class may have; the form shows five and offers more. */
export const mostDays = 20;
export const daysShown = 5;
/** Sent in place of a course's title. */
export const otherCourse = 'other';

/** Reads the form of a class. Every fault is told at its field; hours left empty are those listed with the course. */
export function readClassForm(fields: FormFields, known: readonly KnownCourse[]): ParsedForm<ClassPlan> {
  const errors: Record<string, string> = {};
  const text = (name: string) => oneLine(sentText(fields, name)).trim();
  const need = (name: string, is: boolean, message: string) => {
    if (!is) errors[name] ??= message;
  };
  const chosen = known.find(({ title }) => title === sentText(fields, 'course'));
  const isOther = sentText(fields, 'course') === otherCourse;
  need('course', chosen !== undefined || isOther, words.course);
  const course = isOther ? text('otherCourse') : (chosen?.title ?? '');
  if (isOther) need('otherCourse', course !== '' && course.length <= 300, words.otherCourse);
  const hours = hoursOf(text('hours'), chosen);
  const isLeftOpen = chosen !== undefined && text('hours') === '';
  need('hours', hours !== undefined, isLeftOpen ? words.hoursVary : words.hours);
  const days = daysOf(fields, errors);
  const length = clockHours(days);
  const areLongEnough = hours === undefined || days.length === 0 || hours <= length;
  need('hours', areLongEnough, words.hoursTooMany(Math.floor(length * 100) / 100));
  const place = text('place');
  need('place', place !== '' && place.length <= 200, words.place);
  const seats = /^\d{1,4}$/.test(text('seats')) ? Number(text('seats')) : 0;
  need('seats', seats >= 1 && seats <= 1000, words.seats);
  const instructors = sentText(fields, 'instructors').split('\n').map(oneLine).filter(Boolean);
  const areShort = instructors.length <= 20 && instructors.every((name) => name.length <= 100);
  need('instructors', areShort, words.instructors);
  const provider = text('provider');
  need('provider', provider.length <= 200, words.provider);
  const partnership = z.uuid().safeParse(sentText(fields, 'partnership'));
  if (Object.keys(errors).length > 0 || hours === undefined) return { ok: false, errors: inOrder(errors) };
  return {
    ok: true,
    value: {
      course,
      hours,
      days,
      place,
      seats,
      instructors,
      partnership: partnership.success ? (partnership.data as PartnershipId) : undefined,
      provider,
    },
  };
}

function hoursOf(typed: string, chosen: KnownCourse | undefined): number | undefined {
  const text = typed.replace(',', '.');
  if (text === '') return chosen?.hours;
  return /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) > 0 ? Number(text) : undefined;
}

/** The days that were filled in, in the order of the calendar; a day without times has those of the day above it. */
function daysOf(fields: FormFields, errors: Record<string, string>): readonly ClassDay[] {
  const days: ClassDay[] = [];
  const seen = new Set<string>();
  for (let place = 1; place <= mostDays; place += 1) {
    const typed = sentText(fields, `day-${place}`).trim();
    const times = [sentText(fields, `from-${place}`).trim(), sentText(fields, `to-${place}`).trim()] as const;
    if (typed === '' && times.every((time) => time === '')) continue;
    const before = days.at(-1);
    const day = typedDate(typed);
    const startsAt = times[0] === '' ? before?.startsAt : typedTime(times[0]);
    const endsAt = times[1] === '' ? before?.endsAt : typedTime(times[1]);
    if (!day || day < '2000-01-01' || day > '2100-01-01') errors[`day-${place}`] = words.day;
    else if (seen.has(day)) errors[`day-${place}`] = words.dayTwice;
    if (!startsAt) errors[`from-${place}`] = words.time;
    if (!endsAt) errors[`to-${place}`] = words.time;
    else if (startsAt && endsAt <= startsAt) errors[`to-${place}`] = words.timeOrder;
    if (!day || !startsAt || !endsAt) continue;
    seen.add(day);
    days.push({ day, startsAt, endsAt });
  }
  const isNoneGiven = days.length === 0 && !Object.keys(errors).some((name) => /^(day|from|to)-/.test(name));
  if (isNoneGiven) errors['day-1'] = words.noDay;
  return inCalendarOrder(days);
}

const order = ['course', 'otherCourse', 'hours', 'day', 'from', 'to', 'place', 'seats', 'instructors'];

/** As the fields stand on the page: the summary lists faults in that order. */
function inOrder(errors: FormErrors): FormErrors {
  const placeOf = (name: string) => {
    const [field = '', day = '0'] = name.split('-');
    const isDay = ['day', 'from', 'to'].includes(field);
    return (isDay ? 3 : order.indexOf(field)) * 1000 + Number(day) * 10 + (isDay ? order.indexOf(field) : 0);
  };
  return Object.fromEntries(Object.entries(errors).sort(([one], [other]) => placeOf(one) - placeOf(other)));
}

/** The values of the form as they were sent, to show it again. */
export function sentClass(fields: FormFields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(fields).map((name) => [name, sentText(fields, name)]));
}

/** The values of the form for a class that is here. */
export function valuesOfClass(
  session: ClassSession,
  known: readonly KnownCourse[],
): Readonly<Record<string, string>> {
  const isKnown = known.some(({ title }) => title === session.course);
  return {
    course: isKnown ? session.course : otherCourse,
    otherCourse: isKnown ? '' : session.course,
    hours: String(session.hours),
    place: session.place,
    seats: String(session.seats),
    instructors: session.instructors.join('\n'),
    partnership: session.partnership ?? '',
    provider: session.provider,
    ...Object.fromEntries(
      session.days.flatMap(({ day, startsAt, endsAt }, index) => [
        [`day-${index + 1}`, day],
        [`from-${index + 1}`, startsAt],
        [`to-${index + 1}`, endsAt],
      ]),
    ),
  };
}

/** Why something is cancelled or opened again. */
export const reasonForm = z.object({
  reason: z
    .string({ error: words.reason })
    .transform(oneLine)
    .pipe(z.string().trim().min(1, words.reason).max(500, words.reason)),
});
