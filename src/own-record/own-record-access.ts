import { agencyAccess } from '../http/guard.ts';

/** Everybody who belongs to the agency, for their own record; the database shows them no other. */
export const maySeeOwnRecord = agencyAccess('coordinator', 'executive', 'training-officer', 'staff');
/** Who keeps the training records decides about certificates, and whose account is whose. */
export const mayConfirmCertificates = agencyAccess('coordinator', 'training-officer');
