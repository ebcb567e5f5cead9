import { agencyRoleWords } from '../identity/role-content.ts';
import type { AgencyRole } from '../identity/viewer.ts';
import { type ActivityDetails, type ActivityWording, detailText } from '../workspace/activity.ts';

/** Acts about an agency's people, the invitations among them. */
export const teamActivity: ActivityWording = {
  'agency-role-granted': (details) => `The role of ${role(details)} was given`,
  'agency-role-ended': (details) => `The role of ${role(details)} was ended`,
  'agency-role-handed-over': (details) => `The role of ${role(details)} was passed on`,
  'agency-role-replaced': (details) =>
    `A ${role(details)} became ${role(details, 'by')}, a role that includes the other`,
  'invitation-sent': (details) => `A person was invited as ${role(details)}`,
  'invitation-revoked': () => 'An invitation was taken back',
  'invitation-accepted': (details) => `Accepted the invitation as ${role(details)}`,
  'hand-over-offered': (details) => `Offered the role of ${role(details)} to somebody else`,
  'hand-over-cancelled': (details) => `Took back the offer of the role of ${role(details)}`,
  'hand-over-accepted': (details) => `Took over as ${role(details)}`,
  'hand-over-declined': (details) => `Declined to become ${role(details)}`,
  'join-asked': () => 'Asked to join the agency',
  'join-accepted': () => 'Accepted a request to join the agency',
  'join-declined': () => 'Declined a request to join the agency',
};

function role(details: ActivityDetails, detail: 'role' | 'by' = 'role'): string {
  const name = detailText(details, detail);
  return isAgencyRole(name) ? agencyRoleWords[name].label.toLowerCase() : name.replaceAll('-', ' ');
}

function isAgencyRole(text: string): text is AgencyRole {
  return Object.hasOwn(agencyRoleWords, text);
}
