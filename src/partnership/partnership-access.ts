import { agencyAccess, partnerAccess } from '../http/guard.ts';

export const mayReadPartnerships = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangePartnerships = agencyAccess('coordinator');
export const speaksForPartner = partnerAccess();
