import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { isSameMemorandum } from '../agreement/memorandum.ts';
import type { Signer } from '../agreement/party.ts';
import type { Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { changedParts } from '../partnership/partnership.ts';
import type { AgencyAct } from '../team/agency-act.ts';
import {
  type JointGroup,
  type JointGroupId,
  missingForOpening,
  type PartyContact,
} from './joint-agreement.ts';
import { countProgress, findVersion, listAwaitedMembers } from './joint-agreement-store.ts';
import { deleteJointDraft } from './joint-draft-store.ts';
import { insertVersion } from './joint-group-store.ts';
import { lockLed, recordOfLead } from './joint-led-actions.ts';
import { insertMembers, updateMemberJoined, updateMembersAsked } from './joint-member-store.ts';
import { askMembers, askPartners } from './joint-notice-actions.ts';
import { updatePartnersAsked } from './joint-partner-store.ts';
import type { LeadRefusal } from './joint-refusal.ts';
import { withoutContacts } from './shared-terms.ts';

export interface JointProposal {
  /** The version that was shown. */
  readonly version: number;
  readonly terms: AgreementTerms;
  readonly note: string;
  readonly signer: Signer;
  /** The lead's own liaison and number: it joins by proposing. */
  readonly contact: PartyContact;
}

/**
 * Puts the agreement, or a new version of it, before every agency and partner of the list. What was agreed before stays
 * in effect for each pair until both have given their word to this one.
 */
export async function proposeJointVersion(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
  proposal: JointProposal,
): Promise<Outcome<number, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  if (group.version !== proposal.version) return refused({ code: 'version-changed' });
  const progress = await countProgress(tx, group);
  const missing = missingForOpening({ ...progress, agreement: true });
  if (missing.length > 0) return refused({ code: 'not-ready', missing });
  const terms = withoutContacts(proposal.terms);
  const present = await findVersion(tx, id, group.version);
  if (present && saysTheSame(present.terms, terms)) return refused({ code: 'nothing-changed' });
  const signature = { ...proposal.signer, at: act.now };
  const by = act.person;
  const version = await insertVersion(tx, group, { terms, note: proposal.note, by, signature });
  await insertMembers(tx, id, [{ agency: act.agency, name: group.lead.name }], act.now);
  await updateMemberJoined(tx, id, act.agency, { version, contact: proposal.contact, by, signature });
  await deleteJointDraft(tx, id);
  await recordOfLead(tx, act, id, 'joint-version-proposed', { version });
  const opened: JointGroup = { ...group, version, state: { is: 'open' } };
  const because = version === 1 ? 'asked' : 'changed';
  const awaited = await listAwaitedMembers(tx, opened);
  await updateMembersAsked(
    tx,
    id,
    awaited.map((member) => member.id),
    act.now,
  );
  await updatePartnersAsked(tx, id, act.now);
  await askMembers(tx, act, opened, awaited, because, proposal.note);
  await askPartners(tx, act, opened, because);
  return done(version);
}

/** Mails everybody whose answer is awaited once more. Answers how many there are. */
export async function remindAwaited(
  tx: Transaction,
  act: AgencyAct,
  id: JointGroupId,
): Promise<Outcome<number, LeadRefusal>> {
  const found = await lockLed(tx, act, id);
  if (!found.ok) return found;
  const group = found.value;
  if (group.version === 0) return done(0);
  const awaited = await listAwaitedMembers(tx, group);
  await updateMembersAsked(
    tx,
    id,
    awaited.map((member) => member.id),
    act.now,
  );
  await askMembers(tx, act, group, awaited, 'reminded');
  const partners = await askPartners(tx, act, group, 'reminded');
  const reminded = awaited.length + partners;
  await recordOfLead(tx, act, id, 'joint-group-reminded', { reminded });
  return done(reminded);
}

function saysTheSame(one: AgreementTerms, other: AgreementTerms): boolean {
  const changed = changedParts(one.arrangement, other.arrangement, false);
  return changed.length === 0 && isSameMemorandum(one.memorandum, other.memorandum);
}
