import { agencyAccess, signedIn } from '../http/guard.ts';

/** Everybody who belongs to the agency sees where it stands. */
export const maySeeWorkspace = agencyAccess('coordinator', 'executive', 'training-officer', 'staff');

/** Whoever is signed in finds their own places. */
export const maySeeOwnPlaces = signedIn;
