import { candidatesFor, enrollStaff } from '../class-session/enrollment-actions.ts';
import { findSession, scheduleClass } from '../class-session/schedule-actions.ts';
import { admitDocument } from '../files/file-actions.ts';
import { acceptInvitation, listInvitations } from '../identity/invitation-actions.ts';
import type { KnownPerson } from '../identity/person-actions.ts';
import { submitCertificate } from '../own-record/certificate-actions.ts';
import { inviteStaff } from '../own-record/staff-account-actions.ts';
import { listPartnerships } from '../partnership/partnership-actions.ts';
import { shownName } from '../person-name/person-name.ts';
import type { StaffId, StaffMember } from '../roster/staff-member.ts';
import { simplePdf } from './demo-document.ts';
import { withReceivedFile } from './demo-file.ts';
import { act, asAgency, type DemoAgency } from './demo-pledge.ts';
import { as, dayBefore, person, type Stage, value } from './demo-stage.ts';

const firstAid = 'Mental Health First Aid for Public Safety';
const hours = { startsAt: '08:00', endsAt: '17:00' } as const;

type Enrolled = Pick<StaffMember, 'id' | 'name'>;

/** A class of first aid in three weeks, taught by the agency's partner, with those enrolled who need it most. */
export async function comingClass(stage: Stage, made: DemoAgency): Promise<readonly Enrolled[]> {
  const agency = made.agency.id;
  const today = dayBefore(stage, 0);
  return asAgency(stage, made, async (tx) => {
    const asked = { search: '', sort: 'name', direction: 'ascending', limit: 1, offset: 0 } as const;
    const { partnerships } = await listPartnerships(tx, { agency }, asked);
    const plan = {
      course: firstAid,
      hours: 8,
      days: [{ day: dayBefore(stage, -21), ...hours }],
      place: 'Training room, 200 Main Street',
      seats: 12,
      instructors: ['Harriet Solano'],
      partnership: partnerships[0]?.id,
      provider: '',
    };
    const id = value(await scheduleClass(tx, agency, plan, made.coordinator.id));
    const session = await findSession(tx, agency, id);
    if (!session) throw new Error('The class of the demonstration is not there.');
    const page = { search: '', today, limit: 14, offset: 0 };
    const chosen = (await candidatesFor(tx, agency, session, page)).candidates.map(({ member }) => member);
    const staff = chosen.map((member) => member.id);
    value(await enrollStaff(tx, agency, id, staff, today));
    return chosen;
  });
}

/** Somebody of the roster who accepted the invitation to the own record and sent in a certificate about themselves. */
export async function certificateToConfirm(
  stage: Stage,
  made: DemoAgency,
  { id, name }: Enrolled,
  email: string,
): Promise<void> {
  const agency = made.agency.id;
  const account = await person(stage, email, shownName(name));
  await linkByInvitation(stage, made, id, account);
  const completedOn = dayBefore(stage, 9);
  const lines = [shownName(name), `completed ${firstAid}, 8 hours, on ${completedOn}.`];
  await withReceivedFile(
    'certificate.pdf',
    simplePdf('Certificate of completion', lines),
    async (received) => {
      const file = value(await admitDocument(stage.deps, received));
      const facts = {
        title: firstAid,
        hours: 8,
        completedOn,
        expiresOn: undefined,
        provider: 'Regional Training Center',
      };
      await as(stage, { as: 'person', person: account.id }, async (tx) =>
        value(await submitCertificate(tx, { agency, person: account.id }, facts, file)),
      );
    },
  );
}

async function linkByInvitation(
  stage: Stage,
  made: DemoAgency,
  staff: StaffId,
  account: KnownPerson,
): Promise<void> {
  const agency = made.agency.id;
  const invitations = await asAgency(stage, made, async (tx) => {
    value(await inviteStaff(tx, act(stage, made, made.coordinator), staff, account.email));
    return listInvitations(tx, { agency });
  });
  const invitation = invitations.find((one) => one.email === account.email);
  if (!invitation) throw new Error('The invitation of the demonstration is not there.');
  value(await acceptInvitation(stage.deps.db.app, invitation.id, account));
}
