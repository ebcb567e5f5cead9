import { acknowledgmentActivity } from '../acknowledgment/acknowledgment-activity-content.ts';
import { agencyActivity } from '../agency/agency-activity-content.ts';
import type { AuditEvent } from '../audit/audit.ts';
import { certificationActivity } from '../certification/certification-activity-content.ts';
import { classActivity } from '../class-session/class-activity-content.ts';
import { credentialActivity } from '../credential/credential-activity-content.ts';
import { evidenceActivity } from '../evidence/evidence-activity-content.ts';
import { jointGroupActivity } from '../joint-agreement/joint-activity-content.ts';
import { jointActivity } from '../joint-work/joint-activity-content.ts';
import { outcomeActivity } from '../monthly-outcome/outcome-activity-content.ts';
import { ownRecordActivity } from '../own-record/own-record-activity-content.ts';
import { organizationActivity } from '../partner-organization/organization-activity-content.ts';
import { partnershipActivity } from '../partnership/partnership-activity-content.ts';
import { pledgeActivity } from '../pledge/pledge-activity-content.ts';
import { policyActivity } from '../policy/policy-activity-content.ts';
import { reviewActivity } from '../review/review-activity-content.ts';
import { rosterActivity } from '../roster/roster-activity-content.ts';
import { sampleActivity } from '../snapshot/sample-activity-content.ts';
import { teamActivity } from '../team/team-activity-content.ts';
import { trainingActivity } from '../training/training-activity-content.ts';
import type { ActivityDetails, ActivityWording } from './activity.ts';

/** Every slice words its own acts: a new slice adds its wording here. */
const wordings: readonly ActivityWording[] = [
  acknowledgmentActivity,
  agencyActivity,
  certificationActivity,
  classActivity,
  credentialActivity,
  evidenceActivity,
  jointActivity,
  rosterActivity,
  organizationActivity,
  outcomeActivity,
  ownRecordActivity,
  partnershipActivity,
  jointGroupActivity,
  pledgeActivity,
  policyActivity,
  reviewActivity,
  sampleActivity,
  teamActivity,
  trainingActivity,
];

const wording: ActivityWording = Object.assign({}, ...wordings);

/** What was done, as a sentence without who and when. An act that no slice has worded shows by its code's words. */
export function activitySentence({ action, details }: Pick<AuditEvent, 'action' | 'details'>): string {
  const sentence = wording[action];
  return sentence ? sentence(isDetails(details) ? details : {}) : plainAction(action);
}

/** Who did it, as far as the reader may know: names of the campaign's people stay with the campaign. */
export function activityPerson(
  { acting, personName }: Pick<AuditEvent, 'acting' | 'personName'>,
  seenBy: 'agency' | 'campaign',
): string {
  if (acting === 'campaign') return seenBy === 'campaign' && personName ? personName : 'the campaign';
  if (acting === 'partner') return personName ?? 'the partner';
  if (acting === 'system') return 'automatically';
  return personName || 'somebody outside the agency';
}

/** Behind the sentence of an event that stands for several alike. */
export function moreOfTheKind(more: number): string {
  return more === 0 ? '' : `, and ${more.toLocaleString('en-US')} more like it`;
}

function isDetails(details: unknown): details is ActivityDetails {
  return typeof details === 'object' && details !== null && !Array.isArray(details);
}

function plainAction(action: string): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
