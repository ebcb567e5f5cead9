import { type ActivityDetails, type ActivityWording, detailText } from '../workspace/activity.ts';

/** What the workspace says of these acts: how many, never who. */
export const rosterActivity: ActivityWording = {
  'roster-imported': (details) => `A roster was imported${changes(details)}`,
  'roster-import-undone': () => 'The import of a roster was undone',
  'roster-import-given-up': () => 'A roster file that nobody imported was deleted',
  'roster-exported': () => 'The roster was downloaded',
  'roster-import-downloaded': () => 'Rows of an imported roster file were downloaded',
  'roster-file-downloaded': () => 'An imported roster file was downloaded',
  'staff-added': () => 'A person was added to the roster',
  'staff-changed': () => 'A person’s facts were changed',
  'staff-separated': () => 'A person was marked as having left',
  'staff-merged': () => 'Two people of the roster were merged into one',
  'staff-merge-undone': () => 'The merging of two people was undone',
  'staff-rehired': () => 'A person was put back on staff',
};

function changes(details: ActivityDetails): string {
  const added = detailText(details, 'added');
  const changed = detailText(details, 'changed');
  return added === '' ? '' : `: ${added} added, ${changed} changed`;
}
