/** What agencies share with the campaign: the campaign's transaction reads it through a view that hides small counts. */
export { listSharedYear, listSharedYears } from './shared-outcome-store.ts';
