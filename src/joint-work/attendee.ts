import type { Side } from '../partnership/partnership.ts';
import { oneLine } from '../question/plain-text.ts';

/** Somebody who came to a meeting, as it was typed: a name, a role, and nothing else about the person. */
export interface Attendee {
  readonly side: Side;
  readonly name: string;
  /** Empty when none was given. */
  readonly role: string;
}

/** Reads who came, one person a line: `Dana Birch, sergeant`. Empty lines are passed over. */
export function attendeesFrom(side: Side, text: string): readonly Attendee[] {
  return text
    .split('\n')
    .map(oneLine)
    .filter(Boolean)
    .map((line) => {
      const [name = '', ...role] = line.split(/\s*[,;–—]\s+|\s+-\s+|\t/);
      return { side, name: name.trim(), role: role.join(', ').trim() };
    });
}

/** The same people as lines again. */
export function attendeeLines(attendees: readonly Attendee[], side: Side): string {
  return attendees
    .filter((attendee) => attendee.side === side)
    .map(({ name, role }) => (role === '' ? name : `${name}, ${role}`))
    .join('\n');
}

/** An email address, or a phone, social security or other number of somebody: names and roles hold none. */
const personalData = /@|\d[\d\s().-]{5,}\d/;

export function holdsPersonalData(text: string): boolean {
  return personalData.test(text);
}
