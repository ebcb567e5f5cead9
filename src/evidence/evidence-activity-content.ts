import { type ActivityDetails, type ActivityWording, detailText } from '../workspace/activity.ts';
import { isRequirement } from './evidence.ts';
import { evidenceContent } from './evidence-content.ts';

/** What the workspace says of these acts. */
export const evidenceActivity: ActivityWording = {
  'evidence-added': (details) => `A file was added${about(details)}`,
  'evidence-replaced': (details) => `A file was replaced by a newer one${about(details)}`,
  'evidence-removed': (details) => `A file was taken off the list${about(details)}`,
};

function about(details: ActivityDetails): string {
  const requirement = detailText(details, 'requirement');
  return isRequirement(requirement) ? `: ${evidenceContent.requirementNames[requirement]}` : '';
}
