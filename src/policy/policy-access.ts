import { agencyAccess } from '../http/guard.ts';

export const mayReadPolicy = agencyAccess('coordinator', 'executive', 'training-officer');
export const mayChangePolicy = agencyAccess('coordinator');
/** The coordinator, and the executive who is to adopt the draft. */
export const mayAnswerComments = agencyAccess('coordinator', 'executive');
export const mayAdoptPolicy = agencyAccess('executive');
