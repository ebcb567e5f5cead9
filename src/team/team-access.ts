import { agencyAccess, campaignAccess, signedIn } from '../http/guard.ts';

/** Those who work on the pledge know their colleagues. */
export const maySeeTeam = agencyAccess('coordinator', 'executive', 'training-officer');

/** Those who answer for the agency decide who belongs to it; which roles they pass on is a rule of its own. */
export const mayManageTeam = agencyAccess('coordinator', 'executive');

/** A role may be offered to any member; only the person asked can answer. */
export const mayAnswerHandOver = agencyAccess('coordinator', 'executive', 'training-officer', 'staff');

/** Anybody signed in may ask; asking gives nothing. */
export const mayAskToJoin = signedIn;

/** The campaign's people who look after agencies. */
export const maySeeAgencies = campaignAccess('administrator', 'reviewer');

/** Only administrators change who belongs to an agency, and never to one of their own. */
export const mayManageAgencies = campaignAccess('administrator');
