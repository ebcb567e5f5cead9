import { agencyAccess, partnerAccess } from '../http/guard.ts';

export const mayReadPartnerships = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangePartnerships = agencyAccess('coordinator');
/** Who gives the agency's word to a version of its partner: the executive's is the weightier one. */
export const mayAnswerAgreements = agencyAccess('coordinator', 'executive');
export const speaksForPartner = partnerAccess();
