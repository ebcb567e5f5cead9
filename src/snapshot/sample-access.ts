import { agencyAccess, campaignAccess } from '../http/guard.ts';

export const mayReadSample = agencyAccess('coordinator', 'executive', 'training-officer');
/** Who keeps the training records also shows what proves them. */
export const mayShowProof = agencyAccess('coordinator', 'training-officer');
/** Opening what an agency shows is asked of `mayOpenProofs` besides. */
export const mayReviewSample = campaignAccess('reviewer', 'administrator');
