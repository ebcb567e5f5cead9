import type { AgencyRole, CampaignRole } from '../../identity/viewer.ts';

/** Whom a route lets in: everybody, whoever is signed in, roles of its agency, its partner's people, campaign roles. */
export type Access =
  | 'anyone'
  | 'signed-in'
  | 'own-partner'
  | { readonly agency: readonly AgencyRole[] }
  | { readonly campaign: readonly CampaignRole[] };

const leaders: Access = { agency: ['coordinator', 'executive', 'training-officer'] };
const administrators: Access = { campaign: ['administrator'] };
const coordinator: Access = { agency: ['coordinator'] };
const signers: Access = { agency: ['coordinator', 'executive'] };
const reviewers: Access = { campaign: ['reviewer', 'administrator'] };
const executive: Access = { agency: ['executive'] };
const recordKeepers: Access = { agency: ['coordinator', 'training-officer'] };

/** Written by hand, beside the guards and not derived from them: a door left open shows as a difference. */
export const expectations: Readonly<Record<string, Access>> = {
  'GET /livez': 'anyone',
  'GET /readyz': 'anyone',
  'GET /metrics': 'anyone',
  'GET /dev/outbox': 'anyone',
  'GET /assets/:name': 'anyone',

  'GET /': 'anyone',
  'GET /about': 'anyone',
  'GET /agencies': 'anyone',
  'GET /agencies/:slug': 'anyone',
  'GET /verify': 'anyone',
  'GET /verify/:number': 'anyone',

  'GET /workspace/:agency/roster': leaders,
  'GET /workspace/:agency/roster/people/new': recordKeepers,
  'POST /workspace/:agency/roster/people/new': recordKeepers,
  'GET /workspace/:agency/roster/people/:id': leaders,
  'GET /workspace/:agency/roster/people/:id/change': recordKeepers,
  'POST /workspace/:agency/roster/people/:id/change': recordKeepers,
  'POST /workspace/:agency/roster/people/:id/separate': recordKeepers,
  'POST /workspace/:agency/roster/people/:id/rehire': recordKeepers,
  'GET /workspace/:agency/roster/import': recordKeepers,
  'POST /workspace/:agency/roster/import': recordKeepers,
  'GET /workspace/:agency/roster/import/:id/columns': recordKeepers,
  'POST /workspace/:agency/roster/import/:id/columns': recordKeepers,
  'GET /workspace/:agency/roster/import/:id': recordKeepers,
  'POST /workspace/:agency/roster/import/:id/commit': recordKeepers,
  'POST /workspace/:agency/roster/import/:id/discard': recordKeepers,

  'GET /workspace/:agency/review': leaders,
  'POST /workspace/:agency/review': signers,
  'POST /workspace/:agency/review/:id/take-back': signers,
  'GET /workspace/:agency/review/certificates/:number/:document': leaders,
  'GET /campaign/reviews': reviewers,
  'GET /campaign/reviews/:id': reviewers,
  'GET /campaign/reviews/:id/evidence/:evidence': reviewers,
  'POST /campaign/reviews/:id/claim': reviewers,
  'POST /campaign/reviews/:id/release': reviewers,
  'POST /campaign/reviews/:id/decisions/:requirement': reviewers,
  'POST /campaign/reviews/:id/finish': reviewers,
  'POST /campaign/reviews/:id/approve': reviewers,
  'POST /campaign/reviews/:id/send-back': reviewers,

  'GET /sign-in': 'anyone',
  'POST /sign-in': 'anyone',
  'GET /sign-in/check-email': 'anyone',
  'GET /sign-in/link/:token': 'anyone',
  'POST /sign-in/link/:token': 'anyone',
  'GET /sign-in/name': 'signed-in',
  'POST /sign-in/name': 'signed-in',
  'GET /sign-in/second-step': 'anyone',
  'POST /sign-in/second-step': 'anyone',
  'POST /sign-in/passkey/options': 'anyone',
  'POST /sign-in/passkey': 'anyone',
  'GET /sign-out': 'anyone',
  'POST /sign-out': 'anyone',
  'GET /account': 'signed-in',
  'POST /account/name': 'signed-in',
  'POST /account/sessions/end-others': 'signed-in',
  'POST /account/sessions/:id/end': 'signed-in',
  'POST /account/second-step/start': 'signed-in',
  'GET /account/second-step/set-up': 'signed-in',
  'POST /account/second-step/set-up': 'signed-in',
  'GET /account/second-step/backup-codes': 'signed-in',
  'POST /account/second-step/backup-codes': 'signed-in',
  'GET /account/second-step/remove': 'signed-in',
  'POST /account/second-step/remove': 'signed-in',
  'POST /account/passkeys/options': 'signed-in',
  'POST /account/passkeys': 'signed-in',
  'POST /account/passkeys/:id/remove': 'signed-in',
  'GET /invitations/:token': 'anyone',
  'POST /invitations/:token': 'anyone',
  'POST /invitations/:token/sign-out': 'anyone',

  'GET /campaign/accounts': administrators,
  'POST /campaign/accounts/invitations': administrators,
  'POST /campaign/accounts/invitations/:id/resend': administrators,
  'POST /campaign/accounts/invitations/:id/revoke': administrators,
  'POST /campaign/accounts/members/:id/end': administrators,

  'GET /workspace/:agency/evidence': leaders,
  'GET /workspace/:agency/evidence/add/:requirement': recordKeepers,
  'POST /workspace/:agency/evidence/add/:requirement': recordKeepers,
  'GET /workspace/:agency/evidence/:id/replace': recordKeepers,
  'POST /workspace/:agency/evidence/:id/replace': recordKeepers,
  'GET /workspace/:agency/evidence/:id/remove': recordKeepers,
  'POST /workspace/:agency/evidence/:id/remove': recordKeepers,
  'GET /workspace/:agency/evidence/:id/file': leaders,

  'GET /workspace/:agency/partnerships': leaders,
  'GET /workspace/:agency/partnerships/new': coordinator,
  'GET /workspace/:agency/partnerships/add-organization': coordinator,
  'POST /workspace/:agency/partnerships/add-organization': coordinator,
  'GET /workspace/:agency/partnerships/new/:organization': coordinator,
  'POST /workspace/:agency/partnerships/new/:organization': coordinator,
  'GET /workspace/:agency/partnerships/:id': leaders,
  'GET /workspace/:agency/partnerships/:id/agreement': leaders,
  'GET /workspace/:agency/partnerships/:id/edit': coordinator,
  'POST /workspace/:agency/partnerships/:id/edit': coordinator,
  'POST /workspace/:agency/partnerships/:id/ask-again': coordinator,
  'GET /workspace/:agency/partnerships/:id/end': coordinator,
  'POST /workspace/:agency/partnerships/:id/end': coordinator,
  'GET /partner/:partner': 'own-partner',
  'GET /partner/:partner/partnerships/:id': 'own-partner',
  'GET /partner/:partner/partnerships/:id/agreement': 'own-partner',
  'POST /partner/:partner/partnerships/:id/confirm': 'own-partner',
  'POST /partner/:partner/partnerships/:id/naming': 'own-partner',
  'GET /partner/:partner/partnerships/:id/decline': 'own-partner',
  'POST /partner/:partner/partnerships/:id/decline': 'own-partner',
  'GET /partner/:partner/partnerships/:id/end': 'own-partner',
  'POST /partner/:partner/partnerships/:id/end': 'own-partner',

  'GET /workspace/:agency/policy': leaders,
  'GET /workspace/:agency/policy/versions/:id': leaders,
  'GET /workspace/:agency/policy/versions/:id/document': leaders,
  'GET /workspace/:agency/policy/new': coordinator,
  'POST /workspace/:agency/policy/new': coordinator,
  'GET /workspace/:agency/policy/draft/details': coordinator,
  'POST /workspace/:agency/policy/draft/details': coordinator,
  'GET /workspace/:agency/policy/draft/checklist': coordinator,
  'POST /workspace/:agency/policy/draft/checklist': coordinator,
  'POST /workspace/:agency/policy/draft/ask': coordinator,
  'GET /workspace/:agency/policy/review': coordinator,
  'POST /workspace/:agency/policy/review': coordinator,
  'GET /workspace/:agency/policy/draft/adopt': executive,
  'POST /workspace/:agency/policy/draft/adopt': executive,
};
