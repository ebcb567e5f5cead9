import { longDate } from '../calendar/calendar-date.ts';
import type { SignInSheetFacts } from '../documents/document-facts.ts';
import { filedName } from '../person-name/person-name.ts';
import { shownTime } from './class-day.ts';
import { type ClassSession, providerOf, takesPart } from './class-session.ts';
import { numberOf, type Seat } from './seat.ts';

/** Room for people without a seat: the seats still free, and never fewer than this. */
const fewestBlankRows = 5;
const mostBlankRows = 30;

/** One sheet a day, with a numbered row for everybody and some for who comes without a seat. */
export function signInSheetOf(
  agencyName: string,
  session: ClassSession,
  seats: readonly Seat[],
): SignInSheetFacts {
  const people = seats.filter(({ state }) => takesPart(state));
  const free = Math.max(fewestBlankRows, session.seats - people.length);
  return {
    agencyName,
    course: session.course,
    hours: session.hours,
    place: session.place,
    provider: providerOf(session),
    instructors: session.instructors,
    days: session.days.map(({ day, startsAt, endsAt }) => ({
      iso: day,
      long: longDate(day),
      times: `${shownTime(startsAt)} to ${shownTime(endsAt)}`,
    })),
    people: people.map(({ member }) => ({ name: filedName(member.name), number: numberOf(member) })),
    blankRows: Math.min(mostBlankRows, free),
  };
}
