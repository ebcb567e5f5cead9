import { agencyAccess, campaignAccess } from '../http/guard.ts';

/** Everybody who works on the pledge reads it. */
export const mayReadPledge = agencyAccess('coordinator', 'executive', 'training-officer');

/** The coordinator writes the pledge and sends it to be signed. */
export const mayAmendPledge = agencyAccess('coordinator');

/** Only the executive signs: not even a coordinator can, unless they hold both roles. */
export const maySignPledge = agencyAccess('executive');

/** Those who answer for the agency end the pledge or ask for more time. */
export const mayEndPledge = agencyAccess('coordinator', 'executive');

/** The campaign's people who accept and return pledges. About an agency of their own nobody decides. */
export const mayDecidePledges = campaignAccess('administrator', 'reviewer');
