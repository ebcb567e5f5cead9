const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** How long a session lasts. All in milliseconds. */
export const sessionLimits = {
  /** Signed in at most this long, however busy. */
  absolute: 30 * 24 * hour,
  /** Signed out after this long without a request: a shift. */
  idle: 12 * hour,
  /** The time to enter the code of the second step. */
  secondStep: 15 * minute,
  /** Passkeys can be added only this soon after signing in. */
  fresh: 24 * hour,
  /** Last use is written down no more often than this. */
  touchEvery: 5 * minute,
} as const;

/** An emailed sign-in link works once and this long. */
export const signInLinkMinutes = 15;

export interface SessionTimes {
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
  readonly secondFactorAt: Date | undefined;
}

/**
 * What a session is worth now: `ended` (too old, or idle too long), `second-step` while the person's code is
 * outstanding, or `full`. A person who has a second factor never gets further with the emailed link alone.
 */
export function sessionWorth(
  session: SessionTimes,
  hasSecondFactor: boolean,
  now: Date,
): 'ended' | 'second-step' | 'full' {
  const age = now.getTime() - session.createdAt.getTime();
  if (age >= sessionLimits.absolute) return 'ended';
  if (now.getTime() - session.lastUsedAt.getTime() >= sessionLimits.idle) return 'ended';
  if (!hasSecondFactor || session.secondFactorAt) return 'full';
  return age < sessionLimits.secondStep ? 'second-step' : 'ended';
}
