import { agencyAccess, campaignAccess, partnerAccess } from '../http/guard.ts';

export const mayReadGroups = agencyAccess('coordinator', 'executive', 'training-officer');
/** Whoever leads writes, chooses and asks. */
export const mayLeadGroups = agencyAccess('coordinator');
/** Both were asked by mail: either speaks for the agency. */
export const mayAnswerGroups = agencyAccess('coordinator', 'executive');
export const speaksInGroups = partnerAccess();
export const maySeeAllGroups = campaignAccess('administrator', 'reviewer', 'assistance-lead');
export const mayBeginGroups = campaignAccess('administrator', 'assistance-lead');
