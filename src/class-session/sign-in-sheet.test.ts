import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { createDocumentMaker } from '../documents/document-maker.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aClassPlan, aDay } from '../testing/a-class.ts';
import { readPdf, rolesOf } from '../testing/read-pdf.ts';
import type { ClassSession, ClassSessionId, SeatState } from './class-session.ts';
import type { Seat } from './seat.ts';
import { signInSheetOf } from './sign-in-sheet.ts';

const maker = createDocumentMaker();
const session: ClassSession = {
  ...aClassPlan({ days: [aDay('2026-06-10'), aDay('2026-06-11')], seats: 30 }),
  id: 'c1' as ClassSessionId,
  state: { is: 'scheduled', reopenedBecause: undefined },
  startsOn: '2026-06-10' as CalendarDate,
  endsOn: '2026-06-11' as CalendarDate,
  partnerName: undefined,
  taken: 0,
  waiting: 0,
};
const seat = (family: string, state: SeatState = 'enrolled'): Seat => ({
  member: {
    id: family as StaffId,
    name: { family, given: 'Dana', middle: '', suffix: 'Jr' },
    employeeNumber: '',
    badge: '0412',
    rank: '',
    unit: '',
  },
  state,
  outcome: undefined,
  recordId: undefined,
});
const printed = async (seats: readonly Seat[], changes: Partial<ClassSession> = {}) =>
  readPdf(
    await maker.signInSheet(signInSheetOf('Elm Fork Police Department', { ...session, ...changes }, seats)),
  );

describe('the sign-in sheet', () => {
  it('names course, each day, place, instructors and people, with rows for who comes without a seat', async () => {
    const found = await printed([seat('Quillfeather'), seat('Waiter', 'waiting')], { seats: 3 });
    expect(found).toMatchObject({ pages: 2, size: [612, 792] });
    for (const words of [
      'Elm Fork Police Department',
      'Mental Health First Aid for Public Safety',
      'June 10, 2026, 8:00 AM to 5:00 PM',
      'June 11, 2026, 8:00 AM to 5:00 PM',
      'Elm County Training Center',
      'Harriet Solano',
      'Quillfeather, Dana, Jr. 0412',
      'No. Name Number Signature',
    ])
      expect(found.text).toContain(words);
    expect(found.text).not.toContain('Waiter');
    expect(found.text).toContain('2 3 4 5 6');
  });

  it('is tagged PDF/UA-1 with a title, and a table whose headings are headings', async () => {
    const found = await printed([seat('Quillfeather')]);
    expect(found).toMatchObject({
      uaPart: '1',
      isTagged: true,
      language: 'en-US',
      title: 'Sign-in sheet: Mental Health First Aid for Public Safety',
    });
    const roles = rolesOf(found.tags);
    expect(roles.filter((role) => role === 'TH')).toHaveLength(4);
    expect(roles).toContain('H1');
  });

  it('runs over several pages, and holds the longest names', async () => {
    const long = 'Featherstonehaugh-Wolfeschlegelsteinhausenbergerdorff '.repeat(3).trim();
    const found = await printed(
      [...Array(39).keys()].map((place) => seat(place === 3 ? long : `Ash${place}`)),
    );
    expect(found.pages).toBe(6);
    expect(found.text.replaceAll(' ', '')).toContain(long.replaceAll(' ', ''));
    expect(found.text.match(/No\. Name Number Signature/g)).toHaveLength(6);
  });
});
