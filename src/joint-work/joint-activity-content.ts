import { type ActivityWording, detailText } from '../workspace/activity.ts';

const by = (side: string) => (side === 'partner' ? ' by the partner' : '');
const done = (sentence: string) => (details: Parameters<typeof detailText>[0]) =>
  `${sentence}${by(detailText(details, 'side'))}`;

export const jointActivity: ActivityWording = {
  'meeting-planned': done('A meeting with a partner was planned'),
  'meeting-changed': done('A meeting with a partner was changed'),
  'meeting-moved': done('A meeting with a partner was moved'),
  'meeting-held': done('What came of a meeting with a partner was written down'),
  'meeting-cancelled': done('A meeting with a partner was cancelled'),
  'meeting-restored': done('A cancelled meeting with a partner was put back'),
  'meeting-reopened': done('A meeting with a partner counts as planned again'),
  'action-added': done('A joint action was added'),
  'action-changed': done('A joint action was changed'),
  'action-done': done('A joint action was done'),
  'action-reopened': done('A joint action was opened again'),
  'action-dropped': done('A joint action was dropped'),
  'training-added': done('A joint training was listed'),
  'training-changed': done('A joint training was changed'),
  'training-removed': done('A joint training was taken off the list'),
  'training-restored': done('A joint training was listed again'),
  'calendar-address-made': done('An address for a calendar program was made'),
  'calendar-address-stopped': done('An address for a calendar program was stopped'),
  'check-in-answered': done('“How is it going?” was answered'),
  'check-in-changed': done('An answer to “How is it going?” was changed'),
};
