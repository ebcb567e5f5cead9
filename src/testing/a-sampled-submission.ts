import { chooseScope } from '../agency/agency-actions.ts';
import { actingAs, type Transaction } from '../database/acting.ts';
import { admitDocument } from '../files/file-actions.ts';
import { claimReview, type ReviewAct, reviewActOf } from '../review/review-actions.ts';
import type { SubmissionId } from '../review/submission.ts';
import { submitForReview } from '../review/submit-actions.ts';
import { addStaffMember } from '../roster/roster-actions.ts';
import { showProof } from '../snapshot/show-proof-actions.ts';
import { aPartnership } from './a-partnership.ts';
import { aPolicy } from './a-policy.ts';
import { smallPdf } from './a-staff-account.ts';
import { type AgencyForTests, aCampaignMember, anAgency } from './an-agency.ts';
import { withUploadedFile } from './received-file.ts';
import type { TestApp } from './test-app.ts';
import { importTrainingFile } from './training-file.ts';

/** An agency that has met everything: one officer in four with CIT, the others with MHFA. Their family names are `Quill` and a number in words of two letters. */
export async function aTrainedAgency(app: TestApp, officers = 4): Promise<AgencyForTests> {
  const made = await anAgency(app.databases);
  await aPartnership(app.databases, made);
  await aPolicy(made);
  const people = Array.from({ length: officers }, (_, number) => ({
    number: String(100 + number),
    family: officerName(number),
    course: number % 4 === 0 ? 'Crisis Intervention Team (CIT),40' : 'Mental Health First Aid,8',
  }));
  await made.as(async (tx) => {
    await chooseScope(tx, made.agency.id, []);
    for (const { number, family } of people) {
      const name = { family, given: 'Alex', middle: '', suffix: '' };
      const facts = { badge: '', rank: 'Officer', unit: '', shift: '', email: '' };
      await addStaffMember(tx, made.agency.id, { name, employeeNumber: number, kind: 'sworn', ...facts });
    }
  });
  const rows = people.map(
    ({ number, family, course }) => `${number},"${family}, Alex",${course},3/1/2026,Passed`,
  );
  const file = ['Emp #,Name,Course,Hours,Date,Status', ...rows, ''].join('\n');
  await importTrainingFile(app.deps, { agency: made.agency, person: made.coordinator.id }, file);
  return made;
}

/** The invented family name of the officer with this number, from 0 on. */
export function officerName(number: number): string {
  return `Quill${String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26))}`;
}

export interface SampledSubmissionForTests {
  readonly made: AgencyForTests;
  readonly id: SubmissionId;
  /** Who has taken the review on. */
  readonly reviewer: ReviewAct & { readonly email: string };
  asReviewer<Result>(work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Shows a proof for a place, as the coordinator. */
  show(place: number): ReturnType<typeof showProof>;
}

/** A submission of such an agency, with a reviewer; by the programme's own actions. */
export async function aSampledSubmission(app: TestApp, officers = 4): Promise<SampledSubmissionForTests> {
  const made = await aTrainedAgency(app, officers);
  const sent = await made.as((tx) => submitForReview(tx, made.act(), { note: '', answers: new Map() }));
  if (!sent.ok) throw new Error(`It was not sent in: ${JSON.stringify(sent.refusal)}`);
  const id = sent.value;
  const member = await aCampaignMember(app.databases, 'reviewer');
  const act = reviewActOf(app.deps.config, member.id, new Date());
  const asReviewer = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    actingAs(app.databases.app, { as: 'campaign', person: member.id }, work);
  const claimed = await asReviewer((tx) => claimReview(tx, act, id));
  if (!claimed.ok) throw new Error(`It was not taken on: ${claimed.refusal.code}`);
  const show = (place: number) =>
    withUploadedFile(smallPdf, `certificate-of-${officerName(place)}.pdf`, async (received) => {
      const file = await admitDocument(app.deps, received);
      if (!file.ok) throw new Error(`The file was refused: ${file.refusal.code}`);
      return made.as((tx) => showProof(tx, made.act(), { submission: id, place }, { file: file.value }));
    });
  return { made, id, reviewer: { ...act, email: member.email }, asReviewer, show };
}
