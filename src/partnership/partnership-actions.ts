import type { AgreementTerms, Memorandum } from '../agreement/agreement-terms.ts';
import { versionInEffect, waitingVersion } from '../agreement/agreement-version.ts';
import type { Signer } from '../agreement/party.ts';
import { listVersions, proposeVersion } from '../agreement/version-actions.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, PartnerId, Transaction } from '../database/acting.ts';
import { type AdmittedFile, keepFile } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findOrganization } from '../partner-organization/partner-organization-actions.ts';
import type { PartnershipFacts } from '../requirement/requirement-facts.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import {
  type Arrangement,
  changedParts,
  isLive,
  needsNewConfirmation,
  type Partnership,
  type PartnershipId,
} from './partnership.ts';
import { insertPartnership, updateAsked, updateContacts, updateEnded } from './partnership-change-store.ts';
import { arrangementChangedMail, endedMail } from './partnership-mail-content.ts';
import type { ProposalRefusal, RevisionRefusal, StaleAnswer } from './partnership-refusal.ts';
import { listStandings, type NamedPartner, selectNamedPartners } from './partnership-standing-store.ts';
import {
  askPartner,
  canBeAsked,
  mailAbout,
  mailRepresentatives,
  partnerPath,
  recordPartnership,
  recordStep,
  revokeRepresentativeInvitations,
} from './partnership-step-actions.ts';
import { findLatestWith, findPartnership, lockPartnership } from './partnership-store.ts';

export type { NamedPartner } from './partnership-standing-store.ts';
export {
  findLatestWith,
  findPartnership,
  listPartnerships,
  listWaiting,
  lockPartnership,
  type PartnershipsAsked,
} from './partnership-store.ts';

