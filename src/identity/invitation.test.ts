import { describe, expect, test } from 'vitest';
import type { PersonId } from '../database/acting.ts';
import { invitationState } from './invitation.ts';

const now = new Date('2026-03-15T12:00:00Z');
const later = new Date('2026-03-15T12:00:01Z');
const accepted = {
  how: 'accepted',
  at: now,
  by: '0b7e5f4c-0000-4000-8000-000000000001' as PersonId,
} as const;

describe('the state of an invitation', () => {
  test.each([
    ['open a moment before its end', { ending: undefined, expiresAt: later }, 'open'],
    ['expired at its end', { ending: undefined, expiresAt: now }, 'expired'],
    ['accepted, also after its end', { ending: accepted, expiresAt: now }, 'accepted'],
    ['revoked, also before its end', { ending: { how: 'revoked', at: now }, expiresAt: later }, 'revoked'],
  ] as const)('is %s', (_what, invitation, state) => {
    expect(invitationState(invitation, now)).toBe(state);
  });
});
