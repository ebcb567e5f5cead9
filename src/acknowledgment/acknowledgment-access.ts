import { agencyAccess } from '../http/guard.ts';

export const maySeeAcknowledgments = agencyAccess('coordinator', 'executive', 'training-officer');
/** A roll call is held before somebody who leads. */
export const mayHoldRollCall = agencyAccess('coordinator', 'executive', 'training-officer');
/** Sending links, importing lists and correcting what is wrong. */
export const mayKeepAcknowledgments = agencyAccess('coordinator', 'training-officer');
/** Everybody who belongs to the agency, for their own word. */
export const mayAcknowledge = agencyAccess('coordinator', 'executive', 'training-officer', 'staff');
