import { agencyAccess } from '../http/guard.ts';

export const mayReadClasses = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangeClasses = agencyAccess('coordinator', 'training-officer');
