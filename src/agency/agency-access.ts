import { agencyAccess, campaignAccess } from '../http/guard.ts';

/** Those who work on the pledge read the facts. */
export const maySeeSettings = agencyAccess('coordinator', 'executive', 'training-officer');

/** Those who answer for the agency change them. */
export const mayChangeSettings = agencyAccess('coordinator', 'executive');

/** The campaign changes what an agency can't change itself. */
export const mayChangeAgencies = campaignAccess('administrator');
