export { listPartnersAtAgencyDomain } from './agency-mail-domain-store.ts';
