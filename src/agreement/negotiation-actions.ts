import type { Transaction } from '../database/acting.ts';
import { type AdmittedFile, keepFile } from '../files/file-actions.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { changedParts, isLive, type Partnership } from '../partnership/partnership.ts';
import { lockPartnership } from '../partnership/partnership-actions.ts';
import {
  versionAnsweredMail,
  versionProposedMail,
  versionWithdrawnMail,
} from '../partnership/partnership-mail-content.ts';
import {
  agencyPath,
  askPartner,
  canBeAsked,
  mailAbout,
  mailAgency,
  mailRepresentatives,
  partnerPath,
  recordStep,
  worksAtAgency,
} from '../partnership/partnership-step-actions.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import type { VersionRefusal } from './agreement-refusal.ts';
import type { AgreementTerms } from './agreement-terms.ts';
import { agreedVersion, isOwnProposal, waitingVersion } from './agreement-version.ts';
import { isSameMemorandum } from './memorandum.ts';
import { type Party, partnershipsOf, type Signer } from './party.ts';
import { closeWaiting, listVersions, proposeVersion } from './version-actions.ts';

export interface ChangeProposed {
  /** The partnership's revision that was shown. */
  readonly revision: number;
  readonly terms: AgreementTerms;
  /** A signed document that states these terms. */
  readonly file: AdmittedFile | undefined;
  readonly note: string;
  readonly renews: boolean;
  readonly signer: Signer;
}

/**
 * Either side puts another version before the other: a change, a renewal, or the answer to a version of the other. What
 * is in effect stays so until the other side confirms. What waited is set aside; a renewal, which answers nothing, is
 * refused while a version of the other side waits. Answers the version's number.
 */
export async function proposeChange(
  tx: Transaction,
  party: Party,
  id: string,
  change: ChangeProposed,
): Promise<Outcome<number, VersionRefusal>> {
  const found = await lockShown(tx, party, id, change.revision);
  if (!found.ok) return found;
  const partnership = found.value;
  const mayPropose = await mayBeProposed(tx, party, partnership);
  if (!mayPropose.ok) return mayPropose;
  const versions = await listVersions(tx, agreementOf(partnership));
  const waiting = waitingVersion(versions);
  if (change.renews && waiting && waiting.side !== party.side) {
    return refused({ code: 'answer-first', version: waiting.number });
  }
  const present = waiting ?? agreedVersion(versions);
  if (present && !change.file && saysTheSame(present.terms, change.terms)) {
    return refused({ code: 'nothing-changed' });
  }
  const { side, act } = party;
  const number = await proposeVersion(tx, agreementOf(partnership), {
    side,
    terms: change.terms,
    file: (await kept(tx, party, partnership, change.file)) ?? keptDocument(present, change.terms),
    note: change.note,
    renews: change.renews,
    by: act.person,
    signature: { ...change.signer, at: act.now },
  });
  const { renews, note } = change;
  const setsAside = waiting?.side === side ? waiting.number : undefined;
  const agreement = change.file ? { agreement: change.file.sha256 } : {};
  await recordStep(tx, partnership, 'agreement-proposed', {
    version: number,
    by: side,
    renews,
    ...agreement,
  });
  if (party.side === 'agency') {
    await askPartner(tx, party.act, partnership, { why: 'version', renews, note, setsAside });
  } else {
    const about = { ...mailAbout(partnership, act, versionsPath(agencyPath(partnership))), by: side };
    await mailAgency(
      tx,
      partnership,
      versionProposedMail({ ...about, asker: change.signer.name, renews, note, setsAside }),
    );
  }
  return done(number);
}

/** What the agency answers to a version of its partner. The partner's own answers are in src/partnership. */
export async function confirmPartnersVersion(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  given: { readonly revision: number; readonly signer: Signer; readonly record?: AdmittedFile | undefined },
): Promise<Outcome<number, VersionRefusal>> {
  const party: Party = { side: 'agency', act };
  const found = await lockAsked(tx, party, id, given.revision);
  if (!found.ok) return found;
  const partnership = found.value;
  const waiting = waitingVersion(await listVersions(tx, agreementOf(partnership)));
  const record = waiting?.document ? undefined : given.record;
  const { number, document } = await closeWaiting(tx, agreementOf(partnership), {
    is: 'agreed',
    by: act.person,
    signature: { ...given.signer, at: act.now },
    file: await kept(tx, party, partnership, record),
  });
  const sha256 = document?.sha256 ?? record?.sha256;
  await recordStep(tx, partnership, 'agreement-confirmed', {
    version: number,
    ...(sha256 ? { agreement: sha256 } : {}),
  });
  const about = mailAbout(partnership, act, versionsPath(partnerPath(partnership)));
  const answer = { is: 'agreed', ...given.signer } as const;
  await mailRepresentatives(tx, partnership, versionAnsweredMail({ ...about, by: 'agency', answer }));
  return done(number);
}

