import type { ActivityWording } from '../workspace/activity.ts';

export const agencyActivity: ActivityWording = {
  'agency-revised': () => 'The facts about the agency were changed',
  'agency-scope-chosen': () => 'The non-sworn staff in scope were chosen anew',
};
