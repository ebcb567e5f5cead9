import { agencyAccess, partnerAccess } from '../http/guard.ts';

export const mayReadJointWork = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangeJointWork = agencyAccess('coordinator');
export const speaksForPartner = partnerAccess();
