import { agencyAccess, campaignAccess } from '../http/guard.ts';

export const mayReadReviews = agencyAccess('coordinator', 'executive', 'training-officer');
export const maySubmit = agencyAccess('coordinator', 'executive');
export const mayReview = campaignAccess('reviewer', 'administrator');