/** How each of an agency's partnerships stands, for the requirement rules. Acts for the agency or the campaign. */
export function partnershipStandings(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly PartnershipFacts[]> {
  return listStandings(tx, agency);
}

/** The partners of an agency that are active today and agreed to be named in public; anybody may read them. */
export function listNamedPartners(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly NamedPartner[]> {
  return selectNamedPartners(tx, agency, today);
}

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

export interface Revision {
  /** The revision that was shown. */
  readonly revision: number;
  readonly arrangement: Arrangement;
  /** A newer document; without it the present one stays. */
  readonly agreement: AdmittedFile | undefined;
  readonly representativeEmail: string | undefined;
  /** Who confirms for the agency what the partner is then asked to confirm. */
  readonly signer: Signer;
}

/** What a change came to: nothing, told to the partner, or put before the partner to confirm. */
export type Revised = 'unchanged' | 'told' | 'asked';

/**
 * Changes a proposed or active partnership. What the partner said yes to becomes the next version of the agreement;
 * until the partner confirms it, what is in effect stays so.
 */
export async function revisePartnership(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  change: Revision,
): Promise<Outcome<Revised, RevisionRefusal>> {
  const found = await lockLive(tx, act, id, change.revision);
  if (!found.ok) return found;
  const before = found.value;
  const representativeEmail = change.representativeEmail ?? before.representativeEmail;
  const askable = await canBeAsked(tx, act, before.partner, representativeEmail);
  if (!askable.ok) return askable;
  const { terms, file } = await changedFrom(tx, before);
  const changed = changedParts(terms.arrangement, change.arrangement, change.agreement !== undefined);
  const isOtherPerson = representativeEmail !== before.representativeEmail;
  if (changed.length === 0 && !isOtherPerson) return done('unchanged');
  const isVersion = before.state.is === 'proposed' ? changed.length > 0 : needsNewConfirmation(changed);
  const asks = isVersion || before.state.is === 'proposed';
  const { agencyContact, partnerContact } =
    before.state.is === 'active' && isVersion ? before.arrangement : change.arrangement;
  await updateContacts(tx, before, { agencyContact, partnerContact, representativeEmail });
  if (isVersion) {
    await proposeVersion(
      tx,
      { agency: act.agency, partnership: before.id },
      {
        side: 'agency',
        terms: { arrangement: change.arrangement, memorandum: terms.memorandum },
        file: (await keptAgreement(tx, act, change.agreement)) ?? file,
        note: '',
        renews: false,
        by: act.person,
        signature: { ...change.signer, at: act.now },
      },
    );
  }
  const details = { changed, asks, ...agreementDetails(change.agreement) };
  await recordStep(tx, before, 'partnership-revised', details);
  const after = { ...before, arrangement: change.arrangement, representativeEmail };
  if (asks) {
    const because = { why: 'changed', parts: changed } as const;
    await askPartner(tx, act, after, changed.length > 0 ? because : { why: 'reminded' });
    return done('asked');
  }
  const about = mailAbout(after, act, partnerPath(after));
  await mailRepresentatives(tx, after, arrangementChangedMail({ ...about, parts: changed }));
  return done('told');
}

/** What a change starts from: what waits, else what is in effect with the contacts as they are now. */
async function changedFrom(tx: Transaction, partnership: Partnership) {
  const versions = await listVersions(tx, { agency: partnership.agency.id, partnership: partnership.id });
  const waiting = waitingVersion(versions);
  const from = waiting ?? versionInEffect(versions);
  const terms: AgreementTerms = waiting?.terms ?? {
    arrangement: partnership.arrangement,
    memorandum: from?.terms.memorandum,
  };
  // A memorandum written here is set anew from its terms; a signed document goes on with the facts it states.
  const file = from?.terms.memorandum ? undefined : from?.document?.id;
  return { terms, file };
}

/** Mails the partner another link; an earlier invitation stops working. */
export async function askAgain(
  tx: Transaction,
  act: AgencyAct,
  id: string,
): Promise<Outcome<undefined, RevisionRefusal>> {
  const partnership = await lockPartnership(tx, { agency: act.agency }, id);
  if (!partnership) return refused({ code: 'partnership-not-found' });
  const state = partnership.state.is;
  if (!isLive(partnership)) return refused({ code: 'partnership-elsewhere', state });
  if (partnership.waitingFor !== 'partner') return refused({ code: 'nothing-waits' });
  const askable = await canBeAsked(tx, act, partnership.partner, partnership.representativeEmail);
  if (!askable.ok) return askable;
  await askPartner(tx, act, partnership, { why: 'reminded' });
  await updateAsked(tx, partnership, { by: act.person, at: act.now });
  await recordStep(tx, partnership, 'partnership-asked-again');
  return done(undefined);
}

/** The agency ends an active partnership, or takes a proposal back. */
export async function endPartnership(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  ending: { readonly revision: number; readonly reason: string },
): Promise<Outcome<undefined, StaleAnswer>> {
  const found = await lockLive(tx, act, id, ending.revision);
  if (!found.ok) return found;
  const partnership = found.value;
  const { reason } = ending;
  await updateEnded(tx, partnership, { side: 'agency', reason, by: act.person, at: act.now });
  await revokeRepresentativeInvitations(tx, partnership.partner.id);
  const wasActive = partnership.state.is === 'active';
  await recordStep(tx, partnership, 'partnership-ended', { by: 'agency', wasActive });
  const path = partnership.partner.isClaimed ? partnerPath(partnership) : '';
  const about = mailAbout(partnership, act, path);
  await mailRepresentatives(tx, partnership, endedMail({ ...about, by: 'agency', reason, wasActive }));
  return done(undefined);
}

async function lockLive(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  revision: number,
): Promise<Outcome<Partnership, StaleAnswer>> {
  const partnership = await lockPartnership(tx, { agency: act.agency }, id);
  if (!partnership) return refused({ code: 'partnership-not-found' });
  const state = partnership.state.is;
  if (state !== 'proposed' && state !== 'active') return refused({ code: 'partnership-elsewhere', state });
  if (partnership.revision !== revision) return refused({ code: 'partnership-changed' });
  return done(partnership);
}

async function keptAgreement(tx: Transaction, act: AgencyAct, file: AdmittedFile | undefined) {
  return file && keepFile(tx, file, { agency: act.agency, purpose: 'agreement', by: act.person });
}

function agreementDetails(file: AdmittedFile | undefined) {
  return file ? { agreement: file.sha256 } : {};
}
