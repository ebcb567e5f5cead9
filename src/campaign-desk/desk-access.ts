import { campaignAccess } from '../http/guard.ts';

/** Everybody at the campaign has a desk; what is on it depends on their roles. */
export const maySeeDesk = campaignAccess('administrator', 'reviewer', 'editor', 'assistance-lead');
