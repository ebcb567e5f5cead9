import type { ActivityWording } from '../workspace/activity.ts';

export const jointGroupActivity: ActivityWording = {
  'joint-group-begun': () => 'A group under one agreement was begun',
  'joint-agencies-listed': () => 'Agencies were put on the list of a group',
  'joint-agency-unlisted': () => 'An agency was taken off the list of a group',
  'joint-partner-chosen': () => 'A partner was chosen for a group',
  'joint-partner-unchosen': () => 'A partner was taken off the list of a group',
  'joint-version-proposed': () => 'The agreement of a group was put before everybody',
  'joint-group-reminded': () => 'Those who have not answered a group were reminded',
  'joint-group-ended': () => 'A group was ended',
  'joint-agreement-joined': () => 'The agency joined the agreement of a group',
  'joint-agreement-declined': () => 'The agency declined to join a group',
  'joint-agreement-left': () => 'The agency left a group',
  'joint-member-joined': () => 'An agency joined the group that we lead',
  'joint-member-declined': () => 'An agency declined to join the group that we lead',
  'joint-member-left': () => 'An agency left the group that we lead',
  'joint-partner-confirmed': () => 'A partner confirmed the agreement of the group that we lead',
  'joint-partner-declined': () => 'A partner declined the agreement of the group that we lead',
  'joint-partner-left': () => 'A partner left the group that we lead',
  'joint-partnership-agreed': () => 'A partnership came into effect under the agreement of a group',
};
