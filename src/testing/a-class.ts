import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { ClassPlan, ClassSessionId } from '../class-session/class-session.ts';
import { scheduleClass } from '../class-session/schedule-actions.ts';
import { parseFullName } from '../person-name/person-name.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import type { StaffFactSheet, StaffId } from '../roster/staff-member.ts';
import type { AgencyForTests } from './an-agency.ts';

/** A day of a class from 8 to 5. */
export function aDay(day: string) {
  return { day: day as CalendarDate, startsAt: '08:00', endsAt: '17:00' };
}

/** First aid on one day, with room for two. */
export function aClassPlan(changes: Partial<ClassPlan> = {}): ClassPlan {
  return {
    course: 'Mental Health First Aid for Public Safety',
    hours: 8,
    days: [aDay('2026-06-10')],
    place: 'Elm County Training Center',
    seats: 2,
    instructors: ['Harriet Solano'],
    partnership: undefined,
    provider: 'Elm County Mental Health Center',
    ...changes,
  };
}

export async function aClass(
  agency: AgencyForTests,
  changes: Partial<ClassPlan> = {},
): Promise<ClassSessionId> {
  const outcome = await agency.as((tx) =>
    scheduleClass(tx, agency.agency.id, aClassPlan(changes), agency.coordinator.id),
  );
  if (!outcome.ok) throw new Error(`The class was refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** Somebody sworn on the roster, by a name as rosters write it. */
export function aStaffMember(
  agency: AgencyForTests,
  name: string,
  facts: Partial<StaffFactSheet> = {},
): Promise<StaffId> {
  const parsed = parseFullName(name);
  if (!parsed) throw new Error(`${name} names nobody.`);
  return agency.as((tx) =>
    addStaffMember(tx, agency.agency.id, {
      name: parsed,
      employeeNumber: '',
      badge: '',
      kind: 'sworn',
      rank: 'Officer',
      unit: 'Patrol',
      shift: '',
      email: '',
      ...facts,
    }),
  );
}
