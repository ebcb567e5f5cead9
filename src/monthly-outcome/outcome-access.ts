import { agencyAccess, campaignAccess, partnerAccess } from '../http/guard.ts';

export const mayReadOutcomes = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangeOutcomes = agencyAccess('coordinator', 'executive');
export const readsPartnersOutcomes = partnerAccess();
export const mayReadSharedOutcomes = campaignAccess('administrator', 'reviewer');
