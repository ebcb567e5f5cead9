import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attendeeLines, attendeesFrom, holdsPersonalData } from './attendee.ts';

describe('who came to a meeting', () => {
  it('is typed one person a line, the role after a comma', () => {
    expect(
      attendeesFrom('agency', 'Dana Birch, Sergeant, patrol\n\n  Robin Ash \r\nLee Oak - director'),
    ).toEqual([
      { side: 'agency', name: 'Dana Birch', role: 'Sergeant, patrol' },
      { side: 'agency', name: 'Robin Ash', role: '' },
      { side: 'agency', name: 'Lee Oak', role: 'director' },
    ]);
  });

  it('comes back as it was understood', () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(word, word)), (people) => {
        const attendees = people.map(([name, role]) => ({ side: 'partner' as const, name, role }));
        expect(attendeesFrom('partner', attendeeLines(attendees, 'partner'))).toEqual(attendees);
      }),
    );
  });

  it.each([
    ['Dana Birch, dana@agency.test', true],
    ['Dana Birch, 214 555 0100', true],
    ['Dana Birch, (214) 555-0100', true],
    ['Dana Birch 123-45-6789', true],
    ['Dana Birch, 3/5/1980', false],
    ['Dana Birch, Unit 12', false],
    ['Dana O’Birch-Ash Jr., Sergeant 2nd watch', false],
  ])('%s: kept out as personal data: %s', (line, is) => {
    expect(holdsPersonalData(line)).toBe(is);
  });
});
