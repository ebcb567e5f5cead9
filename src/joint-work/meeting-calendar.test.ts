import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId } from '../database/acting.ts';
import { anArrangement } from '../testing/a-partnership.ts';
import type { Meeting, MeetingId } from './meeting.ts';
import { meetingCalendar, meetingInvitation } from './meeting-calendar-content.ts';

const partnership = {
  agency: {
    id: 'a' as AgencyId,
    slug: 'elm-fork',
    name: 'Elm Fork Police Department',
    timeZone: 'America/Chicago',
  },
  partner: { id: 'p' as PartnerId, name: 'Harbor Counseling, Inc.', isClaimed: true },
};

const meeting: Meeting = {
  id: '2a5c6c1e-0000-4000-8000-000000000001' as MeetingId,
  title: 'Quarterly meeting',
  day: '2026-07-15' as CalendarDate,
  startsAt: '09:00',
  endsAt: '10:30',
  place: 'Station 1',
  link: '',
  agenda: 'Hard calls',
  minutes: 'Nobody outside reads this.',
  attendees: [{ side: 'partner', name: 'Lee Oak', role: 'director' }],
  state: { is: 'planned' },
  plannedBy: 'agency',
  plannedAt: new Date('2026-06-01T12:00:00Z'),
  changedAt: new Date('2026-06-02T12:00:00Z'),
  revision: 1,
};

const base = '/workspace/elm-fork/partnerships/1';
const fileOf = (...meetings: Meeting[]) =>
  meetingCalendar(meetings, { partnership, base, siteUrl: 'https://onemind.example:8443' });

/** Long lines put together again, as a calendar reads them. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');
const fieldOf = (file: string, name: string) =>
  linesOf(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_all, sign) => (/n/i.test(sign) ? '\n' : sign));

const arrangement = anArrangement({
  agencyContact: { name: 'Casey Coordinator', email: 'casey@agency.test', phone: '' },
  partnerContact: { name: 'Lee Liaison', email: 'lee@partner.test', phone: '' },
});
const mailed = (wanted: Partial<Meeting>) =>
  meetingInvitation(
    { ...meeting, ...wanted },
    {
      partnership: { ...partnership, arrangement },
      base,
      siteUrl: 'https://onemind.example',
      to: 'ash@partner.test',
    },
  );

describe('a meeting that goes with a mail', () => {
  it('asks the reader to it, in the name of the liaison of the side that planned it', () => {
    const { name, type, text } = mailed({ plannedBy: 'partner' });
    expect([name, type]).toEqual(['meeting-2026-07-15.ics', 'text/calendar; charset=utf-8; method=REQUEST']);
    expect(fieldOf(text, 'METHOD')).toBe('REQUEST');
    expect(linesOf(text)).toContain('ORGANIZER;CN="Lee Liaison":mailto:lee@partner.test');
    expect(text.replaceAll('\r\n ', '')).toMatch(/ATTENDEE;[^\r]*RSVP=FALSE[^\r]*:MAILTO:ash@partner\.test/i);
    expect(text).not.toMatch(/Nobody outside|Lee Oak/);
  });

  it('is taken out of the calendar by the same name and a higher number when it is cancelled', () => {
    const asked = mailed({}).text;
    const off = mailed({ state: { is: 'cancelled', reason: 'Snow' }, revision: 2 });
    expect(off.type).toContain('method=CANCEL');
    expect([fieldOf(off.text, 'METHOD'), fieldOf(off.text, 'STATUS')]).toEqual(['CANCEL', 'CANCELLED']);
    expect(fieldOf(off.text, 'UID')).toBe(fieldOf(asked, 'UID'));
    expect([fieldOf(asked, 'SEQUENCE'), fieldOf(off.text, 'SEQUENCE')]).toEqual(['0', '1']);
    expect(linesOf(off.text).filter((line) => line.startsWith('ORGANIZER'))).toEqual(
      linesOf(asked).filter((line) => line.startsWith('ORGANIZER')),
    );
  });
});

describe('a meeting in a calendar file', () => {
  it('stands at the right time, in summer and in winter', () => {
    const summer = fileOf(meeting);
    expect([fieldOf(summer, 'DTSTART'), fieldOf(summer, 'DTEND')]).toEqual([
      '20260715T140000Z',
      '20260715T153000Z',
    ]);
    expect(fieldOf(fileOf({ ...meeting, day: '2026-01-15' as CalendarDate }), 'DTSTART')).toBe(
      '20260115T150000Z',
    );
  });

  it('keeps its name through every change, and says which one is newer', () => {
    const first = fileOf(meeting);
    const later = fileOf({ ...meeting, day: '2026-07-16' as CalendarDate, revision: 4 });
    expect(fieldOf(first, 'UID')).toBe('2a5c6c1e-0000-4000-8000-000000000001@onemind.example:8443');
    expect(fieldOf(later, 'UID')).toBe(fieldOf(first, 'UID'));
    expect([fieldOf(first, 'SEQUENCE'), fieldOf(later, 'SEQUENCE')]).toEqual(['0', '3']);
    expect(fileOf(meeting)).toBe(first);
  });

  it('leaves the calendar when it is cancelled', () => {
    const cancelled = fileOf({ ...meeting, state: { is: 'cancelled', reason: 'Snow' } });
    expect(fieldOf(cancelled, 'STATUS')).toBe('CANCELLED');
    expect(fieldOf(fileOf(meeting), 'STATUS')).toBe('CONFIRMED');
  });

  it('tells neither minutes nor who came', () => {
    expect(fileOf(meeting)).not.toMatch(/Nobody outside|Lee Oak/);
  });

  it('holds any title and agenda as they are, in lines of at most 75 bytes', () => {
    const text = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((raw) => raw.replace(/[\p{Cc}\u2028\u2029]/gu, ' '));
    fc.assert(
      fc.property(text, text, (title, agenda) => {
        const file = fileOf({ ...meeting, title: `A${title}`, agenda: `B${agenda}\nEND:VEVENT` });
        expect(linesOf(file).filter((line) => line.startsWith('END:VEVENT'))).toHaveLength(1);
        expect(unescaped(fieldOf(file, 'SUMMARY') ?? '')).toContain(`A${title}`);
        expect(unescaped(fieldOf(file, 'DESCRIPTION') ?? '')).toContain(`B${agenda}\nEND:VEVENT`);
        for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      }),
    );
  });
});
