import { describe, expect, it } from 'vitest';
import type { AgencyRole } from '../identity/viewer.ts';
import { mayEndRole, mayPassOn, type PassedRole } from './hand-over.ts';

const roles: readonly AgencyRole[] = ['coordinator', 'executive', 'training-officer', 'staff'];

describe('passing a role on', () => {
  it.each<[AgencyRole, readonly PassedRole[]]>([
    ['coordinator', ['coordinator']],
    ['executive', ['coordinator', 'executive']],
    ['training-officer', []],
    ['staff', []],
  ])('a %s may pass on %j', (giver, expected) => {
    const may = (['coordinator', 'executive'] as const).filter((role) => mayPassOn(role, { roles: [giver] }));
    expect(may).toEqual(expected);
  });

  it('the campaign’s administrator may pass on both', () => {
    expect(mayPassOn('coordinator', 'administrator') && mayPassOn('executive', 'administrator')).toBe(true);
  });
});

describe('ending a role', () => {
  it.each<[AgencyRole, readonly AgencyRole[]]>([
    ['coordinator', ['training-officer', 'staff']],
    ['executive', roles],
    ['training-officer', []],
    ['staff', []],
  ])('a %s may end %j of somebody else', (giver, expected) => {
    expect(roles.filter((role) => mayEndRole(role, { roles: [giver] }, false))).toEqual(expected);
  });

  it('nobody ends their own', () => {
    expect(roles.some((role) => mayEndRole(role, { roles }, true))).toBe(false);
  });
});
