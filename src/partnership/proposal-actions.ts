import type { Memorandum } from '../agreement/agreement-terms.ts';
import type { Signer } from '../agreement/party.ts';
import { proposeVersion } from '../agreement/version-actions.ts';
import type { PartnerId, Transaction } from '../database/acting.ts';
import type { AdmittedFile } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findOrganization } from '../partner-organization/partner-organization-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import { agreementDetails, keptAgreement } from './agency-step-actions.ts';
import { type Arrangement, isLive, type PartnershipId } from './partnership.ts';
import { insertPartnership } from './partnership-change-store.ts';
import type { ProposalRefusal } from './partnership-refusal.ts';
import { askPartner, canBeAsked, recordPartnership } from './partnership-step-actions.ts';
import { findLatestWith, findPartnership } from './partnership-store.ts';

export interface Proposal {
  readonly organization: PartnerId;
  readonly arrangement: Arrangement;
  /** The further sections, when the agreement is written here; else a signed document says them. */
  readonly memorandum?: Memorandum | undefined;
  readonly agreement: AdmittedFile | undefined;
  /** Who confirms for the agency by proposing. */
  readonly signer: Signer;
  readonly note?: string | undefined;
  /** Needed while nobody speaks for the organization. */
  readonly representativeEmail: string | undefined;
}

/** Proposes a partnership and mails whoever speaks, or shall speak, for the organization. */
export async function proposePartnership(
  tx: Transaction,
  act: AgencyAct,
  proposal: Proposal,
): Promise<Outcome<PartnershipId, ProposalRefusal>> {
  const organization = await findOrganization(tx, proposal.organization);
  if (!organization) return refused({ code: 'organization-not-found' });
  const representativeEmail = organization.isClaimed ? undefined : proposal.representativeEmail;
  const askable = await canBeAsked(tx, act, organization, representativeEmail);
  if (!askable.ok) return askable;
  const latest = await findLatestWith(tx, act.agency, organization.id);
  if (latest && isLive(latest)) return refused({ code: 'partnership-live' });
  const agreement = await keptAgreement(tx, act, proposal.agreement);
  const id = await insertPartnership(tx, {
    agency: act.agency,
    partner: organization.id,
    arrangement: proposal.arrangement,
    agreement,
    representativeEmail,
    by: act.person,
    at: act.now,
  });
  if (!id) return refused({ code: 'partnership-live' });
  await proposeVersion(
    tx,
    { agency: act.agency, partnership: id },
    {
      side: 'agency',
      terms: { arrangement: proposal.arrangement, memorandum: proposal.memorandum },
      file: agreement,
      note: proposal.note ?? '',
      renews: false,
      by: act.person,
      signature: { ...proposal.signer, at: act.now },
    },
  );
  await recordPartnership(
    tx,
    { agency: act.agency, partner: organization.id, id },
    'partnership-proposed',
    agreementDetails(proposal.agreement),
  );
  const partnership = await findPartnership(tx, { agency: act.agency }, id);
  if (!partnership) throw new Error('A partnership that was just written is not there.');
  await askPartner(tx, act, partnership, { why: 'proposed' });
  return done(id);
}
