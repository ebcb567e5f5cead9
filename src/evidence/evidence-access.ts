import { agencyAccess } from '../http/guard.ts';

export const mayReadEvidence = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangeEvidence = agencyAccess('coordinator', 'training-officer');
