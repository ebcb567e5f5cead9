import { agencyAccess, campaignAccess } from '../http/guard.ts';

export const mayReadTraining = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangeTraining = agencyAccess('coordinator', 'training-officer');
export const mayDecideCourses = campaignAccess('reviewer', 'administrator');
