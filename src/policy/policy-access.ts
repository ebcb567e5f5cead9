import { agencyAccess } from '../http/guard.ts';

export const mayReadPolicy = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangePolicy = agencyAccess('coordinator');
export const mayAdoptPolicy = agencyAccess('executive');
