import { describe, expect, it } from 'vitest';
import { foldedEvents } from './activity.ts';
import { activityPerson } from './activity-content.ts';

const alike = (one: string, other: string) => one[0] === other[0];

describe('what happened lately', () => {
  it('what was done many times in a row is one line, the newest', () => {
    expect(foldedEvents(['a3', 'a2', 'a1', 'b1', 'a0'], alike, 9)).toEqual([
      { event: 'a3', more: 2 },
      { event: 'b1', more: 0 },
      { event: 'a0', more: 0 },
    ]);
  });

  it('is cut after so many lines, not after so many events', () => {
    expect(foldedEvents(['a2', 'a1', 'b1', 'c1'], alike, 2).map(({ event }) => event)).toEqual(['a2', 'b1']);
  });

  it('what the program did by itself is nobody’s', () => {
    expect(activityPerson({ acting: 'system', personName: undefined }, 'agency')).toBe('automatically');
    expect(activityPerson({ acting: 'public', personName: undefined }, 'agency')).toBe(
      'somebody outside the agency',
    );
  });
});
