import { recordAudit } from '../audit/audit.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { AgencyId, Transaction } from '../database/acting.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { isSameSpelling } from '../person-name/name-likeness.ts';
import { lockRoster } from './roster-lock-store.ts';
import { findStaff, insertStaff, updateStaff } from './roster-store.ts';
import type { StaffFactSheet, StaffId, StaffMember } from './staff-member.ts';
import type { StaffRefusal } from './staff-refusal.ts';

export { lockRoster, rosterFingerprint } from './roster-lock-store.ts';
export { countStaff, findStaff, listAllStaff, listStaff, type StaffQuery } from './roster-store.ts';

/** Adds one person by hand. */
export async function addStaffMember(
  tx: Transaction,
  agency: AgencyId,
  facts: StaffFactSheet,
): Promise<StaffId> {
  await lockRoster(tx, agency);
  const id = await insertStaff(tx, agency, facts);
  await record(tx, agency, 'staff-added', id, { kind: facts.kind });
  return id;
}

/** Writes what somebody corrected about a person. A rank that stays is still written as its file has it. */
export async function changeStaffMember(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  facts: Omit<StaffFactSheet, 'separatedOn'>,
): Promise<Outcome<StaffId, StaffRefusal>> {
  return changeKnown(tx, agency, id, 'staff-changed', (member) =>
    done({
      ...facts,
      nameWritten: isSameSpelling(facts.name, member.name) ? member.nameWritten : '',
      rankWritten: facts.rank === member.rank ? member.rankWritten : '',
      separatedOn: member.separatedOn,
    }),
  );
}

/** The person's last day at the agency; coverage leaves them out from that day on. */
export async function separateStaffMember(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  on: CalendarDate,
): Promise<Outcome<StaffId, StaffRefusal>> {
  return changeKnown(tx, agency, id, 'staff-separated', (member) => {
    if (member.separatedOn) return refused({ code: 'already-separated' });
    if (member.hiredOn && on < member.hiredOn) {
      return refused({ code: 'separated-before-hired', hiredOn: member.hiredOn });
    }
    return done({ ...member, separatedOn: on });
  });
}

/** Brings back somebody who had left, or takes a separation back; their training records are still theirs. */
export async function rehireStaffMember(
  tx: Transaction,
  agency: AgencyId,
  id: string,
): Promise<Outcome<StaffId, StaffRefusal>> {
  return changeKnown(tx, agency, id, 'staff-rehired', (member) =>
    member.separatedOn ? done({ ...member, separatedOn: undefined }) : refused({ code: 'not-separated' }),
  );
}

async function changeKnown(
  tx: Transaction,
  agency: AgencyId,
  id: string,
  action: string,
  change: (member: StaffMember) => Outcome<StaffFactSheet, StaffRefusal>,
): Promise<Outcome<StaffId, StaffRefusal>> {
  await lockRoster(tx, agency);
  const member = await findStaff(tx, agency, id);
  if (!member) return refused({ code: 'staff-not-found' });
  const facts = change(member);
  if (!facts.ok) return facts;
  await updateStaff(tx, agency, member.id, facts.value);
  await record(tx, agency, action, member.id, {});
  return done(member.id);
}

function record(
  tx: Transaction,
  agency: AgencyId,
  action: string,
  id: StaffId,
  details: Readonly<Record<string, unknown>>,
): Promise<void> {
  return recordAudit(tx, { agency }, { action, subject: { kind: 'staff', id }, details });
}
