import type { Brand } from '../brand.ts';
import type { AgencyId, PersonId } from '../database/acting.ts';
import type { AgencyRole } from '../identity/viewer.ts';

export type JoinRequestId = Brand<'JoinRequestId'>;

/** The roles somebody who asks can be given; the coordinator's and the executive's pass by hand-over alone. */
export type JoinRole = Extract<AgencyRole, 'training-officer' | 'staff'>;

/** Somebody asks to belong to an agency; asking changes nothing. */
export interface JoinRequest {
  readonly agency: AgencyId;
  readonly agencyName: string;
  readonly id: JoinRequestId;
  readonly person: PersonId;
  readonly askerName: string;
  readonly askerEmail: string;
  /** Who they are there, in their own words. */
  readonly note: string;
  readonly askedAt: Date;
  readonly state: 'asked' | 'accepted' | 'declined';
}
