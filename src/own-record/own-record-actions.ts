import { agencyScope } from '../agency/agency-actions.ts';
import type { CalendarDate } from '../calendar/calendar-date.ts';
import type { CampaignRules } from '../campaign-rules/campaign-rules.ts';
import { listSessionsOf } from '../class-session/schedule-actions.ts';
import { type Acting, type AgencyId, actingAs, type PersonId } from '../database/acting.ts';
import type { Database } from '../database/database.ts';
import { findStaff } from '../roster/roster-actions.ts';
import type { StaffMember } from '../roster/staff-member.ts';
import { rulesOf } from '../training/coverage-actions.ts';
import { courseReader, type PersonTraining, trainingReadBy } from '../training/person-training-actions.ts';
import { endingSoon, type OwnEnding, type OwnStanding, ownStanding } from './own-standing.ts';
import { findStaffOf } from './staff-account-store.ts';
import type { SubmittedCertificate } from './submitted-certificate.ts';
import { listCertificatesOf } from './submitted-certificate-store.ts';

/** Everything a person sees about themselves at an agency. */
export interface OwnRecord {
  readonly member: StaffMember;
  readonly rules: CampaignRules;
  readonly standing: OwnStanding;
  readonly endings: readonly OwnEnding[];
  readonly training: PersonTraining;
  readonly sessions: Awaited<ReturnType<typeof listSessionsOf>>;
  readonly certificates: readonly SubmittedCertificate[];
}

const certificatesShown = 50;

/**
 * The own record; undefined while the account is not linked to the roster. What holds for the whole agency (its rules,
 * its decisions about courses) is read for the agency; the record itself is read as the person, so that the database
 * shows nobody else's.
 */
export async function ownRecordOf(
  app: Database,
  { agency, person }: { readonly agency: AgencyId; readonly person: PersonId },
  today: CalendarDate,
): Promise<OwnRecord | undefined> {
  const asMember: Acting = { as: 'agency', agency, person };
  const common = await actingAs(app, asMember, async (tx) => ({
    rules: await rulesOf(tx, agency),
    scope: await agencyScope(tx, agency),
    read: await courseReader(tx, agency),
  }));
  return actingAs(app, { as: 'person', person }, async (tx) => {
    const staff = await findStaffOf(tx, agency, person);
    const member = staff && (await findStaff(tx, agency, staff));
    if (!member) return undefined;
    const training = await trainingReadBy(tx, agency, member.id, today, common.read);
    const records = training.classes.map(({ qualifying }) => qualifying);
    const isInScope = member.category !== undefined && common.scope.includes(member.category);
    return {
      member,
      rules: common.rules,
      standing: ownStanding(common.rules, member, isInScope, records, today),
      endings: endingSoon(common.rules, records, today),
      training,
      sessions: await listSessionsOf(tx, agency, member.id, today),
      certificates: await listCertificatesOf(tx, agency, member.id, certificatesShown),
    };
  });
}