/** What was in effect stays so; while nothing was, both sides may go on proposing. */
export async function declinePartnersVersion(
  tx: Transaction,
  act: AgencyAct,
  id: string,
  given: { readonly revision: number; readonly reason: string },
): Promise<Outcome<number, VersionRefusal>> {
  const found = await lockAsked(tx, { side: 'agency', act }, id, given.revision);
  if (!found.ok) return found;
  const partnership = found.value;
  const { number } = await closeWaiting(tx, agreementOf(partnership), {
    is: 'declined',
    by: act.person,
    signature: { name: act.personName, title: '', at: act.now },
    reason: given.reason,
  });
  await recordStep(tx, partnership, 'agreement-declined', { version: number });
  const about = mailAbout(partnership, act, versionsPath(partnerPath(partnership)));
  const answer = { is: 'declined', reason: given.reason } as const;
  await mailRepresentatives(tx, partnership, versionAnsweredMail({ ...about, by: 'agency', answer }));
  return done(number);
}

/** A side takes its own waiting version back. */
export async function withdrawVersion(
  tx: Transaction,
  party: Party,
  id: string,
  given: { readonly revision: number },
): Promise<Outcome<number, VersionRefusal>> {
  const found = await lockShown(tx, party, id, given.revision);
  if (!found.ok) return found;
  const partnership = found.value;
  const { side, act } = party;
  if (!partnership.waitingFor || partnership.waitingFor === side) return refused({ code: 'nothing-waits' });
  const closing = { is: 'withdrawn', at: act.now } as const;
  const { number } = await closeWaiting(tx, agreementOf(partnership), closing);
  await recordStep(tx, partnership, 'agreement-withdrawn', { version: number, by: side });
  if (side === 'agency') {
    const about = mailAbout(partnership, act, partnership.partner.isClaimed ? partnerPath(partnership) : '');
    await mailRepresentatives(tx, partnership, versionWithdrawnMail({ ...about, by: side }));
  } else {
    const about = mailAbout(partnership, act, versionsPath(agencyPath(partnership)));
    await mailAgency(tx, partnership, versionWithdrawnMail({ ...about, by: side }));
  }
  return done(number);
}

export function versionsPath(partnershipPath: string): string {
  return `${partnershipPath}/agreement/versions`;
}

function agreementOf({ agency, id }: Partnership) {
  return { agency: agency.id, partnership: id };
}

function saysTheSame(one: AgreementTerms, other: AgreementTerms): boolean {
  const changed = changedParts(one.arrangement, other.arrangement, false);
  return changed.length === 0 && isSameMemorandum(one.memorandum, other.memorandum);
}

/** A signed document goes on with the facts it states; a memorandum is set anew from its terms. */
function keptDocument(present: ReturnType<typeof agreedVersion>, terms: AgreementTerms) {
  return present && !present.terms.memorandum && !terms.memorandum ? present.document?.id : undefined;
}

async function kept(
  tx: Transaction,
  { act }: Party,
  partnership: Partnership,
  file: AdmittedFile | undefined,
) {
  return file && keepFile(tx, file, { agency: partnership.agency.id, purpose: 'agreement', by: act.person });
}

/** Somebody to ask on the other side, and nobody who belongs to both. */
async function mayBeProposed(
  tx: Transaction,
  party: Party,
  partnership: Partnership,
): Promise<Outcome<undefined, VersionRefusal>> {
  if (party.side === 'agency') {
    return canBeAsked(tx, party.act, partnership.partner, partnership.representativeEmail);
  }
  const belongsToBoth = await worksAtAgency(tx, party.act.person, partnership.agency.id);
  return belongsToBoth ? refused({ code: 'own-agency' }) : done(undefined);
}

async function lockShown(
  tx: Transaction,
  party: Party,
  id: string,
  revision: number,
): Promise<Outcome<Partnership, VersionRefusal>> {
  const partnership = await lockPartnership(tx, partnershipsOf(party), id);
  if (!partnership) return refused({ code: 'partnership-not-found' });
  if (!isLive(partnership)) return refused({ code: 'partnership-elsewhere', state: partnership.state.is });
  return partnership.revision === revision ? done(partnership) : refused({ code: 'partnership-changed' });
}

async function lockAsked(
  tx: Transaction,
  party: Party,
  id: string,
  revision: number,
): Promise<Outcome<Partnership, VersionRefusal>> {
  const found = await lockShown(tx, party, id, revision);
  if (!found.ok) return found;
  if (found.value.waitingFor !== party.side) return refused({ code: 'nothing-waits' });
  const versions = await listVersions(tx, agreementOf(found.value));
  return isOwnProposal(versions, party.act.person)
    ? refused({ code: 'own-agency', hasProposed: true })
    : found;
}
