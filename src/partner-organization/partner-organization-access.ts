import { agencyAccess } from '../http/guard.ts';

export const mayProposeOrganizations = agencyAccess('coordinator');
