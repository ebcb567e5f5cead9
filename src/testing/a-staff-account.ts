import type { CalendarDate } from '../calendar/calendar-date.ts';
import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { admitDocument } from '../files/file-actions.ts';
import type { Deps } from '../http/environment.ts';
import type { KnownPerson } from '../identity/person-store.ts';
import { submitCertificate } from '../own-record/certificate-actions.ts';
import { linkAccount } from '../own-record/staff-account-actions.ts';
import type { CertificateFacts, SubmittedCertificateId } from '../own-record/submitted-certificate.ts';
import type { StaffId } from '../roster/staff-member.ts';
import { aStaffMember } from './a-class.ts';
import { type AgencyForTests, aMember } from './an-agency.ts';
import { withUploadedFile } from './received-file.ts';

export interface StaffAccountForTests {
  readonly account: KnownPerson;
  readonly staff: StaffId;
}

/** Somebody of the roster whose account is linked to it. */
export async function aStaffAccount(
  databases: Databases,
  agency: AgencyForTests,
  name: string,
): Promise<StaffAccountForTests> {
  const staff = await aStaffMember(agency, name);
  const account = await aMember(databases, agency.agency.id, 'staff');
  const link = { person: account.id, staff };
  const linked = await agency.as((tx) => linkAccount(tx, agency.agency.id, link, agency.coordinator.id));
  if (!linked.ok) throw new Error(`The account was not linked: ${linked.refusal.code}`);
  return { account, staff };
}

/** The smallest file that is told as a PDF by its content. */
export const smallPdf =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';

export function certificateFactsSent(changes: Partial<CertificateFacts> = {}): CertificateFacts {
  return {
    title: 'Mental Health First Aid',
    hours: 8,
    completedOn: '2026-05-04' as CalendarDate,
    expiresOn: undefined,
    provider: 'Elm County Mental Health Center',
    ...changes,
  };
}

/** Sends a certificate in as the person it is about. */
export async function sendCertificate(
  deps: Pick<Deps, 'db' | 'files' | 'config'>,
  agency: AgencyForTests,
  person: KnownPerson,
  facts = certificateFactsSent(),
): Promise<SubmittedCertificateId> {
  return withUploadedFile(smallPdf, 'certificate.pdf', async (received) => {
    const file = await admitDocument(deps, received);
    if (!file.ok) throw new Error(`The file was refused: ${file.refusal.code}`);
    const sent = await actingAs(deps.db.app, { as: 'person', person: person.id }, (tx) =>
      submitCertificate(tx, { agency: agency.agency.id, person: person.id }, facts, file.value),
    );
    if (!sent.ok) throw new Error(`The certificate was refused: ${sent.refusal.code}`);
    return sent.value;
  });
}
