import type { GroupEvent } from './joint-event-store.ts';

type Told = Pick<GroupEvent, 'party' | 'version'>;

const who = ({ party }: Told) => party ?? 'Somebody who is on the list no more';
const ofVersion = ({ version }: Told) => (version === undefined ? '' : ` (version ${version})`);

const sentences: Readonly<Record<string, (told: Told) => string>> = {
  'joint-group-begun': () => 'The group was begun',
  'joint-agencies-listed': () => 'Agencies were put on the list',
  'joint-agency-unlisted': ({ party }) => `${party ?? 'An agency'} was taken off the list`,
  'joint-partner-chosen': ({ party }) => `${party ?? 'A partner'} was chosen`,
  'joint-partner-unchosen': ({ party }) => `${party ?? 'A partner'} was taken off the list`,
  'joint-version-proposed': ({ version }) => `Version ${version ?? ''} was put before everybody`,
  'joint-group-reminded': () => 'Those who had not answered were reminded',
  'joint-group-ended': () => 'The group was ended',
  'joint-member-joined': (told) => `${who(told)} joined${ofVersion(told)}`,
  'joint-member-declined': (told) => `${who(told)} declined`,
  'joint-member-left': (told) => `${who(told)} left`,
  'joint-partner-confirmed': (told) => `${who(told)} confirmed${ofVersion(told)}`,
  'joint-partner-declined': (told) => `${who(told)} declined`,
  'joint-partner-left': (told) => `${who(told)} left`,
};

/** What happened in a group, with the name of the party that answered. Undefined for what is not told here. */
export function eventSentence(event: Pick<GroupEvent, 'action' | 'party' | 'version'>): string | undefined {
  return sentences[event.action]?.(event);
}
