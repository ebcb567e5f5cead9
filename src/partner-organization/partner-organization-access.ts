import { agencyAccess, campaignAccess, partnerAccess } from '../http/guard.ts';

export const mayReadOrganizations = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayProposeOrganizations = agencyAccess('coordinator');
export const speaksForOrganization = partnerAccess();
/** Those at the campaign who know the organizations from helping agencies find one, and who keep its accounts. */
export const keepsOrganizations = campaignAccess('administrator', 'assistance-lead');
