import { agencyAccess } from '../http/guard.ts';

export const mayReadRoster = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangeRoster = agencyAccess('coordinator', 'training-officer');
