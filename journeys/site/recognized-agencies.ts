import { addDays, dayIn } from '../../src/calendar/calendar-date.ts';
import type { CertificateNumber } from '../../src/certification/certificate.ts';
import { lapseCertificates } from '../../src/certification/lapse-actions.ts';
import {
  announceMeasure,
  answerAnnouncement,
  carryOutMeasure,
  giveBackCertificate,
} from '../../src/certification/standing-actions.ts';
import { askForCredential, ownCredentials } from '../../src/credential/staff-credential-actions.ts';
import type { Campaign } from '../../src/demo/demo-campaign.ts';
import { as, daysBefore, type Stage, value, words } from '../../src/demo/demo-stage.ts';
import type { KnownPerson } from '../../src/identity/person-actions.ts';
import { recordProvenBy } from '../../src/own-record/submitted-certificate.ts';
import { aCertificate } from '../../src/testing/a-certificate.ts';
import { aStaffAccount, certificateFactsSent } from '../../src/testing/a-staff-account.ts';
import { type AgencyForTests, anAgency } from '../../src/testing/an-agency.ts';
import { attestRecord } from '../../src/training/record-entry-actions.ts';

/** A certificate, its agency, and who reads about it there. */
export interface CertificateAtHand {
  readonly number: CertificateNumber;
  readonly slug: string;
  readonly coordinator: KnownPerson;
  readonly executive: KnownPerson;
}

/** A certificate in each standing there is; `questioned` is valid, with a measure announced and answered. */
export interface RecognizedAgencies {
  readonly valid: CertificateAtHand & { readonly staff: KnownPerson; readonly record: string };
  readonly questioned: CertificateAtHand;
  readonly suspended: CertificateAtHand;
  readonly revoked: CertificateAtHand;
  readonly lapsed: CertificateAtHand;
  readonly withdrawn: CertificateAtHand;
}

const grounds =
  'A partner told us that the joint meetings have stopped since the summer, and that no liaison answers.';
const answer = 'Our liaison left in July. A new one is named, and the next meeting is on the calendar.';

export async function recognizedAgencies(stage: Stage, campaign: Campaign): Promise<RecognizedAgencies> {
  const certified = async (name: string, options: Parameters<typeof aCertificate>[3] = {}) => {
    const { db } = stage.deps;
    const made = await anAgency(db, { facts: { name }, now: daysBefore(stage, 900) });
    return { made, number: await aCertificate(db, made, campaign.reviewer, options) };
  };
  const long = 'Saint Bartholomew and Upper Cottonwood Consolidated Regional Public Safety Department';
  const valid = await certified(long);
  const staff = await creditedOfficer(stage, valid.made);
  const questioned = await certified('Lantern Bay Police Department');
  await announced(stage, campaign, questioned, 'suspend');
  const suspended = await certified('Marrow Creek Police Department');
  await announced(stage, campaign, suspended, 'suspend');
  await carriedOut(stage, campaign, suspended.number);
  const revoked = await certified('Vesper Hill Police Department');
  await announced(stage, campaign, revoked, 'revoke');
  await carriedOut(stage, campaign, revoked.number);
  const lapsed = await certified('Old Orchard Police Department', { years: 1, now: daysBefore(stage, 500) });
  await lapseCertificates(stage.deps);
  const withdrawn = await certified('Cinder Flat Police Department');
  const { made, number } = withdrawn;
  const reason = 'The town closes its police department; the county takes over.';
  value(
    await made.as((tx) => giveBackCertificate(tx, made.act(made.executive), number, reason), made.executive),
  );
  return {
    valid: { ...atHand(valid), ...staff },
    questioned: atHand(questioned),
    suspended: atHand(suspended),
    revoked: atHand(revoked),
    lapsed: atHand(lapsed),
    withdrawn: atHand(withdrawn),
  };
}

interface Certified {
  readonly made: AgencyForTests;
  readonly number: CertificateNumber;
}

function atHand({ made: { agency, coordinator, executive }, number }: Certified): CertificateAtHand {
  return { number, slug: agency.slug, coordinator, executive };
}

/** The first reviewer says what is meant, and the agency answers. */
async function announced(
  stage: Stage,
  campaign: Campaign,
  { made, number }: Certified,
  measure: 'suspend' | 'revoke',
): Promise<void> {
  const { id } = campaign.reviewer;
  const announcing = { person: id, now: stage.now, ...words(stage) };
  const told = { measure, grounds, daysToAnswer: 30 };
  await as(stage, { as: 'campaign', person: id }, async (tx) => {
    value(await announceMeasure(tx, announcing, number, told));
  });
  value(await made.as((tx) => answerAnnouncement(tx, made.act(), number, answer)));
}

async function carriedOut(stage: Stage, campaign: Campaign, number: CertificateNumber): Promise<void> {
  const { id } = campaign.secondReviewer;
  const deciding = { person: id, now: stage.now, ...words(stage) };
  await as(stage, { as: 'campaign', person: id }, async (tx) => {
    value(await carryOutMeasure(tx, deciding, number, 'No meeting was held within the time.'));
  });
}

/** Somebody on the roster with two trainings that count: of one they asked for a credential, of the other they may. */
async function creditedOfficer(stage: Stage, made: AgencyForTests) {
  const { db } = stage.deps;
  const { account, staff } = await aStaffAccount(db, made, 'Quillfeather-Ostrander, Maximiliana');
  const today = dayIn(made.agency.timeZone, stage.now);
  for (const [title, ago] of [
    ['Mental Health First Aid', 90],
    ['Crisis Intervention Team (CIT)', 200],
  ] as const) {
    const hours = title.startsWith('Crisis') ? 40 : 8;
    const facts = certificateFactsSent({ title, hours, completedOn: addDays(today, -ago) });
    const origin = { from: 'certificate', id: crypto.randomUUID() } as const;
    await made.as((tx) =>
      attestRecord(tx, made.agency.id, staff, recordProvenBy(facts), made.coordinator.id, origin),
    );
  }
  const oneself = { agency: made.agency, person: account.id, email: account.email };
  const own = await ownCredentials(db.app, oneself, today);
  const [asked, other] = own?.trainings ?? [];
  if (!asked || !other) throw new Error('Both trainings count.');
  const wanted = { record: asked.record, holder: 'M. Quillfeather-Ostrander' };
  value(await askForCredential(db.app, oneself, wanted, today, stage.deps));
  return { staff: account, record: other.record };
}
