/** Why the records of a person as written are left out. */
export type SetAsideReason = 'other-agency' | 'not-staff' | 'not-a-person' | 'cannot-tell';

export const setAsideReasons: readonly SetAsideReason[] = [
  'other-agency',
  'not-staff',
  'not-a-person',
  'cannot-tell',
];

export function isSetAsideReason(text: string): text is SetAsideReason {
  return setAsideReasons.some((reason) => reason === text);
}
