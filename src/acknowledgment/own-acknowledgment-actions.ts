import { agencyScope } from '../agency/agency-actions.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import { type AgencyId, actingAs, type PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { findStaffOf } from '../own-record/staff-account-actions.ts';
import { shownName } from '../person-name/person-name.ts';
import { signatureFits } from '../pledge/signature.ts';
import type { AgencyPolicy, PolicyId } from '../policy/policy.ts';
import { findStaff } from '../roster/roster-actions.ts';
import { isOnStaff, type StaffId } from '../roster/staff-member.ts';
import { askedVersion } from './acknowledgment-actions.ts';
import type { RefusedWith } from './acknowledgment-refusal.ts';
import { findOwnAcknowledgment, insertOwnAcknowledgment } from './own-acknowledgment-store.ts';

/** What somebody with an account is asked. */
export interface OwnAsked {
  readonly policy: AgencyPolicy;
  readonly staff: StaffId;
  readonly name: string;
  /** The day they acknowledged it; undefined while they are asked. */
  readonly acknowledgedOn: CalendarDate | undefined;
}

interface Oneself {
  readonly agency: AgencyId;
  readonly person: PersonId;
}

/**
 * Whether the holder of an account is asked to acknowledge; undefined when not. What holds for the whole agency is read
 * for the agency, the own matters as the person.
 */
export async function ownAsked(
  app: Database,
  { agency, person }: Oneself,
  today: CalendarDate,
): Promise<OwnAsked | undefined> {
  const common = await actingAs(app, { as: 'agency', agency, person }, async (tx) => {
    const asked = await askedVersion(tx, agency, today);
    return asked && { ...asked, scope: await agencyScope(tx, agency) };
  });
  if (!common) return undefined;
  const { policy, about, scope } = common;
  return actingAs(app, { as: 'person', person }, async (tx) => {
    const staff = await findStaffOf(tx, agency, person);
    const member = staff && (await findStaff(tx, agency, staff));
    if (!member || !isOnStaff(member, today)) return undefined;
    const isInScope = about.nonSworn && member.category !== undefined && scope.includes(member.category);
    if (member.kind !== 'sworn' && !isInScope) return undefined;
    const acknowledgedOn = await findOwnAcknowledgment(tx, agency, policy.id, member.id);
    return { policy, staff: member.id, name: shownName(member.name), acknowledgedOn };
  });
}

/** The person's own word, given with their account. Twice is once. */
export async function acknowledgeOneself(
  app: Database,
  who: Oneself,
  given: { readonly policy: PolicyId; readonly name: string; readonly at: Date },
  today: CalendarDate,
): Promise<Outcome<undefined, RefusedWith<'not-asked' | 'version-changed' | 'name-unlike'>>> {
  const asked = await ownAsked(app, who, today);
  if (!asked) return refused({ code: 'not-asked' });
  if (asked.policy.id !== given.policy) return refused({ code: 'version-changed' });
  if (!signatureFits(given.name, asked.name)) return refused({ code: 'name-unlike', expected: asked.name });
  await actingAs(app, { as: 'person', person: who.person }, (tx) =>
    insertOwnAcknowledgment(tx, who.agency, {
      ...given,
      staff: asked.staff,
      person: who.person,
      on: today,
    }),
  );
  return done(undefined);
}
