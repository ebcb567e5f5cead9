import { recordAudit } from '../audit/audit.ts';
import type { PersonId } from '../database/acting.ts';
import { type AgencyId, switchActing, type Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findCandidates } from './agency-look-up-store.ts';
import type { GroupKind, JointGroup, JointGroupId } from './joint-agreement.ts';
import { findGroup } from './joint-agreement-store.ts';
import { insertGroup } from './joint-group-store.ts';
import { leadAskedMail } from './joint-mail.ts';
import { mailLead } from './joint-notice-actions.ts';
import { type LeftOutPair, listLeftOut } from './joint-pair-store.ts';
import { type Candidate, type PastedLine, pastedEntries, readPasted } from './pasted-agencies.ts';
import { withRegionCode } from './typed-region.ts';

export {
  countProgress,
  findGroup,
  findMember,
  findPartner,
  findVersion,
  listMemberNames,
  listMembers,
  listPartnerNames,
  listPartners,
} from './joint-agreement-store.ts';
export { type GroupEvent, listGroupEvents } from './joint-event-store.ts';
export { countAwaiting, type ListedGroup, listGroups, listPairs } from './joint-list-store.ts';

export { findGroupOfPartnership } from './joint-pair-store.ts';

/** Every pair of the group that waits because one person would speak for both sides: for the lead and the campaign. */
export function listPairsThatWait(tx: Transaction, group: JointGroup): Promise<readonly LeftOutPair[]> {
  return switchActing(tx, { as: 'system' }, (system) => listLeftOut(system, group));
}

/** What each line of a pasted list came to, against the public list of agencies. */
export async function lookUpAgencies(tx: Transaction, text: string): Promise<readonly PastedLine[]> {
  const entries = pastedEntries(text);
  return readPasted(entries, await candidatesOf(tx, entries));
}

/** A name that fits nothing as it was typed may end in the whole name of its state: it is looked up with the code. */
async function candidatesOf(tx: Transaction, entries: readonly string[]): Promise<readonly Candidate[]> {
  const fitting = await findCandidates(tx, entries);
  const found = new Set(fitting.map(({ typed }) => typed));
  const coded = new Map(
    entries.filter((entry) => !found.has(entry)).map((entry) => [entry, withRegionCode(entry)] as const),
  );
  const again = await findCandidates(
    tx,
    [...coded.values()].flatMap((name) => name ?? []),
  );
  return [
    ...fitting,
    ...[...coded].flatMap(([entry, name]) =>
      again.filter(({ typed }) => typed === name).map((one) => ({ ...one, typed: entry })),
    ),
  ];
}

/** The campaign begins a group and asks an agency of the public list to lead it. */
export async function beginGroupForLead(
  tx: Transaction,
  act: { readonly person: PersonId; readonly now: Date; readonly siteUrl: string; readonly campaign: string },
  asked: { readonly name: string; readonly kind: GroupKind; readonly leadAgency: string },
): Promise<Outcome<JointGroupId, { readonly code: 'lead-not-found' }>> {
  const [line] = readPasted([asked.leadAgency], await candidatesOf(tx, [asked.leadAgency]));
  if (line?.is !== 'found') return refused({ code: 'lead-not-found' });
  const lead: { agency: AgencyId; name: string } = line.agency;
  const { name, kind } = asked;
  const id = await insertGroup(tx, { name, kind, lead, by: act.person, side: 'campaign', at: act.now });
  await recordAudit(tx, 'campaign', {
    action: 'joint-group-begun',
    subject: { kind: 'joint-group', id },
    details: { kind, lead: lead.agency },
  });
  const group = await switchActing(tx, { as: 'system' }, (system) => findGroup(system, id));
  if (group) await mailLead(tx, group, act, leadAskedMail);
  return done(id);
}
