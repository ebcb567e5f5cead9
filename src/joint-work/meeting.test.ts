import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import {
  canBeHeld,
  changedMeetingFields,
  isMoved,
  type MeetingContent,
  type MeetingState,
} from './meeting.ts';

const meeting: MeetingContent = {
  title: 'Quarterly meeting',
  day: '2026-03-05' as CalendarDate,
  startsAt: '09:00',
  endsAt: '10:00',
  place: 'Station 1',
  link: '',
  agenda: 'Hard calls',
  minutes: '',
  attendees: [],
};

describe('a change of a meeting', () => {
  it.each<[string, Partial<MeetingContent>, readonly string[], boolean]>([
    ['nothing', {}, [], false],
    ['the agenda', { agenda: 'Hard calls, training' }, ['agenda'], false],
    ['the day', { day: '2026-03-06' as CalendarDate }, ['day'], true],
    ['its end', { endsAt: '11:00' }, ['endsAt'], true],
    ['the link', { link: 'https://meet.test/1' }, ['link'], true],
    [
      'who came',
      { attendees: [{ side: 'partner', name: 'Lee Oak', role: '' }] },
      ['partnerAttendees'],
      false,
    ],
  ])(
    'of %s names it, and moves the meeting only where people would go wrong',
    (_what, change, fields, moved) => {
      const changed = changedMeetingFields(meeting, { ...meeting, ...change });
      expect(changed).toEqual(fields);
      expect(isMoved(changed)).toBe(moved);
    },
  );
});

describe('what came of a meeting', () => {
  it.each<[string, MeetingState, boolean]>([
    ['2026-03-04', { is: 'planned' }, false],
    ['2026-03-05', { is: 'planned' }, true],
    ['2026-03-06', { is: 'planned' }, true],
    ['2026-03-06', { is: 'held' }, false],
    ['2026-03-06', { is: 'cancelled', reason: 'Snow' }, false],
  ])('can be written on %s of a %o one of March 5: %s', (today, state, can) => {
    expect(canBeHeld({ state, day: meeting.day }, today as CalendarDate)).toBe(can);
  });
});
