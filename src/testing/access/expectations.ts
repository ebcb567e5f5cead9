import type { AgencyRole, CampaignRole } from '../../identity/viewer.ts';

/** Whom a route lets in: everybody, whoever is signed in, roles of its agency, its partner's people, campaign roles. */
export type Access =
  | 'anyone'
  | 'signed-in'
  | 'own-partner'
  | { readonly agency: readonly AgencyRole[] }
  | { readonly campaign: readonly CampaignRole[] };

const leaders: Access = { agency: ['coordinator', 'executive', 'training-officer'] };
const recordKeepers: Access = { agency: ['coordinator', 'training-officer'] };

/** Written by hand, beside the guards and not derived from them: a door left open shows as a difference. */
export const expectations: Readonly<Record<string, Access>> = {
  'GET /livez': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /dev/outbox': 'anyone',

  'GET /workspace/:agency/evidence': leaders,
  'GET /workspace/:agency/evidence/add/:requirement': recordKeepers,
  'POST /workspace/:agency/evidence/add/:requirement': recordKeepers,
  'GET /workspace/:agency/evidence/:id/replace': recordKeepers,
  'POST /workspace/:agency/evidence/:id/replace': recordKeepers,
  'GET /workspace/:agency/evidence/:id/remove': recordKeepers,
  'POST /workspace/:agency/evidence/:id/remove': recordKeepers,
  'GET /workspace/:agency/evidence/:id/file': leaders,
};
