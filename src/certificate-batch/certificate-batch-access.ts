import { campaignAccess } from '../http/guard.ts';

/** Who sends certificates out: those who decide about them, too. */
export const mayPrintCertificates = campaignAccess('reviewer', 'administrator');
