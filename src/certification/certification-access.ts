import { agencyAccess, campaignAccess } from '../http/guard.ts';

export const mayReadCertification = agencyAccess('coordinator', 'executive', 'training-officer');

/** Who answers for the agency: to what is announced, and once a year. */
export const mayAnswerForCertificate = agencyAccess('coordinator', 'executive');

/** Only the executive, who signed the pledge, gives the certificate back. */
export const mayGiveBack = agencyAccess('executive');

export const mayActOnCertificates = campaignAccess('reviewer', 'administrator');
