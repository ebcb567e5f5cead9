import { describe, expect, test } from 'vitest';
import { sessionLimits, sessionWorth } from './session-rules.ts';

const now = new Date('2026-03-02T12:00:00Z');
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
const session = (age: number, idle: number, secondFactorAt?: Date) => ({
  createdAt: ago(age),
  lastUsedAt: ago(idle),
  secondFactorAt,
});

describe('what a session is worth', () => {
  test.each([
    ['used a moment ago', session(1000, 1000), 'full'],
    ['idle a moment less than the limit', session(sessionLimits.idle - 1, sessionLimits.idle - 1), 'full'],
    ['idle to the limit', session(sessionLimits.idle, sessionLimits.idle), 'ended'],
    ['in use up to the absolute limit', session(sessionLimits.absolute - 1, 0), 'full'],
    ['in use at the absolute limit', session(sessionLimits.absolute, 0), 'ended'],
  ] as const)('one %s', (_what, times, worth) => {
    expect(sessionWorth(times, false, now)).toBe(worth);
  });

  test.each([
    ['has just begun', session(0, 0), 'second-step'],
    ['waited a moment less than allowed', session(sessionLimits.secondStep - 1, 0), 'second-step'],
    ['waited too long', session(sessionLimits.secondStep, 0), 'ended'],
    ['has passed the code', session(sessionLimits.secondStep, 0, ago(1)), 'full'],
  ] as const)('of a person with a second factor that %s', (_what, times, worth) => {
    expect(sessionWorth(times, true, now)).toBe(worth);
  });

  test('a passed code does not outlive the idle limit', () => {
    expect(
      sessionWorth(session(sessionLimits.idle, sessionLimits.idle, ago(sessionLimits.idle)), true, now),
    ).toBe('ended');
  });
});
