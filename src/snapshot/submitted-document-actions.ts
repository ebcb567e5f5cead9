import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { evidenceLines } from '../evidence/evidence.ts';
import { listEvidence } from '../evidence/evidence-actions.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { partnershipOn } from '../partnership/partnership-on-day.ts';
import { listAnswers, policyDesk } from '../policy/policy-actions.ts';
import type { SnapshotChecklist, SnapshotConfirmation, SnapshotDocument } from './snapshot.ts';

/** An agency has a handful of partnerships; more than this no reviewer reads. */
const everyPartnership = {
  search: '',
  sort: 'name',
  direction: 'ascending',
  limit: 1_000,
  offset: 0,
} as const;

/** Every file a reviewer may open: the agreements that hold today, the adopted policy, the evidence. */
export async function submittedDocuments(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly SnapshotDocument[]> {
  return [
    ...(await agreements(tx, agency, today)),
    ...(await adoptedPolicy(tx, agency)),
    ...(await evidence(tx, agency)),
  ];
}

/** The policy checklist as the agency answered it, with its references. */
export async function submittedChecklist(tx: Transaction, agency: AgencyId): Promise<SnapshotChecklist> {
  const { adopted } = await policyDesk(tx, agency);
  if (!adopted) return [];
  const answers = await listAnswers(tx, agency, adopted.id);
  return answers.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** What the partners of active partnerships said themselves: who, in which role, and when. */
export async function partnersConfirmations(
  tx: Transaction,
  agency: AgencyId,
): Promise<readonly SnapshotConfirmation[]> {
  const { partnerships } = await listPartnerships(tx, { agency }, everyPartnership);
  return partnerships.flatMap(({ state, partner }) => {
    if (state.is !== 'active') return [];
    const { name, title, at } = state.confirmation;
    return [{ partner: partner.name, name, title, at: at.toISOString() }];
  });
}

async function agreements(
  tx: Transaction,
  agency: AgencyId,
  today: CalendarDate,
): Promise<readonly SnapshotDocument[]> {
  const { partnerships } = await listPartnerships(tx, { agency }, everyPartnership);
  return partnerships.flatMap((partnership) => {
    const { state, agreement, partner } = partnershipOn(partnership, today);
    return state.is === 'active' && agreement
      ? [document('partnership', agreement, `Agreement with ${partner.name}`, '')]
      : [];
  });
}

async function adoptedPolicy(tx: Transaction, agency: AgencyId): Promise<readonly SnapshotDocument[]> {
  const { adopted } = await policyDesk(tx, agency);
  return adopted ? [document('policy', adopted.document, adopted.title, adopted.number)] : [];
}

async function evidence(tx: Transaction, agency: AgencyId): Promise<readonly SnapshotDocument[]> {
  const lines = evidenceLines(await listEvidence(tx, agency));
  return lines.map(({ current }) => document(current.requirement, current.file, current.title, current.note));
}

function document(
  requirement: SnapshotDocument['requirement'],
  file: { readonly id: SnapshotDocument['file']; readonly name: string; readonly sha256: string },
  title: string,
  note: string,
): SnapshotDocument {
  return { file: file.id, requirement, title, note, fileName: file.name, sha256: file.sha256 };
}
